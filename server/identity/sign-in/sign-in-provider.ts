import type { JWK, Provider } from 'oidc-provider';
import { Provider as OpenIdProvider } from 'oidc-provider';
import type { SecretBox } from '../secret-box.ts';
import type { SigningKeys } from '../signing-keys.ts';
import { providerSettings } from './provider-settings.ts';
import type { ProviderParts } from './provider-settings.ts';
import { readSecrets } from './secrets.ts';

/** The OpenID provider, and the secret of the forms on its pages. */
export interface SignIn {
  readonly provider: Provider;
  readonly formSecret: Buffer;
}

/**
 * Makes the provider when it is first needed, and again when the signing keys have changed: it takes them
 * at its making only. What it knows is in the database, so an older one may still finish its requests.
 */
export class SignInProvider {
  readonly #parts: ProviderParts;
  readonly #keys: SigningKeys;
  readonly #box: SecretBox;
  readonly #onMade: (provider: Provider) => void;
  #made: { readonly keyIds: string; readonly signIn: Promise<SignIn> } | undefined;

  constructor(parts: ProviderParts, keys: SigningKeys, box: SecretBox, onMade: (provider: Provider) => void) {
    this.#parts = parts;
    this.#keys = keys;
    this.#box = box;
    this.#onMade = onMade;
  }

  async current(): Promise<SignIn> {
    const keys = await this.#keys.privateKeys();
    const keyIds = keys.map(({ kid }) => kid).join(' ');
    if (this.#made?.keyIds === keyIds) return await this.#made.signIn;
    const made = { keyIds, signIn: this.#make(keys) };
    this.#made = made;
    // A failed making is not kept.
    made.signIn.catch(() => {
      if (this.#made === made) this.#made = undefined;
    });
    return await made.signIn;
  }

  async #make(keys: readonly JWK[]): Promise<SignIn> {
    const secrets = await readSecrets(this.#parts.database, this.#box);
    const provider = new OpenIdProvider(this.#parts.gatewayUrl, providerSettings(this.#parts, keys, secrets));
    // Host and protocol of every request are the issuer's (`route-to-provider`), never the caller's.
    provider.proxy = true;
    this.#onMade(provider);
    return { provider, formSecret: secrets.form };
  }
}
