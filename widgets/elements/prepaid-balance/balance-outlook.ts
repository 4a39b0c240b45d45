import { html, type TemplateResult } from 'lit';
import type { KontorError } from '../../../shared/client/kontor-error.ts';
import type { PrepaidOutlook } from '../../../shared/contract/prepaid.ts';
import { topUpAmount } from '../../../shared/domain/top-up-amount.ts';
import { formatMoney } from '../../../shared/money/format-money.ts';
import { formatDay } from '../../parts/format-day.ts';
import { problemText } from '../../parts/problem-text.ts';
import type { ProblemTerms } from '../../terms/problem/terms.ts';
import { coveredIcon, warningIcon } from './icons.ts';
import type { PrepaidBalanceTerms } from './terms/terms.ts';

export interface OutlookView {
  readonly outlook: PrepaidOutlook;
  readonly terms: PrepaidBalanceTerms;
  readonly locale: string;
  readonly today: string;
  /** Opens the top-up with this amount; undefined where there is none to be had. */
  readonly onTopUp: ((amount: number) => void) | undefined;
}

/** How far the balance reaches, what is missing, and the way to make it good. */
export function balanceOutlook({ outlook, terms, locale, today, onTopUp }: OutlookView): TemplateResult {
  const { shortfall, uncovered } = outlook;
  const short = shortfall.amount > 0;
  const amount = { ...shortfall, amount: topUpAmount(shortfall.amount) };
  const next = uncovered && terms.uncovered(uncovered.subject, formatMoney(uncovered.total, locale), formatDay(uncovered.on, locale));
  return html`<div class="outlook ${short ? 'short' : ''}" part="outlook">
    ${short ? warningIcon : coveredIcon}
    <p class="reach">${reach(outlook, terms, locale, today)}</p>
    <p class="rest" title=${next ?? ''}>${short ? terms.shortfall(formatMoney(shortfall, locale)) : (next ?? terms.nothingMissing)}</p>
    ${short && onTopUp
      ? html`<button type="button" class="secondary" part="top-up-shortfall" @click=${() => onTopUp(amount.amount)}>
          ${terms.topUpWith(formatMoney(amount, locale))}
        </button>`
      : ''}
  </div>`;
}

function reach({ coveredUntil, through }: PrepaidOutlook, terms: PrepaidBalanceTerms, locale: string, today: string): string {
  if (coveredUntil === null) return terms.coversAll(formatDay(through, locale));
  return coveredUntil < today ? terms.coversNothing : terms.coveredUntil(formatDay(coveredUntil, locale));
}

/** What stands in place of the outlook while it is not here, and after a failure; of the same size. */
export function outlookStandIn(error: KontorError | undefined, problem: ProblemTerms, retry: () => void): TemplateResult {
  if (!error) return html`<div class="outlook"><p class="reach"><i></i></p><p class="rest"><i></i></p></div>`;
  return html`<div class="outlook failed" part="error" role="alert">
    ${warningIcon}
    <p class="reach">${problemText(error, problem)}</p>
    <button type="button" class="secondary" part="retry" @click=${retry}>${problem.retry}</button>
  </div>`;
}
