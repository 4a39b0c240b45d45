/**
 * What a seeded installation lets people try. Public on purpose: it exists only in a seeded database, and
 * a seeded gateway listens on loopback only.
 */
import type { Language } from '../../shared/contract/session.ts';

/** Everybody's password, at the gateway and at the example portal. */
export const DEMO_PASSWORD = 'counting-house';

/** What is kept of it, the same for all: made once, so that the same seed gives the same rows. */
export const DEMO_PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$GEdwESRs/c9v6mVMolt8tw$jKKLvuDqHFeb/93dG793dPokdvGj2HbmssuSu1/78jA';

/** A person of the demo, as the gateway and the partner's portal sign them in. */
export interface DemoLogin {
  readonly account: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: Language;
  /** What this person is there to show, one line for the start-up screen and the portal. */
  readonly shows: string;
}

export const DEMO_PARTNER = {
  id: '01860c06-87c0-7778-8a17-9af8d9a01791',
  name: 'Example Agency',
  keyId: '01860c06-87c0-7aa1-9d52-6b1d0c1f4e20',
  /** The API key that the portal's backend sends; the database holds its hash. */
  key: 'kontor_partner_demo-key-of-example-agency-not-secret',
} as const;

export const DEMO_OPERATOR_KEY = 'kontor_operator_demo-key-not-secret';

/** The webmaster first: a portal signs her in unless another is chosen. */
export const WEBMASTER: DemoLogin = {
  account: '0186112d-ce20-70ad-bace-6c3b7af440e0',
  email: 'alba@sterntaler.example',
  givenName: 'Alba',
  familyName: 'Sterntaler',
  language: 'en',
  shows: 'a webmaster: her own organisation and three companies as owner, admin and member without the billing right',
};
export const BANDLEADER: DemoLogin = {
  account: '01861655-1480-73e6-b9f1-d778fe1f5278',
  email: 'aurore@dubois-dormant.example',
  givenName: 'Aurore',
  familyName: 'Dubois-Dormant',
  language: 'fr',
  shows: 'owner of the company where the webmaster is only a member; names very short, very long and with accents',
};
export const TOYMAKER: DemoLogin = {
  account: '01861b7c-5ae0-7683-b1bb-9c914d908ee0',
  email: 'pinuccia@geppetto.example',
  givenName: 'Pinuccia',
  familyName: 'Geppetto',
  language: 'it',
  shows: 'one organisation only, in euro, with money owed after a charge-back',
};
export const MINER: DemoLogin = {
  account: '018620a3-a140-717f-a6c4-303dd4824201',
  email: 'hans@imglueck.example',
  givenName: 'Hans',
  familyName: 'Imglück',
  language: 'de',
  shows: 'admin of one company, owner of another that gave the partner no access',
};
export const NEWCOMER: DemoLogin = {
  account: '018625ca-e7a0-70e8-952a-dedf5d3a8c29',
  email: 'pulgarcita@pequena.example',
  givenName: 'Pulgarcita',
  familyName: 'Pequeña',
  language: 'es',
  shows: 'a new customer: one organisation, nothing in it yet',
};

export const DEMO_LOGINS: readonly DemoLogin[] = [WEBMASTER, BANDLEADER, TOYMAKER, MINER, NEWCOMER];

/** Only in the large seed. */
export const LARGE_LOGIN: DemoLogin = {
  account: '01862af2-2e00-77ee-8a09-b0665b201d7f',
  email: 'argus@hundert-augen.example',
  givenName: 'Argus',
  familyName: 'Hundertaug',
  language: 'en',
  shows: 'ten thousand organisations; the pinned one has fifty thousand invoices',
};

/** Owner where the large login is only a member: no organisation is without one. */
export const LARGE_OWNER: DemoLogin = {
  account: '01863019-7460-72ff-9c41-2e265df3e7ea',
  email: 'briareos@hundert-arme.example',
  givenName: 'Briareos',
  familyName: 'Hundertarm',
  language: 'en',
  shows: 'owner of the organisations where the large login is admin or member',
};
