/** What came back, from within the process or over a connection. */
export interface Answer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes as text; of files only what text is in them. */
  readonly body: string;
}
