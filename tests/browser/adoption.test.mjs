// The static page becomes the live one without losing anything that the learner did, and without moving.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { by, isReady, openContext, questions, tick, withChromium } from './support/site.mjs';

const [question] = questions;

describe('Adoption in Chromium', () => {
  let site;
  let browser;
  withChromium((parts) => { ({ site, browser } = parts); });

  /** A page whose engine comes only when `release` is called. */
  async function openHeld() {
    const { context, problems } = await openContext(browser);
    let release;
    const released = new Promise((resolve) => { release = resolve; });
    await context.route('**/*.wasm', async (route) => {
      await released;
      await route.continue();
    });
    const page = await context.newPage();
    await page.addInitScript(() => {
      globalThis.shifts = 0;
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) globalThis.shifts += shift.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(site.mentor);
    return { context, problems, page, release };
  }

  it('keeps elements, ticks, presses and selection, and does what was asked before it came', async () => {
    const { context, problems, page, release } = await openHeld();
    const right = question.options.find(({ correct }) => correct);
    await tick(page, `${question.id}/${right.id}:control`);
    await page.locator(by(`${question.id}:action`)).click();
    await page.evaluate(() => {
      globalThis.before = [...document.querySelectorAll('#page\\:root, #page\\:root *')];
      const paragraph = document.querySelector('main p.introduction span').firstChild;
      getSelection().setBaseAndExtent(paragraph, 4, paragraph, 20);
    });
    const selection = () => page.evaluate(() => String(getSelection()));
    const before = await selection();
    assert.equal(before.length, 16);
    release();
    await page.waitForFunction(isReady);
    // The press made before the engine came has its effect now.
    await page.waitForFunction((id) => document.getElementById(id).innerText.startsWith('Right.'), `${question.id}:result`);
    const kept = await page.evaluate(() => globalThis.before.filter((element) => element.isConnected).length);
    const all = await page.evaluate(() => globalThis.before.length);
    // Only what the answer itself changed: the word on the button, the hint button that an answered question has no use for.
    assert.ok(all - kept <= 12, `${all - kept} of ${all} elements are gone`);
    assert.equal(await selection(), before);
    assert.ok(await page.locator(by(`${question.id}/${right.id}:control`)).isChecked());
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('keeps focus, scroll and every element', async () => {
    const { context, problems, page, release } = await openHeld();
    await page.locator(by(`${question.id}:hint`)).focus();
    await page.evaluate(() => scrollTo(0, 900));
    await page.evaluate(() => { globalThis.before = [...document.querySelectorAll('#page\\:root, #page\\:root *')]; });
    release();
    await page.waitForFunction(isReady);
    await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
    assert.equal(await page.evaluate(() => document.activeElement.id), `${question.id}:hint`);
    assert.equal(await page.evaluate(() => scrollY), 900);
    assert.ok(await page.evaluate(() => globalThis.before.every((element) => element.isConnected)));
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('does not move anything on a first visit', async () => {
    const { context, page, release } = await openHeld();
    const boxes = () => page.evaluate(() => [...document.querySelectorAll('main [id]')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.id, x, y, width, height];
    }));
    const before = await boxes();
    release();
    await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
    await page.waitForTimeout(300);
    assert.deepEqual(await boxes(), before);
    assert.ok(await page.evaluate(() => globalThis.shifts) < 0.01);
    await context.close();
  });
});
