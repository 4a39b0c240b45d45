import { html, nothing, type TemplateResult } from 'lit';
import type { InvoiceDetail, InvoiceLine } from '../../../shared/contract/invoice.ts';
import type { Party } from '../../../shared/contract/value.ts';
import { formatAmount } from '../../../shared/money/format-money.ts';
import { minorUnitDigits } from '../../../shared/money/minor-unit-digits.ts';
import { formatDay } from '../../parts/format-day.ts';
import { formatDecimal, formatQuantity, formatRate } from './format-quantity.ts';
import { marksOf } from './marks-of.ts';
import type { InvoiceListTerms } from './terms/terms.ts';

interface DetailsModel {
  readonly detail: InvoiceDetail;
  readonly terms: InvoiceListTerms;
  readonly locale: string;
}

/** A document in full: its course, parties, lines, taxes and sums, as they stand in it. */
export function detailsBody(model: DetailsModel): TemplateResult {
  const { detail, terms } = model;
  return html`
    ${marksOf(detail.row, terms).notes.map((text) => html`<p class="remark">${text}</p>`)} ${course(model)}
    <div class="parties">${party(terms.seller, detail.seller, terms)} ${party(terms.buyer, detail.buyer, terms)}</div>
    ${linesTable(model)} ${sumsTable(model)}
    ${detail.note ? html`<section><h3>${terms.note}</h3><p class="text">${detail.note}</p></section>` : nothing}
  `;
}

/** From the pro forma over the payment to the final document, with days and numbers. */
function course({ detail, terms, locale }: DetailsModel): TemplateResult {
  return html`<section>
    <h3>${terms.course}</h3>
    <ol class="course">
      ${detail.chain.map(
        ({ step, on, number }) => html`<li class=${on === null ? 'ahead' : ''}>
          <span class="step">${terms.steps[step]}</span>
          <span class="on">${on === null ? '–' : formatDay(on, locale)}</span>
          <span class="number">${number}</span>
        </li>`,
      )}
    </ol>
  </section>`;
}

function party(title: string, { name, vatId, address }: Party, terms: InvoiceListTerms): TemplateResult {
  const town = [address.country, address.postcode, address.town].filter(Boolean).join(' ');
  return html`<section>
    <h3>${title}</h3>
    <p>
      <strong>${name}</strong>${[...address.lines, town].filter(Boolean).map((line) => html`<br />${line}`)}
      ${vatId ? html`<br /><span class="muted">${terms.vatId} ${vatId}</span>` : nothing}
    </p>
  </section>`;
}

function linesTable({ detail, terms, locale }: DetailsModel): TemplateResult {
  const { currency } = detail.row.total;
  const row = (line: InvoiceLine): TemplateResult => html`<tr>
    <th scope="row">${line.name}${line.description ? html`<span class="muted">${line.description}</span>` : nothing}</th>
    <td data-label=${terms.quantity}>${formatQuantity(line.quantity, line.unit, locale)}</td>
    <td data-label=${terms.unitPrice}>${formatDecimal(line.unitPrice, locale, minorUnitDigits(currency))}</td>
    <td data-label=${terms.vat}>${rateText(line.vatRate, line.vatCategory, locale)}</td>
    <td data-label=${terms.net}>${formatAmount({ amount: line.net, currency }, locale)}</td>
  </tr>`;
  return html`<section>
    <h3>${terms.lines} <span class="currency">${currency}</span></h3>
    <table class="lines">
      <thead>
        <tr>
          <th scope="col">${terms.item}</th>
          ${[terms.quantity, terms.unitPrice, terms.vat, terms.net].map((label) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${detail.lines.map(row)}
      </tbody>
    </table>
  </section>`;
}

/** The sums, those that are zero left out where nobody misses them. */
function sumsTable({ detail, terms, locale }: DetailsModel): TemplateResult {
  const { totals, taxes, row } = detail;
  const { currency } = row.total;
  const format = (amount: number): string => formatAmount({ amount, currency }, locale);
  const line = (label: string, amount: number, name = ''): TemplateResult =>
    html`<tr class=${name}><th scope="row">${label}</th><td>${format(amount)}</td></tr>`;
  const unlessZero = (key: keyof typeof totals, sign = 1): TemplateResult | typeof nothing =>
    totals[key] === 0 ? nothing : line(terms.sums[key], sign * totals[key]);
  const adjusted = totals.allowances !== 0 || totals.charges !== 0;
  return html`<section>
    <h3>${terms.totals} <span class="currency">${currency}</span></h3>
    <table class="sums">
      <tbody>
        ${adjusted ? line(terms.sums.lines, totals.lines) : nothing} ${unlessZero('allowances', -1)} ${unlessZero('charges')}
        ${line(terms.sums.net, totals.net)}
        ${taxes.map(({ category, rate, taxable, tax }) => line(terms.vatOn(rateText(rate, category, locale), format(taxable)), tax))}
        ${line(terms.sums.gross, totals.gross, 'strong')} ${unlessZero('prepaid', -1)} ${unlessZero('rounding')}
        ${line(terms.sums.payable, totals.payable, 'strong')}
      </tbody>
    </table>
  </section>`;
}

/** The rate, and where it is not the ordinary one its category of EN 16931: `0 % (AE)`. */
function rateText(rate: string, category: string, locale: string): string {
  return category === 'S' ? formatRate(rate, locale) : `${formatRate(rate, locale)} (${category})`;
}
