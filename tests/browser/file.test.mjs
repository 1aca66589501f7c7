// A built site opened from a disk, as from a memory stick: no server, so no fetch, no module scripts, no service worker.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { engines } from './support/any_engine.mjs';
import { startDisplay } from './support/browsers.mjs';
import { by, questions, siteFolder, waitUntilSaved } from './support/site.mjs';

const [question] = questions;
const right = question.options.find(({ correct }) => correct);
const kChoice = 'dilemma/monday/call-grace:take';

const isPainted = () => document.documentElement.classList.contains('engine') && document.documentElement.classList.contains('drawn');
const isRight = () => [...document.querySelectorAll('.result')].some((result) => result.innerText.startsWith('Right.'));

/** Links of this page that lead into the site by a folder's address, which shows a listing on a disk; runs in the page. */
const folderLinks = () => [...document.querySelectorAll('a[href]')].map((link) => link.href)
  .filter((href) => href.startsWith('file:') && !/\.[a-z0-9]+([?#].*)?$/.test(href));

/** Names of pictures that the page has and cannot show; runs in the page. */
const brokenPictures = () => {
  for (const image of document.querySelectorAll('img')) image.loading = 'eager';
  return Promise.all([...document.querySelectorAll('img')].map((image) => image.decode().then(() => [], () => [image.src])))
    .then((broken) => broken.flat());
};

let display;
let folder;
/** Addresses of the site on the stick, and of one with films. */
let stick;
let media;
before(async () => {
  display = await startDisplay();
  folder = mkdtempSync(join(tmpdir(), 'stick-'));
  // A name as people give them.
  const site = join(folder, 'My lessons é #1 100%');
  cpSync(siteFolder, site, { recursive: true });
  stick = `${pathToFileURL(site).href}/`;
  mkdirSync(join(folder, 'content'));
  cpSync('tests/data/bytes/valid', join(folder, 'content/bytes'), { recursive: true });
  execFileSync(process.env.BYTE_TOOL ?? 'build/native/byte', ['build', '--content', join(folder, 'content'), '--assets',
    process.env.ASSETS ?? 'build/web/assets', '--interface', 'assets/interface', '--out', join(folder, 'media')],
  { stdio: ['ignore', 'ignore', 'inherit'] });
  media = `${pathToFileURL(join(folder, 'media')).href}/`;
});
after(async () => {
  await display?.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const [name, open] of Object.entries(engines)) {
  describe(`From a disk, in ${name}`, () => {
    let page;
    before(async () => { page = await open(); });
    after(() => page?.close());

    it('a lesson is found in the catalogue, painted, answered and kept', async () => {
      await page.goto(`${stick}index.html`);
      // A new profile on a busy machine may take longer for its first database than a page waits.
      await page.evaluate(() => new Promise((opened) => { indexedDB.open('first').onsuccess = () => opened(true); }));
      assert.deepEqual(await page.evaluate(folderLinks), []);
      await page.click('a[href="bytes/mentor-or-sponsor/index.html"]');
      await page.waitFor(isPainted);
      assert.deepEqual(await page.evaluate(folderLinks), []);
      assert.deepEqual(await page.evaluate(brokenPictures), []);
      await page.click(by(`${question.id}/${right.id}:control`));
      await page.click(by(`${question.id}:action`));
      await page.waitFor(isRight);
      await waitUntilSaved(page);
      await page.reload();
      await page.waitFor(isPainted);
      await page.waitFor(isRight);
    });

    it('a story goes on at each choice', async () => {
      await page.goto(`${stick}bytes/carolinas-dilemma/index.html`);
      await page.waitFor(isPainted);
      assert.deepEqual(await page.evaluate(brokenPictures), []);
      await page.click(by(kChoice));
      await page.waitFor(() => document.querySelectorAll('.scene').length === 2);
    });

    it('the page\'s own links lead on: to what comes next, to the report on accessibility, and home', async () => {
      await page.goto(`${stick}bytes/mentor-or-sponsor/index.html`);
      await page.waitFor(isPainted);
      const targets = await page.evaluate(() => [...document.querySelectorAll('a[href]')].map((link) => link.href)
        .filter((href) => href.startsWith('file:') && !href.includes('#page') && !/index\.html#/.test(href)));
      assert.ok(targets.some((href) => href.endsWith('/accessibility.html')), String(targets));
      for (const target of new Set(targets.map((href) => href.split('#')[0]))) {
        await page.goto(target);
        assert.ok(await page.evaluate(() => document.querySelector('main h1')?.textContent), target);
        assert.deepEqual(await page.evaluate(folderLinks), []);
      }
    });

    it('nothing was refused and nothing went wrong', () => {
      assert.deepEqual(page.problems(), []);
    });

    it('films play, and their words can be read', async () => {
      await page.goto(`${media}bytes/media/index.html`);
      await page.waitFor(isPainted);
      const film = await page.evaluate(async (id) => {
        const player = document.getElementById(id);
        player.muted = true;
        await player.play();
        while (!player.currentTime) await new Promise(requestAnimationFrame);
        const transcript = player.closest('.media').querySelector('.transcript');
        transcript.open = true;
        return { time: player.currentTime, words: transcript.innerText.length };
      }, 'film:player');
      // Captions are another matter: Chromium and Firefox read none from a disk (docs/faults.md).
      assert.ok(film.time > 0 && film.words > 40, JSON.stringify(film));
    });

    it('a file that is dropped onto a page is played, or asked for once more where pages hand nothing on', async () => {
      await page.goto(`${stick}bytes/mentor-or-sponsor/index.html`);
      await page.waitFor(isPainted);
      await page.evaluate((text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], 'own.json'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }, readFileSync('tests/data/bytes/valid/minimal.json', 'utf8'));
      await page.waitFor(() => location.pathname.endsWith('/play.html') &&
        (document.documentElement.classList.contains('engine') || /Drop the file once more/.test(document.getElementById('page:desk')?.innerText)));
    });

    it('a file in the address of play.html needs a server, which the page says', async () => {
      await page.goto(`${stick}play.html?byte=bytes/own.json`);
      await page.waitFor(() => /may not read other files.*byte serve/s.test(document.getElementById('page:desk')?.innerText));
    });

    it('an author\'s own file is checked and played', { skip: name === 'WebKitGTK' && 'its driver cannot choose a file' }, async () => {
      const file = join(folder, 'own.json');
      writeFileSync(file, readFileSync('tests/data/bytes/valid/minimal.json', 'utf8'));
      await page.goto(`${stick}play.html`);
      await page.choose('input[type=file]', file);
      await page.waitFor(isPainted);
    });
  });
}
