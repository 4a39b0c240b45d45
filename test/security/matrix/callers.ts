import { v7 as uuid } from 'uuid';
import { makePartnerKey } from '../../../server/identity/partner-keys.ts';
import { secretHash } from '../../../server/identity/secret-hash.ts';
import { Feature } from '../../../shared/contract/session.ts';
import { ORIGIN } from '../../support/fixture.ts';
import type { Fixture, MadePartner } from '../../support/fixture.ts';
import { SignedInPerson } from '../../support/signed-in-person.ts';
import type { Caller } from '../access-table.ts';
import type { TwoOrganisations } from '../two-organisations.ts';

/** The headers that a caller proves itself with, for one request. */
type Credentials = (method: string, url: string) => Promise<Record<string, string>>;

export type Callers = Readonly<Record<Caller, Credentials>>;

/** What a caller may read in the answers: organisation by organisation, its names alone or all. */
export const MAY_READ: Readonly<Record<Caller, { readonly own?: 'names' | 'all'; readonly foreign?: 'all' }>> = {
  owner: { own: 'all' }, admin: { own: 'all' }, payer: { own: 'all' }, widget: { own: 'all' }, limited: { own: 'all' }, narrow: { own: 'all' },
  member: { own: 'names' }, partner: { own: 'names' }, outsider: { foreign: 'all' }, operator: { own: 'all', foreign: 'all' },
  withdrawn: {}, scopeless: {}, ended: {}, left: {}, nobody: {},
};

/** All callers of the table, ready to ask. */
export async function makeCallers({ fixture, own, foreign }: TwoOrganisations): Promise<Callers> {
  const { organisation } = own;
  const left = await SignedInPerson.of(fixture, own.owner);
  await left.signOut();
  return {
    owner: proven(await SignedInPerson.of(fixture, own.owner)),
    admin: proven(await joined(fixture, organisation, 'admin', true)),
    payer: proven(await joined(fixture, organisation, 'member', true)),
    member: proven(await joined(fixture, organisation, 'member', false)),
    outsider: proven(await SignedInPerson.of(fixture, foreign.owner)),
    widget: bearer(await session(fixture, own.partner, own.owner)),
    limited: bearer(await limitedSession(fixture, own)),
    withdrawn: bearer(await withdrawnSession(fixture, own)),
    ended: bearer(await endedSession(fixture, own)),
    left: proven(left),
    narrow: proven(await SignedInPerson.of(fixture, own.owner, {}, [])),
    operator: bearer(fixture.operatorKey),
    partner: bearer(own.partner.key),
    scopeless: bearer(await keyWithoutScope(fixture, own.partner)),
    nobody: async () => ({ origin: ORIGIN }),
  };
}

async function keyWithoutScope(fixture: Fixture, partner: MadePartner): Promise<string> {
  const key = makePartnerKey();
  await fixture.insert('partner_key', { id: uuid(), name: 'Idle', scopes: [], hash: secretHash(key), partner_id: partner.id, created_at: fixture.clock.now() });
  return key;
}

async function joined(fixture: Fixture, organisation: string, role: 'admin' | 'member', billing: boolean): Promise<SignedInPerson> {
  const account = await fixture.person();
  await fixture.member(organisation, account, role, billing);
  return await SignedInPerson.of(fixture, account);
}

async function session(fixture: Fixture, partner: MadePartner, person: string): Promise<string> {
  return (await fixture.mint(partner, { person, features: Feature.enum })).body.token;
}

async function limitedSession(fixture: Fixture, { organisation, owner }: TwoOrganisations['own']): Promise<string> {
  const partner = await fixture.partner();
  await fixture.grant(organisation, partner, 'limited');
  return await session(fixture, partner, owner);
}

async function withdrawnSession(fixture: Fixture, { organisation, owner }: TwoOrganisations['own']): Promise<string> {
  const partner = await fixture.partner();
  await fixture.grant(organisation, partner);
  const token = await session(fixture, partner, owner);
  await fixture.database.asOwner((tx) => tx.query('update partner_grant set revoked_at = $2 where partner_id = $1', [partner.id, fixture.clock.now()]));
  return token;
}

async function endedSession(fixture: Fixture, { owner, partner }: TwoOrganisations['own']): Promise<string> {
  const token = await session(fixture, partner, owner);
  await fixture.call(token, '/v1/session', { method: 'DELETE' });
  return token;
}

function bearer(token: string): Credentials {
  return async () => ({ authorization: `Bearer ${token}`, origin: ORIGIN });
}

function proven(person: SignedInPerson): Credentials {
  return async (method, url) => ({ authorization: `DPoP ${person.token}`, dpop: await person.proof(method, url) });
}
