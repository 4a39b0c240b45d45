import { validate } from 'uuid';
import type { Scope } from './database.ts';

/**
 * Takes the application's role and says whom the transaction acts for, until it ends. Row-level
 * security reads `current_setting('kontor.organisations', true)`, an array literal, and its like;
 * nothing set, or the empty text, means nobody.
 */
export const enterScope = `select set_config('role', 'kontor_app', true),
  set_config('kontor.account', $1, true),
  set_config('kontor.partner', $2, true),
  set_config('kontor.organisations', $3, true)`;

/**
 * The parameters of {@link enterScope}.
 * @throws {TypeError} when an id is no UUID: such a scope is a mistake of ours, never an answer to a caller.
 */
export function scopeSettings(scope: Scope): [account: string, partner: string, organisations: string] {
  const { account, partner, organisations = [] } = scope;
  for (const id of [account, partner, ...organisations]) {
    if (id !== undefined && id !== null && !validate(id)) throw new TypeError('A transaction scope holds an id that is no UUID.');
  }
  return [account ?? '', partner ?? '', organisations.length > 0 ? `{${organisations.join(',')}}` : ''];
}
