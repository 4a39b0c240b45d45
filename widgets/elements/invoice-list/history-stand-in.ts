import { html, type TemplateResult } from 'lit';
import type { PartController } from '../../controllers/part-controller.ts';
import { problemNotice } from '../../parts/problem-notice.ts';
import type { InvoiceListTerms } from './terms/terms.ts';

/** What stands in the place of the history, as high as it, while its part is fetched or did not arrive. */
export function historyStandIn({ status, error, want }: PartController<unknown>, terms: InvoiceListTerms): TemplateResult | undefined {
  if (status === 'here') return undefined;
  return html`<div class="coming" aria-busy=${!error}>
    <div class="rows">${error ? problemNotice(error, terms.problem, want) : undefined}</div>
  </div>`;
}
