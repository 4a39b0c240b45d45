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

/** The keys of one opening of the panel. */
export class PanelKeys {
  /** Letters typed before there were names that they could lead to, with their times. */
  #early: [letter: string, time: number][] = [];

  /** Acts on a key and keeps it from the page; other keys are left to the browser. */
  act(event: KeyboardEvent, acts: PanelActs): void {
    if (event.isComposing || !this.#acted(event, acts)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Does what was typed early, once there are names. */
  catchUp(list: OrganisationList | undefined): void {
    if (list?.answer) for (const letter of this.#early.splice(0)) list.typeAhead(...letter);
  }

  #acted(event: KeyboardEvent, { list, escape, choose, pin }: PanelActs): boolean {
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
    const letter = key.length === 1 && target.matches('.list');
    if (!list?.answer) return letter && this.#early.push([key, timeStamp]) > 0;
    return list.move(key) || (letter && list.typeAhead(key, timeStamp));
  }
}
