import { html, nothing, type TemplateResult } from 'lit';
import { INVOICE_STATUSES, type InvoiceStatus } from '../../../shared/domain/invoice-status.ts';
import { formatDay } from '../../parts/format-day.ts';
import { type HistoryFilter, isFiltered, NO_FILTER } from './history-filter.ts';
import { ALL_TIME, CUSTOM, recentQuarters, recentYears } from './period.ts';
import { statusBadge } from './status-badge.ts';
import type { InvoiceListTerms } from './terms/terms.ts';

interface FilterBarModel {
  readonly filter: HistoryFilter;
  readonly today: string;
  readonly terms: InvoiceListTerms;
  readonly change: (change: Partial<HistoryFilter>) => void;
}

/** Search, states and period of the history. */
export function filterBar({ filter, today, terms, change }: FilterBarModel): TemplateResult {
  const typed = (event: Event): void => change({ search: (event.target as HTMLInputElement).value });
  return html`<div class="filters" part="filters">
    <input
      class="field search"
      part="search"
      type="search"
      maxlength="200"
      autocomplete="off"
      spellcheck="false"
      aria-label=${terms.search}
      placeholder=${terms.searchHint}
      .value=${filter.search}
      @input=${typed}
    />
    ${statusMenu(filter.status, terms, change)} ${periodFields(filter, today, terms, change)}
    ${isFiltered(filter)
      ? html`<button type="button" class="plain" part="clear" @click=${() => change(NO_FILTER)}>${terms.clearFilters}</button>`
      : nothing}
  </div>`;
}

function statusMenu(
  chosen: readonly InvoiceStatus[],
  terms: InvoiceListTerms,
  change: FilterBarModel['change'],
): TemplateResult {
  const toggle = (event: Event): void => {
    const { value, checked } = event.target as HTMLInputElement;
    change({ status: INVOICE_STATUSES.filter((status) => (status === value ? checked : chosen.includes(status))) });
  };
  const close = (event: Event): void => {
    (event.currentTarget as HTMLDetailsElement).open = false;
  };
  const leave = (event: FocusEvent): void => {
    const menu = event.currentTarget as HTMLDetailsElement;
    if (!menu.contains(event.relatedTarget as Node | null)) menu.open = false;
  };
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !(event.currentTarget as HTMLDetailsElement).open) return;
    event.stopPropagation();
    close(event);
    (event.currentTarget as HTMLElement).querySelector('summary')?.focus();
  };
  const summary = chosen.length === 0 ? terms.allStatuses : chosen.map((status) => terms.status[status]).join(', ');
  return html`<details class="menu" @focusout=${leave} @keydown=${escape}>
    <summary class="field" part="status-filter"><span class="label">${terms.columns.status}</span> <b>${summary}</b></summary>
    <fieldset class="choices" tabindex="-1" @change=${toggle}>
      <legend class="visually-hidden">${terms.columns.status}</legend>
      ${INVOICE_STATUSES.map(
        (status) => html`<label
          ><input type="checkbox" value=${status} .checked=${chosen.includes(status)} />${statusBadge(status, terms.status[status])}</label
        >`,
      )}
    </fieldset>
  </details>`;
}

function periodFields(
  filter: HistoryFilter,
  today: string,
  terms: InvoiceListTerms,
  change: FilterBarModel['change'],
): TemplateResult {
  const { period } = filter;
  const option = (value: string, text: string): TemplateResult =>
    html`<option value=${value} ?selected=${value === period}>${text}</option>`;
  const choose = (event: Event): void => change({ period: (event.target as HTMLSelectElement).value });
  const day = (side: 'from' | 'to'): TemplateResult =>
    html`<label class="day"
      ><span class="label">${terms[side]}</span
      ><input
        class="field"
        type="date"
        .value=${filter[side] ?? ''}
        @change=${(event: Event) => change({ [side]: (event.target as HTMLInputElement).value || undefined })}
    /></label>`;
  return html`<select class="field period" part="period-filter" aria-label=${terms.period} @change=${choose}>
      ${option(ALL_TIME, terms.allTime)}
      <optgroup label=${terms.years}>${recentYears(today).map((year) => option(year, year))}</optgroup>
      <optgroup label=${terms.quarters}>${recentQuarters(today).map((quarter) => option(quarter, quarterText(quarter, terms)))}</optgroup>
      ${option(CUSTOM, terms.customPeriod)}
    </select>
    ${period === CUSTOM ? html`${day('from')} ${day('to')}` : nothing}`;
}

const quarterText = (quarter: string, terms: InvoiceListTerms): string => terms.quarter(quarter.slice(-1), quarter.slice(0, 4));

/** The filters in words, for a list that they leave empty. */
export function filterWords(filter: HistoryFilter, terms: InvoiceListTerms, locale: string): string[] {
  const { status, period } = filter;
  const search = filter.search.trim();
  return [
    ...(search === '' ? [] : [terms.filterWords(terms.search, search)]),
    ...(status.length === 0 ? [] : [terms.filterWords(terms.columns.status, status.map((value) => terms.status[value]).join(', '))]),
    ...(period === ALL_TIME ? [] : [terms.filterWords(terms.period, periodWords(filter, terms, locale))]),
  ];
}

function periodWords({ period, from, to }: HistoryFilter, terms: InvoiceListTerms, locale: string): string {
  if (period !== CUSTOM) return period.includes('Q') ? quarterText(period, terms) : period;
  return [from, to].map((day) => (day ? formatDay(day, locale) : '…')).join(' – ');
}
