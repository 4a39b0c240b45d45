/** A sentence that ends in a name with a full stop of its own (`… in Geppetto S.R.L.`) has no second one. */
export function oneStop(sentence: string): string {
  return sentence.replace(/\.\.$/, '.');
}
