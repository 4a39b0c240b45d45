import { html, type TemplateResult } from 'lit';
import { type MarkSubject, organisationMark } from './organisation-mark.ts';

/** Letters at the end of a name that stay in sight when it is cut: where similar names differ. */
const TAIL = 12;

/** What the closed switcher shows: logo, or mark and name cut in the middle where it is too long; second line. */
export function currentOrganisation(subject: MarkSubject, note: string): TemplateResult {
  return html`
    ${organisationMark(subject)}
    <span class="main">
      ${middleCut(subject.name)}
      <span class="facts">${note}</span>
    </span>
  `;
}

/** A name in one line. Where the room ends the middle goes; title and accessible text stay whole. */
export function middleCut(name: string): TemplateResult {
  const letters = Array.from(name);
  const head = letters.slice(0, Math.max(0, letters.length - TAIL)).join('');
  return html`<span class="visually-hidden">${name}</span><span class="cut" dir="auto" title=${name} aria-hidden="true"><span class="head">${head}</span><span class="tail">${letters.slice(-TAIL).join('')}</span></span>`;
}

/** The closed switcher before there is anything to show, of the same size. */
export function currentSkeleton(): TemplateResult {
  return html`<div class="trigger" part="trigger" aria-busy="true">
    <span class="mark bone"></span><span class="main"><span class="bone"></span><span class="bone short"></span></span>
  </div>`;
}
