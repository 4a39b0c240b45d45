import { html, type TemplateResult } from 'lit';
import type { PrepaidBalance, PrepaidOutlook } from '../../../shared/contract/prepaid.ts';
import { formatMoney } from '../../../shared/money/format-money.ts';
import type { Money } from '../../../shared/money/money.ts';
import { formatDay } from '../../parts/format-day.ts';
import { moneyFigure } from '../../parts/money-figure.ts';
import type { PrepaidBalanceTerms } from './terms/terms.ts';

export interface PartsView {
  /** Undefined while it is not here yet: the same size without amounts. */
  readonly balance: PrepaidBalance | undefined;
  readonly outlook: PrepaidOutlook | undefined;
  readonly terms: PrepaidBalanceTerms;
  readonly locale: string;
}

/** Where the money comes from and what of it is held or on its way. */
export function balanceParts({ balance, outlook, terms, locale }: PartsView): TemplateResult {
  const expiry = outlook?.nextExpiry;
  const note = expiry ? terms.expires(formatMoney(expiry.amount, locale), formatDay(expiry.on, locale)) : '';
  const line = (name: keyof PrepaidBalanceTerms['parts'], money: Money | undefined, small = ''): TemplateResult =>
    html`<div class="part ${money?.amount === 0 ? 'none' : ''}">
      <dt>${terms.parts[name]}</dt>
      <dd>${money ? moneyFigure(money, locale) : html`<i></i>`}</dd>
      <dd class="small" ?hidden=${name !== 'free'}>${small}</dd>
    </div>`;
  return html`<dl class="parts" part="parts">
    ${line('purchased', balance?.available)} ${line('reserved', balance?.reserved)}
    ${line('free', balance?.freeCredit, note)} ${line('pending', balance?.pending)}
  </dl>`;
}
