// A whole site from right to left: an Arabic Byte with every kind of block, and the interface in Arabic.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { launchChromium, launchFirefox, startDisplay, WebKit } from './support/browsers.mjs';
import { compareFaces, kMostDifferent } from './support/faces.mjs';
import { commonColor, pictureAtRest } from './support/pictures.mjs';
import { installReading } from './support/reading.mjs';
import { answer, by, isReady, openContext, startBuiltSite, startSite } from './support/site.mjs';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const byte = readJson('tests/data/arabic/bytes/first-cv/byte.json');
const [english, arabic] = ['assets/interface/en.json', 'assets/interface/ar.json'].map(readJson);
const [single, multiple] = byte.sections.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'question'));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kViews = { phone: { width: 360, height: 740 }, desktop: { width: 1100, height: 900 } };

/** Runs in the page: where things are that have a side, each the other way round than in a page from left to right. */
function findUnmirrored() {
  const box = (selector, root = document) => {
    const element = root.querySelector(selector);
    if (!element) throw new Error(`There is no ${selector}.`);
    return element.getBoundingClientRect();
  };
  const middle = ({ left, right }) => (left + right) / 2;
  const problems = [];
  const expect = (isTrue, what) => { if (!isTrue) problems.push(what); };
  for (const element of document.querySelectorAll('html, main')) {
    expect(element.dir === 'rtl' && element.lang === 'ar', `${element.nodeName} is ${element.dir}, ${element.lang}`);
  }
  expect(document.scrollingElement.scrollWidth <= innerWidth, 'the page scrolls sideways');
  expect(middle(box('.home')) > middle(box('.contents')), 'the way home is right of the contents');
  const segments = [...document.querySelectorAll('.segment')].map((one) => middle(one.getBoundingClientRect()));
  expect(segments.length > 3 && segments.every((x, i) => !i || x < segments[i - 1]), 'progress goes to the left');
  expect(middle(box('.count')) < segments.at(-1), 'the count is left of the segments');
  const [first, second] = [...document.querySelectorAll('.stop')].map((one) => middle(one.getBoundingClientRect()));
  expect(first > second, 'the trail begins at the right');
  const { paddingRight, paddingLeft } = getComputedStyle(document.querySelector('.option'));
  expect(parseFloat(paddingRight) > parseFloat(paddingLeft), 'an option has its control at the right');
  const callout = getComputedStyle(document.querySelector('.callout'));
  expect(parseFloat(callout.paddingRight) > parseFloat(callout.paddingLeft), 'a callout has its badge at the right');
  const action = document.querySelector('.question .actions');
  expect(box('.button.primary', action).right > action.getBoundingClientRect().right - 2, 'buttons begin at the right');
  expect(box('.next-link').left < box('main').left + 60, 'the way on is at the left');
  expect(parseFloat(getComputedStyle(document.querySelector('.quote')).borderRightWidth) > 2, 'a quote has its bar at the right');
  const cells = [...document.querySelectorAll('thead th')].map((one) => middle(one.getBoundingClientRect()));
  expect(cells.every((x, i) => !i || x < cells[i - 1]), 'columns go to the left');
  const english = document.querySelector('main p[lang="en"]');
  expect(english?.dir === 'ltr' && getComputedStyle(english).direction === 'ltr', 'an English paragraph goes from left to right');
  expect([...document.querySelectorAll('em')].every((em) => getComputedStyle(em).fontStyle === 'normal'), 'Arabic has no slanted letters');
  return problems;
}

