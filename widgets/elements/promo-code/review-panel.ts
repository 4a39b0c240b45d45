import { html, nothing, type TemplateResult } from 'lit';
import type { OrderQuote } from '../../../shared/contract/order.ts';
import type { AppliedCode } from '../../../shared/contract/promo-code.ts';
import { formatAmount, formatMoney } from '../../../shared/money/format-money.ts';
import { type AnswerWords, reasonText } from './code-answers.ts';
import { countsIcon, refusedIcon } from './code-rows.ts';
import type { Review } from './order-acts.ts';

interface PanelActs {
  readonly busy: boolean;
  readonly confirm: () => void;
  readonly keep: () => void;
}

/** A change before it is made: the codes it keeps and loses, and the total it leads to. */
export function reviewPanel(review: Review, with_: AnswerWords, { busy, confirm, keep }: PanelActs): TemplateResult {
  const { cause, quote } = review;
  const { words, answers } = with_;
  const trial = cause === 'trial';
  const { kept, lost } = sides(review);
  return html`<section class="review" part="review" aria-labelledby="review-title">
    <h3 id="review-title">${title(review, with_)}</h3>
    ${codeList(trial ? answers.wouldNot : answers.lost, lost, quote, with_)}
    ${codeList(trial ? answers.would : answers.kept, kept, quote, with_)}
    <p class="leads">${words.total}: <strong>${totalChange(review, with_)}</strong></p>
    <div class="buttons">
      <button type="button" class="primary" part="confirm" aria-busy=${busy} @click=${confirm}>${answers.confirm[cause]}</button>
      <button type="button" class="secondary" part="keep" @click=${keep}>${trial ? answers.close : answers.keep}</button>
    </div>
  </section>`;
}

/** The same in one line, to be read out. */
export function reviewText(review: Review, with_: AnswerWords): string {
  const { quote } = review;
  const { words, locale } = with_;
  const { kept, lost } = sides(review);
  const texts = [
    ...lost.map((code) => `${code.code}: ${reasonText(code, with_)}`),
    ...kept.map(({ code, discount }) => `${code}: ${formatMoney({ amount: -(discount ?? 0), currency: quote.currency }, locale)}.`),
  ];
  return [`${title(review, with_)}.`, ...texts, `${words.total}: ${totalChange(review, with_)}.`].join(' ');
}

/** The amount it leads to, and the present one where it differs. */
export function totalText(before: OrderQuote, now: OrderQuote, { answers, locale }: AnswerWords): string {
  const text = ({ totals: { gross: amount }, currency }: OrderQuote): string => formatMoney({ amount, currency }, locale);
  return before.totals.gross === now.totals.gross ? text(now) : answers.instead(text(now), text(before));
}

const totalChange = ({ before, quote }: Review, with_: AnswerWords): string => totalText(before, quote, with_);

function title({ cause, change }: Review, { words, answers }: AnswerWords): string {
  if (cause !== 'method') return answers.review[cause];
  return answers.review.method(change.paymentMethod ? words.methods[change.paymentMethod] : '');
}

/** What counts, and what of it no longer does; a trial shows also the typed codes that do not. */
function sides({ cause, before, quote }: Review): { kept: AppliedCode[]; lost: AppliedCode[] } {
  const counted = new Set(before.codes.flatMap(({ code, discount }) => (discount === null ? [] : [code])));
  const old = new Set(before.codes.map(({ code }) => code));
  const seen = new Set<string>();
  const lost = quote.codes.filter(({ code, discount }) => {
    const again = seen.has(code);
    seen.add(code);
    return discount === null && (counted.has(code) || (cause === 'trial' && (again || !old.has(code))));
  });
  return { kept: quote.codes.filter(({ discount }) => discount !== null), lost };
}

function codeList(label: string, codes: readonly AppliedCode[], { currency }: OrderQuote, with_: AnswerWords): TemplateResult | typeof nothing {
  if (codes.length === 0) return nothing;
  return html`<h4>${label}</h4>
    <ul>
      ${codes.map((applied) => {
        const { code, discount } = applied;
        return html`<li class=${discount === null ? 'refused' : 'counts'}>
          ${discount === null ? refusedIcon : countsIcon}<span class="name">${code}</span>
          ${discount === null
            ? html`<span class="reason">${reasonText(applied, with_)}</span>`
            : html`<span class="amount">${formatAmount({ amount: -discount, currency }, with_.locale)}</span>`}
        </li>`;
      })}
    </ul>`;
}
