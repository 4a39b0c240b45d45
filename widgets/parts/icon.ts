import { svg, type TemplateResult } from 'lit';

/** An outline on a grid of 16, drawn in the colour of the text around it. */
export const icon = (path: string): TemplateResult =>
  svg`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${path}></path></svg>`;
