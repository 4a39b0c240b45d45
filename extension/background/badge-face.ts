import type { PrepaidBalance } from '../../shared/contract/prepaid.ts';
import { formatMoney } from '../../shared/money/format-money.ts';
import type { BadgeFace } from '../platform/platform.ts';
import type { Settings } from '../platform/settings.ts';
import type { Connection, Kept } from '../session-store/records.ts';
import { badgeAmount, badgeCount } from './badge-text.ts';
import type { ToolbarTerms } from './terms/terms.ts';

/** What the badge is drawn from; null where the gateway shows the person none of it any more. */
export type Figures = { readonly balance: PrepaidBalance; readonly toPay: number; readonly overdue: number } | null;

export interface Facts {
  readonly connection: Connection | undefined;
  /** Of the organisation that the person stands in. */
  readonly figures: Kept<Figures> | undefined;
  readonly settings: Settings;
  readonly now: Date;
}

/** How it is written. */
export interface Writing {
  readonly terms: ToolbarTerms;
  readonly locale: string;
}

/** A figure that could not be refreshed for this long is withdrawn: a wrong one is worse than none. */
const SHOWN_FOR_MS = 24 * 3_600_000;

const NEUTRAL = { background: '#3d4a5c', colour: '#ffffff' };
const LOW = { background: '#ffd166', colour: '#1f1500' };
const OVERDUE = { background: '#b3261e', colour: '#ffffff' };

/** The badge and its title: the colour is never alone, the title says the same in words. */
export function badgeFace({ connection, figures, settings, now }: Facts, { terms, locale }: Writing): BadgeFace {
  if (!connection) return empty(['Kontor', terms.signedOut]);
  const { organisation } = connection.session;
  if (!organisation.billingRight) return empty([organisation.name, terms.noRight]);
  if (!figures?.value) return empty([organisation.name, terms.none]);
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(figures.at);
  const age = now.getTime() - figures.at.getTime();
  if (age > SHOWN_FOR_MS) return empty([organisation.name, terms.outdated(time)]);
  const { balance: { available }, toPay, overdue } = figures.value;
  const low = available.amount < settings.lowBelow;
  const lines = [organisation.name, terms.available(formatMoney(available, locale)), ...(low ? [terms.low] : []), dueLine(figures.value, { terms, locale })];
  return {
    text: settings.badge === 'due' ? dueText(toPay) : badgeAmount(available, decimalPoint(locale)),
    title: [...lines, terms.asOf(time)].join('\n'),
    ...(overdue > 0 ? OVERDUE : low ? LOW : NEUTRAL),
  };
}

const empty = (lines: readonly string[]): BadgeFace => ({ text: '', title: lines.join('\n'), ...NEUTRAL });
const dueText = (toPay: number): string => (toPay === 0 ? '' : badgeCount(toPay));

function dueLine({ toPay, overdue }: NonNullable<Figures>, { terms, locale }: Writing): string {
  const shown = (count: number): string => new Intl.NumberFormat(locale).format(count);
  if (toPay === 0) return terms.nothingToPay;
  const late = overdue === 0 ? [] : [terms.overdue(overdue, shown(overdue))];
  return [terms.toPay(toPay, shown(toPay)), ...late].join(' · ');
}

function decimalPoint(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
}
