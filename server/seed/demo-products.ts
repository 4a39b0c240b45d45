import type { ProductKind } from '../../shared/domain/product-kinds.ts';
import { DUBOIS, DWARFS, GEPPETTO, GRANDMOTHER, MUSICIANS, RUMPELSTILZ, STERNTALER, YO } from './demo-organisations.ts';
import type { SeedOrganisation } from './seed-organisation.ts';

export interface DemoProduct {
  readonly kind: ProductKind;
  /** What the product serves: a domain name or a purpose. */
  readonly label: string;
  /** Days from today to the next renewal; negative where it is past. */
  readonly renewsIn: number;
  readonly autoRenew?: boolean;
  readonly state?: 'cancelled' | 'expired';
  /** How many terms there were; otherwise as many as three years hold. */
  readonly terms?: number;
  /** The state of the invoice for the coming term, where there is one already. */
  readonly invoiced?: 'pro-forma' | 'due' | 'processing';
}

/** Every kind of product, renewals of every distance, over the organisations. */
export const DEMO_PRODUCTS: readonly (readonly [SeedOrganisation, readonly DemoProduct[]])[] = [
  [STERNTALER, [
    { kind: 'domain-name', label: 'sterntaler.example', renewsIn: 12 },
    { kind: 'domain-name', label: 'goldregen.example', renewsIn: 12 },
    { kind: 'web-hosting', label: 'sterntaler.example', renewsIn: 43, autoRenew: true },
    { kind: 'infomaniak-mail', label: 'alba@sterntaler.example', renewsIn: 21, invoiced: 'pro-forma' },
    { kind: 'ksuite', label: 'sterntaler.example', renewsIn: 9, autoRenew: true, terms: 14 },
    { kind: 'kdrive', label: 'Werkstatt', renewsIn: 158, autoRenew: true },
    { kind: 'ssl-certificate', label: 'sterntaler.example', renewsIn: -74, state: 'expired' },
  ]],
  [DWARFS, [
    { kind: 'domain-name', label: 'sieben-zwerge.example', renewsIn: 3, autoRenew: true, invoiced: 'processing' },
    { kind: 'domain-name', label: 'glasberg.example', renewsIn: 55 },
    { kind: 'domain-name', label: 'spieglein.example', renewsIn: -5 },
    { kind: 'domain-name', label: 'schneewittchen.example', renewsIn: 226, autoRenew: true },
    { kind: 'web-hosting', label: 'sieben-zwerge.example', renewsIn: 27, invoiced: 'due' },
    { kind: 'web-hosting', label: 'glasberg.example', renewsIn: 300, autoRenew: true, terms: 1 },
    { kind: 'ssl-certificate', label: 'sieben-zwerge.example', renewsIn: 27 },
    { kind: 'mail-service', label: 'sieben-zwerge.example', renewsIn: 88, autoRenew: true },
    { kind: 'ksuite', label: 'Stollenbüro', renewsIn: 17, autoRenew: true },
    { kind: 'cloud-server', label: 'stollen-1', renewsIn: 6, autoRenew: true },
    { kind: 'cloud-vps', label: 'lore-7', renewsIn: 19 },
    { kind: 'synology-nas', label: 'Schatzkammer', renewsIn: 34 },
    { kind: 'swiss-backup', label: 'Schatzkammer', renewsIn: 121, autoRenew: true },
    { kind: 'jelastic-cloud', label: 'erz-analyse', renewsIn: 11, terms: 5 },
    { kind: 'custom-brand', label: 'Sieben Zwerge', renewsIn: 190 },
    { kind: 'site-creator', label: 'glasberg.example', renewsIn: -140, state: 'cancelled', terms: 2 },
  ]],
  [GEPPETTO, [
    { kind: 'domain-name', label: 'geppetto-giocattoli.example', renewsIn: 14 },
    { kind: 'domain-name', label: 'pinocchio.example', renewsIn: 71 },
    { kind: 'web-hosting', label: 'geppetto-giocattoli.example', renewsIn: 14, autoRenew: true },
    { kind: 'site-creator', label: 'pinocchio.example', renewsIn: 250 },
    { kind: 'newsletter', label: 'Notizie di legno', renewsIn: 8, autoRenew: true },
    { kind: 'cloud-vps', label: 'balena', renewsIn: 2, invoiced: 'due' },
    { kind: 'kdrive', label: 'Bottega', renewsIn: 97, autoRenew: true },
    { kind: 'swiss-backup', label: 'Bottega', renewsIn: -33, state: 'expired' },
  ]],
  [MUSICIANS, [
    { kind: 'domain-name', label: 'stadtmusikanten.example', renewsIn: 20, autoRenew: true },
    { kind: 'audio-streaming', label: 'Radio Esel', renewsIn: 16, autoRenew: true },
    { kind: 'video-streaming', label: 'Konzertsaal', renewsIn: 23 },
    { kind: 'vod-aod', label: 'Archiv', renewsIn: 23 },
    { kind: 'guest-manager', label: 'Sommerkonzerte', renewsIn: 60 },
    { kind: 'web-hosting', label: 'stadtmusikanten.example', renewsIn: 132, autoRenew: true },
  ]],
  [RUMPELSTILZ, [
    { kind: 'domain-name', label: 'rumpelstilz.example', renewsIn: 31 },
    { kind: 'mail-service', label: 'rumpelstilz.example', renewsIn: 31 },
  ]],
  [DUBOIS, [
    { kind: 'domain-name', label: 'dubois-dormant.example', renewsIn: 18 },
    { kind: 'infomaniak-mail', label: 'aurore@dubois-dormant.example', renewsIn: 100 },
  ]],
  [GRANDMOTHER, [
    { kind: 'domain-name', label: 'mere-grand.example', renewsIn: 5 },
    { kind: 'site-creator', label: 'mere-grand.example', renewsIn: 5, autoRenew: true },
    { kind: 'newsletter', label: 'Galettes & pots de beurre', renewsIn: 25 },
  ]],
  [YO, [{ kind: 'domain-name', label: 'yo.example', renewsIn: 48, autoRenew: true }]],
];
