/** The background: signs people in and out and keeps the badge. It may end at any moment and start anew. */
import type { Message } from '../messaging/messages.ts';
import { clearAlarm, ensureAlarm, onAlarm, onMessage, onStartup, onWindowClosed } from '../platform/platform.ts';
import { onSettings } from '../platform/settings.ts';
import { SessionStore } from '../session-store/session-store.ts';
import { renewTokens } from '../sign-in/renew-tokens.ts';
import { revoke } from '../sign-in/token-server.ts';
import { Badge } from './badge.ts';
import { flowWindow } from './flow-window.ts';
import { SignIn } from './sign-in.ts';

const ALARM = 'refresh';
/** Minutes between two rings; apart by chance, so that not all browsers ask a gateway at once. */
const RING_AFTER = 20;
const RING_SPREAD = 20;

const store = new SessionStore();
const signIn = new SignIn(store);
const badge = new Badge(store, { renew: renewTokens, refused: renew });

/** Sets alarm and badge to what the store says, however the last worker left them. */
async function settle(): Promise<void> {
  if (await store.connection()) await ensureAlarm(ALARM, RING_AFTER + Math.random() * RING_SPREAD);
  else await clearAlarm(ALARM);
  await badge.draw();
}

async function recover(): Promise<void> {
  const before = await store.connection();
  await signIn.recover();
  await settle();
  if ((await store.connection())?.id !== before?.id) await badge.refresh();
}

async function renew(): Promise<void> {
  await signIn.renew();
  await settle();
}

async function signOut(): Promise<void> {
  const tokens = await store.tokens();
  await signIn.callOff();
  await store.wipe();
  await settle();
  // The tokens are gone here; a gateway that is away forgets them when they expire.
  if (tokens) await revoke(tokens).catch(() => {});
}

const ACTS: { readonly [A in Message['act']]: (message: Extract<Message, { act: A }>) => Promise<void> } = {
  'sign-in': async ({ gateway }) => {
    await signIn.start(gateway);
    await settle();
    await badge.refresh();
  },
  'cancel-sign-in': () => signIn.callOff(),
  'sign-out': signOut,
  renew,
  'refresh-badge': async () => {
    // After a switch the old organisation's figure goes at once.
    await badge.draw();
    await badge.refresh();
  },
};

/** Nobody waits for what an event starts. */
function act(work: () => Promise<void>): void {
  work().catch((error: unknown) => console.warn(`Background: ${(error as Error).name}`));
}

onMessage((message) => ACTS[message.act](message as never));
onAlarm(() => act(() => badge.refresh()));
onSettings(() => act(() => badge.draw()));
onWindowClosed((id) => act(async () => ((await flowWindow.isNoted(id)) ? recover() : undefined)));
onStartup(() => act(() => badge.refresh()));
act(recover);
