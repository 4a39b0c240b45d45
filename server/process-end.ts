import { StartError } from './start-error.ts';

/**
 * Ends the process when it is asked to: `stop` once, then exit. A second signal does not wait.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
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
