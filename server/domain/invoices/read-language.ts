import type { Language } from '../../../shared/contract/session.ts';
import type { Act } from '../../http/act.ts';

/** The language that the person of an act reads. */
export async function readLanguage({ tx, account }: Act): Promise<Language> {
  const [person] = await tx.query<{ language: Language }>('select language from account where id = $1', [account]);
  return person?.language ?? 'en';
}
