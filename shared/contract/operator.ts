import { Type, type Static } from 'typebox';
import { Id, MoneyValue } from './value.ts';

/** What became of one imported file. A file that is no e-invoice is answered with a problem instead. */
export const ImportResult = Type.Object(
  {
    outcome: Type.Enum(['added', 'known'], { description: '`known`: the same bytes were imported before.' }),
    invoice: Id,
    number: Type.String(),
    seller: Type.String(),
    total: MoneyValue,
    payable: MoneyValue,
    sameNumber: Type.Boolean(),
  },
  { $id: 'ImportResult', additionalProperties: false },
);
export type ImportResult = Static<typeof ImportResult>;
