import { html, nothing, type TemplateResult } from 'lit';
import { formatMoney } from '../../../shared/money/format-money.ts';
import { problemText } from '../../parts/problem-text.ts';
import { failedIcon, settledIcon, waitingIcon } from './cause-icons.ts';
import { warningIcon } from './icons.ts';
import type { PanelTerms } from './panel-terms/terms.ts';
import type { PrepaidBalanceTerms } from './terms/terms.ts';
import type { TopUpState } from './top-up-act.ts';

export interface OutcomeView {
  readonly state: TopUpState;
  readonly terms: PrepaidBalanceTerms;
  readonly words: PanelTerms;
  readonly locale: string;
  onRetry(): void;
  onAgain(): void;
  onClose(): void;
}

/** What has become of the top-up, and what can be done next; stands in place of the form. */
export function topUpOutcome(view: OutcomeView): TemplateResult | typeof nothing {
  const { state, terms, words, onRetry, onClose } = view;
  const close = html`<button type="button" class="secondary" @click=${onClose}>${words.close}</button>`;
  if (state.step === 'elsewhere') return outcome('waiting', waitingIcon, words.elsewhere, '', close);
  if (state.step === 'unsure') {
    const retry = html`<button type="button" class="primary" @click=${onRetry}>${terms.problem.retry}</button>`;
    return outcome('unsure', warningIcon, words.unsure, problemText(state.error, terms.problem), html`${close}${retry}`);
  }
  return state.step === 'answered' ? answered(view, state.topUp) : nothing;
}

function answered({ terms, words, locale, onAgain, onClose }: OutcomeView, topUp: Extract<TopUpState, { step: 'answered' }>['topUp']): TemplateResult {
  const amount = formatMoney(topUp.amount, locale);
  const close = html`<button type="button" class="secondary" @click=${onClose}>${words.close}</button>`;
  const done = html`<button type="button" class="primary" @click=${onClose}>${words.done}</button>`;
  if (topUp.state === 'settled') return outcome('settled', settledIcon, terms.arrived(amount), '', done);
  const said = words.states[topUp.state](amount);
  if (topUp.state === 'pending') return outcome('waiting', waitingIcon, said, words.pendingNote, close);
  const again = html`<button type="button" class="primary" @click=${onAgain}>${words.again}</button>`;
  return outcome('failed', failedIcon, said, '', html`${close}${again}`);
}

function outcome(kind: string, sign: TemplateResult, said: string, note: string, actions: TemplateResult): TemplateResult {
  return html`<div class="said ${kind}">${sign}<p>${said}</p>${note ? html`<p class="hint">${note}</p>` : nothing}</div>
    <footer>${actions}</footer>`;
}
