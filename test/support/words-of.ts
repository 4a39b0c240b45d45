/** The text of a node as it reads, white space as one space; nothing for no node. */
export function wordsOf(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}
