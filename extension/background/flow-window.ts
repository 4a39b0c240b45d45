import { closeWindow, focusWindow, noteForSession, notedInSession, onPopupWindow, windowStands } from '../platform/platform.ts';

const NOTE = 'flow-window';

/**
 * The window of a sign-in. The browser does not say which one it opened, and shows its address only with
 * a permission we do not ask for: it is the first window of its kind that comes up after the call. Its id
 * outlives the worker, to find it again when the worker was killed in the middle.
 */
export const flowWindow = {
  /** Notes the next one. @returns ends that, and forgets it */
  expect(): () => Promise<void> {
    const end = onPopupWindow((id) => {
      end();
      void noteForSession(NOTE, id);
    });
    return () => {
      end();
      return noteForSession(NOTE, undefined);
    };
  },

  /** Whether one is open. */
  async stands(): Promise<boolean> {
    const id = await notedInSession(NOTE);
    return id !== undefined && (await windowStands(id));
  },

  async isNoted(id: number): Promise<boolean> {
    return (await notedInSession(NOTE)) === id;
  },

  async focus(): Promise<void> {
    const id = await notedInSession(NOTE);
    if (id !== undefined) await focusWindow(id);
  },

  /** Closes the one that is open, if any. */
  async close(): Promise<void> {
    const id = await notedInSession(NOTE);
    await noteForSession(NOTE, undefined);
    if (id !== undefined) await closeWindow(id);
  },
};
