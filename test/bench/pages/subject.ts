/** One side of a comparison: a list that can be mounted, opened, typed into, sorted. */
export interface Subject {
  mount(host: HTMLElement): Promise<void> | void;
  /** Where the visible rows stand, in viewport coordinates. */
  listBox(): DOMRect;
  /** The text that must be seen, and where, before the subject counts as mounted. */
  mounted(): { text: string; box: DOMRect };
  /** What a click opens, sorts or focuses. */
  target(name: 'trigger' | 'search' | 'sort'): HTMLElement;
  /** The scrolling box, and the height of one row in it. */
  scroller(): HTMLElement;
  rowHeight(): number;
}

/** Element by selector through shadow roots; throws while it is missing. */
export function deep(selector: string, root: ParentNode = document): HTMLElement {
  const found = find(selector, root);
  if (!found) throw new Error(`Nothing matches ${selector}.`);
  return found;
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
