import type { OrganisationList } from './organisation-list.ts';

/** What keys can do in the open panel. */
export interface PanelActs {
  /** Undefined until it has been fetched. */
  readonly list: OrganisationList | undefined;
  /** Ends the search if there is one, else closes. */
  escape(): void;
  choose(): void;
  pin(): void;
}

/** Acts on a key and keeps it from the page; other keys are left to the browser. */
export function actOnKey(event: KeyboardEvent, acts: PanelActs): void {
  if (event.isComposing || !acted(event, acts)) return;
  event.preventDefault();
  event.stopPropagation();
}

function acted(event: KeyboardEvent, { list, escape, choose, pin }: PanelActs): boolean {
  const { key, altKey, timeStamp } = event;
  const target = event.target as Element;
  if (key === 'Escape') {
    escape();
    return true;
  }
  // The code, because Alt with a letter writes another one on some keyboards.
  if (altKey && event.code === 'KeyP') {
    pin();
    return true;
  }
  // Buttons and links in the panel keep their own keys, and the search field its shortcuts.
  if (!target.matches('input, .list') || altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  if (key === 'Enter') {
    choose();
    return true;
  }
  return list !== undefined && (list.move(key) || (key.length === 1 && target.matches('.list') && list.typeAhead(key, timeStamp)));
}
