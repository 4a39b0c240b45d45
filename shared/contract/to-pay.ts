import { Type, type Static } from 'typebox';
import { ListSummary } from './invoice.ts';
import { Day, Id, MoneyValue, SearchText, Window } from './value.ts';

/** Something to pay: an open invoice or pro forma, or a renewal that has no invoice yet. */
export const ToPayRow = Type.Object(
  {
    id: Id,
    kind: Type.Enum(['invoice', 'renewal']),
    status: Type.Enum(['overdue', 'due', 'pro-forma', 'upcoming'], { description: 'A renewal is upcoming or, past its day, overdue.' }),
    dueOn: Day,
    number: Type.Union([Type.String(), Type.Null()], { description: 'Number of the pro forma or invoice; null for a renewal.' }),
    subject: Type.String(),
    productKind: Type.Union([Type.String(), Type.Null()], { description: 'Of a renewal.' }),
    autoRenew: Type.Union([Type.Boolean(), Type.Null()], { description: 'Of a renewal; null for an invoice.' }),
    total: MoneyValue,
  },
  { $id: 'ToPayRow', additionalProperties: false },
);
export type ToPayRow = Static<typeof ToPayRow>;

export const ToPaySortKey = Type.Enum(['due', 'subject', 'status', 'total']);
export type ToPaySortKey = Static<typeof ToPaySortKey>;

export const ToPayQuery = Type.Object(
  {
    all: Type.Optional(Type.Boolean({ description: 'Everything to come; otherwise the next two months and what is overdue.' })),
    search: Type.Optional(SearchText),
    sort: Type.Optional(ToPaySortKey),
    descending: Type.Optional(Type.Boolean()),
    ...Window,
  },
  { additionalProperties: false },
);
export type ToPayQuery = Partial<Static<typeof ToPayQuery>>;

export const ToPayWindow = Type.Object(
  {
    rows: Type.Array(ToPayRow),
    summary: Type.Union([
      Type.Object(
        {
          ...ListSummary.properties,
          overdue: Type.Integer({ description: 'How many of them are past their day.' }),
          later: Type.Integer({ description: 'How many more there are after the two months.' }),
          through: Day,
        },
        { additionalProperties: false },
      ),
      Type.Null(),
    ]),
  },
  { $id: 'ToPayWindow', additionalProperties: false },
);
export type ToPayWindow = Static<typeof ToPayWindow>;
