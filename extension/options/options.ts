import { languageOf } from '../../widgets/terms/load-terms.ts';
import { openShortcut } from '../platform/platform.ts';
import { onSettings, readSettings, type Settings, writeSettings } from '../platform/settings.ts';
import { readerLocale } from '../popup/reader-locale.ts';
import { openSessionStore, type SessionStore } from '../session-store/session-store.ts';
import { OptionsForm } from './options-form.ts';
import { loadOptionsTerms } from './terms/load-options-terms.ts';

customElements.define('kontor-options', OptionsForm);

async function start(): Promise<void> {
  const store = await openSessionStore().catch(() => undefined);
  const form = new OptionsForm();
  form.addEventListener('change', (event) => void writeSettings((event as CustomEvent<Partial<Settings>>).detail));
  Object.assign(form, await shown(await readSettings()), await standing(store), { shortcut: await openShortcut() });
  document.body.append(form);
  onSettings(async (settings) => Object.assign(form, await shown(settings)));
  store?.watch(async (changed) => changed === 'connection' && Object.assign(form, await standing(store)));
}

async function shown(settings: Settings): Promise<Pick<OptionsForm, 'settings' | 'locale' | 'terms'>> {
  const locale = readerLocale(settings.language);
  const terms = await loadOptionsTerms(languageOf(locale));
  document.documentElement.lang = locale;
  document.title = `Kontor – ${terms.title}`;
  return { settings, locale, terms };
}

async function standing(store: SessionStore | undefined): Promise<Partial<Pick<OptionsForm, 'signedIn' | 'currency'>>> {
  const connection = await store?.connection();
  return connection ? { signedIn: true, currency: connection.session.organisation.currency } : { signedIn: false };
}

void start();