describe('A site in Arabic', () => {
  let server;
  let address;
  let display;
  before(async () => {
    display = await startDisplay();
    server = await startBuiltSite({ content: 'tests/data/arabic', at: '/school/' });
    address = `${server.address}bytes/first-cv/`;
  });
  after(async () => {
    await server?.close();
    await display?.close();
  });

  const open = async (browser, options) => {
    const { context, problems } = await openContext(browser, { bypassCSP: browser.browserType().name() === 'chromium', ...options });
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForFunction(isReady);
    await page.waitForFunction(() => document.querySelector('html.drawn .w'));
    return { context, page, problems };
  };

  it('has all of the interface\'s words, with their places for numbers and names', () => {
    assert.deepEqual(Object.keys(arabic).sort(), Object.keys(english).sort());
    const placesIn = (text) => (text.match(/\{[\w-]+\}/g) ?? []).sort();
    for (const [key, phrase] of Object.entries(english)) {
      if (/^[\s\p{P}\p{S}]*$/u.test(phrase.replaceAll(/\{[\w-]+\}/g, ''))) continue;
      assert.deepEqual(placesIn(arabic[key]), placesIn(phrase), key);
      assert.match(arabic[key], /\p{Script=Arabic}/u, key);
      assert.doesNotMatch(arabic[key], /[,;?]/, `${key} has a mark of Latin text`);
    }
  });

  it('has a Byte with every kind of block that the small engine knows', () => {
    const schema = readJson('content/schema/byte.schema.json');
    // These need the larger one, which this lesson is not to ask for.
    const further = ['code', 'math', 'labelled-picture', 'accordion', 'flashcards', 'worksheet', 'bank'];
    const all = Object.values(schema.$defs).map(({ properties }) => properties?.type?.const).filter(Boolean);
    const has = new Set(byte.sections.flatMap(({ blocks }) => blocks.map(({ type }) => type)));
    assert.deepEqual(all.filter((type) => !has.has(type) && !further.includes(type)), [], 'kinds of blocks that tests/data/arabic lacks');
  });

  for (const [engine, launch] of Object.entries({ Chromium: launchChromium, Firefox: launchFirefox })) {
    for (const [name, viewport] of Object.entries(kViews)) {
      // Each engine in one of them, all of it with --full.
      const skip = process.env.BYTES_FULL !== '1' && (engine === 'Chromium') !== (name === 'phone') && 'only with --full';
      it(`is mirrored, and the same in both faces, in ${engine} on a ${name}`, { skip }, async (test) => {
        const browser = await launch();
        try {
          const { page } = await open(browser, { viewport });
          assert.deepEqual(await page.evaluate(findUnmirrored), []);
          await answer(page, single, false);
          await answer(page, multiple, true);
          await page.waitForFunction((id) => document.getElementById(id).innerText !== '', `${multiple.id}:result`);
          await page.evaluate(() => document.activeElement.blur());
          await page.mouse.move(2, 300);
          const { words, share, report } = await compareFaces(page);
          test.diagnostic(`${words} boxes, ${(100 * share).toFixed(3)} % of ink pixels differ`);
          assert.ok(words > 60, `${words} boxes are painted`);
          assert.ok(share < kMostDifferent, `${(100 * share).toFixed(2)} % of ink pixels differ: ${report}`);

          // What only the canvas shows: the trail goes on in the margin at the right, and its line begins at the first stop.
          await page.evaluate(() => document.querySelector('.section').scrollIntoView({ block: 'start', behavior: 'instant' }));
          const picture = await pictureAtRest(page);
          const [main, ground] = [await page.evaluate(() => {
            const { left, right } = document.querySelector('.section').getBoundingClientRect();
            return { left, right };
          }), commonColor(picture, { x: 0, y: 100, width: 8, height: 300 })];
          const inkIn = (from, to) => {
            let ink = 0;
            for (let y = 100; y < 600; ++y) {
              for (let x = Math.max(0, Math.round(from)); x < Math.min(picture.width, Math.round(to)); ++x) {
                const i = (y * picture.width + x) * 4;
                ink += [0, 1, 2].some((channel) => Math.abs(picture.data[i + channel] - ground[channel]) > 40);
              }
            }
            return ink;
          };
          const [left, right] = [inkIn(main.left - 40, main.left - 4), inkIn(main.right + 4, main.right + 40)];
          assert.ok(right > 100 && left === 0, `the rail is at the right: ${right} pixels of ink there, ${left} at the left`);
        } finally {
          await browser.close();
        }
      });
    }
  }

  it('can be answered by keyboard, in the order of the page', async () => {
    const browser = await launchChromium();
    try {
      const { page, problems } = await open(browser);
      const first = `${single.id}/${single.options[0].id}:control`;
      await page.locator(by(first)).focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      assert.ok(await page.locator(by(first)).isChecked());
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.id), `${single.id}:action`);
      await page.keyboard.press('Enter');
      await page.waitForFunction(([id, start]) => document.getElementById(id).innerText.startsWith(start),
        [`${single.id}:result`, arabic['verdict-right']]);
      // One part is answered, so progress has begun at the right.
      const filled = await page.evaluate(() => document.querySelector('.segment').dataset.tone);
      assert.equal(filled, 'done');
      assert.deepEqual(problems, []);
    } finally {
      await browser.close();
    }
  });

  it('has nothing that axe would change, in both faces', async () => {
    const browser = await launchChromium();
    try {
      for (const face of ['painted', 'plain']) {
        const { context, page } = await open(browser, { colorScheme: face === 'plain' ? 'dark' : 'light' });
        if (face === 'plain') await page.locator(by('page:face')).click();
        await answer(page, single, false);
        await pictureAtRest(page);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }));
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`), []);
        await context.close();
      }
    } finally {
      await browser.close();
    }
  });

  it('has real lessons that are the same in both faces, with nothing that axe would change', async (test) => {
    const browser = await launchChromium();
    const site = await startSite();
    try {
      for (const path of ['index.ar.html', 'about.ar.html', 'bytes/mentor-or-sponsor/index.ar.html', 'bytes/carolinas-dilemma/index.ar.html']) {
        const { context, problems } = await openContext(browser, { bypassCSP: true });
        const page = await context.newPage();
        await page.goto(site.address + path);
        assert.ok(await page.evaluate(() => document.dir === 'rtl' && document.scrollingElement.scrollWidth <= innerWidth), `${path} is mirrored`);
        if (path.startsWith('bytes/')) {
          await page.waitForFunction(isReady);
          await page.waitForFunction(() => document.querySelector('html.drawn .w'));
          const { words, share, report } = await compareFaces(page);
          test.diagnostic(`${path}: ${words} boxes, ${(100 * share).toFixed(3)} % of ink pixels differ`);
          assert.ok(share < kMostDifferent, `${(100 * share).toFixed(2)} % of ink pixels differ: ${report}`);
        }
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }));
        assert.deepEqual(violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`), []);
        assert.deepEqual(problems, []);
        await context.close();
      }
    } finally {
      await site.close();
      await browser.close();
    }
  });

  it('is mirrored in WebKitGTK, painted boxes too', async () => {
    const webkit = await WebKit.launch();
    try {
      await webkit.goto(address);
      await webkit.waitFor(() => document.documentElement.classList.contains('drawn'));
      assert.deepEqual(await webkit.evaluate(findUnmirrored), []);
      await webkit.evaluate(installReading);
      const problems = await webkit.evaluate(async () => {
        const all = [];
        for (const one of [...reading.sentences(), ...reading.phrasesOverLines()]) all.push(await reading.find(one));
        return all.filter(Boolean);
      });
      assert.deepEqual(problems, [], 'every sentence is found');
      await webkit.click(by(`${single.id}/${single.options[0].id}:control`));
      await webkit.click(by(`${single.id}:action`));
      await webkit.waitFor(`document.getElementById('${single.id}:result').innerText.startsWith('${arabic['verdict-right']}')`);
    } finally {
      await webkit.close();
    }
  });
});
