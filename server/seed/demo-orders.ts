import type { PaymentMethod } from '../../shared/contract/promo-code.ts';
import type { ProductKind } from '../../shared/domain/product-kinds.ts';
import { DUBOIS, DWARFS, GEPPETTO, GRANDMOTHER, MUSICIANS, PEQUENA, RUMPELSTILZ, STERNTALER, YO, type DemoOrganisation } from './demo-organisations.ts';

/** A cart that somebody left open. */
export interface DemoOrder {
  readonly organisation: DemoOrganisation;
  readonly items: readonly (readonly [ProductKind, quantity: number])[];
  readonly paymentMethod: PaymentMethod | null;
  readonly codes: readonly string[];
}

/** One for each organisation; the dwarfs have entered codes already, some of which count. */
export const DEMO_ORDERS: readonly DemoOrder[] = [
  { organisation: STERNTALER, items: [['web-hosting', 1], ['domain-name', 2]], paymentMethod: 'prepaid', codes: [] },
  {
    organisation: DWARFS, items: [['swiss-backup', 1], ['cloud-vps', 2], ['domain-name', 1]], paymentMethod: 'card',
    codes: ['LANTERN-20', 'SEVEN-OFF', 'NAS-ONLY-10', 'PREPAID-5'],
  },
  { organisation: GEPPETTO, items: [['site-creator', 1], ['infomaniak-mail', 5]], paymentMethod: null, codes: [] },
  { organisation: MUSICIANS, items: [['audio-streaming', 1], ['vod-aod', 1], ['newsletter', 1]], paymentMethod: 'bank-transfer', codes: [] },
  { organisation: RUMPELSTILZ, items: [['kdrive', 1], ['ssl-certificate', 1]], paymentMethod: null, codes: [] },
  { organisation: DUBOIS, items: [['kdrive', 1], ['domain-name', 1]], paymentMethod: 'card', codes: [] },
  { organisation: GRANDMOTHER, items: [['mail-service', 1], ['ssl-certificate', 1], ['domain-name', 2]], paymentMethod: 'prepaid', codes: [] },
  { organisation: YO, items: [['ksuite', 1], ['kdrive', 1]], paymentMethod: 'prepaid', codes: [] },
  { organisation: PEQUENA, items: [['site-creator', 1], ['domain-name', 1]], paymentMethod: 'card', codes: [] },
];

/** What an organisation ordered with a code long ago: the line of its invoice, the code, and its per cent. */
export const PAST_ORDER = {
  organisation: DWARFS, kind: 'web-hosting', line: 'Web Hosting 250 GB (glasberg.example)', code: 'WELCOME-10', percent: 10,
} as const;
