import { html, nothing, type TemplateResult } from 'lit';
import type { KontorError } from '../../../shared/client/kontor-error.ts';
import type { TestCard } from '../../../shared/contract/prepaid.ts';
import { topUpAmount } from '../../../shared/domain/top-up-amount.ts';
import { TOP_UP_BOUNDS } from '../../../shared/domain/top-up-bounds.ts';
import { formatAmount, formatMoney } from '../../../shared/money/format-money.ts';
import { minorUnitDigits } from '../../../shared/money/minor-unit-digits.ts';
import { parseAmount } from '../../../shared/money/parse-amount.ts';
import { warningIcon } from './icons.ts';
import type { PrepaidBalanceTerms } from './terms/terms.ts';

/** Why what was typed is not taken. */
export type AmountFault = 'none' | 'low' | 'high';

export interface TopUpFormView {
  readonly terms: PrepaidBalanceTerms;
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
  const { terms, locale, currency, text, owed, paying, onCancel } = view;
  const { amount } = readTopUpAmount(text, currency, locale);
  const shown = amount === undefined ? undefined : formatMoney({ amount, currency }, locale);
  return html`<fieldset class="fields" ?disabled=${paying}>
      ${note(view)}
      ${amountField(view, amount)}
      ${owed > 0 ? html`<p class="hint">${terms.settlesOwed(formatMoney({ amount: Math.min(owed, amount ?? owed), currency }, locale))}</p>` : nothing}
      ${cardChoice(view)}
    </fieldset>
    <footer>
      <button type="button" class="secondary" @click=${onCancel}>${paying ? terms.close : terms.cancel}</button>
      <button type="submit" class="primary" aria-busy=${paying}>${paying ? terms.paying : shown ? terms.topUpWith(shown) : terms.topUp}</button>
    </footer>`;
}

function note({ note: why, terms }: TopUpFormView): TemplateResult {
  const said =
    why === undefined ? '' : why === 'elsewhere-done' ? terms.elsewhereDone : why.code === 'KONTOR_CLIENT_OFFLINE' ? terms.offline : terms.refused;
  return html`<div role="alert">${said ? html`<p class="note">${warningIcon}<span>${said}</span></p>` : nothing}</div>`;
}

function amountField(view: TopUpFormView, amount: number | undefined): TemplateResult {
  const { terms, locale, currency, text, fault, shortfall, onText, onPreset } = view;
  const unit = 10 ** minorUnitDigits(currency);
  const missing = topUpAmount(shortfall);
  const preset = (value: number, label = ''): TemplateResult =>
    html`<button type="button" class="preset" aria-pressed=${value === amount} @click=${() => onPreset(value)}>
      ${label ? html`<span class="hint">${label}</span>` : nothing}${formatAmount({ amount: value, currency }, locale)}
    </button>`;
  return html`<div class="group">
    <label for="amount">${terms.amount}</label>
    <div class="presets">
      ${PRESETS.map((value) => value * unit).filter((value) => value === topUpAmount(value) && value !== missing).map((value) => preset(value))}
      ${shortfall > 0 ? preset(missing, terms.missing) : nothing}
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

function hint({ fault, terms, locale, currency }: TopUpFormView): string {
  const least = formatMoney({ amount: TOP_UP_BOUNDS.least, currency }, locale);
  const greatest = formatMoney({ amount: TOP_UP_BOUNDS.greatest, currency }, locale);
  if (fault === 'low') return terms.tooLow(least);
  if (fault === 'high') return terms.tooHigh(greatest);
  const example = { amount: 50 * 10 ** minorUnitDigits(currency), currency };
  return fault === 'none' ? terms.noAmount(formatAmount(example, locale)) : terms.bounds(least, greatest);
}

function cardChoice({ terms, card, onCard }: TopUpFormView): TemplateResult {
  return html`<fieldset class="group" aria-describedby="test-card">
    <legend>${terms.testCard}</legend>
    <p id="test-card" class="hint">${terms.testCardNote}</p>
    <div class="cards">
      ${CARDS.map(
        (each) => html`<label class="card"
          ><input type="radio" name="card" value=${each} .checked=${each === card} @change=${() => onCard(each)} />${terms.cards[each]}</label
        >`,
      )}
    </div>
  </fieldset>`;
}
