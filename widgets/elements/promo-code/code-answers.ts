import { html, nothing, type TemplateResult } from 'lit';
import type { PromoCheckResult, PromoOffer } from '../../../shared/contract/promo-code.ts';
import type { ProductKind } from '../../../shared/domain/product-kinds.ts';
import { formatMoney } from '../../../shared/money/format-money.ts';
import { formatDay } from '../../parts/format-day.ts';
import { countsIcon, formatRate, refusedIcon } from './code-rows.ts';
import type { OfferFacts, PromoAnswerTerms } from './terms/answers/terms.ts';
import type { PromoCodeTerms } from './terms/terms.ts';

/** What answers are worded with. */
export interface AnswerWords {
  readonly words: PromoCodeTerms;
  readonly answers: PromoAnswerTerms;
  readonly locale: string;
}

type Told = Pick<PromoCheckResult, 'reason' | 'offer'>;

/** Why a code does not count, with what its offer asks for; empty where it does. */
export function reasonText({ reason, offer }: Told, with_: AnswerWords): string {
  return reason === null ? '' : with_.answers.reasons[reason](factsOf(offer, with_));
}

/** What each of these codes offers and asks for, or why it is worth nothing here. */
export function answers(results: readonly PromoCheckResult[], with_: AnswerWords): TemplateResult {
  return html`<ul class="answers" part="answers">
    ${results.map(
      (result) => html`<li class=${result.reason === null ? 'counts' : 'refused'}>
        <p class="chip">${result.reason === null ? countsIcon : refusedIcon}<span class="name">${result.code}</span></p>
        ${result.reason === null ? nothing : html`<p class="reason">${reasonText(result, with_)}</p>`}
        ${result.offer && (result.reason === null || result.reason === 'not-yet-valid') ? offerList(result.offer, with_) : nothing}
      </li>`,
    )}
  </ul>`;
}

function offerList(offer: PromoOffer, with_: AnswerWords): TemplateResult {
  const { answers, locale } = with_;
  const { offer: words } = answers;
  const facts = factsOf(offer, with_);
  const { percent, amount } = offer;
  const value = percent === null ? amount && formatMoney(amount, locale) : formatRate(percent * 100, locale);
  const lines = [
    offer.productKinds ? words.products(facts) : words.anyProduct,
    offer.paymentMethods && words.methods(facts),
    offer.leastAmount && words.least(facts),
    offer.startsOn && words.from(facts),
    offer.expiresOn && words.until(facts),
    !offer.stackable && words.alone,
  ];
  return html`<p class="worth">${value ? words.takesOff(value) : nothing}</p>
    <ul class="terms">
      ${lines.filter(Boolean).map((line) => html`<li>${line}</li> `)}
    </ul>`;
}

function factsOf(offer: PromoOffer | null, { words, answers, locale }: AnswerWords): OfferFacts {
  const either = new Intl.ListFormat(locale, { type: 'disjunction' });
  const day = (at: string | null | undefined): string => (at ? formatDay(at, locale) : '–');
  return {
    products: either.format(offer?.productKinds?.map((kind) => answers.products[kind as ProductKind] ?? kind) ?? []),
    methods: either.format(offer?.paymentMethods?.map((method) => words.methods[method]) ?? []),
    least: offer?.leastAmount ? formatMoney(offer.leastAmount, locale) : '–',
    currency: offer?.amount?.currency ?? '',
    from: day(offer?.startsOn),
    until: day(offer?.expiresOn),
  };
}
