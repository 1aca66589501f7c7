// A lesson as one file, opened from the disk: it plays, keeps its pictures, and obeys its own policy.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launchChromium, launchFirefox, startDisplay, WebKit } from './support/browsers.mjs';
import { answer, by, isReady, openContext, questions, waitUntilSaved } from './support/site.mjs';

const tool = process.env.BYTE_TOOL ?? 'build/native/byte';
const [question] = questions;
const right = question.options.find(({ correct }) => correct);

/** Pictures that the page shows and that did not load; runs in the page. */
const brokenPictures = () => {
  for (const image of document.querySelectorAll('img')) image.loading = 'eager';
  return Promise.all([...document.querySelectorAll('img')].map((image) => image.decode().then(() => [], () => [image.id])))
    .then((broken) => broken.flat());
};

describe('A lesson in one file', () => {
  let folder;
  let display;
  let playing;
  let reading;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'export-'));
    playing = join(folder, 'mentor.html');
    reading = join(folder, 'read.html');
    execFileSync(tool, ['export', 'mentor-or-sponsor', '--single-file', '--out', playing]);
    execFileSync(tool, ['export', 'mentor-or-sponsor', '--html', '--out', reading]);
    display = await startDisplay();
  });
  after(async () => {
    await display?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [name, launch] of [['Chromium', launchChromium],
    ['Firefox', () => launchFirefox({ prefs: { 'security.fileuri.strict_origin_policy': true } })]]) {
    it(`plays from the disk in ${name}`, async () => {
      const browser = await launch();
      try {
        const { context, problems } = await openContext(browser);
        const asked = [];
        context.on('request', (request) => asked.push(request.url()));
        const page = await context.newPage();
        await page.goto(`file://${playing}`);
        await page.waitForFunction(isReady);
        await page.waitForFunction(() => document.querySelector('html.drawn'));
        await answer(page, question, true);
        await page.waitForFunction((id) => document.getElementById(id).innerText.startsWith('Right.'), `${question.id}:result`);
        assert.deepEqual(await page.evaluate(brokenPictures), []);
        assert.deepEqual(asked.filter((url) => !/^(data|file):/.test(url)), []);
        assert.deepEqual(problems.filter((problem) => !/WebGL|GLX|sandbox/i.test(problem)), []);
        await waitUntilSaved(page);
        await page.reload();
        await page.waitForFunction(isReady);
        assert.match(await page.locator(by(`${question.id}:result`)).innerText(), /^Right\./);
      } finally {
        await browser.close();
      }
    });
  }

  it('plays from the disk in WebKitGTK', async () => {
    const webkit = await WebKit.launch();
    try {
      await webkit.goto(`file://${playing}`);
      await webkit.waitFor(() => document.documentElement.classList.contains('drawn'));
      await webkit.click(by(`${question.id}/${right.id}:control`));
      await webkit.click(by(`${question.id}:action`));
      await webkit.waitFor(`document.getElementById('${question.id}:result').innerText.startsWith('Right.')`);
    } finally {
      await webkit.close();
    }
  });

  it('runs nothing but what its policy names by hash', async () => {
    const browser = await launchChromium();
    try {
      const { context } = await openContext(browser);
      const page = await context.newPage();
      await page.goto(`file://${playing}`);
      await page.waitForFunction(isReady);
      const ran = await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'globalThis.intruder = true';
        document.body.append(script);
        const style = document.createElement('style');
        style.textContent = 'body { opacity: 0 }';
        document.body.append(style);
        return [globalThis.intruder, getComputedStyle(document.body).opacity];
      });
      assert.deepEqual(ran, [undefined, '1']);
    } finally {
      await browser.close();
    }
  });

  it('can be read without any script, its answers shown', async () => {
    const html = readFileSync(reading, 'utf8');
    assert.doesNotMatch(html, /<script/);
    assert.match(html, /script-src|default-src 'none'/);
    const browser = await launchChromium();
    try {
      const { context, problems } = await openContext(browser);
      const page = await context.newPage();
      await page.goto(`file://${reading}`);
      assert.equal(await page.locator(by(`${question.id}:answer`)).isVisible(), true);
      assert.deepEqual(await page.evaluate(brokenPictures), []);
      // Whole sites lie elsewhere; a link that leads nowhere is no link.
      assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))
        .filter((href) => !/^(#|https:)/.test(href))), []);
      assert.deepEqual(problems, []);
    } finally {
      await browser.close();
    }
  });

  it('is at most 400 KB', () => {
    assert.ok(statSync(playing).size <= 400_000, `${statSync(playing).size} bytes`);
  });
});
