/** The column that a list is sorted by, and which way. */
export interface Sort<Key extends string> {
  readonly key: Key;
  readonly descending: boolean;
}

/** Days of issue begin with the latest, all else with the first. The same key again turns round. */
export function nextSort<Key extends string>(now: Sort<Key>, key: Key): Sort<Key> {
  if (now.key === key) return { key, descending: !now.descending };
  return { key, descending: key === 'issued' };
}
