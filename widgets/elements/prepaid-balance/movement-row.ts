import { html, nothing, type TemplateResult } from 'lit';
import type { Movement } from '../../../shared/contract/prepaid.ts';
import { formatAmount } from '../../../shared/money/format-money.ts';
import { formatDay } from '../../parts/format-day.ts';
import { moneyFigure } from '../../parts/money-figure.ts';
import { causeIcons } from './cause-icons.ts';
import type { PanelTerms } from './panel-terms/terms.ts';

export interface MovementView {
  readonly row: Movement;
  readonly words: PanelTerms;
  readonly locale: string;
  /** Shows the invoice behind it; undefined where there is none to show. */
  readonly onShow: (() => void) | undefined;
}

/** One line of the statement. Roles are told, since its boxes are laid out as a grid in narrow columns. */
export function movementRow({ row, words, locale, onShow }: MovementView): TemplateResult {
  const { number, amount, balance, cause, at } = row;
  const plus = amount.amount > 0 ? '+' : '';
  return html`<tr role="row" part="row">
    <td role="cell" class="day"><time datetime=${at}>${formatDay(at, locale)}</time></td>
    <td role="cell" class="cause">
      <span class="what">${causeIcons[cause]}${words.causes[cause]}</span>
      ${number && onShow
        ? html`<button type="button" class="link" aria-label=${words.showInvoice(number)} @click=${onShow}>${number}</button>`
        : (number ?? nothing)}
    </td>
    <td role="cell" class="amount"><span class="currency">${amount.currency}</span> ${plus}${formatAmount(amount, locale)}</td>
    <td role="cell" class="balance">${moneyFigure(balance, locale)}</td>
  </tr>`;
}

/** Rows of the final size before there are any. */
export function movementSkeleton(rows: number): TemplateResult {
  return html`<table aria-hidden="true">
    <thead><tr><th>&nbsp;</th></tr></thead>
    <tbody>${Array.from({ length: rows }, () => html`<tr><td class="day"><i></i></td><td class="cause"><i></i></td></tr>`)}</tbody>
  </table>`;
}
