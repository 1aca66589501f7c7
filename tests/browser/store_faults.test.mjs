// What a learner has when the browser keeps nothing, keeps it badly, or has lost it: the lesson goes on, and it is said.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { launchChromium, launchFirefox, startServer, WebKit } from './support/browsers.mjs';
import {
  answer, by, controlsOf, isReady, openContext, openMentorByte, questions, siteFolder, storedEvents, waitUntilSaved,
  withChromium,
} from './support/site.mjs';

const [question, second] = questions;
const noDisplay = !process.env.DISPLAY && 'it needs an X display (DISPLAY)';
const isRight = (id) => document.getElementById(id).innerText.startsWith('Right.');
const notices = (page) => page.locator(by('page:notices')).innerText();

/** Answers, sees feedback, and then finds these words in the notices. */
async function isAnsweredAndTold(page, words) {
  await answer(page, question, true);
  await page.waitForFunction(isRight, `${question.id}:result`);
  await page.waitForFunction(([text]) => document.getElementById('page:notices').innerText.includes(text), [words]);
}

/** Runs in the page before its scripts. `globalThis.room` is how many more records there is room for. */
function fillTheDisk() {
  globalThis.room = 0;
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...rest) {
    if (this.name === 'events' && globalThis.room <= 0) throw new DOMException('', 'QuotaExceededError');
    return put.apply(this, rest);
  };
}

async function downloaded(page, press) {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  assert.equal(file.suggestedFilename(), 'byte-player-answers.json');
  return JSON.parse(readFileSync(await file.path(), 'utf8'));
}

