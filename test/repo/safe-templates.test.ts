import { test } from 'node:test';
import { assertFinds, assertHolds, faultsIn, madeUp, readSourceTree, type SourceFile, type SyntaxNode } from './source-tree.ts';

/** What breaks a page's strict policy (no inline style, trusted types) or lets text become markup. */
const unsafeNames = /^(innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|unsafeStatic|styleMap|srcdoc)$/;
const unsafeMarkup = /\sstyle\s*=|<style\b|\s\.?(innerHTML|srcdoc)\s*=|\son[a-z]+\s*=/i;

function templateFaults(files: readonly SourceFile[]): string[] {
  return faultsIn(files.filter(({ path }) => /^(widgets|extension)\//.test(path)), ({ node }) => {
    const what = unsafeUse(node);
    return what && `uses ${what}, which a strict page forbids: bind text, set a class, or place through element.style`;
  });
}

function unsafeUse(node: SyntaxNode): string | undefined {
  if (node.type === 'Identifier' && unsafeNames.test(String(node['name']))) return String(node['name']);
  if (node.type === 'TaggedTemplateExpression' && /^(html|svg)$/.test(String((node['tag'] as SyntaxNode)['name']))) {
    const quasis = (node['quasi'] as { quasis: { value: { raw: string } }[] }).quasis;
    return unsafeMarkup.exec(quasis.map(({ value }) => value.raw).join('?'))?.[0].trim();
  }
  if (node.type !== 'CallExpression') return undefined;
  const called = ((node['callee'] as SyntaxNode)['property'] as SyntaxNode | undefined)?.['name'];
  const first = (node['arguments'] as SyntaxNode[])[0]?.['value'];
  return called === 'setAttribute' && first === 'style' ? 'a style attribute' : undefined;
}

test('templates keep to what a strict page allows', () => assertHolds(templateFaults(readSourceTree())));

test('the rule of the templates can fail', () => {
  const text = [
    'element.innerHTML = text;',
    "import {unsafeHTML} from 'lit/directives/unsafe-html.js';",
    'const a = html`<p style="color: red">${text}</p>`;',
    'const b = html`<p class="style" style=${styles}></p><a onclick="x()"></a>`;',
    "row.setAttribute('style', 'top: 0');",
    'const c = html`<p class="styled" part="on" ?hidden=${true} @click=${act}>in style: bold</p>`;',
    "row.style.transform = 'none'; row.setAttribute('class', 'style');",
  ].join('\n');
  const lines = templateFaults([madeUp('widgets/elements/a/a.ts', text)]);
  assertFinds([...new Set(lines.map((line) => line.replace(/ uses.*/, '')))], [/:1/, /:2/, /:3/, /:4/, /:5/]);
  assertFinds(templateFaults([madeUp('server/a.ts', 'element.innerHTML = text;')]), []);
});
