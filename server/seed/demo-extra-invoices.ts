import type { StoredInvoiceStatus } from '../../shared/domain/invoice-status.ts';
import { addDays } from '../../shared/domain/add-days.ts';
import { creditNote } from './credit-note.ts';
import { DUBOIS, DWARFS, GEPPETTO, MUSICIANS, RUMPELSTILZ, STERNTALER } from './demo-organisations.ts';
import type { DraftLine, InvoiceDraft } from './invoice-draft.ts';
import type { Random } from './random.ts';
import { seedId } from './seed-id.ts';
import type { SeedOrganisation } from './seed-organisation.ts';

/** An invoice outside the run of renewals. Days count from today, negative in the past. */
interface ExtraInvoice {
  readonly organisation: SeedOrganisation;
  readonly state: StoredInvoiceStatus;
  readonly started: number;
  readonly due: number;
  readonly paid?: number;
  /** Cancelled or refunded. */
  readonly ended?: number;
  readonly lines: readonly DraftLine[];
}

const piece = (name: string, quantity: number, price: number, description?: string): DraftLine => ({
  name, quantity, unit: 'C62', price, ...(description === undefined ? {} : { description }),
});
const hours = (name: string, quantity: number, price: number): DraftLine => ({ name, quantity, unit: 'HUR', price });

/** Every state, in francs and in euro. */
const EXTRA_INVOICES: readonly ExtraInvoice[] = [
  { organisation: STERNTALER, state: 'due', started: -38, due: -8, lines: [hours('Premium support', 2, 12_000)] },
  { organisation: STERNTALER, state: 'cancelled', started: -410, due: -380, ended: -379, lines: [piece('apfelbaum.example', 1, 1_450)] },
  { organisation: STERNTALER, state: 'refunded', started: -260, due: -230, paid: -258, ended: -249, lines: [piece('SSL EV (goldregen.example)', 1, 24_900)] },
  { organisation: DWARFS, state: 'due', started: -52, due: -22, lines: [
    hours('Server migration', 6, 15_000), piece('Extra IPv4 address', 7, 350, 'lore-7'), piece('Snapshot storage 100 GB', 3, 990),
  ] },
  { organisation: DWARFS, state: 'due', started: -12, due: 18, lines: [piece('kSuite Business: extra user', 7, 395)] },
  { organisation: DWARFS, state: 'pro-forma', started: -3, due: 27, lines: [piece('Cloud Server 12 CPU (stollen-2)', 12, 7_850), piece('Set-up', 1, 9_900)] },
  { organisation: DWARFS, state: 'pro-forma', started: -20, due: 75, lines: [piece('Dedicated rack unit, yearly', 1, 214_800)] },
  { organisation: DWARFS, state: 'processing', started: -6, due: 24, lines: [piece('Newsletter credits 10,000', 2, 2_250)] },
  { organisation: DWARFS, state: 'cancelled', started: -700, due: -670, ended: -665, lines: [piece('Custom Brand (Böse Königin)', 1, 24_000)] },
  { organisation: DWARFS, state: 'cancelled', started: -95, due: -65, ended: -60, lines: [piece('hexenapfel.example', 3, 1_450)] },
  { organisation: DWARFS, state: 'refunded', started: -500, due: -470, paid: -495, ended: -480, lines: [piece('NAS DS923 8 TB (Goldkammer)', 1, 17_940)] },
  { organisation: DWARFS, state: 'refunded', started: -64, due: -34, paid: -61, ended: -45, lines: [piece('Guest Manager 300 (Zwergenfest)', 1, 7_200), piece('Ticket rolls', 4, 1_875)] },
  { organisation: DWARFS, state: 'paid', started: -130, due: -100, paid: -121, lines: [
    hours('Premium support', 12, 12_000), piece('Load test', 1, 480_000, 'erz-analyse, 7 × 7 hours'),
  ] },
  { organisation: GEPPETTO, state: 'due', started: -45, due: -15, lines: [hours('Assistenza premium', 3, 10_900)] },
  { organisation: GEPPETTO, state: 'pro-forma', started: -9, due: 21, lines: [piece('Guest Manager 1500 (Fiera del legno)', 1, 33_000)] },
  { organisation: GEPPETTO, state: 'processing', started: -4, due: 26, lines: [piece('fata-turchina.example', 2, 1_290)] },
  { organisation: GEPPETTO, state: 'cancelled', started: -300, due: -270, ended: -265, lines: [piece('mangiafuoco.example', 1, 1_290)] },
  { organisation: GEPPETTO, state: 'refunded', started: -210, due: -180, paid: -205, ended: -190, lines: [piece('SSL OV (pinocchio.example)', 1, 12_900)] },
  { organisation: GEPPETTO, state: 'paid', started: -16, due: 14, paid: -7, lines: [hours('Migrazione del negozio', 5, 10_900)] },
  { organisation: MUSICIANS, state: 'due', started: -41, due: -11, lines: [hours('Stream set-up on site', 4, 16_000)] },
  { organisation: MUSICIANS, state: 'paid', started: -200, due: -170, paid: -190, lines: [piece('Extra listeners 1000', 5, 2_500)] },
  { organisation: RUMPELSTILZ, state: 'due', started: -20, due: 10, lines: [piece('stroh-zu-gold.example', 1, 1_450)] },
  { organisation: DUBOIS, state: 'due', started: -35, due: -5, lines: [piece('rouet.example', 1, 1_290)] },
];

/** The extra invoices, each refunded one with its credit note. */
export function extraInvoices(today: string, random: Random): InvoiceDraft[] {
  return EXTRA_INVOICES.flatMap((extra) => {
    const invoice = draftOf(extra, today, random);
    return extra.state === 'refunded' && extra.ended !== undefined
      ? [invoice, creditNote(invoice, addDays(today, extra.ended), random)]
      : [invoice];
  });
}

function draftOf(extra: ExtraInvoice, today: string, random: Random): InvoiceDraft {
  const { organisation, state, started, due, paid, ended, lines } = extra;
  const startedOn = addDays(today, started);
  return {
    id: seedId(`${startedOn}T07:30:00Z`, random),
    organisation,
    kind: 'invoice',
    state,
    startedOn,
    dueOn: addDays(today, due),
    paidOn: paid === undefined ? null : addDays(today, paid),
    endedOn: ended === undefined ? null : addDays(today, ended),
    lines,
  };
}
