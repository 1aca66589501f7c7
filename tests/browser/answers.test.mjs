// "On this device": what is kept, its file, and its removal (web/answers.js), on a page of its own.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { launchChromium, startServer } from './support/browsers.mjs';
import { by, openContext } from './support/site.mjs';

const kDatabase = 'byte-player /school/';
const event = (number, change = {}) => ({
  v: 1, id: String(number).padStart(32, '0'), device: '7'.padStart(32, '0'), n: number, at: 1_700_000_000_000 + number,
  byte: number % 2 ? 'odd' : 'even', version: '1', kind: 'read', subject: 'one', data: {}, ...change,
});

describe('The page about this device', () => {
  let server;
  let browser;
  before(async () => {
    server = await startServer('.');
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  async function open(events = [], aside = []) {
    const { context, problems } = await openContext(browser);
    const page = await context.newPage();
    const show = async () => {
      await page.goto(`${server.address}tests/browser/support/answers.html`);
      await page.waitForFunction(() => document.documentElement.classList.contains('ready'));
    };
    await show();
    await page.evaluate(async ([name, records, others]) => {
      const database = await new Promise((resolve) => { indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result); });
      const transaction = database.transaction(['events', 'set_aside'], 'readwrite');
      for (const record of records) transaction.objectStore('events').put(record);
      for (const record of others) transaction.objectStore('set_aside').put(record);
      await new Promise((resolve) => { transaction.oncomplete = resolve; });
      database.close();
    }, [kDatabase, events, aside]);
    if (events.length) await show();
    return { context, problems, page, show, text: () => page.locator(by('page:answers')).innerText() };
  }

  it('says that nothing is kept, and takes in a file, made-up entries aside', async () => {
    const { context, problems, page, text } = await open();
    assert.match(await text(), /^No answers are kept on this device yet\./);
    assert.equal(await page.locator(by('answers:remove')).count(), 0);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator(by('answers:open')).click()]);
    const file = { format: 'byte-player-events', version: 1, events: [event(1), event(2), { id: '<b>' }] };
    await chooser.setFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
    await page.waitForFunction(() => document.getElementById('page:answers').innerText.includes('2 answers were read'));
    assert.match(await text(), /Lessons: 2\. Answers and other steps: 2\./);
    assert.match(await text(), /1 entries in the file are no answers/);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('counts, downloads, warns from ten on, and removes after asking once more', async () => {
    const events = Array.from({ length: 12 }, (_, index) => event(index + 1));
    const { context, problems, page, text } = await open(events, [{ reason: 'odd', record: { id: 7 } }]);
    assert.match(await text(), /Lessons: 2\. Answers and other steps: 12\./);
    assert.match(await text(), /You have done a lot here/);
    assert.match(await text(), /could not be read: 1\./);
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator(by('answers:download')).click()]);
    assert.deepEqual(JSON.parse(readFileSync(await file.path(), 'utf8')).events, events);
    const [aside] = await Promise.all([page.waitForEvent('download'), page.locator(by('answers:aside-download')).click()]);
    assert.equal(aside.suggestedFilename(), 'byte-player-set-aside.json');

    await page.locator(by('answers:remove')).click();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'answers:remove-no');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'answers:remove');
    assert.match(await text(), /Answers and other steps: 12\./);
    await page.keyboard.press('Enter');
    await page.locator(by('answers:remove-yes')).click();
    await page.waitForFunction(() => document.getElementById('page:answers').innerText.includes('All your answers were removed'));
    assert.match(await text(), /^No answers are kept/);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('says so when the browser has removed what was kept, or keeps nothing', async () => {
    const { context, page, show, text } = await open();
    await page.evaluate((name) => localStorage.setItem(`${name} kept`, ''), kDatabase);
    await show();
    assert.match(await text(), /^This browser has removed the answers/);
    await page.addInitScript(() => { delete IDBFactory.prototype.open; });
    await show();
    assert.match(await text(), /^This browser does not let the page keep anything/);
    await context.close();
  });
});
