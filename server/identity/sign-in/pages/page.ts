import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../../shared/contract/session.ts';
import { LANGUAGE_NAMES, SIGN_IN_TERMS } from '../terms/terms.ts';
import { html } from './html.ts';
import type { Markup } from './html.ts';

/** The one style sheet of the pages; its address changes with its bytes. */
export const STYLES = readFileSync(join(import.meta.dirname, 'page.css'), 'utf8');
export const STYLES_PATH = `/sign-in/page-${createHash('sha256').update(STYLES).digest('hex').slice(0, 16)}.css`;

interface Page {
  readonly language: Language;
  readonly title: string;
  readonly content: Markup;
  /** Whether the page can be had in the other languages (`?lang=`). */
  readonly inLanguages?: boolean;
}

/** The mark of the extension, which is what brings people here. */
const MARK = html`<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"
  ><rect width="32" height="32" rx="7" fill="#0079cc"/><path d="M10 6.5v19M22.5 25.5 11.5 15.5" fill="none" stroke="#fff" stroke-width="4.4" stroke-linecap="round"/><circle cx="21.4" cy="10" r="4.4" fill="#ffd166"/></svg>`;

/** A whole page. It runs no script and reaches nothing but its style sheet. */
export function page({ language, title, content, inLanguages = true }: Page): string {
  const whole = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Kontor</title>
<link rel="stylesheet" href="${STYLES_PATH}">
</head>
<body>
<header><p class="brand">${MARK}Kontor</p></header>
<main>${content}</main>
<footer>${inLanguages && languageMenu(language)}</footer>
</body>
</html>
`;
  return whole.text;
}

function languageMenu(current: Language): Markup {
  const entries = Object.entries(LANGUAGE_NAMES).map(([code, name]) =>
    html`<li><a href="?lang=${code}" lang="${code}" hreflang="${code}"${code === current && html` aria-current="true"`}>${name}</a></li>`);
  return html`<nav aria-label="${SIGN_IN_TERMS[current].language}"><ul>${entries}</ul></nav>`;
}

/**
 * The policy of a page: its style sheet, its own form and nothing else. Browsers hold redirects after a
 * form to it too, so it names where a sign-in may lead to.
 */
export function pagePolicy(formTargets: readonly string[] = []): string {
  const targets = formTargets.map((address) => URL.parse(address)?.origin).filter((origin) => origin !== undefined);
  return `default-src 'none'; style-src 'self'; form-action ${["'self'", ...targets].join(' ')}; base-uri 'none'; frame-ancestors 'none'`;
}
