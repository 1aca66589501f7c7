// What axe finds in a page.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { atRest } from './pictures.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Looks when nothing moves any more: what fades in has less contrast.
 * @returns {Promise<string[]>} one line for each rule that is broken, with the elements.
 */
export async function audit(page) {
  await atRest(page);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
