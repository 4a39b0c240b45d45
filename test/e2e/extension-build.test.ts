import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { before, describe, test } from 'node:test';
import { buildExtension, EXTENSION_BROWSERS, extensionFolder } from '../../scripts/build-extension.ts';
import { Language } from '../../shared/contract/session.ts';

/** Addresses in the scripts that nothing is fetched from: names of formats, and the gateway to begin with. */
const NAMED = /^http:\/\/(www\.w3\.org\/|localhost(:4600)?$)/;

for (const browser of EXTENSION_BROWSERS) {
  describe(`the extension built for ${browser}`, () => {
    const folder = extensionFolder(browser);
    const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
    const found = (pattern: string): string[] => {
      const paths = globSync(pattern, { cwd: folder });
      assert.ok(paths.length > 0, `There is no ${pattern}.`);
      return paths;
    };
    before(() => buildExtension(browser));

    test('asks for storage, alarms and identity, and for no host', () => {
      const manifest = JSON.parse(read('manifest.json'));
      assert.deepEqual(manifest.permissions, ['storage', 'alarms', 'identity']);
      for (const wider of ['host_permissions', 'optional_permissions', 'optional_host_permissions', 'content_scripts', 'web_accessible_resources', 'externally_connectable']) {
        assert.equal(manifest[wider], undefined, wider);
      }
      const policy: string = manifest.content_security_policy.extension_pages;
      assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'; .*require-trusted-types-for 'script'/);
      assert.doesNotMatch(policy, /unsafe|blob:|script-src [^;]*http/);
      assert.equal(manifest.commands._execute_action.suggested_key.default, 'Ctrl+Shift+K');
    });

    test('holds every file that the manifest names', () => {
      const { action, icons, options_ui: options, background } = JSON.parse(read('manifest.json'));
      const named = [action.default_popup, ...Object.values(action.default_icon), ...Object.values(icons), options.page, ...(background.scripts ?? [background.service_worker])];
      for (const path of named as string[]) assert.ok(existsSync(join(folder, path)), path);
    });

    test('fetches and makes no code', () => {
      for (const path of found('**/*.js')) {
        const code = read(path);
        assert.doesNotMatch(code, /\beval\(|new Function\b|importScripts\(|createElement\(["'`]script/, path);
        assert.doesNotMatch(code, /(import\(|from)\s*["'`](https?:)?\/\//, path);
        for (const [address] of code.matchAll(/https?:\/\/\w[^\s"'`)\\]*/g)) assert.match(address, NAMED, path);
      }
      for (const path of found('**/*.html')) {
        const page = read(path);
        for (const [, source] of page.matchAll(/\b(?:src|href)="([^"]*)"/g)) assert.match(source ?? '', /^(\/assets\/|\.?\.?\/)/, path);
        assert.doesNotMatch(page, /<script[^>]*>[^<]|\son\w+=|<style|\sstyle=/, path);
      }
    });

    test('has a background that fetches no part of itself later, which a worker may not', () => {
      const reached = new Set<string>();
      const visit = (path: string): void => {
        if (reached.has(path)) return;
        reached.add(path);
        const code = read(path);
        assert.doesNotMatch(code, /\bimport\(/, path);
        for (const [, next = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)) visit(posix.join(posix.dirname(path), next));
      };
      visit('service-worker-loader.js');
      assert.ok(reached.size > 2);
    });

    test('is named and described in all five languages', () => {
      assert.deepEqual(readdirSync(join(folder, '_locales')).toSorted(), [...Language.enum].toSorted());
      const messages = Language.enum.map((language) => JSON.parse(read(`_locales/${language}/messages.json`)) as Record<string, { message: string }>);
      const named = [...read('manifest.json').matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name ?? '');
      for (const each of messages) {
        assert.deepEqual(new Set(Object.keys(each)), new Set(named));
        // The limit of Chrome's store.
        assert.ok(each['description']!.message.length <= 132);
      }
    });
  });
}
