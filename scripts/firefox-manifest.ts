import type { ManifestV3Export } from '@crxjs/vite-plugin';
import { GECKO_EXTENSION_ID } from '../shared/domain/extension-client.ts';
import chromium from '../manifest.json' with { type: 'json' };

/**
 * The manifest as Firefox wants it: an event page instead of a worker, an id of its own, and what leaves
 * the browser. 142 is the first version that asks about the latter at the installation, on every system.
 */
export function firefoxManifest(): ManifestV3Export {
  const { minimum_chrome_version: _version, key: _key, background, ...common } = chromium;
  const manifest = {
    ...common,
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: GECKO_EXTENSION_ID,
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['authenticationInfo', 'financialAndPaymentInfo', 'personallyIdentifyingInfo'] },
      },
    },
  };
  return manifest as unknown as ManifestV3Export;
}
