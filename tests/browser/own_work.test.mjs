// What learners move, tick and write: the sort board as a stage, checklists, and their own words.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually, launchFirefox } from './support/browsers.mjs';
import { pictureAtRest } from './support/pictures.mjs';
import {
  by, controlsOf, isReady, openContext, openMentorByte, questions, storedEvents, tick, waitUntilSaved, withChromium,
} from './support/site.mjs';

const sort = questions.find(({ kind }) => kind === 'sort');
const [card, other] = sort.options;
const groupOf = ({ group }) => `${sort.id}:group-${group}`;

/** Where a card can be taken hold of, and where it is to go, both in sight. */
async function placesOf(page, one) {
  await page.locator(by(sort.id)).evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await pictureAtRest(page);
  const from = await page.locator(by(`${sort.id}/${one.id}:grip`)).boundingBox();
  const to = await page.locator(by(groupOf(one))).boundingBox();
  return {
    from: { x: from.x + from.width / 2, y: from.y + from.height / 2 },
    to: { x: to.x + to.width / 2, y: to.y + Math.min(40, to.height / 2) },
  };
}

async function carry(page, one) {
  const { from, to } = await placesOf(page, one);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  return to;
}

const isIn = ([id, group]) => document.getElementById(group).contains(document.getElementById(id));

