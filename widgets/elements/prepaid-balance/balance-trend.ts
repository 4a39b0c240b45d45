import { html, svg, type TemplateResult } from 'lit';
import type { PrepaidOutlook } from '../../../shared/contract/prepaid.ts';
import { formatMoney } from '../../../shared/money/format-money.ts';
import { moneyFigure } from '../../parts/money-figure.ts';
import type { PrepaidBalanceTerms } from './terms/terms.ts';

/** Height of the drawing in its own units; the width is one unit a day. */
const HEIGHT = 40;

/** The outline of a balance that keeps its amount until the next day, from nothing up to the highest. */
export function trendPath(amounts: readonly number[]): string {
  const [lowest, highest] = [Math.min(0, ...amounts), Math.max(1, ...amounts)];
  const y = (amount: number): string => (HEIGHT - ((amount - lowest) / (highest - lowest)) * HEIGHT).toFixed(1);
  return amounts.map((amount, day) => `${day === 0 ? 'M0 ' : 'V'}${y(amount)}H${day + 1}`).join('');
}

/** The last days as a line, and in words: lowest, highest, now. Empty of both without `outlook`, at the same size. */
export function balanceTrend(outlook: PrepaidOutlook | undefined, terms: PrepaidBalanceTerms, locale: string): TemplateResult {
  const { trend = [], currency = '' } = outlook ?? {};
  const amounts = trend.map(({ available }) => available);
  const money = (amount: number): { amount: number; currency: string } => ({ amount, currency });
  const days = amounts.length - 1;
  const path = trendPath(amounts);
  return html`<figure class="trend" part="trend">
    <svg viewBox="0 0 ${Math.max(1, amounts.length)} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      ${path ? svg`<path class="area" d="${path}V${HEIGHT}H0Z" /><path class="line" d=${path} />` : ''}
    </svg>
    <figcaption>
      ${amounts.length > 0
        ? html`<span>${terms.trend(days)}</span>
            <span>${terms.lowest} ${moneyFigure(money(Math.min(...amounts)), locale)}</span>
            <span>${terms.highest} ${moneyFigure(money(Math.max(...amounts)), locale)}</span>
            <span class="visually-hidden">${terms.now} ${formatMoney(money(amounts.at(-1) ?? 0), locale)}</span>`
        : html`<span><i></i></span>`}
    </figcaption>
  </figure>`;
}
