// Questions that are put in order, matched, filled in, or found in a picture: by mouse, finger and keyboard.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { engines } from './support/any_engine.mjs';
import { launchChromium } from './support/browsers.mjs';
import { pictureAtRest } from './support/pictures.mjs';
import { by, isReady, openContext, startBuiltSite, waitUntilSaved } from './support/site.mjs';

const rowsOf = () => [...document.querySelectorAll('.order-row')].map(({ id }) => id);

describe('Arranged questions', () => {
  let site;
  let browser;
  before(async () => {
    site = await startBuiltSite({ bytes: 'tests/data/arranged/bytes', at: '/s/' });
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(options = {}) {
    const { context, problems } = await openContext(browser, options);
    const page = await context.newPage();
    await page.goto(`${site.address}bytes/arranged/`);
    await page.waitForFunction(isReady);
    return { context, page, problems };
  }

  it('have rows that buttons move, and focus goes with the row', async () => {
    const { context, page, problems } = await open();
    const [first, second] = await page.evaluate(rowsOf);
    await page.locator(by(`${first}:down`)).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction((id) => document.querySelectorAll('.order-row')[1].id === id, first);
    assert.equal((await page.evaluate(rowsOf))[0], second);
    assert.equal(await page.evaluate(() => document.activeElement.id), `${first}:down`);
    assert.match(await page.locator(by('steps:place')).innerText(), /is now 2 of 4/);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('have rows that are carried by mouse', async () => {
    const { context, page, problems } = await open({ viewport: { width: 800, height: 1100 } });
    await page.evaluate(() => document.getElementById('steps').scrollIntoView({ block: 'center', behavior: 'instant' }));
    await pictureAtRest(page);
    const [first] = await page.evaluate(rowsOf);
    const from = await page.locator(by(`${first}:grip`)).boundingBox();
    const last = await page.locator('.order-row').last().boundingBox();
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + from.width / 2, last.y + last.height, { steps: 8 });
    await page.waitForTimeout(300);
    await page.mouse.up();
    await page.waitForFunction((id) => document.querySelectorAll('.order-row')[3].id === id, first);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('have rows that are carried by a finger at the grip, while a finger elsewhere moves the page', async () => {
    const { context, page, problems } = await open({ viewport: { width: 800, height: 700 }, hasTouch: true });
    await page.evaluate(() => document.getElementById('steps').scrollIntoView({ block: 'center', behavior: 'instant' }));
    await page.waitForFunction(() => document.querySelector('html.drawn'));
    const session = await context.newCDPSession(page);
    const touch = (type, points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    const drag = async (x, from, to) => {
      await touch('touchStart', [{ x, y: from }]);
      for (let step = 1; step <= 8; ++step) await touch('touchMove', [{ x, y: from + (to - from) * step / 8 }]);
      await touch('touchEnd', []);
    };
    const [first, second] = await page.evaluate(rowsOf);
    const grip = await page.locator(by(`${first}:grip`)).boundingBox();
    const last = await page.locator('.order-row').last().boundingBox();
    const top = await page.evaluate(() => scrollY);
    await drag(grip.x + grip.width / 2, grip.y + grip.height / 2, last.y + last.height);
    await page.waitForFunction((id) => document.querySelectorAll('.order-row')[3].id === id, first);
    assert.equal(await page.evaluate(() => scrollY), top, 'the page stays');

    const text = await page.locator(by(`${second}:text`)).boundingBox();
    await drag(text.x + 20, text.y + 10, text.y - 190);
    await page.waitForFunction((before) => scrollY > before + 50, top);
    assert.equal((await page.evaluate(rowsOf))[0], second);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('show their signs in a system\'s own few colours', async () => {
    const { context, page } = await open({ forcedColors: 'active' });
    await page.locator(by('who/mentor:field')).selectOption('coach');
    const seen = await page.evaluate(() => {
      const colorOf = (selector, pseudo) => getComputedStyle(document.querySelector(selector), pseudo).backgroundColor;
      return {
        arrow: colorOf('.order-move:enabled', '::before') !== colorOf('.order-move:enabled'),
        disabled: colorOf('.order-move:disabled', '::before') !== colorOf('.order-move:disabled'),
        list: getComputedStyle(document.querySelector('.select')).appearance,
      };
    });
    assert.deepEqual(seen, { arrow: true, disabled: true, list: 'auto' });
    await context.close();
  });

  it('take an answer from a list, and give it again after the page was loaded anew', async () => {
    const { context, page, problems } = await open();
    await page.locator(by('who/mentor:field')).selectOption('mentor');
    await page.waitForFunction(() => document.getElementById('who/mentor').dataset.tone === 'chosen');
    await waitUntilSaved(page);
    await page.reload();
    await page.waitForFunction(isReady);
    await page.waitForFunction(() => document.getElementById('who/mentor:field')?.value === 'mentor');
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('have one control for a place in the picture and its row', async () => {
    const { context, page, problems } = await open();
    await page.locator(by('door/door:spot')).click();
    assert.ok(await page.locator(by('door/door:control')).isChecked());
    await page.locator(by('door:spots')).click({ position: { x: 3, y: 3 } });
    assert.ok(await page.locator(by('door/door:control')).isChecked(), 'elsewhere nothing happens');
    await page.locator(by('door/chart:control')).focus();
    assert.ok(await page.locator(by('door/chart:spot')).evaluate((spot) => spot.classList.contains('near')));
    assert.deepEqual(problems, []);
    await context.close();
  });
});

/** Runs in the page. What a field or a list says to it after a hand, which not every driver has for both, has changed it. */
function put([id, value]) {
  const field = document.getElementById(id);
  field.value = value;
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
}

for (const engine of ['Firefox', 'WebKitGTK']) {
  describe(`Arranged questions in ${engine}`, () => {
    let site;
    let page;
    before(async () => {
      site = await startBuiltSite({ bytes: 'tests/data/arranged/bytes', at: '/s/' });
      page = await engines[engine]();
    });
    after(async () => {
      await page?.close();
      await site?.close();
    });

    it('are answered, graded, and there again after a reload', async () => {
      const resultStarts = (id, words) => page.waitFor(`document.getElementById('${id}:result').innerText.startsWith('${words}')`);
      await page.goto(`${site.address}bytes/arranged/index.html`);
      await page.waitFor(isReady);

      const wanted = ['goal', 'names', 'ask', 'thanks'].map((id) => `steps/${id}`);
      for (const [place, id] of wanted.entries()) {
        for (let at = (await page.evaluate(rowsOf)).indexOf(id); at > place; --at) {
          await page.click(`[id="${id}:up"]`);
          await page.waitFor(`[...document.querySelectorAll('.order-row')].findIndex((row) => row.id === '${id}') === ${at - 1}`);
        }
      }
      await page.click('[id="steps:action"]');
      await resultStarts('steps', 'Right.');

      for (const [pair, answer] of [['mentor', 'mentor'], ['sponsor', 'coach'], ['coach', 'sponsor']]) {
        await page.evaluate(put, [`who/${pair}:field`, answer]);
        await page.waitFor(`document.getElementById('who/${pair}').dataset.tone === 'chosen'`);
      }
      await page.click('[id="who:action"]');
      await resultStarts('who', 'Partly right.');

      for (const [gap, answer] of [['who', 'Mentor'], ['what', 'influence'], ['many', '1']]) {
        await page.evaluate(put, [`gaps/${gap}:field`, answer]);
      }
      await page.click('[id="gaps:action"]');
      await resultStarts('gaps', 'Right.');

      await page.click('[id="door/door:spot"]');
      await page.waitFor('document.getElementById(\'door/door:control\').checked');
      await page.click('[id="door:action"]');
      await resultStarts('door', 'Right.');

      await waitUntilSaved(page);
      await page.reload();
      await page.waitFor(isReady);
      for (const [id, words] of [['steps', 'Right.'], ['who', 'Partly right.'], ['gaps', 'Right.'], ['door', 'Right.']]) await resultStarts(id, words);
      assert.deepEqual(await page.evaluate(rowsOf), wanted);
      assert.deepEqual(page.problems(), []);
    });
  });
}
