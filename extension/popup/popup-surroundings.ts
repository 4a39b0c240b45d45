import type { Message } from '../messaging/messages.ts';
import { openOptions, send } from '../platform/platform.ts';
import type { PersonAuthorisation } from '../sign-in/person-authorisation.ts';
import type { SessionStore } from '../session-store/session-store.ts';
import type { PopupSurroundings } from './popup-session.ts';

const NO_FRAME_MS = 200;

/** The extension around the popup. What only requests need is fetched once there is something to see. */
export function popupSurroundings(store: SessionStore): PopupSurroundings {
  let painted: Promise<void> | undefined;
  let authorisation: Promise<PersonAuthorisation> | undefined;
  return {
    store,
    async connect({ gateway }, organisation, options) {
      await (painted ??= nextPaint());
      authorisation ??= authorise(store);
      const { connectPerson } = await import('../sign-in/connect-person.ts');
      return connectPerson(gateway, await authorisation, organisation, options);
    },
    signIn: (gateway) => ask({ act: 'sign-in', gateway }),
    cancelSignIn: () => ask({ act: 'cancel-sign-in' }),
    signOut: () => ask({ act: 'sign-out' }),
    refreshBadge: () => ask({ act: 'refresh-badge' }),
    openOptions: () => void openOptions(),
  };
}

async function authorise(store: SessionStore): Promise<PersonAuthorisation> {
  const { PersonAuthorisation } = await import('../sign-in/person-authorisation.ts');
  return new PersonAuthorisation(store, {
    renew: async (...stale) => (await import('../sign-in/renew-tokens.ts')).renewTokens(...stale),
    refused: () => send({ act: 'renew' }),
  });
}

/** What comes of it is in the store. */
function ask(message: Message): void {
  send(message).catch(() => {});
}

/** The second frame comes after the first was shown; a page that nobody looks at has none. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, NO_FRAME_MS);
  });
}
