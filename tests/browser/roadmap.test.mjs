// A roadmap's page: what it says of a learner who answers, forgets, has two tabs, no scripts, no network, no store.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { audit } from './support/axe.mjs';
import { eventually, launchChromium, launchFirefox, startDisplay, WebKit } from './support/browsers.mjs';
import { by, isReady, openContext, tick, waitUntilSaved } from './support/site.mjs';
import { startHost } from './support/versions.mjs';

const kContent = 'tests/data/roadmaps/library';
const kRoadmap = 'roadmaps/first-weeks/index.html';
const kBytes = ['ask-well', 'listen-well', 'write-it-down'];

let folder;
let host;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roadmap-'));
  cpSync(kContent, join(folder, 'content'), { recursive: true });
  execFileSync(process.env.BYTE_TOOL ?? 'build/native/byte', ['build', '--content', join(folder, 'content'), '--assets',
    process.env.ASSETS ?? 'build/web/assets', '--interface', 'assets/interface', '--out', join(folder, 'site')], { stdio: 'ignore' });
  host = await startHost(join(folder, 'site'));
});
after(async () => {
  await host?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What stands under each lesson, and above them; runs in the page. */
const standing = () => [document.getElementById('page:standing').innerText,
  ...['ask-well', 'listen-well', 'write-it-down'].map((id) => document.getElementById(`${id}:state`).innerText)]
  .map((words) => words.replaceAll(/\s+/g, ' ').trim());

const kNothing = ['You have finished 0 of 3 lessons. Begin: How do I ask well?', 'Next for you Not begun', 'Not begun', 'Not begun'];
const kFirstDone = ['You have finished 1 of 3 lessons. Begin: How do I listen well?', 'Finished', 'Next for you Not begun', 'Not begun'];

/** Waits until the page says so. */
async function expectStanding(page, expected) {
  let found;
  const isThere = async () => {
    // A page that is just coming has none of it yet.
    found = await page.evaluate(standing);
    return isDeepStrictEqual(found, expected);
  };
  await eventually(isThere, 'the standing').catch(() => assert.deepEqual(found, expected));
}

async function openPage(context, path) {
  const page = await context.newPage();
  await page.goto(host.address + path);
  return page;
}

async function openByte(context, id) {
  const page = await openPage(context, `bytes/${id}/index.html`);
  await page.waitForFunction(isReady);
  return page;
}

/** Finishes the first lesson: answers it and goes on to its end. */
async function finishFirst(page) {
  await tick(page, 'which/small:control');
  await page.locator(by('which:action')).click();
  await page.locator(by('more:next-link')).click();
  await page.waitForFunction(() => document.getElementById('more:stop-note')?.innerText === 'Done');
  await waitUntilSaved(page);
}

for (const [name, launch] of [['Chromium', launchChromium], ['Firefox', launchFirefox]]) {
  describe(`In ${name}, a roadmap`, () => {
    let browser;
    let display;
    before(async () => {
      if (name === 'Firefox') display = await startDisplay();
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await display?.close();
    });

    it('shows what is begun, finished and next, in another tab too, and after answers were removed', async () => {
      const { context, problems } = await openContext(browser);
      const page = await openPage(context, kRoadmap);
      await expectStanding(page, kNothing);
      assert.equal(await page.locator(by('page:without-script')).count(), 0);
      const lesson = await openByte(context, 'ask-well');
      await tick(lesson, 'which/wide:control');
      await expectStanding(page, ['You have finished 0 of 3 lessons. Go on: How do I ask well?', 'Next for you Begun', 'Not begun', 'Not begun']);
      await tick(lesson, 'which/small:control');
      await lesson.locator(by('which:action')).click();
      await expectStanding(page, ['You have finished 0 of 3 lessons. Go on: How do I ask well?',
        'Next for you Begun: 1 of 2 parts done', 'Not begun', 'Not begun']);
      await lesson.locator(by('more:next-link')).click();
      await expectStanding(page, kFirstDone);
      const next = page.getByRole('link', { name: 'Begin: How do I listen well?' });
      assert.equal(await next.getAttribute('href'), '../../bytes/listen-well/index.html');
      // As its page says, and from that page back to the roadmap.
      await lesson.locator(by('page:roadmap-first-weeks')).click();
      await lesson.waitForURL(/roadmaps\/first-weeks/);
      await expectStanding(lesson, kFirstDone);

      const again = await openByte(context, 'ask-well');
      await again.locator(by('page:forget')).click();
      await again.locator(by('page:forget-yes')).click();
      await expectStanding(page, kNothing);
      assert.deepEqual(problems, []);
      await context.close();
    });

    it('is finished when all its lessons are, and says so', async () => {
      const { context, problems } = await openContext(browser);
      await finishFirst(await openByte(context, 'ask-well'));
      const second = await openByte(context, 'listen-well');
      await tick(second, 'hear/ask:control');
      await second.locator(by('hear:action')).click();
      await waitUntilSaved(second);
      const third = await openByte(context, 'write-it-down');
      await third.locator(by('paper:next-link')).click();
      await third.waitForFunction(() => document.getElementById('paper:stop-note')?.innerText === 'Done');
      await waitUntilSaved(third);
      const page = await openPage(context, kRoadmap);
      await expectStanding(page, ['You have finished every lesson of this roadmap.', 'Finished', 'Finished', 'Finished']);
      assert.deepEqual(problems, []);
      await context.close();
    });
  });
}

describe('In WebKitGTK, a roadmap', () => {
  let display;
  let webkit;
  before(async () => {
    display = await startDisplay();
    webkit = await WebKit.launch();
  });
  after(async () => {
    await webkit?.close();
    await display?.close();
  });

  it('shows what is finished and next', async () => {
    await webkit.goto(host.address + kRoadmap);
    await expectStanding(webkit, kNothing);
    await webkit.goto(host.address + 'bytes/ask-well/index.html');
    await webkit.waitFor(isReady);
    // Each waits for what came before, which may move what is to be clicked.
    await webkit.click(by('which/small:control'));
    await webkit.waitFor(`document.getElementById('which/small:control').checked`);
    await webkit.click(by('which:action'));
    await webkit.waitFor(`document.getElementById('which:result').innerText.startsWith('Right.')`);
    await webkit.click(by('more:next-link'));
    await webkit.waitFor(`document.getElementById('more:stop-note')?.innerText === 'Done'`);
    await waitUntilSaved(webkit);
    await webkit.goto(host.address + kRoadmap);
    await expectStanding(webkit, kFirstDone);
  });
});

describe('A roadmap', () => {
  let browser;
  before(async () => { browser = await launchChromium(); });
  after(() => browser?.close());

  it('makes no database by being looked at, and asks for no engine', async () => {
    const { context, problems } = await openContext(browser);
    host.requests.length = 0;
    const page = await openPage(context, kRoadmap);
    await expectStanding(page, kNothing);
    assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), []);
    assert.deepEqual(host.requests.filter((path) => /wasm|engine\/engine|player/.test(path)), []);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('counts what was done under a name that a lesson had before', async () => {
    const { context } = await openContext(browser);
    const lesson = await openByte(context, 'write-it-down');
    await lesson.locator(by('paper:next-link')).click();
    await waitUntilSaved(lesson);
    await lesson.evaluate(async () => {
      const [{ name }] = (await indexedDB.databases()).filter((one) => one.name.startsWith('byte-player'));
      const answerOf = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
      const open = await answerOf(indexedDB.open(name));
      const store = open.transaction('events', 'readwrite').objectStore('events');
      for (const event of await answerOf(store.getAll())) store.put({ ...event, byte: 'note-it' });
      await answerOf(store.count());
      open.close();
    });
    const page = await openPage(context, kRoadmap);
    await expectStanding(page, ['You have finished 1 of 3 lessons. Begin: How do I ask well?', 'Next for you Not begun', 'Not begun', 'Finished']);
    await context.close();
  });

  it('says what it cannot know when the browser keeps nothing', async () => {
    const { context } = await openContext(browser);
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => { throw new DOMException('The operation is insecure.', 'SecurityError'); };
    });
    const page = await openPage(context, kRoadmap);
    await page.getByText('This browser does not let the page see what you have done').waitFor();
    assert.equal(await page.locator('.roadmap > li').count(), 3);
    await context.close();
  });

  it('can be read and followed without scripts', async () => {
    const { context } = await openContext(browser, { javaScriptEnabled: false });
    const page = await openPage(context, kRoadmap);
    assert.deepEqual(await page.locator('.roadmap > li h2').allInnerTexts(), ['How do I ask well?', 'How do I listen well?', 'Why write it down?']);
    await page.getByText('With JavaScript turned on').waitFor();
    assert.match(await page.locator(by('write-it-down:after')).innerText(), /^Best after: How do I ask well\?$/);
    assert.equal(await page.locator(by('ask-well:state')).isVisible(), false);
    await page.getByRole('link', { name: 'How do I listen well?' }).click();
    assert.match(page.url(), /bytes\/listen-well\/index\.html$/);
    await context.close();
  });

  for (const [face, options] of Object.entries({
    'at 320 px': { viewport: { width: 320, height: 640 } },
    'in the dark': { viewport: { width: 1000, height: 800 }, colorScheme: 'dark' },
    'in high contrast': { viewport: { width: 700, height: 800 }, contrast: 'more' },
  })) {
    it(`has nothing that axe objects to, and fits, ${face}`, async () => {
      const { context, problems } = await openContext(browser, options);
      await finishFirst(await openByte(context, 'ask-well'));
      for (const path of [kRoadmap, 'index.html']) {
        const page = await openPage(context, path);
        if (path === kRoadmap) await expectStanding(page, kFirstDone);
        assert.deepEqual(await audit(page), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      }
      assert.deepEqual(problems, []);
      await context.close();
    });
  }

  it('stands above the lessons in the catalogue', async () => {
    const { context } = await openContext(browser);
    const page = await openPage(context, 'index.html');
    const titles = await page.locator('h2').allInnerTexts();
    assert.deepEqual(titles.slice(0, 2), ['Your first weeks', 'How do I ask well?']);
    await page.getByRole('link', { name: 'Your first weeks' }).click();
    await expectStanding(page, kNothing);
    await context.close();
  });

  it('is kept as a group for the time without a network, and removed as one', async () => {
    const { context, problems } = await openContext(browser);
    const page = await openPage(context, 'offline.html');
    const group = page.locator(by('group:roadmap-first-weeks'));
    await group.getByText('3 lessons').waitFor();
    assert.match(await group.innerText(), /^Roadmap: Your first weeks[\s\S]*KB text[\s\S]*0 of 3 are kept/);
    assert.equal(await group.getByRole('button', { name: 'Remove' }).isVisible(), false);
    await group.getByRole('button', { name: 'Keep these lessons' }).click();
    await group.getByText('3 of 3 are kept').waitFor();
    assert.deepEqual(await audit(page), []);
    await host.stop();
    try {
      await page.goto(host.address + kRoadmap);
      await expectStanding(page, kNothing);
      for (const id of kBytes) {
        await page.goto(`${host.address}bytes/${id}/index.html`);
        await page.waitForFunction(isReady);
      }
      await page.goto(host.address + 'roadmaps/first-weeks/');
      await expectStanding(page, kNothing);
    } finally {
      await host.restart();
    }
    await page.goto(host.address + 'offline.html');
    await group.getByRole('button', { name: 'Remove these lessons' }).click();
    await group.getByText('0 of 3 are kept').waitFor();
    assert.equal(await page.locator(by('group:library')).getByText('0 of 3 are kept').count(), 1);
    assert.deepEqual(problems.filter((problem) => !/ERR_CONNECTION_REFUSED/.test(problem)), []);
    await context.close();
  });
});