describe('The sort board', () => {
  let site;
  let browser;
  withChromium((parts) => { ({ site, browser } = parts); });

  it('has cards that are carried into their group by mouse', async () => {
    const { context, problems } = await openContext(browser, { viewport: { width: 800, height: 1100 } });
    const page = await openMentorByte(context, site);
    const before = await pictureAtRest(page);
    const to = await carry(page, card);
    const during = await pictureAtRest(page);
    assert.ok(!Buffer.from(before.data).equals(Buffer.from(during.data)), 'the card is seen where it is carried');
    // Nothing has happened yet: a card can be carried back.
    assert.equal(await page.evaluate(isIn, [`${sort.id}/${card.id}`, groupOf(card)]), false);
    await page.mouse.move(to.x + 1, to.y + 1);
    await page.mouse.up();
    await page.waitForFunction(isIn, [`${sort.id}/${card.id}`, groupOf(card)]);
    await waitUntilSaved(page);
    assert.deepEqual((await storedEvents(page)).filter(({ kind }) => kind === 'placed').map(({ subject, data }) => [subject, data]),
      [[`${sort.id}/${card.id}`, { group: card.group }]]);
    await page.reload();
    await page.waitForFunction(isReady);
    await page.waitForFunction(isIn, [`${sort.id}/${card.id}`, groupOf(card)]);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('leaves a card that is dropped beside every group where it was', async () => {
    const { context } = await openContext(browser, { viewport: { width: 800, height: 1100 } });
    const page = await openMentorByte(context, site);
    await carry(page, card);
    await page.mouse.move(2, 500, { steps: 3 });
    await page.mouse.up();
    await pictureAtRest(page);
    assert.ok(await page.evaluate(isIn, [`${sort.id}/${card.id}`, `${sort.id}:pool`]));
    assert.deepEqual(await storedEvents(page), []);
    await context.close();
  });

  it('is moved by a finger at its grip, while a finger elsewhere moves the page', async () => {
    const { context } = await openContext(browser, { viewport: { width: 800, height: 1100 }, hasTouch: true });
    const page = await openMentorByte(context, site);
    const session = await context.newCDPSession(page);
    const touch = (type, points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    const drag = async (from, to) => {
      await touch('touchStart', [from]);
      for (let step = 1; step <= 8; ++step) {
        await touch('touchMove', [{ x: from.x + (to.x - from.x) * step / 8, y: from.y + (to.y - from.y) * step / 8 }]);
      }
      await touch('touchEnd', []);
    };
    const { from, to } = await placesOf(page, card);
    const top = await page.evaluate(() => scrollY);
    await drag(from, to);
    await page.waitForFunction(isIn, [`${sort.id}/${card.id}`, groupOf(card)]);
    assert.equal(await page.evaluate(() => scrollY), top, 'the page stays');

    const text = await page.locator(by(`${sort.id}/${other.id}:text`)).boundingBox();
    await drag({ x: text.x + 20, y: text.y + 10 }, { x: text.x + 20, y: text.y - 190 });
    await page.waitForFunction((before) => scrollY > before + 50, top);
    assert.ok(await page.evaluate(isIn, [`${sort.id}/${other.id}`, `${sort.id}:pool`]));
    await context.close();
  });

  it('keeps focus on a card that goes to another group', async () => {
    const { context } = await openContext(browser);
    const page = await openMentorByte(context, site);
    const [control] = controlsOf(sort, true);
    await page.locator(by(control)).focus();
    await page.keyboard.press('Space');
    await page.waitForFunction(isIn, [`${sort.id}/${card.id}`, groupOf(card)]);
    assert.equal(await page.evaluate(() => document.activeElement.id), control);
    await context.close();
  });

  it('does not fetch focus back from where a quick learner has gone meanwhile', async () => {
    const { context } = await openContext(browser);
    const page = await openMentorByte(context, site);
    const [control, next] = controlsOf(sort, true);
    // Both before the next frame, as by a machine that is slow.
    await page.evaluate(([chosen, then]) => {
      document.getElementById(chosen).focus();
      document.getElementById(chosen).click();
      document.getElementById(then).focus();
    }, [control, next]);
    await page.waitForFunction(isIn, [`${sort.id}/${card.id}`, groupOf(card)]);
    assert.equal(await page.evaluate(() => document.activeElement.id), next);
    await page.keyboard.press('Space');
    await page.waitForFunction(isIn, [`${sort.id}/${other.id}`, groupOf(other)]);
    assert.equal(await page.evaluate(() => document.activeElement.id), next, 'and goes with the card that is chosen then');
    await context.close();
  });

  it('works in the plain page, where nothing is carried', async () => {
    const { context } = await openContext(browser);
    const page = await openMentorByte(context, site);
    await page.locator(by('page:face')).click();
    for (const control of controlsOf(sort, true)) await tick(page, control);
    await page.locator(by(`${sort.id}:action`)).click();
    await page.waitForFunction((id) => document.getElementById(id).innerText.startsWith('Right.'), `${sort.id}:result`);
    assert.equal(await page.locator('.sort-grip').count(), 0);
    await context.close();
  });

  const skip = !process.env.DISPLAY && 'Firefox has no WebGL without an X display (DISPLAY)';
  it('has cards that are carried into their group in Firefox', { skip }, async () => {
    const firefox = await launchFirefox({});
    try {
      const { context } = await openContext(firefox, { viewport: { width: 800, height: 900 } });
      const page = await openMentorByte(context, site);
      await carry(page, card);
      await page.mouse.up();
      await page.waitForFunction(isIn, [`${sort.id}/${card.id}`, groupOf(card)]);
      await context.close();
    } finally {
      await firefox.close();
    }
  });
});

describe('A learner\'s own words', () => {
  let site;
  let browser;
  withChromium((parts) => { ({ site, browser } = parts); });
  const field = by('two-names:field');
  const words = 'My aunt Rosa </textarea><script>alert(1)</script>\nنعم 😀';

  it('are kept while they are written, and are there again', async () => {
    const { context, problems } = await openContext(browser);
    const page = await openMentorByte(context, site);
    await page.locator(field).fill(words);
    // By itself, without leaving the field.
    await waitUntilSaved(page);
    await page.reload();
    await page.waitForFunction(isReady);
    assert.equal(await page.locator(field).inputValue(), words);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('are kept when the page is put away in the middle of a word', async () => {
    const { context } = await openContext(browser);
    const page = await openMentorByte(context, site);
    await page.locator(field).pressSequentially('Half a wo');
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });
    await waitUntilSaved(page);
    assert.equal((await storedEvents(page)).at(-1).data.text, 'Half a wo');
    await context.close();
  });

  it('that were begun before the engine came lose nothing of what is stored', async () => {
    const { context } = await openContext(browser);
    const first = await openMentorByte(context, site);
    await first.locator(field).fill('From last week.');
    await waitUntilSaved(first);
    await first.close();
    let release;
    const released = new Promise((resolve) => { release = resolve; });
    await context.route('**/*.wasm', async (route) => {
      await released;
      await route.continue();
    });
    const page = await context.newPage();
    await page.goto(site.mentor);
    await page.locator(field).click();
    await page.keyboard.type('And a n');
    release();
    await page.waitForFunction(isReady);
    await page.waitForFunction((id) => document.getElementById(id).value.startsWith('From last week.'), 'two-names:field');
    // The caret is still behind the same words.
    await page.keyboard.type('ew one');
    assert.equal(await page.locator(field).inputValue(), 'From last week.\n\nAnd a new one');
    await context.close();
  });

  it('are not written over by another tab while they are being written', async () => {
    const { context } = await openContext(browser);
    const page = await openMentorByte(context, site);
    const second = await openMentorByte(context, site);
    await page.bringToFront();
    await page.locator(field).pressSequentially('Here');
    await second.evaluate(() => {
      const area = document.getElementById('two-names:field');
      area.value = 'There';
      area.dispatchEvent(new Event('change', { bubbles: true }));
    });
    // Both tabs' words are stored, and neither's are gone from the field that is being written in.
    const stored = async () => (await storedEvents(page)).map(({ data }) => data.text);
    const areBoth = (texts) => texts.some((text) => text.includes('There')) && texts.some((text) => text.endsWith('Here'));
    await eventually(async () => areBoth(await stored()), 'both tabs\' words are stored');
    assert.ok((await page.locator(field).inputValue()).endsWith('Here'));
    await context.close();
  });
});
