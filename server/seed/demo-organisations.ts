import type { Role } from '../../shared/domain/rights.ts';
import { BANDLEADER, MINER, NEWCOMER, TOYMAKER, WEBMASTER, type DemoLogin } from './demo-credentials.ts';
import { DWARFS_LOGO, GEPPETTO_LOGO, GRANDMOTHER_LOGO } from './demo-logos.ts';
import type { SeedOrganisation } from './seed-organisation.ts';

export interface SeedMember {
  readonly login: DemoLogin;
  readonly role: Role;
  /** Owners and admins have it in any case. */
  readonly billingRight: boolean;
  readonly pinned?: boolean;
  /** Days since the person last stood in it. */
  readonly usedDaysAgo?: number;
}

export interface DemoOrganisation extends SeedOrganisation {
  readonly members: readonly SeedMember[];
  /** An SVG text. */
  readonly logo?: string;
  /** Whether the demo partner may act for it. */
  readonly granted: boolean;
}

const swiss = { currency: 'CHF', vatBasisPoints: 810 } as const;
const italian = { currency: 'EUR', vatBasisPoints: 2200 } as const;
const french = { currency: 'EUR', vatBasisPoints: 2000 } as const;
const spanish = { currency: 'EUR', vatBasisPoints: 2100 } as const;
const owner = (login: DemoLogin, more: Partial<SeedMember> = {}): SeedMember => ({
  login, role: 'owner', billingRight: true, ...more,
});

/** The webmaster's own. */
export const STERNTALER: DemoOrganisation = {
  id: '01863019-7460-72ff-b5fd-2e265df3e7e9',
  name: 'Alba Sterntaler',
  kind: 'person',
  ...swiss,
  address: { lines: ['Goldregenweg 7'], postcode: '0007', town: 'Seldwyla', country: 'CH' },
  granted: true,
  members: [owner(WEBMASTER, { usedDaysAgo: 0 })],
};
/** Where the webmaster is owner. */
export const DWARFS: DemoOrganisation = {
  id: '01863540-bac0-7397-837d-ad7df0d25f20',
  name: 'Sieben Zwerge Bergbau AG',
  kind: 'company',
  ...swiss,
  vatId: 'CHE-000.000.007 MWST',
  address: { lines: ['Stollen 7', 'Hinter den sieben Bergen'], postcode: '0077', town: 'Seldwyla', country: 'CH' },
  logo: DWARFS_LOGO,
  granted: true,
  members: [owner(WEBMASTER, { pinned: true, usedDaysAgo: 1 }), { login: MINER, role: 'admin', billingRight: true }],
};
/** Where the webmaster is admin; euro. */
export const GEPPETTO: DemoOrganisation = {
  id: '01860c0e-c520-736c-b70c-b08669a45366',
  name: 'GEPPETTO GIOCATTOLI S.R.L.',
  kind: 'company',
  ...italian,
  vatId: 'IT00000000000',
  address: { lines: ['Vicolo del Gatto e della Volpe 3'], postcode: '00000', town: 'Collodello', country: 'IT' },
  logo: GEPPETTO_LOGO,
  granted: true,
  members: [owner(TOYMAKER), { login: WEBMASTER, role: 'admin', billingRight: true, usedDaysAgo: 3 }],
};
/** Where the webmaster is a member without the billing right; the very long name. */
export const MUSICIANS: DemoOrganisation = {
  id: '0186112c-e3c0-73f2-9b1d-791e7f924592',
  name: 'Genossenschaft der Bremer Stadtmusikanten, Orchester und Musikverlag zu Seldwyla',
  kind: 'company',
  ...swiss,
  vatId: 'CHE-000.000.004 MWST',
  address: { lines: ['Eselsbrücke 4'], postcode: '0004', town: 'Seldwyla', country: 'CH' },
  granted: true,
  members: [owner(BANDLEADER, { pinned: true, usedDaysAgo: 0 }), { login: WEBMASTER, role: 'member', billingRight: false }],
};
/** One more of the webmaster's that gave the partner no access. */
export const RUMPELSTILZ: DemoOrganisation = {
  id: '01861654-2a20-7032-b015-32422b1a3748',
  name: 'Rumpelstilz Treuhand GmbH',
  kind: 'company',
  ...swiss,
  address: { lines: ['Spinnradgasse 1'], postcode: '0001', town: 'Seldwyla', country: 'CH' },
  granted: false,
  members: [owner(MINER), { login: WEBMASTER, role: 'member', billingRight: true }],
};
export const DUBOIS: DemoOrganisation = {
  id: '01861b7b-7080-763c-a784-ba36730fc5dd',
  name: 'Aurore Dubois-Dormant',
  kind: 'person',
  ...french,
  address: { lines: ['100 allée des Ronces'], postcode: '00100', town: 'Bois-Dormant', country: 'FR' },
  granted: true,
  members: [owner(BANDLEADER)],
};
export const GRANDMOTHER: DemoOrganisation = {
  id: '018620a2-b6e0-73e7-8794-2db5e52e75d3',
  name: 'Pâtisserie Mère-Grand & Cœur-de-Loup Sàrl',
  kind: 'company',
  ...french,
  vatId: 'FR00000000000',
  address: { lines: ['3 sentier du Chaperon'], postcode: '00300', town: 'Bois-Dormant', country: 'FR' },
  logo: GRANDMOTHER_LOGO,
  granted: true,
  members: [owner(BANDLEADER, { usedDaysAgo: 9 })],
};
/** The very short name. */
export const YO: DemoOrganisation = {
  id: '018625c9-fd40-74d6-8514-d38db6cb5651',
  name: 'Yo',
  kind: 'company',
  ...swiss,
  address: { lines: ['Kurzgasse 1'], postcode: '0002', town: 'Seldwyla', country: 'CH' },
  granted: true,
  members: [owner(MINER), { login: BANDLEADER, role: 'admin', billingRight: true }],
};
/** A new customer's: nothing in it. */
export const PEQUENA: DemoOrganisation = {
  id: '01863018-8a00-7733-84ae-3e7dddad4cbc',
  name: 'Pulgarcita Pequeña',
  kind: 'person',
  ...spanish,
  address: { lines: ['Calle de la Nuez 1'], postcode: '00001', town: 'Villa Dedal', country: 'ES' },
  granted: true,
  members: [owner(NEWCOMER)],
};

export const DEMO_ORGANISATIONS: readonly DemoOrganisation[] = [
  STERNTALER, DWARFS, GEPPETTO, MUSICIANS, RUMPELSTILZ, DUBOIS, GRANDMOTHER, YO, PEQUENA,
];
