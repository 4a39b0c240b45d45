import { Type, type Static } from 'typebox';
import { CurrencyCode, Id, MoneyValue, SearchText, Window } from './value.ts';

export const Role = Type.Enum(['owner', 'admin', 'member']);

/** Where the list puts an organisation: pinned first, then recently used, then the others by name. */
export const OrganisationGroup = Type.Enum(['pinned', 'recent', 'other']);
export type OrganisationGroup = Static<typeof OrganisationGroup>;

/** One organisation of a person, with what the person may know of it. */
export const OrganisationRow = Type.Object(
  {
    id: Id,
    name: Type.String(),
    kind: Type.Enum(['person', 'company']),
    logo: Type.Union([Type.String(), Type.Null()], { description: 'Address of a horizontal image, relative to the gateway.' }),
    role: Role,
    billingRight: Type.Boolean({ description: 'Whether the person may see and move money here.' }),
    group: OrganisationGroup,
    available: Type.Union([MoneyValue, Type.Null()], { description: 'Prepaid money; null without the billing right.' }),
    open: Type.Union([Type.Integer(), Type.Null()], { description: 'What is to pay within two months or overdue, renewals included; null without the billing right.' }),
    overdue: Type.Union([Type.Integer(), Type.Null()], { description: 'How many of these are past their day.' }),
  },
  { $id: 'OrganisationRow', additionalProperties: false },
);
export type OrganisationRow = Static<typeof OrganisationRow>;

/**
 * Without a search: pinned, then up to five recently used, then the others, each group by folded name
 * (recent ones by last use). With a search: the best match first (`shared/domain/organisation-search.ts`),
 * then by group and name.
 */
export const OrganisationQuery = Type.Object(
  { search: Type.Optional(SearchText), ...Window },
  { additionalProperties: false },
);
export type OrganisationQuery = Partial<Static<typeof OrganisationQuery>>;

export const OrganisationWindow = Type.Object(
  {
    rows: Type.Array(OrganisationRow),
    summary: Type.Union([
      Type.Object(
        {
          count: Type.Integer({ description: 'Organisations that match.' }),
          pinned: Type.Integer({ description: 'How many of them stand in the pinned group.' }),
          recent: Type.Integer({ description: 'How many of them stand in the recent group.' }),
        },
        { additionalProperties: false },
      ),
      Type.Null(),
    ]),
  },
  { $id: 'OrganisationWindow', additionalProperties: false },
);
export type OrganisationWindow = Static<typeof OrganisationWindow>;

export const PinChange = Type.Object({ pinned: Type.Boolean() }, { additionalProperties: false });

/** The organisation that a session stands in. */
export const CurrentOrganisation = Type.Object(
  {
    id: Id,
    name: Type.String(),
    kind: Type.Enum(['person', 'company']),
    logo: Type.Union([Type.String(), Type.Null()]),
    role: Role,
    billingRight: Type.Boolean(),
    currency: CurrencyCode,
    administrators: Type.Array(Type.String(), { description: 'Names of owners and admins, whom a member may ask.' }),
  },
  { $id: 'CurrentOrganisation', additionalProperties: false },
);
export type CurrentOrganisation = Static<typeof CurrentOrganisation>;
