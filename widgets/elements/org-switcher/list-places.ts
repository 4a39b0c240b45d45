import type { OrganisationGroup } from '../../../shared/contract/organisation.ts';

/**
 * The list is measured in units: a heading is one unit high, an organisation two. So the place of every
 * row is known from three counts, without having the rows.
 */
export const UNITS_PER_ROW = 2;

/** A stretch of the list under one heading, or the whole list without headings. */
export interface ListSection {
  readonly group: OrganisationGroup | undefined;
  /** Index of its first row and of the one after its last. */
  readonly first: number;
  readonly end: number;
  /** Units above it, and units its heading takes. */
  readonly top: number;
  readonly heading: 0 | 1;
}

/** The part of a section that is in view. */
export interface SectionView {
  readonly group: OrganisationGroup | undefined;
  readonly heading: boolean;
  readonly first: number;
  readonly end: number;
}

/**
 * The sections in their order; empty ones are left out.
 * @param headed whether to show headings; a list that has only `other` needs none
 */
export function listSections(counts: { count: number; pinned: number; recent: number }, headed: boolean): ListSection[] {
  const { count, pinned, recent } = counts;
  if (!headed || pinned + recent === 0) return [{ group: undefined, first: 0, end: count, top: 0, heading: 0 }];
  const sections: ListSection[] = [];
  let top = 0;
  let first = 0;
  for (const [group, size] of [['pinned', pinned], ['recent', recent], ['other', count - pinned - recent]] as const) {
    if (size === 0) continue;
    sections.push({ group, first, end: first + size, top, heading: 1 });
    top += 1 + size * UNITS_PER_ROW;
    first += size;
  }
  return sections;
}

/** Height of the whole list. */
export function listUnits(sections: readonly ListSection[]): number {
  const last = sections.at(-1);
  return last ? last.top + last.heading + (last.end - last.first) * UNITS_PER_ROW : 0;
}

/** From which unit to which a row stands; the first one of a section takes its heading along. */
export function rowPlace(sections: readonly ListSection[], index: number): { top: number; end: number } {
  const section = sections.find(({ end }) => index < end);
  if (!section) return { top: 0, end: 0 };
  const row = section.top + section.heading + (index - section.first) * UNITS_PER_ROW;
  return { top: index === section.first ? section.top : row, end: row + UNITS_PER_ROW };
}

/**
 * What to draw between two places.
 * @returns the parts in order, and whether the first one begins one unit above `from`, in the middle of
 * a row
 */
export function sectionsInView(sections: readonly ListSection[], from: number, to: number): { views: SectionView[]; raised: boolean } {
  const views: SectionView[] = [];
  let raised = false;
  for (const { group, first, end, top, heading } of sections) {
    const rows = top + heading;
    const start = Math.max(first, first + Math.floor((from - rows) / UNITS_PER_ROW));
    const stop = Math.min(end, first + Math.ceil((to - rows) / UNITS_PER_ROW));
    const headed = heading === 1 && top >= from && top < to;
    if (start >= stop && !headed) continue;
    if (views.length === 0) raised = !headed && rows + (start - first) * UNITS_PER_ROW < from;
    views.push({ group, heading: headed, first: start, end: Math.max(start, stop) });
  }
  return { views, raised };
}
