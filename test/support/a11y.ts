import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';

/** axe-core is a classic script: importing it puts it on the window. */
declare global {
  var axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };
}

/**
 * Fails when axe finds a violation in an element, its shadow trees included. Browser tests only.
 * @throws {Error} that names each rule, the node and what axe suggests.
 */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await globalThis.axe.run(element, { resultTypes: ['violations'] });
  if (violations.length === 0) return;
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  at ${node.target.flat().join(' >>> ')}\n  ${node.failureSummary ?? ''}`),
  );
  throw new Error(`Not accessible:\n${findings.join('\n')}`);
}
