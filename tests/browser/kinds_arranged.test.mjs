// Questions that are put in order, matched, filled in, or found in a picture: by mouse, finger and keyboard.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchChromium } from './support/browsers.mjs';
import { by, isReady, openContext, startBuiltSite } from './support/site.mjs';

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
    await page.waitForTimeout(500);
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

  it('take an answer from a list, and give it again after the page was loaded anew', async () => {
    const { context, page, problems } = await open();
    await page.locator(by('who/mentor:field')).selectOption('mentor');
    await page.waitForFunction(() => document.getElementById('who/mentor').dataset.tone === 'chosen');
    await page.waitForFunction(() => document.getElementById('page:saved')?.innerText.startsWith('Saved'));
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
