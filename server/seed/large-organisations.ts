import { ENGLISH, FRENCH, GERMAN, GIVEN_NAMES, ITALIAN, SPANISH, TOWNS, type NameWords } from './large-words.ts';
import type { Random } from './random.ts';
import { seedId } from './seed-id.ts';
import type { SeedOrganisation } from './seed-organisation.ts';

/** Where an organisation sits: its language, currency and tax. */
interface Region {
  readonly words: NameWords;
  readonly country: string;
  readonly currency: 'CHF' | 'EUR';
  readonly vatBasisPoints: number;
}

const swiss = { country: 'CH', currency: 'CHF', vatBasisPoints: 810 } as const;
const REGIONS: readonly Region[] = [
  { words: GERMAN, ...swiss },
  { words: GERMAN, ...swiss },
  { words: FRENCH, ...swiss },
  { words: FRENCH, country: 'FR', currency: 'EUR', vatBasisPoints: 2_000 },
  { words: ITALIAN, ...swiss },
  { words: ITALIAN, country: 'IT', currency: 'EUR', vatBasisPoints: 2_200 },
  { words: ENGLISH, ...swiss },
  { words: SPANISH, country: 'ES', currency: 'EUR', vatBasisPoints: 2_100 },
];

/** One name in so many has an accent. */
const ACCENT_EVERY = 7;
/** One organisation in so many is a person's. */
const PERSON_EVERY = 6;

/** Organisations with names that all differ, persons among them. @param createdOn day that their ids are of */
export function largeOrganisations(count: number, createdOn: string, random: Random): SeedOrganisation[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index): SeedOrganisation => {
    const { words, country, ...money } = random.pick(REGIONS);
    const kind = index % PERSON_EVERY === PERSON_EVERY - 1 ? 'person' : 'company';
    const name = freeName(taken, kind === 'person' ? GIVEN_NAMES : words, index % ACCENT_EVERY === 0, random);
    const address = {
      lines: [`${random.pick(['Ring', 'Allee', 'Via Lunga', 'Rue Haute', 'Mill Lane', 'Plaza Vieja'])} ${1 + random.below(99)}`],
      postcode: String(1 + random.below(999)).padStart(country === 'CH' ? 4 : 5, '0'),
      town: random.pick(TOWNS),
      country,
    };
    return { id: seedId(createdOn, random), name, kind, ...money, address };
  });
}

function freeName(taken: Set<string>, words: NameWords, accented: boolean, random: Random): string {
  for (;;) {
    const name = nameOf(words, accented, random);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** Trade, stem, for some the town, and the legal form; a person has a given and a family name. */
function nameOf({ trades, accented, stems, forms }: NameWords, withAccent: boolean, random: Random): string {
  const first = random.pick(withAccent ? accented : trades);
  const stem = random.pick(stems);
  if (forms.length === 0) return `${first} ${stem}`;
  const town = random.below(2) === 0 ? ` ${random.pick(TOWNS)}` : '';
  return `${first} ${stem}${town} ${random.pick(forms)}`;
}
