/** What `npm start -- …` may be told. */
export interface StartOptions {
  readonly seed: 'demo' | 'large';
}

/** @throws {RangeError} with one line for a person */
export function startOptions(args: readonly string[]): StartOptions {
  const [name, value, ...rest] = args.flatMap((arg) => arg.split('='));
  if (name === undefined) return { seed: 'demo' };
  if (name !== '--seed' || rest.length > 0 || (value !== 'demo' && value !== 'large')) {
    throw new RangeError('npm start takes one option: -- --seed demo, or -- --seed large.');
  }
  return { seed: value };
}
