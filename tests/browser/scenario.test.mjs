// Carolina's dilemma in the browsers: played by mouse and by keyboard alone, as a document, and without an engine.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { audit } from './support/axe.mjs';
import { launchFirefox, startDisplay, WebKit } from './support/browsers.mjs';
import { compareFaces, kMostDifferent } from './support/faces.mjs';
import { atRest, pictureAtRest } from './support/pictures.mjs';
import { by, isReady, openContext, startSite, storedEvents, waitUntilSaved, withChromium } from './support/site.mjs';

const scenario = JSON.parse(readFileSync('content/bytes/carolinas-dilemma/carolina.scenario.json', 'utf8'));
const kFirst = 'dilemma/monday/call-grace:take';

/** Fulfilled when the page shows an ending; runs in the page. */
const hasEnded = () => document.querySelector('.ending') !== null;
/** Fulfilled when the run is so many choices long; runs in the page. */
const hasScenes = (count) => document.querySelectorAll('.scene').length === count;

/** Opens the lesson and waits for the engine. */
async function openCarolina(context, site) {
  const page = await context.newPage();
  await page.goto(site.address + 'bytes/carolinas-dilemma/');
  await page.waitForFunction(isReady);
  return page;
}

/** Chooses by mouse until there is an ending: at each scene the choice of that number, or the last. */
async function playByMouse(page, wanted) {
  for (let scenes = await page.locator('.scene').count(); !(await page.evaluate(hasEnded)); ++scenes) {
    assert.ok(scenes < 30, 'there is an ending');
    const choices = page.locator('.choice');
    const count = await choices.count();
    assert.ok(count > 0, 'there is a choice');
    await choices.nth(Math.min(wanted, count - 1)).click();
    await page.waitForFunction(hasScenes, scenes + 1);
  }
}

/** Brings the map into sight and says where it is. */
async function showMap(page) {
  return page.evaluate(() => {
    const map = document.querySelector('.path-map');
    map.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = map.getBoundingClientRect();
    return { x, y, width, height };
  });
}

/** A place on the map that can be clicked, looked for row by row with the mouse; from below when `isLast`. */
async function findStop(page, box, isLast = false) {
  const rows = Array.from({ length: Math.floor(box.height / 12) }, (_, i) => box.y + 8 + 12 * i);
  for (const y of isLast ? rows.reverse() : rows) {
    for (let x = box.x + 8; x < box.x + box.width; x += 12) {
      await page.mouse.move(x, y);
      await atRest(page);
      if (await page.evaluate(() => document.documentElement.classList.contains('hot'))) return { x: x + 4, y: y + 4 };
    }
  }
  return assert.fail('nothing on the map can be clicked');
}

