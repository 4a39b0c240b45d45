/** Headers that prove to the gateway who asks. */
export type ProofHeaders = Readonly<Record<string, string>>;

/** Where a transport gets its proof from: a widget token, or a person's token with its key. */
export interface Authorisation {
  /**
   * The proof for one request.
   * @param address of the request, whole
   * @throws {KontorError} where there is none to be had
   */
  headers(method: string, address: string): Promise<ProofHeaders>;
  /** Forgets a proof that the gateway refused. */
  drop(proof: ProofHeaders): void;
  /** Hands out no more. @param revoke given a proof with which the session can be ended at the gateway, where that ends it */
  end(revoke: (proof: ProofHeaders) => void): void;
}
