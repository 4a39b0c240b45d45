import type { Clock } from '../../clock.ts';
import { audit } from '../../domain/audit.ts';
import type { Source } from '../../domain/audit.ts';
import type { Database } from '../../storage/database.ts';
import { countAttempt, forgiveAttempt } from './attempts.ts';
import { hashPassword, isOutdated, isPassword } from './passwords.ts';
import { TooBusyError } from './turns.ts';

/** How a sign-in with e-mail and password ends. A wrong password and an unknown e-mail are one and the same. */
export type SignInOutcome =
  | { readonly account: string }
  | { readonly refused: 'wrong' | 'busy' }
  | { readonly refused: 'too-many'; readonly retryAfterSeconds: number };

type Login = { id: string; hash: string };

/** What a person typed. */
interface Typed {
  readonly email: string;
  readonly password: string;
}

/**
 * Checks e-mail and password of a person at the sign-in page. One that is let in stands in the audit log. A
 * refused one does not, since nobody has proved who they are and anybody could fill the log for ever.
 */
export async function checkSignIn(
  { database, clock }: { readonly database: Database; readonly clock: Clock }, { email, password }: Typed, source: Source,
): Promise<SignInOutcome> {
  const attempt = { email: email.trim().toLowerCase(), address: source.address ?? '' };
  const retryAfterSeconds = await countAttempt(database, attempt, clock.now());
  if (retryAfterSeconds > 0) return { refused: 'too-many', retryAfterSeconds };
  try {
    const login = await readLogin(database, attempt.email);
    if (!(await isPassword(password, login?.hash)) || !login) return { refused: 'wrong' };
    const renewed = isOutdated(login.hash) ? await hashPassword(password) : undefined;
    await database.asOwner(async (tx) => {
      await forgiveAttempt(tx, attempt);
      await audit(tx, { organisation: null, at: clock.now(), actorKind: 'person', actor: login.id, act: 'account.sign-in', subject: login.id, source });
      // Unless it was changed meanwhile.
      if (renewed) await tx.query('update account_password set hash = $3 where account_id = $1 and hash = $2', [login.id, login.hash, renewed]);
    });
    return { account: login.id };
  } catch (error) {
    if (error instanceof TooBusyError) return { refused: 'busy' };
    throw error;
  }
}

async function readLogin(database: Database, email: string): Promise<Login | undefined> {
  const [login] = await database.asOwner((tx) =>
    tx.query<Login>('select a.id, p.hash from account a join account_password p on p.account_id = a.id where a.email = $1', [email]),
  );
  return login;
}
