/** Days that a list is narrowed to, both included; undefined leaves that side open. */
export interface Period {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export const ALL_TIME = 'all';
export const CUSTOM = 'custom';

const YEARS = 5;
const QUARTERS = 5;

/** This year and those before it, latest first. @param today `YYYY-MM-DD` */
export function recentYears(today: string): string[] {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: YEARS }, (_, back) => String(year - back));
}

/** This quarter and those before it, latest first, as `2026-Q4`. */
export function recentQuarters(today: string): string[] {
  const latest = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  return Array.from({ length: QUARTERS }, (_, back) => {
    const quarter = latest - back;
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
  });
}

/** The days of a choice such as `2026` or `2026-Q3`; the ones given by hand where it is the custom one. */
export function periodOf(choice: string, custom: Period): Period {
  if (choice === ALL_TIME) return { from: undefined, to: undefined };
  if (choice === CUSTOM) return inOrder(custom);
  const [year = '', quarter] = choice.split('-Q');
  if (quarter === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const last = Number(quarter) * 3;
  const days = last === 6 || last === 9 ? 30 : 31;
  return { from: `${year}-${twoDigits(last - 2)}-01`, to: `${year}-${twoDigits(last)}-${days}` };
}

/** Days given the wrong way round mean the same period. */
function inOrder({ from, to }: Period): Period {
  return from && to && to < from ? { from: to, to: from } : { from: from || undefined, to: to || undefined };
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
