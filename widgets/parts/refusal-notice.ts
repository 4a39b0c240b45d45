import { html, type TemplateResult } from 'lit';
import type { KontorClient } from '../../shared/client/kontor-client.ts';
import { KontorError } from '../../shared/client/kontor-error.ts';
import type { Feature } from '../../shared/contract/session.ts';
import { mayBill } from '../../shared/domain/rights.ts';
import type { SessionControl } from '../contexts/session-context.ts';
import type { ProblemTerms } from '../terms/problem/terms.ts';
import { oneStop } from './one-stop.ts';
import { problemNotice } from './problem-notice.ts';
import { problemText } from './problem-text.ts';

/** Words of an element that shows money. */
export interface RefusalTerms {
  problem: ProblemTerms;
  noRight: string;
  /** @param names of owners and admins */
  whoCanHelp: (names: string) => string;
}

export interface RefusalView {
  readonly client: KontorClient | undefined;
  /** The session around the element, which says why there is no client. */
  readonly session: SessionControl | undefined;
  /** Without it the element shows nothing. */
  readonly feature: Feature;
  readonly terms: RefusalTerms;
  readonly locale: string;
}

/** What stands in place of an element that shows money where it cannot at all; undefined where it can. */
export function refusalNotice(view: RefusalView): TemplateResult | undefined {
  const { client, feature, terms, locale } = view;
  if (!client) return noSession(view);
  if (!client.can(feature)) return html`<div class="notice" part="error"><p>${terms.problem.notIncluded}</p></div>`;
  const { organisation } = client.session;
  if (mayBill(organisation)) return undefined;
  const names = new Intl.ListFormat(locale, { type: 'disjunction' }).format(organisation.administrators);
  return html`<div class="notice" part="error">
    <p><strong>${terms.noRight}</strong></p>
    ${names ? html`<p>${oneStop(terms.whoCanHelp(names))}</p>` : ''}
  </div>`;
}

function noSession({ session, terms: { problem } }: RefusalView): TemplateResult | undefined {
  if (session?.status === 'failed' && session.error) return problemNotice(session.error, problem, () => session.retry());
  if (session?.status !== 'ended') return undefined;
  const ended = new KontorError('KONTOR_TOKEN_REVOKED');
  return html`<div class="notice" part="error"><p>${problemText(ended, problem)}</p></div>`;
}
