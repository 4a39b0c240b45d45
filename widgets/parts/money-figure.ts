import { html, type TemplateResult } from 'lit';
import { formatAmount } from '../../shared/money/format-money.ts';
import type { Money } from '../../shared/money/money.ts';

/** An amount with its currency smaller beside it. Styles: `host.styles.ts`. */
export function moneyFigure(money: Money, locale: string): TemplateResult {
  return html`<span class="amount"><span class="currency">${money.currency}</span> ${formatAmount(money, locale)}</span>`;
}
