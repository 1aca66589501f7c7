// axe on every page, in both faces, in every theme; nothing found.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { audit } from './support/axe.mjs';
import { answer, by, isReady, openContext, openMentorByte, questions, withChromium } from './support/site.mjs';

const sort = questions.find(({ kind }) => kind === 'sort');
const judgement = questions.find(({ kind }) => kind === 'judgement');

describe('axe in Chromium', () => {
  let site;
  let browser;
  withChromium((parts) => { ({ site, browser } = parts); });

  it('finds nothing in the catalogue', async () => {
    for (const colorScheme of ['light', 'dark']) {
      // The page's policy lets no foreign script in; the test's own has to.
      const { context } = await openContext(browser, { colorScheme, bypassCSP: true });
      const page = await context.newPage();
      await page.goto(site.address);
      assert.deepEqual(await audit(page), []);
      await context.close();
    }
  });

  for (const colorScheme of ['light', 'dark']) {
    for (const face of ['plain', 'painted']) {
      it(`finds nothing in the ${face} mentor Byte, ${colorScheme}, answered wrong and right`, async () => {
        const { context } = await openContext(browser, { colorScheme, bypassCSP: true });
        const page = await openMentorByte(context, site);
        if (face === 'plain') {
          await page.locator(by('page:face')).click();
          await page.waitForFunction(() => !document.documentElement.classList.contains('drawn'));
        }
        assert.deepEqual(await audit(page), []);
        await answer(page, questions[0], false);
        await answer(page, questions[1], true);
        await answer(page, sort, false);
        await answer(page, judgement, true);
        await page.locator(by(`${questions[2].id}:hint`)).click();
        await page.locator(by('page:forget')).click();
        assert.deepEqual(await audit(page), []);
        // The open contents lie over what is below them, so they are looked at where they belong, at the head of the page.
        await page.evaluate(() => scrollTo(0, 0));
        await page.locator(by('page:contents-summary')).click();
        assert.deepEqual(await audit(page), []);
        await context.close();
      });
    }
  }

  it('finds nothing before the engine comes, nor without scripts', async () => {
    const { context } = await openContext(browser, { bypassCSP: true });
    await context.route('**/engine*.js', (route) => route.abort());
    const page = await context.newPage();
    await page.goto(site.mentor);
    await page.waitForFunction(() => document.documentElement.classList.contains('no-engine'));
    assert.deepEqual(await audit(page), []);
    await context.close();
  });

  it('reads in the order of the page: focus goes down it', async () => {
    const { context } = await openContext(browser);
    const page = await openMentorByte(context, site);
    await page.waitForFunction(isReady);
    const places = [];
    for (let i = 0; i < 60; ++i) {
      await page.keyboard.press('Tab');
      const place = await page.evaluate(() => {
        const order = [...document.querySelectorAll('*')];
        return document.activeElement === document.body ? -1 : order.indexOf(document.activeElement);
      });
      if (place < 0) break;
      places.push(place);
    }
    assert.ok(places.length > 20);
    assert.deepEqual(places, [...places].sort((a, b) => a - b));
    await context.close();
  });
});
