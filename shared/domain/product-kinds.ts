/** The families in which products are offered and grouped. */
export type ProductFamily = 'collaboration' | 'web-and-domain' | 'cloud' | 'events' | 'streaming';

/** Every kind of product, with its family. From the client's documents. */
export const PRODUCT_KINDS = {
  'domain-name': 'web-and-domain',
  'web-hosting': 'web-and-domain',
  'ssl-certificate': 'web-and-domain',
  'site-creator': 'web-and-domain',
  'mail-service': 'collaboration',
  'infomaniak-mail': 'collaboration',
  ksuite: 'collaboration',
  kdrive: 'collaboration',
  'custom-brand': 'collaboration',
  newsletter: 'collaboration',
  'cloud-server': 'cloud',
  'cloud-vps': 'cloud',
  'jelastic-cloud': 'cloud',
  'synology-nas': 'cloud',
  'swiss-backup': 'cloud',
  'guest-manager': 'events',
  'audio-streaming': 'streaming',
  'video-streaming': 'streaming',
  'vod-aod': 'streaming',
} as const satisfies Record<string, ProductFamily>;

export type ProductKind = keyof typeof PRODUCT_KINDS;
