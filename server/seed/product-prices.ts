import type { ProductKind } from '../../shared/domain/product-kinds.ts';

/** What one term of a product costs, net, in minor units of each currency. */
export interface ProductPrice {
  readonly months: number;
  readonly CHF: number;
  readonly EUR: number;
  /** What the plan is called; a domain name is called by itself. */
  readonly plan: string;
}

/** The demo's own price list; no host asks these prices. */
export const PRODUCT_PRICES: Readonly<Record<ProductKind, ProductPrice>> = {
  'domain-name': { months: 12, CHF: 1_450, EUR: 1_290, plan: '' },
  'web-hosting': { months: 12, CHF: 11_880, EUR: 10_680, plan: 'Web Hosting 250 GB' },
  'ssl-certificate': { months: 12, CHF: 5_900, EUR: 4_900, plan: 'SSL DV' },
  'site-creator': { months: 12, CHF: 9_000, EUR: 8_040, plan: 'Site Creator Pro' },
  'mail-service': { months: 12, CHF: 10_800, EUR: 9_600, plan: 'Mail Service 10' },
  'infomaniak-mail': { months: 12, CHF: 1_800, EUR: 1_680, plan: 'Mail Plus' },
  ksuite: { months: 1, CHF: 1_975, EUR: 1_895, plan: 'kSuite Business 5' },
  kdrive: { months: 12, CHF: 6_588, EUR: 5_988, plan: 'kDrive Team 6 TB' },
  'custom-brand': { months: 12, CHF: 24_000, EUR: 21_600, plan: 'Custom Brand' },
  newsletter: { months: 1, CHF: 1_500, EUR: 1_390, plan: 'Newsletter 5000' },
  'cloud-server': { months: 1, CHF: 3_925, EUR: 3_590, plan: 'Cloud Server 6 CPU' },
  'cloud-vps': { months: 1, CHF: 1_233, EUR: 1_117, plan: 'VPS Lite 4' },
  'jelastic-cloud': { months: 1, CHF: 4_217, EUR: 3_871, plan: 'Jelastic 16 Cloudlets' },
  'synology-nas': { months: 3, CHF: 8_970, EUR: 8_370, plan: 'NAS DS723 4 TB' },
  'swiss-backup': { months: 12, CHF: 14_280, EUR: 12_960, plan: 'Swiss Backup 2 TB' },
  'guest-manager': { months: 12, CHF: 36_000, EUR: 33_000, plan: 'Guest Manager 1500' },
  'audio-streaming': { months: 1, CHF: 1_120, EUR: 1_010, plan: 'Audio 128 kbit/s' },
  'video-streaming': { months: 1, CHF: 5_990, EUR: 5_490, plan: 'Video HD' },
  'vod-aod': { months: 1, CHF: 2_667, EUR: 2_433, plan: 'VOD 500 GB' },
};

/** A product's name: the plan and whom it serves. */
export function productName(kind: ProductKind, label: string): string {
  const { plan } = PRODUCT_PRICES[kind];
  return plan === '' ? label : `${plan} (${label})`;
}
