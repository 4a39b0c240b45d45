import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Rows drawn beyond each edge, so that a short scroll shows no gap. */
const BEYOND = 4;
/** At first and after a jump only what is in view is drawn at once; the rows beyond follow so many milliseconds after it is painted. */
const REST = 100;

/**
 * Which rows of a long list of equal heights are in view, and where to draw them. The rows stand in one
 * block that is moved as a whole, because a style attribute on each row would need an inline style.
 */
export class RowsController implements ReactiveController {
  /** First row to draw and the one after the last; none before the box is here. */
  first = 0;
  end = 0;

  #host: ReactiveControllerHost;
  #scroller: HTMLElement | undefined;
  #sizer: HTMLElement | undefined;
  #block: HTMLElement | undefined;
  #resize: ResizeObserver | undefined;
  #count = 0;
  #rowHeight: number;
  /** As the browser last told; to ask it between two frames would cost a layout of its own. */
  #scrollTop = 0;
  #height: number;
  /** Stands for the rest since the last jump, or since the box is here; undefined once it is over. */
  #resting: object | undefined;

  /** @param height of the scrolling box, in CSS pixels, until it is known: as many rows are drawn at first */
  constructor(host: ReactiveControllerHost, rowHeight: number, height: number) {
    this.#host = host;
    this.#rowHeight = rowHeight;
    this.#height = height;
    host.addController(this);
  }

  get rowHeight(): number {
    return this.#rowHeight;
  }

  set rowHeight(pixels: number) {
    if (pixels === this.#rowHeight) return;
    this.#rowHeight = pixels;
    this.#arrange();
  }

  /** How many rows the list has. Said before a render, what that draws is right at once. */
  set count(count: number) {
    if (count === this.#count) return;
    this.#count = count;
    this.#arrange();
  }

  /**
   * Names the parts after a render: the scrolling box, the element as high as the whole list, and the
   * block of drawn rows in it. Called on every `updated`; costs nothing when nothing changed.
   */
  attach(scroller: HTMLElement | undefined, sizer: HTMLElement | undefined, block: HTMLElement | undefined): void {
    this.#sizer = sizer;
    this.#block = block;
    this.#place();
    if (scroller === this.#scroller) return;
    this.#detach();
    this.#scroller = scroller;
    this.#scrollTop = 0;
    if (!scroller) return;
    scroller.addEventListener('scroll', this.#measure, { passive: true });
    this.#resize = new ResizeObserver(this.#measure);
    this.#resize.observe(scroller);
    this.#rest();
    this.#arrange();
  }

  hostDisconnected(): void {
    this.#detach();
  }

  /** Shows the first row. */
  toTop(): void {
    // Where it is there already, the browser would have to lay the page out to see that.
    if (this.#scroller && this.#scrollTop > 0) this.#scroller.scrollTop = 0;
    this.#scrollTop = 0;
    this.#arrange();
  }

  /** Brings a row into view with the least scrolling. */
  reveal(index: number): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const top = index * this.#rowHeight;
    const bottom = top + this.#rowHeight;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
    this.#measure();
  }

  #measure = (): void => {
    const scroller = this.#scroller;
    if (!scroller) return;
    this.#scrollTop = scroller.scrollTop;
    this.#height = scroller.clientHeight;
    this.#arrange();
  };

  #arrange(): void {
    if (!this.#scroller) return;
    const visible = Math.ceil(this.#height / this.#rowHeight) + 1;
    const top = Math.floor(this.#scrollTop / this.#rowHeight);
    if (this.end > 0 && (top >= this.end || top + visible <= this.first)) this.#rest();
    const beyond = this.#resting === undefined ? BEYOND : 0;
    const first = Math.max(0, Math.min(top - beyond, this.#count - visible - beyond));
    const end = Math.min(this.#count, Math.max(top, 0) + visible + beyond);
    if (first === this.first && end === this.end) return;
    this.first = first;
    this.end = end;
    this.#host.requestUpdate();
  }

  #rest(): void {
    const resting = (this.#resting = {});
    const end = (): void => {
      if (this.#resting !== resting) return;
      this.#resting = undefined;
      this.#measure();
    };
    // From the next drawing on, which on a slow machine takes longer than the rest.
    requestAnimationFrame(() => setTimeout(end, REST));
  }

  #place(): void {
    if (this.#sizer) this.#sizer.style.blockSize = `${this.#count * this.#rowHeight}px`;
    if (this.#block) this.#block.style.transform = `translateY(${this.first * this.#rowHeight}px)`;
  }

  #detach(): void {
    this.#scroller?.removeEventListener('scroll', this.#measure);
    this.#resize?.disconnect();
    this.#resting = undefined;
    this.#scroller = undefined;
    this.first = 0;
    this.end = 0;
  }
}
