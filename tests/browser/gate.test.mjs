// A lesson with a gate, in a site that is built for this test: closed while the engine works, open without it.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { audit } from './support/axe.mjs';
import { launchChromium } from './support/browsers.mjs';
import { by, isReady, openContext, startBuiltSite, tick, waitUntilSaved } from './support/site.mjs';

describe('A gate', () => {
  let site;
  let browser;
  before(async () => {
    site = await startBuiltSite({ bytes: 'tests/data/bytes/valid', at: '/gates/' });
    site.gated = site.address + 'bytes/gated/';
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('opens with the answer, stays open, and lets focus be where it was', async () => {
    const { context, problems } = await openContext(browser);
    const page = await context.newPage();
    await page.goto(site.gated);
    await page.waitForFunction(isReady);
    assert.equal(await page.locator(by('after')).isVisible(), false);
    assert.deepEqual(await audit(page), []);
    // The way to what is closed ends at the gate.
    await page.locator(by('after:stop-link')).click();
    await page.waitForFunction(() => document.activeElement.id === 'before:title');
    await tick(page, 'key/right:control');
    await page.locator(by('key:action')).click();
    await page.locator(by('after')).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'key:action');
    await page.locator(by('before:next-link')).click();
    await page.waitForFunction(() => document.activeElement.id === 'after:title');
    await waitUntilSaved(page);
    await page.reload();
    await page.waitForFunction(isReady);
    await page.locator(by('after')).waitFor();
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('is open where no engine could open it', async () => {
    for (const [options, block] of [[{ javaScriptEnabled: false }, null], [{}, '**/*.wasm']]) {
      const { context } = await openContext(browser, options);
      if (block) await context.route(block, (route) => route.abort());
      const page = await context.newPage();
      await page.goto(site.gated);
      await page.locator(by('after')).waitFor();
      assert.ok(await page.locator(by('last')).isVisible());
      await context.close();
    }
  });

  it('leads on to the Bytes that its author names', async () => {
    const { context } = await openContext(browser);
    const page = await context.newPage();
    await page.goto(site.gated);
    await page.locator(by('page:next-minimal')).click();
    await page.waitForURL('**/bytes/minimal/index.html');
    await context.close();
  });
});
