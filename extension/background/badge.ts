import { GatewayClient } from '../../shared/client/gateway/gateway-client.ts';
import { GatewayTransport } from '../../shared/client/gateway/gateway-transport.ts';
import { codedError } from '../../shared/client/kontor-error.ts';
import type { Language } from '../../shared/contract/session.ts';
import { keptKey } from '../client/kept-key.ts';
import { showBadge } from '../platform/platform.ts';
import { readSettings } from '../platform/settings.ts';
import { readerLocale } from '../popup/reader-locale.ts';
import type { Connection } from '../session-store/records.ts';
import type { SessionStore } from '../session-store/session-store.ts';
import { PersonAuthorisation, type Renewal } from '../sign-in/person-authorisation.ts';
import { badgeFace, type Figures } from './badge-face.ts';
import de from './terms/de.ts';
import en from './terms/en.ts';
import es from './terms/es.ts';
import fr from './terms/fr.ts';
import it from './terms/it.ts';
import type { ToolbarTerms } from './terms/terms.ts';

/** A worker cannot fetch parts of itself later, so all languages are here. */
const TERMS: Readonly<Record<Language, ToolbarTerms>> = { it, de, en, es, fr };

/** The gateway shows the person no figures here: no right any more, or no longer a member. */
const WITHDRAWN: ReadonlySet<string> = new Set(['KONTOR_NOT_FOUND', 'KONTOR_BILLING_RIGHT_MISSING', 'KONTOR_FEATURE_MISSING']);

const figuresKey = ({ session }: Connection): string => keptKey(session.organisation.id, 'badge');

/** The badge on the toolbar: drawn from what is kept, so that it needs neither the gateway nor a memory. */
export class Badge {
  #store: SessionStore;
  #renewal: Renewal;

  constructor(store: SessionStore, renewal: Renewal) {
    this.#store = store;
    this.#renewal = renewal;
  }

  /** Shows what is known now. One at a time, or an older state might be shown last. */
  async draw(): Promise<void> {
    await navigator.locks.request('kontor-badge', async () => {
      const [connection, settings] = await Promise.all([this.#store.connection(), readSettings()]);
      const figures = connection && (await this.#store.kept<Figures>(figuresKey(connection)));
      const locale = readerLocale(settings.language);
      const terms = TERMS[locale.split('-', 1)[0] as Language] ?? en;
      await showBadge(badgeFace({ connection, figures, settings, now: new Date() }, { terms, locale }));
    });
  }

  /** Asks the gateway, and shows what it answers or how old the last answer is. */
  async refresh(): Promise<void> {
    const connection = await this.#store.connection();
    try {
      if (connection?.session.organisation.billingRight) await this.#read(connection);
    } catch (error) {
      const { code } = codedError(error);
      if (connection && WITHDRAWN.has(code)) await this.#store.keep(connection.id, figuresKey(connection), null, new Date());
    } finally {
      await this.draw();
    }
  }

  async #read(connection: Connection): Promise<void> {
    const { id, gateway, session } = connection;
    const client = new GatewayClient(session, new GatewayTransport(gateway, new PersonAuthorisation(this.#store, this.#renewal)));
    const at = new Date();
    const [balance, { summary }] = await Promise.all([client.prepaidBalance(), client.toPay({ limit: 1 })]);
    const figures: Figures = { balance, toPay: summary?.count ?? 0, overdue: summary?.overdue ?? 0 };
    await this.#store.keep(id, figuresKey(connection), figures, at);
    // The popup opens with no older balance than the badge shows.
    await this.#store.keep(id, keptKey(session.organisation.id, 'prepaid'), balance, at);
  }
}
