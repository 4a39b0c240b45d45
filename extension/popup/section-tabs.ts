import { html, type TemplateResult } from 'lit';
import type { PopupTerms } from './terms/terms.ts';

export const SECTIONS = ['overview', 'invoices', 'promo-code'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** What only a section needs, fetched when it is first wanted. */
export const SECTION_PARTS: Record<SectionName, () => Promise<unknown>> = {
  overview: async () => undefined,
  invoices: () => import('../../widgets/elements/invoice-list/define.ts'),
  'promo-code': () => import('../../widgets/elements/promo-code/define.ts'),
};

export interface TabsView {
  readonly current: SectionName;
  readonly terms: PopupTerms;
  onChoose(section: SectionName): void;
}

/** The sections of the popup as tabs; arrows lead from one to the next. */
export function sectionTabs({ current, terms, onChoose }: TabsView): TemplateResult {
  const words: Record<SectionName, string> = { overview: terms.overview, invoices: terms.invoices, 'promo-code': terms.promoCode };
  const onKeydown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const name = SECTIONS[(SECTIONS.indexOf(current) + step + SECTIONS.length) % SECTIONS.length] as SectionName;
    onChoose(name);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#tab-${name}`)?.focus();
  };
  return html`<nav role="tablist" aria-label=${terms.sections} @keydown=${onKeydown}>
    ${SECTIONS.map(
      (name) => html`<button type="button" role="tab" id="tab-${name}" aria-controls=${name} aria-selected=${name === current}
        tabindex=${name === current ? 0 : -1} @pointerenter=${SECTION_PARTS[name]} @click=${() => onChoose(name)}>${words[name]}</button>`,
    )}
  </nav>`;
}
