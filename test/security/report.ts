/** How much of a group runs: `full` in `npm run test:security`, small in `npm test`. */
export interface SecurityOptions {
  readonly full: boolean;
  /** Where its random choices begin. */
  readonly seed: number;
}

/** What a group tried and what it found. */
export interface SecurityReport {
  readonly name: string;
  /**
   * What was tried, by the words it is summed and printed under: `cells tried`, `attack cases`,
   * `hostile requests`, `leaks`, `5xx` and whatever else a group counts.
   */
  readonly counts: Readonly<Record<string, number>>;
  /** One line a finding, with what is needed to see it again. */
  readonly failures: readonly string[];
}

/** A folder of `test/security` has one in its `run.ts`. */
export interface SecurityGroup {
  run(options: SecurityOptions): Promise<SecurityReport>;
}
