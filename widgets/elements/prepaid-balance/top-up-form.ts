import { html, nothing, type TemplateResult } from 'lit';
import type { KontorError } from '../../../shared/client/kontor-error.ts';
import type { TestCard } from '../../../shared/contract/prepaid.ts';
import { topUpAmount } from '../../../shared/domain/top-up-amount.ts';
import { TOP_UP_BOUNDS } from '../../../shared/domain/top-up-bounds.ts';
import { formatAmount, formatMoney } from '../../../shared/money/format-money.ts';
import { minorUnitDigits } from '../../../shared/money/minor-unit-digits.ts';
import { parseAmount } from '../../../shared/money/parse-amount.ts';
import { warningIcon } from './icons.ts';
import type { PanelTerms } from './panel-terms/terms.ts';
import type { PrepaidBalanceTerms } from './terms/terms.ts';

/** Why what was typed is not taken. */
export type AmountFault = 'none' | 'low' | 'high';

export interface TopUpFormView {
  readonly terms: PrepaidBalanceTerms;
  readonly words: PanelTerms;
  readonly locale: string;
  readonly currency: string;
  readonly text: string;
  readonly card: TestCard;
  readonly fault: AmountFault | undefined;
  readonly note: KontorError | 'elsewhere-done' | undefined;
  readonly paying: boolean;
  /** Minor units. */
  readonly shortfall: number;
  readonly owed: number;
  onText(text: string): void;
  onPreset(amount: number): void;
  onCard(card: TestCard): void;
  onCancel(): void;
}

const CARDS: readonly TestCard[] = ['approved', 'declined', 'late', 'charged-back'];

/** Whole units of the currency. */
const PRESETS = [20, 50, 100, 200];

/** The amount that was typed in minor units, or what is wrong with it. */
export function readTopUpAmount(text: string, currency: string, locale: string): { amount?: number; fault?: AmountFault } {
  const amount = parseAmount(text, currency, locale);
  if (amount === undefined) return { fault: 'none' };
  if (amount < TOP_UP_BOUNDS.least) return { fault: 'low' };
  return amount > TOP_UP_BOUNDS.greatest ? { fault: 'high' } : { amount };
}

/** Amount and card. */
export function topUpForm(view: TopUpFormView): TemplateResult {
  const { terms, words, locale, currency, text, owed, paying, onCancel } = view;
  const { amount } = readTopUpAmount(text, currency, locale);
  const shown = amount === undefined ? undefined : formatMoney({ amount, currency }, locale);
  return html`<fieldset class="fields" ?disabled=${paying}>
      ${note(view)}
      ${amountField(view, amount)}
      ${owed > 0 ? html`<p class="hint">${words.settlesOwed(formatMoney({ amount: Math.min(owed, amount ?? owed), currency }, locale))}</p>` : nothing}
      ${cardChoice(view)}
    </fieldset>
    <footer>
      <button type="button" class="secondary" @click=${onCancel}>${paying ? words.close : words.cancel}</button>
      <button type="submit" class="primary" aria-busy=${paying}>${paying ? words.paying : shown ? terms.topUpWith(shown) : terms.topUp}</button>
    </footer>`;
}

function note({ note: why, words }: TopUpFormView): TemplateResult {
  const said =
    why === undefined ? '' : why === 'elsewhere-done' ? words.elsewhereDone : why.code === 'KONTOR_CLIENT_OFFLINE' ? words.offline : words.refused;
  return html`<div role="alert">${said ? html`<p class="note">${warningIcon}<span>${said}</span></p>` : nothing}</div>`;
}

function amountField(view: TopUpFormView, amount: number | undefined): TemplateResult {
  const { words, locale, currency, text, fault, shortfall, onText, onPreset } = view;
  const unit = 10 ** minorUnitDigits(currency);
  const missing = topUpAmount(shortfall);
  const preset = (value: number, label = ''): TemplateResult =>
    html`<button type="button" class="preset ${label ? 'missing' : ''}" aria-pressed=${value === amount} @click=${() => onPreset(value)}>
      ${label ? html`<span class="hint">${label}</span>` : nothing}${formatAmount({ amount: value, currency }, locale)}
    </button>`;
  return html`<div class="group">
    <label for="amount">${words.amount}</label>
    <div class="presets">
      ${PRESETS.map((value) => value * unit).filter((value) => value === topUpAmount(value) && value !== missing).map((value) => preset(value))}
      ${shortfall > 0 ? preset(missing, words.missing) : nothing}
    </div>
    <div class="entry ${fault ? 'wrong' : ''}">
      <span class="currency" aria-hidden="true">${currency}</span>
      <input id="amount" type="text" inputmode="decimal" autocomplete="off" maxlength="40" autofocus
        aria-describedby="bounds" aria-invalid=${fault !== undefined} .value=${text}
        @input=${(event: InputEvent) => onText((event.target as HTMLInputElement).value)} />
    </div>
    <p id="bounds" class=${fault ? 'hint fault' : 'hint'} aria-live="polite">${fault ? warningIcon : nothing}<span>${hint(view)}</span></p>
  </div>`;
}

function hint({ fault, words, locale, currency }: TopUpFormView): string {
  const least = formatMoney({ amount: TOP_UP_BOUNDS.least, currency }, locale);
  const greatest = formatMoney({ amount: TOP_UP_BOUNDS.greatest, currency }, locale);
  if (fault === 'low') return words.tooLow(least);
  if (fault === 'high') return words.tooHigh(greatest);
  const example = { amount: 50 * 10 ** minorUnitDigits(currency), currency };
  return fault === 'none' ? words.noAmount(formatAmount(example, locale)) : words.bounds(least, greatest);
}

function cardChoice({ words, card, onCard }: TopUpFormView): TemplateResult {
  return html`<fieldset class="group" aria-describedby="test-card">
    <legend>${words.testCard}</legend>
    <p id="test-card" class="hint">${words.testCardNote}</p>
    <div class="cards">
      ${CARDS.map(
        (each) => html`<label class="card"
          ><input type="radio" name="card" value=${each} .checked=${each === card} @change=${() => onCard(each)} />${words.cards[each]}</label
        >`,
      )}
    </div>
  </fieldset>`;
}
