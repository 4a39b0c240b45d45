/**
 * The plain-DOM limit: a windowed list that does the work and nothing else. No framework, no theme, no
 * language, no accessibility.
 */
const BEYOND = 4;

export class LimitList {
  readonly scroller = document.createElement('div');
  #sizer = document.createElement('div');
  #block = document.createElement('div');
  #rowHeight: number;
  #draw: (index: number) => HTMLElement;
  #count = 0;

  constructor(rowHeight: number, draw: (index: number) => HTMLElement) {
    this.#rowHeight = rowHeight;
    this.#draw = draw;
    this.scroller.className = 'scroller';
    this.#sizer.className = 'sizer';
    this.#sizer.append(this.#block);
    this.scroller.append(this.#sizer);
    this.scroller.addEventListener('scroll', () => this.#render(), { passive: true });
  }

  show(count: number): void {
    this.#count = count;
    this.#sizer.style.height = `${count * this.#rowHeight}px`;
    this.scroller.scrollTop = 0;
    this.#render();
  }

  #render(): void {
    const { scrollTop, clientHeight } = this.scroller;
    const first = Math.max(0, Math.floor(scrollTop / this.#rowHeight) - BEYOND);
    const end = Math.min(this.#count, first + Math.ceil(clientHeight / this.#rowHeight) + 2 * BEYOND);
    const rows: HTMLElement[] = [];
    for (let index = first; index < end; index++) rows.push(this.#draw(index));
    this.#block.style.transform = `translateY(${first * this.#rowHeight}px)`;
    this.#block.replaceChildren(...rows);
  }
}

export function cell(className: string, text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  return span;
}
