import { StartError } from './start-error.ts';

/** One Ctrl-C may come twice within this: from the terminal, and passed on by npm. */
const SAME_WISH_MS = 500;

/** Less than the half minute after which what runs gateways kills them. */
const LONGEST_STOP_MS = 25_000;

/**
 * Ends the process when it is asked to: `stop` once, then exit. Asked again, it does not wait, nor when
 * stopping takes too long.
 * @param longest milliseconds that stopping may take
 */
export function stopOnSignal(stop: () => Promise<void>, longest = LONGEST_STOP_MS): void {
  let asked: number | undefined;
  const end = (): void => {
    if (asked !== undefined) {
      if (performance.now() - asked > SAME_WISH_MS) process.exit(130);
      return;
    }
    asked = performance.now();
    setTimeout(() => {
      console.error('Stopping took too long; what was still under way is cut off.');
      process.exit(1);
    }, longest).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => exitWith(error),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}

/** Says why the process ends, in one line where a person can do something about it, and ends it. */
export function exitWith(error: unknown): never {
  const expected = error instanceof StartError || error instanceof RangeError;
  console.error(expected ? error.message : error);
  process.exit(1);
}
