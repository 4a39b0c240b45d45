import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { RowsController } from '../../controllers/rows-controller.ts';

/**
 * Rows that are here before the next frame, as from memory, are drawn at once; for others the frame shows
 * placeholders.
 */
export function beforeFrame(coming: Promise<unknown>): Promise<unknown> {
  return Promise.race([coming, new Promise(requestAnimationFrame)]);
}

/** Heights in CSS pixels until the style sheet is asked. */
const [ROW, HEAD] = [40, 36];

/** What a windowed table shows now. */
export interface GridModel {
  readonly label: string;
  /** The cells of the head. */
  readonly head: unknown;
  readonly count: number;
  readonly busy: boolean;
  /** Old rows while new ones are on their way. */
  readonly stale: boolean;
  /**
   * @param focusable whether the row is the one that the tab key comes to
   * @param pointed whether the pointer is over it: titles in all rows would cost a jump a tenth of its time
   */
  readonly row: (index: number, focusable: boolean, pointed: boolean) => TemplateResult;
}

/**
 * A table of very many rows of one height, of which only those in view are drawn: scrolling, one tab
 * stop for all rows, arrow keys, and focus that stays with its row.
 * In a row the element with `data-lead` takes the focus; buttons say with `data-act` what they do.
 */
export class GridController implements ReactiveController {
  readonly rows: RowsController;
  #host: LitElement;
  #active = 0;
  #count = 0;
  /** What has the focus within the active row, as a selector; undefined where the focus is elsewhere. */
  #focus: string | undefined;
  /** The row under the pointer. */
  #pointed: number | undefined;
  /** Whether the focus has just been moved by a key. */
  #moved = false;
  #updating = false;
  #resize = new ResizeObserver(() => this.#readHeight());

  /** @param rows that the box has room for, as far as the style sheet says */
  constructor(host: LitElement, rows: number) {
    this.#host = host;
    this.rows = new RowsController(host, ROW, HEAD + rows * ROW);
    host.addController(this);
  }

  hostUpdate(): void {
    this.#updating = true;
  }

  hostUpdated(): void {
    this.#updating = false;
    const scroller = this.#find('.scroller');
    if (scroller) this.#resize.observe(scroller);
    this.rows.attach(scroller, this.#find('.sizer'), this.#find('.block'));
    this.#keepFocus();
  }

  hostDisconnected(): void {
    this.#resize.disconnect();
  }

  /** Shows the first row, as after another order or filter. */
  toTop(): void {
    this.#active = 0;
    this.rows.toTop();
  }

  /** The row under a click and what it asks for: the act of a button, anywhere else to open the row. */
  clicked(target: Element): { index: number; act: string } | undefined {
    const index = indexOf(target);
    if (index === undefined) return undefined;
    const act = target.closest<HTMLElement>('[data-act]')?.dataset['act'];
    // Whoever has just marked a text in the row wants that text.
    if (act === undefined && getSelection()?.type === 'Range') return undefined;
    if (act === undefined) this.#find(`[data-index="${index}"] [data-lead]`)?.focus({ preventScroll: true });
    return { index, act: act ?? 'open' };
  }

  view({ label, head, count, busy, stale, row }: GridModel): TemplateResult {
    this.#count = count;
    this.rows.count = count;
    this.#active = Math.max(0, Math.min(this.#active, count - 1));
    const rows: TemplateResult[] = [];
    const { first, end } = this.rows;
    // Without a drawn row to come to, the tab key would pass the table by.
    const stop = this.#active >= first && this.#active < end ? this.#active : first;
    for (let index = first; index < end; index++) rows.push(row(index, index === stop, index === this.#pointed));
    return html`<div
      class="scroller ${stale ? 'stale' : ''}"
      part="table"
      role="grid"
      tabindex="-1"
      aria-label=${label}
      aria-rowcount=${busy ? -1 : count + 1}
      aria-busy=${busy}
      @keydown=${this.#handleKey}
      @focusin=${this.#handleFocus}
      @focusout=${this.#handleBlur}
      @pointerover=${this.#handlePointer}
      @pointerleave=${this.#handlePointer}
    >
      <div class="head" role="rowgroup"><div class="row" part="header" role="row" aria-rowindex="1">${head}</div></div>
      <div class="sizer"><div class="block" part="rows" role="rowgroup">${rows}</div></div>
    </div>`;
  }

  #find(selector: string): HTMLElement | undefined {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector) ?? undefined;
  }

  /** The style sheet decides how high a row is: one line, or two where the room is narrow. */
  #readHeight(): void {
    const row = this.#find('.block > .row');
    const height = row ? Number.parseFloat(getComputedStyle(row).blockSize) : 0;
    if (!height || height === this.rows.rowHeight) return;
    this.rows.rowHeight = height;
    this.#host.requestUpdate();
  }

  #keepFocus(): void {
    if (this.#focus === undefined) return;
    const target = this.#find(`[data-index="${this.#active}"] ${this.#focus}`) ?? this.#find('.scroller');
    if (target !== (this.#host.renderRoot as ShadowRoot).activeElement) target?.focus({ preventScroll: true });
    if (this.#moved) target?.closest('.row')?.scrollIntoView({ block: 'nearest' });
    this.#moved = false;
  }

  #handleFocus = (event: FocusEvent): void => {
    const target = event.target as HTMLElement;
    const index = indexOf(target);
    if (index === undefined) return;
    this.#focus = target.matches('[data-lead]') ? '[data-lead]' : `[data-act="${target.dataset['act']}"]`;
    if (index === this.#active) return;
    this.#active = index;
    this.#host.requestUpdate();
  };

  #handlePointer = (event: Event): void => {
    const index = event.type === 'pointerleave' ? undefined : indexOf(event.target as Element);
    if (index === this.#pointed) return;
    this.#pointed = index;
    this.#host.requestUpdate();
  };

  #handleBlur = (): void => {
    // A row that is drawn no more loses the focus, and gets it back when it returns.
    if (!this.#updating) this.#focus = undefined;
  };

  #handleKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || (event.target as Element).closest('.head')) return;
    const to = this.#target(event.key, Math.max(1, this.rows.end - this.rows.first - 10));
    if (to === undefined) return;
    event.preventDefault();
    this.#active = Math.max(0, Math.min(to, this.#count - 1));
    this.#focus = '[data-lead]';
    this.#moved = true;
    this.rows.reveal(this.#active);
    this.#host.requestUpdate();
  };

  #target(key: string, page: number): number | undefined {
    if (key === 'ArrowDown') return this.#active + 1;
    if (key === 'ArrowUp') return this.#active - 1;
    if (key === 'PageDown') return this.#active + page;
    if (key === 'PageUp') return this.#active - page;
    if (key === 'Home') return 0;
    return key === 'End' ? this.#count - 1 : undefined;
  }
}

/** Of the row that something stands in. */
function indexOf(target: Element): number | undefined {
  const index = target.closest<HTMLElement>('[data-index]')?.dataset['index'];
  return index === undefined ? undefined : Number(index);
}
