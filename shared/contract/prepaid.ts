import { Type, type Static } from 'typebox';
import { CurrencyCode, Day, Id, Instant, MinorUnits, MoneyValue, Window } from './value.ts';

export { TOP_UP_BOUNDS } from '../domain/top-up-bounds.ts';

/** The prepaid account as its owner reads it, worked out from the ledger at `asOf`. */
export const PrepaidBalance = Type.Object(
  {
    available: MoneyValue,
    reserved: Type.Object(MoneyValue.properties, { additionalProperties: false, description: 'Held for withdrawals under way.' }),
    pending: Type.Object(MoneyValue.properties, { additionalProperties: false, description: 'Top-ups that have not arrived yet.' }),
    freeCredit: Type.Object(MoneyValue.properties, { additionalProperties: false, description: 'Granted for given products; never paid out.' }),
    owed: Type.Object(MoneyValue.properties, { additionalProperties: false, description: 'Charged back after it was spent; the next top-up settles it first.' }),
    asOf: Instant,
  },
  { $id: 'PrepaidBalance', additionalProperties: false },
);
export type PrepaidBalance = Static<typeof PrepaidBalance>;

/**
 * Where the prepaid account comes from and how far it reaches. Renewals repeat at the end of their term,
 * so a monthly product counts once a month.
 */
export const PrepaidOutlook = Type.Object(
  {
    currency: CurrencyCode,
    through: Day,
    coveredUntil: Type.Union([Day, Type.Null()], {
      description: 'Last day up to which the available money pays all that falls due; null: all of it through `through`.',
    }),
    uncovered: Type.Union(
      [Type.Object({ on: Day, subject: Type.String(), total: MoneyValue }, { additionalProperties: false }), Type.Null()],
      { description: 'The first that it does not pay.' },
    ),
    shortfall: Type.Object(MoneyValue.properties, {
      additionalProperties: false,
      description: 'What a top-up must bring so that all that is overdue or falls due in the next two months is paid, what is owed included; 0 where nothing is missing.',
    }),
    nextExpiry: Type.Union(
      [Type.Object({ on: Day, amount: MoneyValue, productKind: Type.String() }, { additionalProperties: false }), Type.Null()],
      { description: 'The free credit that ends first.' },
    ),
    trend: Type.Array(Type.Object({ on: Day, available: MinorUnits }, { additionalProperties: false }), {
      description: 'Available at the end of each of the last 90 days and now: 91 points, oldest first.',
    }),
  },
  { $id: 'PrepaidOutlook', additionalProperties: false },
);
export type PrepaidOutlook = Static<typeof PrepaidOutlook>;

export const MovementCause = Type.Enum(['top-up', 'charge-back', 'payment', 'refund', 'withdrawal', 'debt-settlement', 'bank-transfer']);
export type MovementCause = Static<typeof MovementCause>;

export const Movement = Type.Object(
  {
    id: Id,
    at: Instant,
    cause: MovementCause,
    amount: MoneyValue,
    balance: Type.Object(MoneyValue.properties, { additionalProperties: false, description: 'Of the account after it.' }),
    document: Type.Union([Id, Type.Null()], { description: 'Invoice or top-up behind it.' }),
    number: Type.Union([Type.String(), Type.Null()], { description: 'Number of the invoice behind it.' }),
  },
  { $id: 'Movement', additionalProperties: false },
);
export type Movement = Static<typeof Movement>;

export const MovementQuery = Type.Object({ offset: Window.offset, limit: Window.limit }, { additionalProperties: false });
export type MovementQuery = Partial<Static<typeof MovementQuery>>;

/** Newest first. */
export const MovementWindow = Type.Object(
  { rows: Type.Array(Movement), count: Type.Integer() },
  { $id: 'MovementWindow', additionalProperties: false },
);
export type MovementWindow = Static<typeof MovementWindow>;

/**
 * The test card stands for a payment provider: `approved` settles at once, `declined` never,
 * `late` after a while, `charged-back` settles and is taken back after a while.
 */
export const TestCard = Type.Enum(['approved', 'declined', 'late', 'charged-back']);
export type TestCard = Static<typeof TestCard>;

export const TopUpRequest = Type.Object({ amount: MoneyValue, card: TestCard }, { additionalProperties: false });
export type TopUpRequest = Static<typeof TopUpRequest>;

export const TopUp = Type.Object(
  {
    id: Id,
    amount: MoneyValue,
    card: TestCard,
    state: Type.Enum(['pending', 'settled', 'declined', 'charged-back']),
    createdAt: Instant,
  },
  { $id: 'TopUp', additionalProperties: false },
);
export type TopUp = Static<typeof TopUp>;
