import type { Authorisation } from '../../shared/client/gateway/authorisation.ts';
import type { SignInCode } from '../session-store/records.ts';
import type { SessionStore } from '../session-store/session-store.ts';
import { connectPerson } from '../sign-in/connect-person.ts';
import { gatewayOrigin } from '../sign-in/gateway-origin.ts';
import { personProof } from '../sign-in/person-proof.ts';
import { TOKENS_LOCK } from '../sign-in/renew-tokens.ts';
import { needsPerson, signInCode, SignInError } from '../sign-in/sign-in-failure.ts';
import { type Asking, authorise, type Authorised } from './authorise.ts';
import { flowWindow } from './flow-window.ts';

/** A sign-in whose worker was killed is made up for within this time. */
const RECOVERED_WITHIN_MS = 600_000;

/** Signs people in. One in each worker; what has to outlive the worker is in the store. */
export class SignIn {
  #store: SessionStore;
  /** Whether a flow of this worker is under way. Firefox calls a second one a cancel. */
  #live = false;
  #recovering: Promise<void> | undefined;
  #renewing: Promise<void> | undefined;

  constructor(store: SessionStore) {
    this.#store = store;
  }

  /** Asks the person, in a window. A second call brings that window to the front. */
  async start(typed: string): Promise<void> {
    await this.#recovering;
    if (this.#live) return flowWindow.focus();
    const gateway = gatewayOrigin(typed);
    if (gateway === undefined) return this.#failed(typed, 'KONTOR_SIGN_IN_NO_GATEWAY');
    await this.#flow(gateway, { interactive: true }, async () => {
      await this.#forgetPending();
      await flowWindow.close();
      return flowWindow.expect();
    });
  }

  /**
   * Makes up for a worker that was killed while its window was open: the code is lost, but the gateway
   * knows who has just signed in. As long as the window stands, the person may still be typing.
   */
  recover(): Promise<void> {
    return (this.#recovering ??= this.#recover().finally(() => (this.#recovering = undefined)));
  }

  /**
   * Tries to renew what the refresh token could not, with what the gateway remembers of this browser; if
   * that is nothing, the person is signed out.
   */
  renew(): Promise<void> {
    const renew = async (): Promise<void> => navigator.locks.request(TOKENS_LOCK, () => this.#renew());
    return (this.#renewing ??= renew().finally(() => (this.#renewing = undefined)));
  }

  /** Calls off a sign-in that is under way. */
  async callOff(): Promise<void> {
    await this.#forgetPending();
    await flowWindow.close();
  }

  async #recover(): Promise<void> {
    if (this.#live || (await flowWindow.stands())) return;
    const pendings = await this.#store.pendings();
    const last = pendings.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime()).at(-1);
    await this.#forgetPending();
    const age = last ? Date.now() - last.startedAt.getTime() : Infinity;
    // Whoever signed in before that was someone else, or did not mean this.
    if (last && age < RECOVERED_WITHIN_MS) await this.#flow(last.gateway, { interactive: false, maxAge: Math.ceil(age / 1000) });
    else if ((await this.#store.signIn()).status === 'open') await this.#store.setSignIn({ status: 'idle' });
  }

  async #flow(gateway: string, asking: Asking, before?: () => Promise<() => Promise<void>>): Promise<void> {
    this.#live = true;
    const after = await before?.();
    try {
      await this.#store.setSignIn({ status: 'open', gateway });
      await authorise(this.#store, gateway, asking, (authorised) => this.#establish(gateway, authorised));
      await this.#store.setSignIn({ status: 'idle' });
    } catch (error) {
      await this.#ended(gateway, error);
    } finally {
      this.#live = false;
      await after?.();
    }
  }

  async #establish(gateway: string, { tokens }: Authorised): Promise<void> {
    const key = await this.#store.makeKey();
    const authorisation: Authorisation = { headers: (method, address) => personProof(tokens, key, method, address), drop() {}, end() {} };
    const { session } = await connectPerson(gateway, authorisation, undefined);
    await this.#store.establish({ id: crypto.randomUUID(), gateway, session, previous: undefined }, tokens);
  }

  async #renew(): Promise<void> {
    const connection = await this.#store.connection();
    if (!connection) return;
    const { gateway, id, session } = connection;
    try {
      await authorise(this.#store, gateway, { interactive: false }, async ({ tokens, person }) => {
        if (person !== session.person.id) throw new SignInError('KONTOR_SIGN_IN_ENDED');
        await this.#store.setTokens(id, tokens);
      });
    } catch (error) {
      // Whatever else went wrong may go better with the next request.
      if (needsPerson(error) || (error instanceof SignInError && error.code === 'KONTOR_SIGN_IN_ENDED')) await this.#store.wipe({ status: 'failed', gateway, code: 'KONTOR_SIGN_IN_ENDED' });
    }
  }

  /** A person who closes the window has changed their mind, which is no failure. */
  async #ended(gateway: string, error: unknown): Promise<void> {
    const { name, message } = error as Error;
    if (/only one/i.test(message)) return this.#failed(gateway, 'KONTOR_SIGN_IN_WINDOW_OPEN');
    if (needsPerson(error)) return this.#store.setSignIn({ status: 'idle' });
    console.warn(`Sign-in failed: ${name}`);
    return this.#failed(gateway, signInCode(error));
  }

  #failed(gateway: string, code: SignInCode): Promise<void> {
    return this.#store.setSignIn({ status: 'failed', gateway, code });
  }

  async #forgetPending(): Promise<void> {
    for (const { state } of await this.#store.pendings()) await this.#store.removePending(state);
  }
}
