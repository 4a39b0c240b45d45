import fc from 'fast-check';
import { hostileName, hostileValue } from './hostile-values.ts';

type Step = string | number;

/** A sound value with one thing wrong in it: a part replaced, left out, or one too many. */
export function spoiled(sound: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const act = fc.oneof(
    fc.record({ act: fc.constant('replace' as const), value: hostileValue }),
    fc.record({ act: fc.constant('remove' as const) }),
    fc.record({ act: fc.constant('add' as const), name: hostileName, value: hostileValue }),
  );
  return fc.tuple(sound, fc.nat(), act).map(([value, at, how]) => {
    const places = placesIn(value);
    const place = places[at % places.length] ?? [];
    return changeAt(value, place, (part) => {
      if (how.act === 'replace') return how.value;
      if (how.act === 'add') return withMember(part, how.name, how.value);
      return undefined;
    });
  });
}

/** Every place in a value, the whole of it first. */
function placesIn(value: unknown): Step[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  const steps: [Step, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [[], ...steps.flatMap(([step, part]) => placesIn(part).map((rest) => [step, ...rest]))];
}

function changeAt(value: unknown, [step, ...rest]: readonly Step[], change: (part: unknown) => unknown): unknown {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.map((part, at) => (at === step ? changeAt(part, rest, change) : part));
  // What becomes undefined is left out of the text.
  return Object.fromEntries(Object.entries(value as object).map(([name, part]) => [name, name === step ? changeAt(part, rest, change) : part]));
}

function withMember(part: unknown, name: string, value: unknown): unknown {
  if (Array.isArray(part)) return [...part, value];
  if (typeof part !== 'object' || part === null) return [part, value];
  // Entries, so that `__proto__` is a member like any other.
  return Object.fromEntries([...Object.entries(part), [name, value]]);
}
