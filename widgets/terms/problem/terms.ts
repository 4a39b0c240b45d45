/** How failures read to a person, the same in every element. */
export interface ProblemTerms {
  offline: string;
  unreachable: string;
  /** Beside a line that says why it cannot be asked for. */
  notKept: string;
  sessionEnded: string;
  notIncluded: string;
  notFound: string;
  busy: string;
  failed: string;
  retry: string;
  /** Shown small, for a support ticket. */
  reference: (id: string) => string;
}