describe('A scenario in Chromium', () => {
  let site;
  let browser;
  withChromium((parts) => { ({ site, browser } = parts); });

  it('is played by mouse to an ending, is the same after a reload, and is tried again from its middle', async () => {
    const { context, problems } = await openContext(browser);
    const page = await openCarolina(context, site);
    await playByMouse(page, 1);
    const ending = await page.locator('.ending .scene-title').innerText();
    assert.ok(Object.values(scenario.endings).some(({ title }) => title === ending.replaceAll(/\s+/g, ' ')), ending);
    assert.equal(await page.evaluate(() => document.activeElement.innerText), ending, 'focus went to the ending');
    await waitUntilSaved(page);
    const outline = () => page.locator('main').ariaSnapshot();
    const before = await outline();
    await page.reload();
    await page.waitForFunction(isReady);
    assert.equal(await outline(), before);

    const scenes = await page.locator('.scene').count();
    await page.locator(by('dilemma:again-2')).click();
    await page.waitForFunction(hasScenes, 3);
    assert.ok(scenes > 4);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'dilemma:scene-3:title');
    await playByMouse(page, 0);
    await waitUntilSaved(page);
    const events = (await storedEvents(page)).sort((a, b) => a.n - b.n);
    assert.deepEqual([...new Set(events.map(({ kind }) => kind))], ['took', 'reached', 'rewound']);
    assert.match(events[0].subject, /^dilemma\/monday\/[a-z-]+$/);
    assert.deepEqual(events[0].data, { step: 0 });
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('is played by keyboard alone', async () => {
    const { context, problems } = await openContext(browser);
    const page = await openCarolina(context, site);
    await page.locator(by('your-turn:title')).focus();
    const isAtChoice = () => document.activeElement.classList.contains('choice');
    for (let scenes = 1; !(await page.evaluate(hasEnded)); ++scenes) {
      for (let presses = 0; !(await page.evaluate(isAtChoice)); ++presses) {
        assert.ok(presses < 12, 'Tab soon reaches a choice');
        await page.keyboard.press('Tab');
      }
      const ring = await page.evaluate(() => parseFloat(getComputedStyle(document.activeElement).outlineWidth));
      assert.ok(ring >= 2, 'focus can be seen');
      await page.keyboard.press(scenes % 2 ? 'Enter' : 'Space');
      await page.waitForFunction(hasScenes, scenes + 1);
      assert.equal(await page.evaluate(() => document.activeElement.id), `dilemma:scene-${scenes + 1}:title`);
      assert.ok(await page.evaluate(() => {
        const { top, bottom } = document.activeElement.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }), 'the new scene is in sight');
    }
    // On to the path, and back to its first scene by a button there.
    for (let presses = 0; presses < 60; ++presses) {
      if (await page.evaluate(() => document.activeElement.id === 'dilemma:again-0')) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.waitForFunction(hasScenes, 1);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'dilemma:scene-1:title');
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('announces what came of a choice, once', async () => {
    const { context } = await openContext(browser);
    const page = await openCarolina(context, site);
    await page.evaluate(() => {
      globalThis.announced = [];
      const regions = new Set(document.querySelectorAll('[role="status"]'));
      // A region is heard when it is filled, not when it comes with words in it.
      new MutationObserver((records) => {
        for (const { target, addedNodes } of records) {
          const region = target instanceof Element && target.closest('[role="status"]');
          if (region && regions.has(region)) globalThis.announced.push(...[...addedNodes].map((node) => node.textContent));
        }
        for (const region of document.querySelectorAll('[role="status"]')) regions.add(region);
      }).observe(document.body, { subtree: true, childList: true });
    });
    const [first] = scenario.nodes.monday.choices;
    await page.locator(by(kFirst)).click();
    await page.waitForFunction(hasScenes, 2);
    // A status region is read as a whole, whichever part of it was put in first.
    assert.deepEqual((await page.evaluate(() => globalThis.announced)).sort(), ['Clear goal: 0 → 1', first.feedback]);
    await context.close();
  });

  it('is found, copied and linked as text', async () => {
    const { context } = await openContext(browser);
    const page = await openCarolina(context, site);
    await page.locator(by(kFirst)).click();
    await page.waitForFunction(hasScenes, 2);
    assert.ok(await page.evaluate(() => window.find('what do you want?', false, false, true)), 'the next scene\'s words');
    assert.ok(await page.evaluate(() => window.find('no door opens yet', false, false, true)), 'what came of the choice');
    await page.locator(by('dilemma/monday:stop-name')).click();
    await page.waitForFunction(() => document.activeElement.id === 'dilemma:scene-1:title');
    await context.close();
  });

  it('has a map that leads to its scenes, zooms, and is moved without leading anywhere', async () => {
    const { context, problems } = await openContext(browser);
    const page = await openCarolina(context, site);
    await playByMouse(page, 0);
    const scenes = await page.locator('.scene').count();
    await pictureAtRest(page);
    let box = await showMap(page);
    const first = await findStop(page, box);
    await page.mouse.click(first.x, first.y);
    await page.waitForFunction(() => document.activeElement.id === 'dilemma:scene-1:title');

    box = await showMap(page);
    const clip = { x: Math.ceil(box.x) + 2, y: Math.ceil(box.y) + 2, width: Math.floor(box.width) - 4, height: Math.floor(box.height) - 4 };
    const picture = async () => {
      await pictureAtRest(page);
      return (await page.screenshot({ clip })).toString('base64');
    };
    const whole = await picture();
    for (let level = 1; level <= 2; ++level) {
      await page.locator(by('dilemma:map-in')).click();
      await page.waitForFunction((wanted) => document.getElementById('dilemma:map').dataset.fill === wanted, String(level));
    }
    await showMap(page);
    const zoomed = await picture();
    assert.notEqual(zoomed, whole);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y + 30, { steps: 4 });
    await page.mouse.move(x + 70, y + 90, { steps: 6 });
    await page.mouse.up();
    await page.mouse.move(2, 300);
    assert.notEqual(await picture(), zoomed, 'it moved');
    assert.equal(await page.locator('.scene').count(), scenes, 'and nothing else happened');
    assert.equal(await page.evaluate(() => document.activeElement.closest('.scene')), null, 'least of all a way to a scene');
    await page.locator(by('dilemma:map-fit')).click();
    await page.evaluate(() => document.activeElement.blur());
    await showMap(page);
    await page.mouse.move(2, 300);
    assert.equal(await picture(), whole, 'all of it, as before');
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('is the same in both faces', async (test) => {
    const { context } = await openContext(browser);
    const page = await openCarolina(context, site);
    await playByMouse(page, 1);
    await page.mouse.move(2, 300);
    await page.evaluate(() => document.activeElement.blur());
    const { words, different, ink, share, report } = await compareFaces(page);
    test.diagnostic(`${words} boxes, ${different} of ${ink} ink pixels differ: ${(100 * share).toFixed(3)} %`);
    assert.ok(words > 60);
    assert.ok(share < kMostDifferent, `${(100 * share).toFixed(2)} % of ink pixels differ: ${report}`);
    await context.close();
  });

  for (const face of ['painted', 'plain']) {
    for (const colorScheme of ['light', 'dark']) {
      // Each face in one of them, both with --full.
      const skip = process.env.BYTES_FULL !== '1' && (face === 'painted') !== (colorScheme === 'light') && 'only with --full';
      it(`gives axe nothing to find at its start, in the middle and at its end, ${face}, ${colorScheme}`, { skip }, async () => {
        const { context } = await openContext(browser, { colorScheme, bypassCSP: true });
        const page = await openCarolina(context, site);
        if (face === 'plain') {
          await page.locator(by('page:face')).click();
          await page.waitForFunction(() => !document.documentElement.classList.contains('drawn'));
        }
        assert.deepEqual(await audit(page), []);
        await page.locator(by(kFirst)).click();
        await page.waitForFunction(hasScenes, 2);
        assert.deepEqual(await audit(page), []);
        await playByMouse(page, 0);
        assert.deepEqual(await audit(page), []);
        await context.close();
      });
    }
  }

  it('is a book of linked scenes where no engine comes', async () => {
    for (const [options, block] of [[{ javaScriptEnabled: false }, null], [{}, '**/*.wasm']]) {
      const { context } = await openContext(browser, options);
      if (block) await context.route(block, (route) => route.abort());
      const page = await context.newPage();
      await page.goto(site.address + 'bytes/carolinas-dilemma/');
      const summary = page.locator(by('dilemma:answer-summary'));
      await summary.waitFor();
      assert.equal(await page.locator('.choice').first().isVisible(), false, 'nothing that does nothing');
      await summary.click();
      await page.locator(`${by('dilemma/monday/call-grace:answer')} a`).click();
      const target = page.locator(by('dilemma/tea:answer'));
      assert.ok(await target.isVisible());
      assert.ok((await target.boundingBox()).y < 740, 'the link led there');
      for (const id of Object.keys(scenario.endings)) assert.ok(await page.locator(by(`dilemma/${id}:answer`)).isVisible(), id);
      await context.close();
    }
  });

  it('leaves the faces away while data is saved', async () => {
    const { context } = await openContext(browser);
    const page = await openCarolina(context, site);
    const portrait = page.locator(`${by('dilemma:scene-1:portrait:picture')}`);
    assert.ok(await portrait.locator('img').isVisible());
    await page.locator(by('page:saver')).click();
    await page.waitForFunction(() => document.documentElement.classList.contains('saves'));
    assert.equal(await portrait.locator('img').isVisible(), false);
    assert.equal(await portrait.locator('button').isVisible(), false, 'a face is not worth a button');
    await context.close();
  });

  it('scrolls nothing sideways at 320 px, with its text at 200 %', async () => {
    const { context } = await openContext(browser, { viewport: { width: 320, height: 740 } });
    const page = await openCarolina(context, site);
    await playByMouse(page, 2);
    assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth));
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await atRest(page);
    const wide = await page.evaluate(() => [...document.querySelectorAll('.scenario, .scenario *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth).map((element) => element.id));
    assert.deepEqual(wide, []);
    await context.close();
  });
});

describe('A scenario in other engines', () => {
  let site;
  let display;
  before(async () => {
    site = await startSite();
    display = await startDisplay();
  });
  after(async () => {
    await display?.close();
    await site?.close();
  });

  it('Firefox plays it to an ending', async () => {
    const browser = await launchFirefox();
    try {
      const { context, problems } = await openContext(browser);
      const page = await openCarolina(context, site);
      await playByMouse(page, 0);
      await waitUntilSaved(page);
      const ending = await page.locator('.ending .scene-title').innerText();
      const box = await showMap(page);
      const { x, y } = await findStop(page, box);
      await page.mouse.click(x, y);
      await page.waitForFunction(() => document.activeElement.id === 'dilemma:scene-1:title');
      await page.reload();
      await page.waitForFunction(isReady);
      assert.equal(await page.locator('.ending .scene-title').innerText(), ending);
      assert.deepEqual(problems.filter((problem) => !/WebGL|GLX|sandbox/i.test(problem)), []);
      await context.close();
    } finally {
      await browser.close();
    }
  });

  it('WebKitGTK plays it to an ending', async () => {
    const webkit = await WebKit.launch();
    try {
      await webkit.goto(site.address + 'bytes/carolinas-dilemma/');
      await webkit.waitFor(() => document.documentElement.classList.contains('drawn'));
      for (let scenes = 1; !(await webkit.evaluate(hasEnded)); ++scenes) {
        assert.ok(scenes < 30, 'there is an ending');
        await webkit.click('.choice');
        await webkit.waitFor(`document.querySelectorAll('.scene').length === ${scenes + 1}`);
        assert.equal(await webkit.evaluate(() => document.activeElement.id), `dilemma:scene-${scenes + 1}:title`);
      }
      await waitUntilSaved(webkit);
      const [role, name] = await webkit.roleAndName(await webkit.find(by('dilemma:meter-trust')));
      assert.match(role, /meter|level/i);
      assert.match(name, /^Trust: \d$/);
      // The map's labels are the only words that are painted here.
      const worded = await webkit.evaluate(() => [...document.querySelectorAll('.w')].every((one) => one.matches('.path-name')));
      assert.ok(worded);
      const ending = await webkit.evaluate(() => document.querySelector('.ending .scene-title').innerText);
      await webkit.reload();
      await webkit.waitFor(() => document.documentElement.classList.contains('engine'));
      await webkit.waitFor(hasEnded);
      assert.equal(await webkit.evaluate(() => document.querySelector('.ending .scene-title').innerText), ending);
    } finally {
      await webkit.close();
    }
  });
});
