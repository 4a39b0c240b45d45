/**
 * Where a key leads in a list.
 * @param page rows that PageUp and PageDown pass
 * @returns the new place, or undefined where the key does not move
 */
export function movedBy(key: string, from: number, count: number, page: number): number | undefined {
  const place = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  }[key];
  return place === undefined || count === 0 ? undefined : Math.max(0, Math.min(place, count - 1));
}
