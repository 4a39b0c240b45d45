/** One side of a comparison: a list that can be mounted, opened, typed into, sorted. */
export interface Subject {
  mount(host: HTMLElement): Promise<void> | void;
  /**
   * Finishes what a side makes ready in the background once it is mounted, such as texts to search in, so that
   * no other act is measured with it. Left out where mounting does all of it.
   */
  prepare?(): Promise<unknown>;
  /** The scrolling box of the rows; undefined while there is none. */
  list(): HTMLElement | undefined;
  /** The text that must be seen, and where, before the subject counts as mounted; undefined while there is no such place. */
  mounted(): { text: string; within: HTMLElement | undefined };
  /** What a click opens, sorts or focuses. */
  target(name: 'trigger' | 'search' | 'sort'): HTMLElement;
  /** Height of one row, in CSS pixels. */
  rowHeight(): number;
}

/** Element by selector through shadow roots; throws while it is missing. */
export function deep(selector: string, root: ParentNode = document): HTMLElement {
  const found = find(selector, root);
  if (!found) throw new Error(`Nothing matches ${selector}.`);
  return found;
}

/** The same element again without looking for it, as long as it is in the page. */
export function remembered(selector: string): () => HTMLElement | undefined {
  let found: HTMLElement | undefined;
  return () => (found?.isConnected ? found : (found = find(selector)));
}

/** Element by selector through shadow roots, if there is one. */
export function find(selector: string, root: ParentNode = document): HTMLElement | undefined {
  const direct = root.querySelector<HTMLElement>(selector);
  if (direct) return direct;
  for (const element of root.querySelectorAll('*')) {
    const inner = element.shadowRoot && find(selector, element.shadowRoot);
    if (inner) return inner;
  }
  return undefined;
}
