import { html, nothing, type TemplateResult } from 'lit';
import type { OrganisationRow } from '../../../shared/contract/organisation.ts';
import { matchedIdParts, matchedParts, type TextPart } from '../../../shared/domain/matched-parts.ts';
import type { OrganisationSearch } from '../../../shared/domain/organisation-search.ts';
import { formatAmount } from '../../../shared/money/format-money.ts';
import { warningIcon } from './icons.ts';
import type { SectionView } from './list-places.ts';
import { checkIcon, pinIcon } from './menu-icons.ts';
import { organisationMark } from './organisation-mark.ts';
import type { OrgSwitcherTerms } from './terms/terms.ts';

/** What the drawn part of the list depends on. */
export interface OptionsView {
  readonly terms: OrgSwitcherTerms;
  readonly locale: string;
  readonly numbers: Intl.NumberFormat;
  /** Id of the current organisation. */
  readonly current: string;
  readonly active: number;
  readonly count: number;
  /** What the rows were found by. */
  readonly search: OrganisationSearch | undefined;
  row(index: number): OrganisationRow | undefined;
  pinned(row: OrganisationRow): boolean;
  logo(row: OrganisationRow): string | null;
}

/** The sections in view, each a group with its heading. */
export function organisationOptions(sections: readonly SectionView[], view: OptionsView): TemplateResult[] {
  return sections.map(({ group, heading, first, end }) => {
    const rows = Array.from({ length: end - first }, (_, step) => option(first + step, view));
    if (group === undefined) return html`${rows}`;
    const title = view.terms[group];
    return html`<div class="group" role="group" aria-label=${title}>
      ${heading ? html`<div class="heading" part="heading" aria-hidden="true">${title}</div>` : nothing}${rows}
    </div>`;
  });
}

function option(index: number, view: OptionsView): TemplateResult {
  const row = view.row(index);
  if (!row) return placeholder(index, view);
  const current = row.id === view.current;
  const name = view.search && matchedParts(row.name, view.search);
  const id = view.search && !name ? matchedIdParts(row.id, view.search) : undefined;
  const classes = `row${index === view.active ? ' active' : ''}${view.pinned(row) ? ' pinned' : ''}${id ? ' by-id' : ''}`;
  return html`<div class=${classes} part="option" role="option" id=${`option-${index}`} data-index=${index}
    aria-selected=${current} aria-posinset=${index + 1} aria-setsize=${view.count}>
    ${organisationMark({ id: row.id, name: row.name, logo: view.logo(row) })}
    <span class="main">
      <span class="title"><span class="name" title=${row.name}>${name ? marked(name) : row.name}</span>${current ? checkIcon : nothing}</span>
      ${facts(row, view, id)}
    </span>
    <span class="pin" title=${view.pinned(row) ? view.terms.unpin : view.terms.pin}>${pinIcon}</span>
  </div>`;
}

function placeholder(index: number, { terms, active, count }: OptionsView): TemplateResult {
  return html`<div class=${index === active ? 'row pending active' : 'row pending'} role="option" id=${`option-${index}`}
    aria-selected="false" aria-posinset=${index + 1} aria-setsize=${count} aria-label=${terms.loading}>
    <span class="mark bone"></span><span class="main"><span class="bone"></span><span class="bone short"></span></span>
  </div>`;
}

/** Second line: the id where it is the reason of the match, else the role; then what the right allows. */
function facts(row: OrganisationRow, { terms, locale, numbers }: OptionsView, id: readonly TextPart[] | undefined): TemplateResult {
  const { open, overdue, available } = row;
  return html`<span class="facts">
    ${id ? html`<span class="id">${marked(id)}</span>` : html`<span class="role">${terms.roles[row.role]}</span>`}
    ${open ? html`<span class="to-pay">${terms.toPay(numbers.format(open))}</span>` : nothing}
    ${overdue ? html`<span class="overdue">${warningIcon}${terms.overdue(overdue, numbers.format(overdue))}</span>` : nothing}
    ${available
      ? html`<span class="amount"><span class="currency">${available.currency}</span> ${formatAmount(available, locale)}</span>`
      : nothing}
  </span>`;
}

function marked(parts: readonly TextPart[]): unknown[] {
  return parts.map(({ text, matched }) => (matched ? html`<mark>${text}</mark>` : text));
}
