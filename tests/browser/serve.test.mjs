// A page that `byte serve` shows while its author writes: a saved change comes into it, the place is kept, and problems
// are said.

import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, describe, it } from 'node:test';
import { launchChromium, launchFirefox, startDisplay, WebKit } from './support/browsers.mjs';
import { by, isReady, mentorByte, questions, waitUntilSaved } from './support/site.mjs';
import { startServed } from './support/served.mjs';

const [question] = questions;
const option = question.options.find(({ correct }) => correct);
const control = `${question.id}/${option.id}:control`;
const file = 'mentor-or-sponsor/byte.json';

/** Takes more lines than the one before, so that the page above the place grows. */
const kTitle = 'Quite another title '.repeat(12).trim();

const withTitle = (title) => ({ ...mentorByte, title });
const broken = JSON.stringify(mentorByte, null, 2).replace('"sections"', '"section"');

/** What the two kinds of browsers' drivers have in common, so that a case is written once. */
function playwrightDriver(browser) {
  let context;
  let page;
  return {
    open: async (address, options = {}) => {
      context = await browser.newContext({ viewport: { width: 800, height: 700 }, ...options });
      page = await context.newPage();
      await page.goto(address);
    },
    evaluate: (script, argument) => page.evaluate(script, argument),
    waitFor: (script, argument) => page.waitForFunction(script, argument),
    click: (selector) => page.locator(selector).click({ position: { x: 6, y: 6 } }),
    press: (key) => page.keyboard.press(key),
    done: () => context.close(),
    close: () => browser.close(),
  };
}

function webkitDriver(webkit) {
  const inPage = (script, argument) => `() => (${script})(${JSON.stringify(argument ?? null)})`;
  return {
    open: (address) => webkit.goto(address),
    evaluate: (script, argument) => webkit.evaluate(script, argument ?? null),
    waitFor: (script, argument) => webkit.waitFor(`(${inPage(script, argument)})()`),
    click: (selector) => webkit.click(selector),
    press: (key) => webkit.press(WebKit.keys[key] ?? key),
    done: async () => {},
    close: () => webkit.close(),
  };
}

const launchers = {
  Chromium: async () => playwrightDriver(await launchChromium()),
  Firefox: async () => playwrightDriver(await launchFirefox()),
  WebKitGTK: async () => webkitDriver(await WebKit.launch()),
};

const isShown = (selector) => {
  const element = document.querySelector(selector);
  return Boolean(element) && element.getClientRects().length > 0;
};
const isGone = (selector) => !document.querySelector(selector)?.getClientRects().length;
const headingSays = (words) => document.querySelector('h1')?.innerText === words
  && document.documentElement.classList.contains('engine');
const placeOf = (id) => document.getElementById(id).getBoundingClientRect().top;

for (const [name, launch] of Object.entries(launchers)) {
  describe(`A served page in ${name}`, () => {
    let display;
    let browser;
    let site;
    before(async () => {
      display = await startDisplay();
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await display?.close();
    });
    beforeEach(async () => {
      site = await startServed('content/bytes');
      await browser.open(`${site.address}bytes/mentor-or-sponsor/`);
      await browser.waitFor(isReady);
    });
    afterEach(async () => {
      await browser.done();
      await site?.close();
    });

    it('gets a saved change, and keeps place, focus and answer', async () => {
      await browser.click(by(control));
      await browser.waitFor((id) => document.getElementById(id).checked, control);
      await waitUntilSaved(browser);
      await browser.evaluate((id) => {
        document.getElementById(id).focus({ preventScroll: true });
        scrollTo({ top: document.getElementById(id).getBoundingClientRect().top + scrollY - 250, behavior: 'instant' });
      }, control);
      const top = await browser.evaluate(placeOf, control);
      assert.ok(Math.abs(top - 250) < 3, 'the page is scrolled');
      site.write(file, withTitle(kTitle));
      await browser.waitFor(headingSays, kTitle);
      await browser.waitFor((id) => document.getElementById(id).checked, control);
      await browser.waitFor((id) => document.activeElement?.id === id, control);
      await browser.waitFor(() => history.scrollRestoration === 'auto');
      const now = await browser.evaluate(placeOf, control);
      assert.ok(Math.abs(now - top) <= 4, `${control} was at ${top} and is at ${now}`);
      assert.ok(await browser.evaluate(() => scrollY > 250));
    });

    it('says what is broken without taking the focus, until it is mended', async () => {
      await browser.evaluate((id) => document.getElementById(id).focus(), control);
      assert.ok(await browser.evaluate(isGone, '.live-card'));
      site.write(file, broken);
      await browser.waitFor(isShown, '.live-card');
      assert.equal(await browser.evaluate(() => document.activeElement?.id), control);
      assert.match(await browser.evaluate(() => document.querySelector('.live-card').innerText),
        /byte\.json, line \d+, column \d+/);
      assert.match(await browser.evaluate(() => document.querySelector('.live [role="alert"]').textContent), /problem/);
      assert.equal(await browser.evaluate(() => document.querySelector('h1').innerText), mentorByte.title);

      await browser.press('Escape');
      await browser.waitFor(isGone, '.live-card');
      assert.ok(await browser.evaluate(isShown, '.live-opener'), 'what is closed can be opened again');
      await browser.click('.live-opener');
      await browser.waitFor(isShown, '.live-card');
      await browser.click('.live-close');
      await browser.waitFor(isGone, '.live-card');
      assert.ok(await browser.evaluate(() => document.activeElement?.className.includes('live-opener')));
      // Another change that leaves it broken opens it again.
      site.write(file, broken.replace('"title"', '"titel"'));
      await browser.waitFor(isShown, '.live-card');

      site.write(file, mentorByte);
      await browser.waitFor(isGone, '.live-card');
      await browser.waitFor(() => document.querySelector('.live [role="alert"]').textContent === '');
    });

    it('says that the server has stopped, and goes on when it is back', async () => {
      await site.stop();
      await browser.waitFor(isShown, '.live-lost');
      await site.restart();
      await browser.waitFor(isGone, '.live-lost');
      site.write(file, withTitle(kTitle));
      await browser.waitFor(headingSays, kTitle);
    });

    it('shows a lesson as soon as it can be built', async () => {
      await browser.evaluate(() => { location.href = '/'; });
      await browser.waitFor(() => location.pathname === '/' && document.readyState === 'complete');
      site.write('new-one.json', broken);
      await browser.waitFor(isShown, '.live-card');
      await browser.evaluate(() => { location.href = '/bytes/new-one/'; });
      await browser.waitFor(() => document.getElementById('live:problems')?.querySelector('.problem-place'));
      site.write('new-one.json', { format: 1, id: 'new-one', title: 'It is there', language: 'en',
        sections: [{ id: 'start', blocks: [{ type: 'text', text: 'Some words.' }] }] });
      await browser.waitFor(headingSays, 'It is there');
    });
  });
}