describe('When storage fails', () => {
  let site;
  let browser;
  let folder;
  withChromium((parts) => { ({ site, browser } = parts); });
  before(() => { folder = mkdtempSync(join(tmpdir(), 'answers-')); });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('because there is no database, answers can be downloaded and opened elsewhere', async () => {
    const { context, problems } = await openContext(browser);
    await context.addInitScript(() => { delete IDBFactory.prototype.open; });
    const page = await openMentorByte(context, site);
    await isAnsweredAndTold(page, 'does not let the page keep anything');
    const file = await downloaded(page, () => page.locator(by('page:answers-download')).click());
    assert.equal(file.format, 'byte-player-events');
    assert.ok(file.events.some(({ kind }) => kind === 'checked'));
    assert.deepEqual(problems, []);
    await context.close();

    // Elsewhere, beside entries that somebody has made up.
    file.events.push(null, { ...file.events[0], id: '<img src=x onerror=alert(1)>' },
      { ...file.events[0], id: 'f'.repeat(32), kind: 'forgot', subject: '', data: {}, at: file.events[0].at + 1e6 });
    const path = join(folder, 'answers.json');
    writeFileSync(path, JSON.stringify(file));
    const other = await openContext(browser);
    await other.context.addInitScript(fillTheDisk);
    const there = await openMentorByte(other.context, site);
    await answer(there, second, true);
    await there.waitForFunction(([text]) => document.getElementById('page:notices').innerText.includes(text), ['no room left']);
    const [chooser] = await Promise.all([there.waitForEvent('filechooser'), there.locator(by('page:answers-open')).click()]);
    await chooser.setFiles(path);
    await there.waitForFunction(isRight, `${question.id}:result`);
    assert.match(await notices(there), /2 entries in the file are no answers/);
    assert.match(await there.locator(by(`${second.id}:result`)).innerText(), /^Right\./, 'what was here is here');
    // Room is made, and the page is looked at again.
    await there.evaluate(() => { globalThis.room = 1000; dispatchEvent(new Event('focus')); });
    await waitUntilSaved(there);
    const again = await openMentorByte(other.context, site);
    await again.waitForFunction(isRight, `${question.id}:result`);
    await again.waitForFunction(isRight, `${second.id}:result`);
    assert.deepEqual(other.problems, []);
    await other.context.close();
  });

  /** Of a page whose database sleeps as long as `isAsleep` says so there. */
  async function goesOnAsleepAndIsKeptAwake(context, page) {
    await page.goto(site.mentor);
    await page.waitForFunction(isReady);
    await isAnsweredAndTold(page, 'its database does not answer');
    await page.evaluate(() => { globalThis.isAsleep = false; });
    // A learner who comes back while the page still waits for the first answer has to come again.
    await page.waitForFunction(() => {
      dispatchEvent(new Event('focus'));
      return document.getElementById('page:saved').innerText === 'Saved on this device';
    }, null, { polling: 500 });
    const again = await openMentorByte(context, site);
    await again.waitForFunction(isRight, `${question.id}:result`);
  }

  it('because the database never answers, the lesson goes on, and it is used once it does', async () => {
    const { context, problems } = await openContext(browser);
    const page = await context.newPage();
    await page.addInitScript(() => {
      const { open } = IDBFactory.prototype;
      globalThis.isAsleep = true;
      IDBFactory.prototype.open = function (...rest) {
        return globalThis.isAsleep ? new EventTarget() : open.apply(this, rest);
      };
    });
    await goesOnAsleepAndIsKeptAwake(context, page);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('because the database opens and reads nothing, the lesson goes on, and it is used once it does', async () => {
    const { context, problems } = await openContext(browser);
    const page = await context.newPage();
    await page.addInitScript(() => {
      const { get } = IDBObjectStore.prototype;
      globalThis.isAsleep = true;
      IDBObjectStore.prototype.get = function (...rest) {
        if (!globalThis.isAsleep) return get.apply(this, rest);
        // A transaction that is always asked for more never ends, as one that waits for another page's does.
        const ask = (request) => request.addEventListener('success', () => { if (globalThis.isAsleep) ask(get.apply(this, rest)); });
        ask(get.apply(this, rest));
        return new EventTarget();
      };
    });
    await goesOnAsleepAndIsKeptAwake(context, page);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('because there is no room, it says so and saves all once there is some', async () => {
    const { context, problems } = await openContext(browser);
    await context.addInitScript(fillTheDisk);
    const page = await openMentorByte(context, site);
    await isAnsweredAndTold(page, 'This device has no room left');
    assert.equal((await storedEvents(page)).length, 0);
    await page.evaluate(() => { globalThis.room = 1000; });
    await page.locator(by(controlsOf(second, true)[0])).click({ position: { x: 6, y: 6 } });
    await waitUntilSaved(page);
    assert.equal(await notices(page), '');
    assert.ok((await storedEvents(page)).some(({ kind }) => kind === 'checked'));
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('because the browser closed or deleted the database, it is opened again and nothing is missing', async () => {
    const { context, problems } = await openContext(browser);
    const page = await openMentorByte(context, site);
    await answer(page, question, true);
    await waitUntilSaved(page);
    const all = await storedEvents(page);
    await page.evaluate(async () => {
      const [{ name }] = (await indexedDB.databases()).filter((one) => one.name.startsWith('byte-player'));
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = resolve;
        request.onerror = reject;
      });
    });
    await answer(page, second, true);
    await page.waitForFunction(isRight, `${second.id}:result`);
    await waitUntilSaved(page);
    const ids = new Set((await storedEvents(page)).map(({ id }) => id));
    for (const { id } of all) assert.ok(ids.has(id), 'what the page shows is kept again');
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('because the browser has removed what was kept, it says so once, and how to bring it back', async () => {
    const { context, problems } = await openContext(browser);
    const page = await openMentorByte(context, site);
    await answer(page, question, true);
    await waitUntilSaved(page);
    await page.goto(`${site.address}bytes/mentor-or-sponsor/accessibility.html`);
    await page.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
    });
    await page.goto(site.mentor);
    await page.waitForFunction(isReady);
    await page.waitForFunction(([text]) => document.getElementById('page:notices').innerText.includes(text),
      ['has removed the answers that were kept']);
    assert.ok(await page.locator(by('page:answers-open')).isVisible());
    await page.reload();
    await page.waitForFunction(isReady);
    await page.waitForTimeout(200);
    assert.equal(await notices(page), '');
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('because the clock was set back, answers stay in their order', async () => {
    const { context, problems } = await openContext(browser);
    const page = await openMentorByte(context, site);
    await answer(page, question, false);
    await page.waitForFunction((id) => document.getElementById(id).innerText.startsWith('Not yet.'), `${question.id}:result`);
    await page.evaluate(() => { Date.now = () => -5; });
    await page.locator(by(`${question.id}:action`)).click();
    if (question.kind === 'multiple') for (const id of controlsOf(question, false)) await page.locator(by(id)).uncheck({ force: true });
    await answer(page, question, true);
    await page.waitForFunction(isRight, `${question.id}:result`);
    await waitUntilSaved(page);
    await page.reload();
    await page.waitForFunction(isReady);
    await page.waitForFunction(isRight, `${question.id}:result`);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('in two tabs at once, both see what either saved', async () => {
    const { context, problems } = await openContext(browser);
    const one = await openMentorByte(context, site);
    const other = await openMentorByte(context, site);
    await Promise.all([answer(one, question, true), answer(other, second, true)]);
    for (const page of [one, other]) {
      await page.bringToFront();
      for (const { id } of [question, second]) await page.waitForFunction(isRight, `${id}:result`);
    }
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('because another site shows the page in a frame without an origin, it can be answered and says that nothing is kept', async () => {
    // What many hosts of static files send: without it the frame could not even load the engine.
    const open = await startServer(siteFolder, { headers: { 'Access-Control-Allow-Origin': '*' } });
    const host = createServer((request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end(`<iframe sandbox="allow-scripts" width="360" height="700" src="${open.address}bytes/mentor-or-sponsor/"></iframe>`);
    });
    await new Promise((listening) => { host.listen(0, '127.0.0.1', listening); });
    const { context } = await openContext(browser);
    const errors = [];
    context.on('page', (page) => page.on('pageerror', (error) => errors.push(String(error))));
    const page = await context.newPage();
    await page.goto(`http://localhost:${host.address().port}/`);
    const frame = page.frames()[1];
    await frame.waitForFunction(isReady);
    for (const id of controlsOf(question, true)) await frame.locator(by(id)).click({ position: { x: 6, y: 6 } });
    await frame.locator(by(`${question.id}:action`)).click();
    await frame.waitForFunction(isRight, `${question.id}:result`);
    assert.match(await frame.locator(by('page:notices')).innerText(), /does not let the page keep anything/);
    assert.deepEqual(errors, []);
    await context.close();
    host.close();
    await open.close();
  });

  it('because third-party storage is blocked, a framed lesson can be answered and the learner is told or it is kept', async () => {
    const strict = await launchChromium({ args: ['--test-third-party-cookie-phaseout', '--block-third-party-cookies'] });
    const host = createServer((request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end(`<iframe width="360" height="700" src="${site.mentor}"></iframe>`);
    });
    await new Promise((listening) => { host.listen(0, '127.0.0.1', listening); });
    try {
      const { context, problems } = await openContext(strict);
      const page = await context.newPage();
      await page.goto(`http://localhost:${host.address().port}/`);
      const frame = page.frames()[1];
      await frame.waitForFunction(isReady);
      for (const id of controlsOf(question, true)) await frame.locator(by(id)).click({ position: { x: 6, y: 6 } });
      await frame.locator(by(`${question.id}:action`)).click();
      await frame.waitForFunction(isRight, `${question.id}:result`);
      await frame.waitForFunction(() => document.getElementById('page:saved').innerText === 'Saved on this device' ||
        document.getElementById('page:notices').innerText.includes('does not let the page keep anything'));
      assert.deepEqual(problems, []);
      await context.close();
    } finally {
      host.close();
      await strict.close();
    }
  });

  it('in a private window of Firefox, answers are graded and kept as long as it is open', { skip: noDisplay }, async () => {
    const firefox = await launchFirefox({ prefs: { 'browser.privatebrowsing.autostart': true } });
    try {
      const { context } = await openContext(firefox, { viewport: { width: 800, height: 900 } });
      const page = await openMentorByte(context, site);
      await answer(page, question, true);
      await page.waitForFunction(isRight, `${question.id}:result`);
      await waitUntilSaved(page);
      await context.close();
    } finally {
      await firefox.close();
    }
  });

  it('in Firefox because there is no room, it says so and saves all once there is some', { skip: noDisplay }, async () => {
    const firefox = await launchFirefox();
    try {
      const { context } = await openContext(firefox, { viewport: { width: 800, height: 900 } });
      await context.addInitScript(fillTheDisk);
      const page = await openMentorByte(context, site);
      await isAnsweredAndTold(page, 'This device has no room left');
      await page.evaluate(() => { globalThis.room = 1000; dispatchEvent(new Event('focus')); });
      await waitUntilSaved(page);
      await context.close();
    } finally {
      await firefox.close();
    }
  });

  it('in WebKitGTK because there is no database, the lesson goes on and it is said', { skip: noDisplay }, async () => {
    const webkit = await WebKit.launch();
    try {
      await webkit.goto(site.mentor);
      await webkit.waitFor(isReady);
      await webkit.evaluate(() => {
        IDBDatabase.prototype.transaction = () => { throw new DOMException('gone', 'UnknownError'); };
      });
      for (const id of controlsOf(question, true)) await webkit.evaluate((one) => document.getElementById(one).click(), id);
      await webkit.evaluate((id) => document.getElementById(id).click(), `${question.id}:action`);
      await webkit.waitFor(`document.getElementById('${question.id}:result').innerText.startsWith('Right.')`);
      await webkit.waitFor("document.getElementById('page:notices').innerText.includes('could not be saved')");
    } finally {
      await webkit.close();
    }
  });
});
