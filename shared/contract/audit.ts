import { Type, type Static } from 'typebox';
import { Day, Id, Instant, Window } from './value.ts';

const Named = Type.Object({ id: Id, name: Type.Union([Type.String(), Type.Null()]) }, { additionalProperties: false });

/** One act: who, for whom, from where, what, on what. Entries are never changed. */
export const AuditRow = Type.Object(
  {
    id: Id,
    at: Instant,
    organisation: Type.Union([Id, Type.Null()], { description: 'Null for acts that concern no organisation, such as a new partner key.' }),
    act: Type.String({ description: '`<resource>.<act>`, such as `order.place`.' }),
    subject: Type.Union([Type.String(), Type.Null()], { description: 'What was acted on, mostly an id.' }),
    actor: Type.Object(
      {
        kind: Type.Enum(['person', 'partner', 'operator', 'job']),
        id: Type.String({ description: 'Id of the account or partner; for the operator and jobs a word.' }),
        name: Type.Union([Type.String(), Type.Null()]),
      },
      { additionalProperties: false },
    ),
    partner: Type.Union([Named, Type.Null()], { description: 'Through whom a person acted, or whom the act was about.' }),
    person: Type.Union([Named, Type.Null()], { description: 'For whom, where the actor is not that person.' }),
    address: Type.Union([Type.String(), Type.Null()], { description: "Network address. The operator's own is told to the operator only." }),
    agent: Type.Union([Type.String(), Type.Null()], { description: 'Family of the browser or program.' }),
    origin: Type.Union([Type.String(), Type.Null()], { description: 'The page that the request came from.' }),
  },
  { $id: 'AuditRow', additionalProperties: false },
);
export type AuditRow = Static<typeof AuditRow>;

const filters = {
  act: Type.Optional(
    Type.String({ maxLength: 60, pattern: '^[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)?$', description: 'One act (`order.place`) or all of a resource (`order`).' }),
  ),
  from: Type.Optional(Day),
  to: Type.Optional(Type.String({ format: 'date', description: 'Calendar day, included.' })),
};
const organisation = Type.Optional(Type.String({ format: 'uuid' }));
const format = Type.Enum(['csv', 'jsonl'], { description: 'CSV (RFC 4180), or one JSON object a line.' });
const closed = { additionalProperties: false };

export const AuditQuery = Type.Object({ ...filters, offset: Window.offset, limit: Window.limit }, closed);
export type AuditQuery = Static<typeof AuditQuery>;
export const AuditExportQuery = Type.Object({ ...filters, format }, closed);

/** The operator's: over all organisations, or one. */
export const OperatorAuditQuery = Type.Object({ ...AuditQuery.properties, organisation }, closed);
export const OperatorAuditExportQuery = Type.Object({ ...AuditExportQuery.properties, organisation }, closed);

/** What every list and export of the audit log may be narrowed by. */
export type AuditFilter = Pick<AuditQuery, 'act' | 'from' | 'to'>;

/** Newest first. */
export const AuditWindow = Type.Object({ rows: Type.Array(AuditRow), count: Type.Integer() }, { $id: 'AuditWindow', additionalProperties: false });
export type AuditWindow = Static<typeof AuditWindow>;
