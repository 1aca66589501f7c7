// A whole visit asks nobody but the site, sets no cookie, and keeps only what about.html says.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { audit } from './support/axe.mjs';
import { eventually, launchChromium, launchFirefox, startDisplay } from './support/browsers.mjs';
import { by, isReady, openContext, startBuiltSite, waitUntilSaved } from './support/site.mjs';

const elsewhere = 'https://video.example.org/**';
const lesson = JSON.stringify({
  format: 1, id: 'mine', title: 'Mine', language: 'en', summary: 'Words.',
  sections: [{ id: 'start', title: 'Start', blocks: [{ type: 'reflection', id: 'own', prompt: 'What?' }] }],
});

/** Runs in the page: what is kept. */
async function keptHere() {
  return {
    cookies: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: 'caches' in globalThis ? await caches.keys() : [],
  };
}

const drop = ([name, content]) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([content], name));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
};

describe('A visit', () => {
  let site;
  let display;
  before(async () => {
    site = await startBuiltSite({ bytes: 'tests/data/bytes/valid', own: 'tests/data/sites/valid/full', at: '/school/' });
    display = await startDisplay();
  });
  after(async () => {
    await site?.close();
    await display?.close();
  });

  for (const [name, launch] of [['Chromium', launchChromium], ['Firefox', launchFirefox]]) {
    it(`stays between the learner and the site, in ${name}`, async () => {
      const browser = await launch();
      try {
        const { context } = await openContext(browser);
        const asked = [];
        const cookies = [];
        context.on('request', (request) => asked.push({ url: request.url(), method: request.method() }));
        context.on('response', async (response) => {
          if ((await response.allHeaders().catch(() => ({})))['set-cookie']) cookies.push(response.url());
        });
        await context.route(elsewhere, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>There</title>' }));
        const page = await context.newPage();
        await page.goto(site.address);
        await page.getByRole('link', { name: 'About this site and your data' }).click();
        await page.waitForURL(/about\.html$/);
        const said = await page.locator('main').innerText();
        await page.goto(`${site.address}bytes/media/`);
        await page.waitForFunction(isReady);
        for (const id of ['film:player', 'tone:player']) {
          await page.evaluate(async (player) => { await document.getElementById(player).play().catch(() => {}); }, id);
        }
        await page.locator(by('page:face')).click();
        await page.locator(by('page:saver')).click();
        await page.goto(`${site.address}bytes/gated/`);
        await page.waitForFunction(isReady);
        await page.evaluate(() => {
          document.querySelector('input.control').click();
          document.querySelector('[id$=":action"]').click();
        });
        await waitUntilSaved(page);
        await page.reload();
        await page.waitForFunction(isReady);
        await page.goto(`${site.address}bytes/gated/accessibility.html`);
        await page.goto(`${site.address}play.html?byte=bytes/nowhere.json`);
        await page.goto(`${site.address}play.html`);
        await page.evaluate(drop, ['mine.json', lesson]);
        await page.waitForFunction(isReady);
        await page.locator(by('own:field')).fill('My own words');
        await page.evaluate(() => document.activeElement.blur());
        await waitUntilSaved(page);

        const foreign = () => asked.filter(({ url, method }) => method !== 'GET' || !(url.startsWith(site.address) || /^(blob|data|about):/.test(url)));
        assert.deepEqual(foreign().filter(({ url }) => !/favicon/.test(url)), []);
        assert.ok(asked.length > 20);
        const kept = await page.evaluate(keptHere);
        assert.equal(kept.cookies, '');
        assert.deepEqual(await context.cookies(), []);
        assert.deepEqual(cookies, []);
        assert.deepEqual(kept.session, []);
        assert.deepEqual(kept.local.sort(),
          ['byte-player /school/ kept', 'byte-player /school/play.html kept', 'byte-player data', 'byte-player face']);
        assert.ok(kept.databases.length >= 2);
        for (const database of kept.databases) assert.match(database, /^byte-player (dropped )?\//);
        assert.ok(said.includes('“byte-player”') && said.includes('“byte-player dropped”'));
        for (const cache of kept.caches) assert.match(cache, /^byte-player/);

        // The one exception, and only after its button.
        await page.goto(`${site.address}bytes/media/`);
        await page.waitForFunction(isReady);
        assert.equal(foreign().length, 0);
        await page.locator(by('elsewhere:load')).press('Enter');
        await page.locator(by('elsewhere:page')).waitFor();
        await eventually(async () => foreign().length > 0, 'a request to the other site');
        assert.deepEqual(foreign().map(({ url }) => new URL(url).host), ['video.example.org']);
        await context.close();
      } finally {
        await browser.close();
      }
    });
  }

  it('can be ended without a trace: the lesson forgets what it knew', async () => {
    const browser = await launchChromium();
    try {
      const { context } = await openContext(browser);
      const page = await context.newPage();
      await page.goto(`${site.address}bytes/gated/`);
      await page.waitForFunction(isReady);
      await page.evaluate(() => {
        document.querySelector('input.control').click();
        document.querySelector('[id$=":action"]').click();
      });
      await waitUntilSaved(page);
      await page.locator(by('page:forget')).click();
      await page.locator(by('page:forget-yes')).click();
      await page.locator(by('page:forgotten')).waitFor();
      await page.reload();
      await page.waitForFunction(isReady);
      assert.equal(await page.evaluate(() => document.querySelectorAll('input.control:checked').length), 0);
      await context.close();
    } finally {
      await browser.close();
    }
  });

  it('finds a page about all this that has no barriers, in both schemes, on a phone and a desk', async () => {
    const browser = await launchChromium();
    try {
      for (const colorScheme of ['light', 'dark']) {
        for (const viewport of [{ width: 360, height: 740 }, { width: 1280, height: 900 }]) {
          const { context, problems } = await openContext(browser, { colorScheme, viewport, bypassCSP: true });
          const page = await context.newPage();
          await page.goto(`${site.address}about.html`);
          assert.deepEqual(await audit(page), []);
          assert.deepEqual(problems, []);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
          await context.close();
        }
      }
    } finally {
      await browser.close();
    }
  });

  it('finds the way to that page at the end of every other', async () => {
    const browser = await launchChromium();
    try {
      const { context } = await openContext(browser, { javaScriptEnabled: false });
      const page = await context.newPage();
      for (const path of ['', 'play.html', 'bytes/media/', 'bytes/media/accessibility.html']) {
        await page.goto(site.address + path);
        assert.equal(await page.locator(by('page:site-about')).evaluate((link) => link.href), `${site.address}about.html`, path);
      }
      await page.goto(`${site.address}about.html`);
      assert.equal(await page.locator(by('page:site-about')).count(), 0);
      assert.equal(await page.locator('main').getByRole('link', { name: 'How we treat data' }).evaluate((link) => link.href), `${site.address}privacy.html`);
      await context.close();
    } finally {
      await browser.close();
    }
  });
});
