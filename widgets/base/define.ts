/**
 * Registers an element once. A page may load the kit twice (two partners' scripts, two versions): the
 * first one stays, and the second says so instead of throwing.
 */
export function define(tag: `kontor-${string}`, element: CustomElementConstructor): void {
  const known = customElements.get(tag);
  if (!known) customElements.define(tag, element);
  else if (known !== element) console.warn(`<${tag}> is already defined by another copy of the kit; that one stays.`);
}
