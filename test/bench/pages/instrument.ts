import type { Subject } from './subject.ts';

/**
 * The clock of the browser benches. A measurement starts at the input event's own time stamp and ends
 * two animation frames after the expected texts are found, by hit testing, where a person would see them. To
 * look costs both sides the same: it begins in the shadow root that the rows stand in.
 */
export class Instrument {
  #subject: Subject | undefined;
  #result: Promise<number> | undefined;

  /** Loads and mounts a subject; milliseconds from the import on until its text is painted. */
  async mount(load: () => Promise<{ subject: Subject }>): Promise<number> {
    const start = performance.now();
    const { subject } = await load();
    this.#subject = subject;
    await subject.mount(document.querySelector('main') as HTMLElement);
    keepDrawing();
    await this.#painted(() => {
      const { text, within } = subject.mounted();
      return rowsShow(within, [text]);
    });
    return performance.now() - start;
  }

  get subject(): Subject {
    if (!this.#subject) throw new Error('Nothing is mounted.');
    return this.#subject;
  }

  /** Waits for the next event of a kind and then for these texts in the first rows of the list. */
  arm(kind: 'keydown' | 'click' | 'scroll', texts: readonly string[]): void {
    const subject = this.subject;
    const root = kind === 'scroll' ? subject.list() : window;
    this.#result = new Promise((resolve, reject) => {
      const listener = (event: Event): void => {
        const start = event.timeStamp;
        this.#painted(() => rowsShow(subject.list(), texts)).then(() => resolve(performance.now() - start), reject);
      };
      root?.addEventListener(kind, listener, { capture: true, once: true });
    });
  }

  result(): Promise<number> {
    return this.#result ?? Promise.reject(new Error('Not armed.'));
  }

  async #painted(shown: () => boolean): Promise<void> {
    const giveUp = performance.now() + 20_000;
    while (!shown()) {
      if (performance.now() > giveUp) throw new Error('The expected texts never came.');
      await frame();
    }
    await frame();
    await frame();
  }
}

function frame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Whether the texts stand in this order from the top of the list on, one a row. */
function rowsShow(list: HTMLElement | undefined, texts: readonly string[]): boolean {
  const box = list?.getBoundingClientRect();
  if (!list || !box?.height) return false;
  const root = list.getRootNode() as Document | ShadowRoot;
  let next = 0;
  for (let y = box.top + 6; y < Math.min(box.bottom, innerHeight) && next < texts.length; y += 12) {
    if (hit(root, box.left + Math.min(box.width / 3, 160), y).includes(texts[next] as string)) next++;
  }
  return next === texts.length;
}

/** Text of the row-like thing under a point. */
function hit(root: Document | ShadowRoot, x: number, y: number): string {
  const element = root.elementFromPoint(x, y);
  const row = element?.closest('[role="option"], [role="row"], .row, button') ?? element;
  return (row?.textContent ?? '').replace(/\s+/g, ' ');
}

/**
 * Something changes in every frame, so that an uncapped browser goes on drawing. A page that loads begins with it once
 * it has something to draw: before that, a thousand frames a second would take the processor that compiles its script.
 */
export function keepDrawing(): void {
  if (document.querySelector('.dot')) return;
  const dot = document.createElement('i');
  dot.className = 'dot';
  document.body.append(dot);
  let on = false;
  const tick = (): void => {
    on = !on;
    dot.classList.toggle('on', on);
    requestAnimationFrame(tick);
  };
  tick();
}
