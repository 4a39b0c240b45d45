import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { parseSync } from 'vite';

/** One file as the rules see it: its path from the root with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A node of a parsed program, as ESTree names them. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const folders = '{shared,widgets,extension,server,examples,scripts,test,docs}';
const notOurs = /(^|\/)(node_modules|dist|public\/kontor|\.[^/]+)\//;

/** Every file of ours below the top folders, read as text. */
export function readSourceTree(): SourceFile[] {
  const paths = globSync(`${folders}/**/*.*`).map((path) => path.replaceAll(sep, '/'));
  return paths
    .filter((path) => !notOurs.test(path))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

export const isCode = ({ path }: SourceFile): boolean => /\.(ts|mts|mjs|js)$/.test(path) && !path.endsWith('.d.ts');
export const isTest = ({ path }: SourceFile): boolean => path.startsWith('test/');

/** A made-up file for the proof that a rule can fail. */
export const madeUp = (path: string, text = ''): SourceFile => ({ path, text });

/** A node with the one that holds it. */
interface Placed {
  readonly node: SyntaxNode;
  readonly parent: SyntaxNode | undefined;
}

const parsed = new WeakMap<SourceFile, Placed[]>();

/**
 * The nodes of a file, outermost first.
 * @throws {Error} when the file cannot be parsed.
 */
export function nodesOf(file: SourceFile): Placed[] {
  const nodes = parsed.get(file) ?? parse(file);
  parsed.set(file, nodes);
  return nodes;
}

function parse({ path, text }: SourceFile): Placed[] {
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const found: Placed[] = [];
  const visit = (value: unknown, parent: SyntaxNode | undefined): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, parent);
    else if (isNode(value)) {
      found.push({ node: value, parent });
      for (const part of Object.values(value)) visit(part, value);
    }
  };
  visit(program, undefined);
  return found;
}

/**
 * What a rule finds in the code of files, node by node, each fault after its place.
 * @param fault says what is wrong with a node; nothing where all is well
 */
export function faultsIn(files: readonly SourceFile[], fault: (placed: Placed, file: SourceFile) => string | undefined): string[] {
  return files.filter(isCode).flatMap((file) =>
    nodesOf(file).flatMap((placed) => {
      const found = fault(placed, file);
      return found === undefined ? [] : [`${file.path}:${lineAt(file.text, placed.node.start)} ${found}`];
    }),
  );
}

/** The name before the dot of a member expression; nothing for any other node. */
export function ownerOf(node: SyntaxNode): string | undefined {
  const owner = node.type === 'MemberExpression' ? (node['object'] as SyntaxNode) : undefined;
  return owner?.type === 'Identifier' ? String(owner['name']) : undefined;
}

/** The modules a file names in imports (dynamic ones and types included) and in exports from. */
export function importsOf(file: SourceFile): string[] {
  const named = nodesOf(file).flatMap(({ node }) => {
    const importing = /^(Import(Declaration|Expression)|TSImportType|Export(Named|All)Declaration)$/.test(node.type);
    const source = importing ? ((node['source'] ?? node['argument']) as SyntaxNode | null | undefined) : undefined;
    return typeof source?.['value'] === 'string' ? [source['value']] : [];
  });
  return [...new Set(named)];
}

/** The text of a string or template, its gaps as question marks; undefined for any other node. */
export function textOf(node: SyntaxNode): string | undefined {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral') return undefined;
  return (node['quasis'] as { value: { raw: string } }[]).map(({ value }) => value.raw).join('?');
}

/** How many lines a stretch of a text takes. */
export const linesIn = (text: string): number => text.trimEnd().split('\n').length;

/** The line, from 1, of a position in a text. */
export const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;

/** Fails with one line a fault; each names the file and the remedy. */
export function assertHolds(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const failure = new Error(faults.join('\n'));
  // The faults name their places; where the rule stands is of no help.
  failure.stack = failure.message;
  throw failure;
}

/** Fails unless a rule finds exactly these faults (one pattern each) in made-up files. */
export function assertFinds(faults: readonly string[], expected: readonly RegExp[]): void {
  assert.equal(faults.length, expected.length, `found: ${faults.join(' | ') || 'nothing'}`);
  for (const [at, pattern] of expected.entries()) assert.match(faults[at] ?? '', pattern);
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
