// What only Firefox' own windows can do, and Playwright has no command for.

import assert from 'node:assert/strict';

function sessionOf(page) {
  const browser = page.context().browser();
  return browser._connection.toImpl(browser)._browserSession;
}

/**
 * Runs a script where Firefox's own menus are, with `tab`: what shows the page.
 * @param {import('playwright-core').Page} page
 * @param {string} script
 */
export async function inFirefox(page, script) {
  const session = sessionOf(page);
  const { contexts } = await session.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const runs = [];
  for (const { context } of contexts) {
    const { exceptionDetails, result } = await session.send('script.evaluate', {
      target: { context },
      awaitPromise: true,
      expression: `(async () => {
        const tab = globalThis.gBrowser?.browsers.find(({ currentURI }) => currentURI.spec === ${JSON.stringify(page.url())});
        if (!tab) return false;
        ${script};
        return true;
      })()`,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    runs.push(result.value);
  }
  assert.ok(runs.includes(true), `a tab shows ${page.url()}`);
}

/** Several clicks in a row; Firefox takes those of several commands for single ones. */
export async function clickTimes(page, { x, y }, times) {
  const session = sessionOf(page);
  const { contexts } = await session.send('browsingContext.getTree', {});
  const { context } = contexts.find(({ url }) => url === page.url());
  const click = [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
  const actions = [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }, ...Array.from({ length: times }, () => click).flat()];
  await session.send('input.performActions', { context, actions: [{ type: 'pointer', id: 'clicks', actions }] });
}
