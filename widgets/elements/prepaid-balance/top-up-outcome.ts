import { html, nothing, type TemplateResult } from 'lit';
import { formatMoney } from '../../../shared/money/format-money.ts';
import { problemText } from '../../parts/problem-text.ts';
import { failedIcon, settledIcon, waitingIcon } from './cause-icons.ts';
import { warningIcon } from './icons.ts';
import type { PrepaidBalanceTerms } from './terms/terms.ts';
import type { TopUpState } from './top-up-act.ts';

export interface OutcomeView {
  readonly state: TopUpState;
  readonly terms: PrepaidBalanceTerms;
  readonly locale: string;
  onRetry(): void;
  onAgain(): void;
  onClose(): void;
}

/** What has become of the top-up, and what can be done next; stands in place of the form. */
export function topUpOutcome(view: OutcomeView): TemplateResult | typeof nothing {
  const { state, terms, onRetry, onClose } = view;
  const close = html`<button type="button" class="secondary" @click=${onClose}>${terms.close}</button>`;
  if (state.step === 'elsewhere') return outcome('waiting', waitingIcon, terms.elsewhere, '', close);
  if (state.step === 'unsure') {
    const retry = html`<button type="button" class="primary" @click=${onRetry}>${terms.problem.retry}</button>`;
    return outcome('unsure', warningIcon, terms.unsure, problemText(state.error, terms.problem), html`${close}${retry}`);
  }
  return state.step === 'answered' ? answered(view, state.topUp) : nothing;
}

function answered({ terms, locale, onAgain, onClose }: OutcomeView, topUp: Extract<TopUpState, { step: 'answered' }>['topUp']): TemplateResult {
  const said = terms.states[topUp.state](formatMoney(topUp.amount, locale));
  const close = html`<button type="button" class="secondary" @click=${onClose}>${terms.close}</button>`;
  const done = html`<button type="button" class="primary" @click=${onClose}>${terms.done}</button>`;
  if (topUp.state === 'settled') return outcome('settled', settledIcon, said, '', done);
  if (topUp.state === 'pending') return outcome('waiting', waitingIcon, said, terms.pendingNote, close);
  const again = html`<button type="button" class="primary" @click=${onAgain}>${terms.again}</button>`;
  return outcome('failed', failedIcon, said, '', html`${close}${again}`);
}

function outcome(kind: string, sign: TemplateResult, said: string, note: string, actions: TemplateResult): TemplateResult {
  return html`<div class="said ${kind}">${sign}<p>${said}</p>${note ? html`<p class="hint">${note}</p>` : nothing}</div>
    <footer>${actions}</footer>`;
}
