import { html, type TemplateResult } from 'lit';
import type { KontorError } from '../../../shared/client/kontor-error.ts';
import type { PrepaidBalance } from '../../../shared/contract/prepaid.ts';
import { formatMoney } from '../../../shared/money/format-money.ts';
import type { Money } from '../../../shared/money/money.ts';
import { moneyFigure } from '../../parts/money-figure.ts';
import { problemText } from '../../parts/problem-text.ts';
import { ageText } from './age-controller.ts';
import { refreshIcon, warningIcon } from './icons.ts';
import type { PrepaidBalanceTerms } from './terms/terms.ts';

export interface HeadView {
  /** Undefined while it is not here yet: the same size without words. */
  readonly balance: PrepaidBalance | undefined;
  /** When it was fresh, by the reader's clock. */
  readonly at: Date | undefined;
  /** Why it could not be read anew. */
  readonly error: KontorError | undefined;
  readonly reading: boolean;
  /** The limit that it is below. */
  readonly low: Money | undefined;
  /** A small trend beside the amount. */
  readonly trend: TemplateResult | undefined;
  readonly terms: PrepaidBalanceTerms;
  readonly locale: string;
  onRefresh(): void;
}

/** The figure, its age, and what is wrong with it. */
export function balanceHead(view: HeadView): TemplateResult {
  const { balance, trend, terms, locale } = view;
  return html`
    <div class="top">
      <span class="label">${terms.available}</span>
      ${age(view)}
    </div>
    <div class="figure">
      <span class="available" part="balance">${balance ? moneyFigure(balance.available, locale) : html`<i></i>`}</span>
      ${trend}
      <div class="states" part="state">${states(view)}</div>
    </div>
  `;
}

function age({ balance, at, reading, terms, locale, onRefresh }: HeadView): TemplateResult {
  const whole = balance && new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(balance.asOf));
  return html`<span class="age" part="age">
    ${balance && at ? html`<time datetime=${balance.asOf} title=${whole}>${terms.asOf(ageText(at, new Date(), locale))}</time>` : html`<i></i>`}
    <button type="button" class="plain refresh" aria-label=${terms.refresh} title=${terms.refresh} aria-busy=${reading}
      ?disabled=${!balance} @click=${onRefresh}>${refreshIcon}</button>
  </span>`;
}

function states({ balance, error, low, terms, locale }: HeadView): TemplateResult {
  const owed = balance && balance.owed.amount > 0 ? formatMoney(balance.owed, locale) : undefined;
  return html`${error ? html`<span class="state old" part="old">${warningIcon}${problemText(error, terms.problem)}</span>` : ''}
    ${owed ? html`<span class="state owed">${warningIcon}${terms.owed(owed)}</span>` : ''}
    ${low ? html`<span class="state low">${warningIcon}${terms.low(formatMoney(low, locale))}</span>` : ''}`;
}
