import '../../widgets/elements/org-switcher/define.ts';
import '../../widgets/elements/prepaid-balance/define.ts';
import { warmFormats } from '../../widgets/parts/warm-formats.ts';
import { languageOf, loadTerms } from '../../widgets/terms/load-terms.ts';
import { onSettings, readSettings, type Settings, writeSettings } from '../platform/settings.ts';
import { SessionStore } from '../session-store/session-store.ts';
import { DueSummary } from './due-summary.ts';
import { KontorPopup } from './kontor-popup.ts';
import { popupSurroundings } from './popup-surroundings.ts';
import { readerLocale } from './reader-locale.ts';
import { SignInForm } from './sign-in-form.ts';
import { loadPopupTerms } from './terms/load-popup-terms.ts';
import type { PopupTerms } from './terms/terms.ts';

customElements.define('kontor-popup', KontorPopup);
customElements.define('kontor-popup-due', DueSummary);
customElements.define('kontor-popup-sign-in', SignInForm);

/** The words and what is kept come from the device at the same time; the popup is drawn once with both. */
async function start(): Promise<void> {
  const around = popupSurroundings(new SessionStore());
  // The next sign-in begins with the address of this one.
  const signIn = (gateway: string): void => void writeSettings({ gateway }).then(() => around.signIn(gateway));
  const popup = new KontorPopup({ ...around, signIn });
  const reading = Promise.allSettled([readSettings().then(words), popup.read()]);
  warmFormats();
  const [chosen, read] = await reading;
  if (chosen.status === 'rejected') throw chosen.reason;
  if (read.status === 'rejected') return sayNoStore(chosen.value.terms);
  document.body.append(Object.assign(popup, chosen.value));
  // Whoever compares the badge with the popup finds the same figure.
  requestIdleCallback(() => around.refreshBadge());
  onSettings(async (changed) => Object.assign(popup, await words(changed)));
}

async function words(settings: Settings): Promise<{ settings: Settings; locale: string; terms: PopupTerms }> {
  const locale = readerLocale(settings.language);
  const language = languageOf(locale);
  // The elements ask for their words themselves; asked for here, they are here when the elements are.
  const [terms] = await Promise.all([loadPopupTerms(language), language === 'en' ? undefined : loadTerms(language)]);
  document.documentElement.lang = locale;
  return { settings, locale, terms };
}

function sayNoStore({ signIn }: PopupTerms): void {
  const said = document.createElement('p');
  said.role = 'alert';
  said.textContent = signIn.noStore;
  document.body.append(said);
}

void start();
