import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { assertFinds, assertHolds } from './source-tree.ts';

const generated = [
  /(^|\/)(node_modules|dist|build|coverage|\.kontor[^/]*|\.cache)\//,
  /(^|\/)(openapi|custom-elements)\.json$/,
  /^bench\/results\.json$/,
  /^examples\/[^/]+\/public\/kontor\//,
  /\.(min\.js|map|tsbuildinfo|log)$/,
];
/** The README's pictures and the extension's icons are the generated things in the repository. */
const picture = /\.(png|jpe?g|webp|gif|avif)$/;
const kept = /^(docs|extension\/public\/icons)\//;

function generatedFaults(paths: readonly string[]): string[] {
  return paths
    .filter((path) => generated.some((pattern) => pattern.test(path)) || (picture.test(path) && !kept.test(path)))
    .map((path) => `${path} is generated: take it out of the repository and name it in .gitignore`);
}

type Versions = Readonly<Record<string, string>>;

function versionFaults(manifest: { dependencies?: Versions; devDependencies?: Versions; optionalDependencies?: Versions }): string[] {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  return Object.entries(all)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `package.json: ${name} is "${version}": write one exact version`);
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly optionalDependencies?: Versions }>>;
}

/** A lockfile names no host, and every platform's builds: `npm ci` refuses one that was cut to one platform. */
function lockFaults({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([path, { resolved, optionalDependencies = {} }]) => {
    const absent = Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    );
    const faults = absent.map((name) => `package-lock.json: ${name}, optional for ${path}, is missing: npm ci will refuse it`);
    if (resolved?.includes('://')) faults.push(`package-lock.json: ${path} names a host: set omit-lockfile-registry-resolved`);
    return faults;
  });
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

test('nothing generated is committed', () => {
  const tracked = existsSync('.git') ? execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0') : [];
  assertHolds(generatedFaults(tracked));
});

test('the rule of generated files can fail', () => {
  const bad = ['dist/a.js', 'a/openapi.json', 'examples/portal/public/kontor/kit.js', 'widgets/a.js.map', 'shared/a.png'];
  const sound = ['docs/switcher.png', 'extension/public/icons/16.png', 'server/openapi.ts', 'examples/portal/public/page.js'];
  assertFinds(generatedFaults([...bad, ...sound]), [/dist/, /openapi/, /kontor\/kit/, /map/, /a\.png/]);
});

test('versions are exact', () => assertHolds(versionFaults(readJson('package.json') as object)));

test('the rule of the versions can fail', () => {
  const faults = versionFaults({ dependencies: { a: '^1.0.0', b: '1.0.0' }, devDependencies: { c: '~1.0.0' }, optionalDependencies: { d: '*' } });
  assertFinds(faults, [/a is/, /c is/, /d is/]);
});

test('the lockfile is whole and names no host', () => assertHolds(lockFaults(readJson('package-lock.json') as Lock)));

test('the rule of the lockfile can fail', () => {
  const faults = lockFaults({
    packages: {
      'node_modules/a': { resolved: 'https://example.org/a.tgz', optionalDependencies: { b: '1.0.0', c: '1.0.0' } },
      'node_modules/b': {},
    },
  });
  assertFinds(faults, [/c, optional for/, /names a host/]);
});
