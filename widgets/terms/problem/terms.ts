/** How failures read to a person, the same in every element. */
export interface ProblemTerms {
  offline: string;
  unreachable: string;
  sessionEnded: string;
  notIncluded: string;
  notFound: string;
  busy: string;
  failed: string;
  retry: string;
  /** Shown small, for a support ticket. */
  reference: (id: string) => string;
}
