// An author without the tool: a published site checks and plays a lesson from its address, from a dropped or a chosen file, and
// lists it when catalogue.json names it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { audit } from './support/axe.mjs';
import { launchChromium, launchFirefox, startDisplay, startServer, WebKit } from './support/browsers.mjs';
import { by, isReady, openContext, siteFolder, tick, waitUntilSaved } from './support/site.mjs';

const lesson = {
  format: 1,
  id: 'ask-well',
  title: 'Ask well',
  summary: 'A question with a place to start.',
  language: 'en',
  minutes: 1,
  sections: [{
    id: 'try-it',
    title: 'Try it',
    blocks: [
      { type: 'text', text: 'A **vague** question gets a vague answer.' },
      { type: 'image', src: 'door.svg', alt: 'An open door.' },
      {
        type: 'question', id: 'which', kind: 'single', prompt: 'Which is easier?', explanation: 'It has a place to start.',
        options: [{ id: 'wide', text: 'How do I get ahead?' }, { id: 'small', text: 'What should I learn first?', correct: true }],
      },
    ],
  }],
};
const text = JSON.stringify(lesson, null, 2);
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="teal"/></svg>';
const withoutPicture = text.replace(/\n +\{\n +"type": "image"[^}]*\},/, '');
const broken = text.replace('"correct": true', '"corect": true');

/** Drops files onto the page as its browser would; runs in the page. */
const drop = (files) => {
  const transfer = new DataTransfer();
  for (const [name, content] of files) transfer.items.add(new File([content], name));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
};

const deskSays = (words) => document.getElementById('page:desk')?.textContent.includes(words);

describe('An author without the tool', () => {
  let folder;
  let server;
  let browser;
  let display;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'author-'));
    cpSync(siteFolder, join(folder, 'site'), { recursive: true });
    const bytes = join(folder, 'site/bytes');
    for (const name of ['ask-well', 'broken']) mkdirSync(join(bytes, name));
    writeFileSync(join(bytes, 'ask-well/byte.json'), text);
    writeFileSync(join(bytes, 'ask-well/door.svg'), picture);
    writeFileSync(join(bytes, 'broken/byte.json'), broken);
    writeFileSync(join(bytes, 'short.json'), withoutPicture);
    writeFileSync(join(bytes, 'not-json.json'), '<!doctype html>');
    cpSync(join(bytes, 'ask-well'), join(folder, 'chosen/ask-well'), { recursive: true });
    server = await startServer(join(folder, 'site'), { at: '/school/' });
    browser = await launchChromium();
    display = await startDisplay();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    await display?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (path, options) => {
    const parts = await openContext(browser, options);
    const page = await parts.context.newPage();
    await page.goto(server.address + path);
    return { ...parts, page };
  };

  /** Answers the one question right, and waits for the engine's word on it. */
  const answer = async (page) => {
    await tick(page, 'which/small:control');
    await page.locator(by('which:action')).click();
    await page.waitForFunction(() => document.getElementById('which:result').innerText.startsWith('Right.'));
  };

  for (const [name, launch] of [['Chromium', launchChromium], ['Firefox', launchFirefox]]) {
    it(`plays a lesson from its address, with its pictures, in ${name}`, async () => {
      const other = await launch();
      try {
        const { context, problems } = await openContext(other);
        const page = await context.newPage();
        await page.goto(`${server.address}play.html?byte=bytes/ask-well/byte.json`);
        await page.waitForFunction(isReady);
        await page.waitForFunction(() => document.querySelector('html.drawn'));
        assert.equal(await page.title(), 'Ask well');
        assert.equal(await page.evaluate(() => document.querySelector('strong').textContent), 'vague');
        await page.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth === 60));
        await answer(page);
        await waitUntilSaved(page);
        await page.reload();
        await page.waitForFunction(() => document.getElementById('which:result')?.innerText.startsWith('Right.'));
        assert.deepEqual(problems.filter((problem) => !/WebGL|GLX|sandbox/i.test(problem)), []);
      } finally {
        await other.close();
      }
    });
  }

  it('plays a lesson from its address, and a dropped one, in WebKitGTK', async () => {
    const webkit = await WebKit.launch();
    try {
      await webkit.goto(`${server.address}play.html?byte=bytes/ask-well/byte.json`);
      await webkit.waitFor(() => document.documentElement.classList.contains('drawn'));
      await webkit.click(by('which/small:control'));
      await webkit.click(by('which:action'));
      await webkit.waitFor(() => document.getElementById('which:result').innerText.startsWith('Right.'));
      await webkit.goto(`${server.address}index.html`);
      await webkit.evaluate(drop, [['mine.json', withoutPicture.replace('Ask well', 'Dropped')]]);
      await webkit.waitFor(() => document.title === 'Dropped');
    } finally {
      await webkit.close();
    }
  });

  it('says what is wrong, where, and what to do, and plays nothing', async () => {
    const { context, page, problems } = await open('play.html?byte=bytes/broken/byte.json');
    await page.waitForFunction(deskSays, 'problem');
    const problem = page.locator('.problem', { hasText: 'corect' });
    assert.match(await problem.innerText(), /Problem: .*corect.*correct.*line \d+, column \d+/s);
    const excerpt = (await problem.locator('.problem-excerpt').innerText()).split('\n');
    assert.equal(excerpt[0].slice(excerpt[1].indexOf('^')).startsWith('"corect"'), true, excerpt.join('\n'));
    assert.equal(await page.locator('.question').count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'page:desk-title');
    assert.deepEqual(await audit(page), []);
    assert.deepEqual(problems.filter((one) => !/404/.test(one)), []);
    await context.close();
  });

  it('says what to do when an address can not be played', async () => {
    for (const [wish, words] of [['https://example.org/byte.json', 'of example.org'], ['bytes/nowhere.json', 'answers 404'],
      ['javascript:alert(1)', 'Only files of this site'], ['http://[', 'is no address'], ['bytes/%E0', 'is no address'], ['bytes/not-json.json', 'json-syntax']]) {
      const { context, page } = await open(`play.html?byte=${encodeURIComponent(wish)}`);
      await page.waitForFunction(deskSays, words);
      assert.equal(await page.locator('.question').count(), 0);
      await context.close();
    }
  });

  it('plays a file that is dropped onto any page, and sends it nowhere', async () => {
    for (const path of ['index.html', 'bytes/mentor-or-sponsor/', 'play.html']) {
      const { context, page, problems } = await open(path);
      const sent = [];
      context.on('request', (request) => {
        if (request.method() !== 'GET' || !request.url().startsWith(server.address)) sent.push(`${request.method()} ${request.url()}`);
      });
      await page.evaluate(drop, [['byte.json', text], ['door.svg', picture]]);
      await page.waitForFunction(() => document.title === 'Ask well');
      await page.waitForFunction(isReady);
      await page.waitForFunction(() => [...document.images].every((image) => image.src.startsWith('blob:') && image.naturalWidth === 60));
      await answer(page);
      assert.deepEqual(sent.filter((one) => !one.startsWith('GET blob:')), []);
      assert.deepEqual(problems, []);
      await context.close();
    }
  });

  it('keeps the answers of a dropped lesson apart from those of a published one', async () => {
    const { context, page } = await open('play.html');
    await page.evaluate(drop, [['byte.json', text], ['door.svg', picture]]);
    await page.waitForFunction(isReady);
    await answer(page);
    await waitUntilSaved(page);
    await page.goto(`${server.address}play.html?byte=bytes/ask-well/byte.json`);
    await page.waitForFunction(isReady);
    assert.equal(await page.locator(by('which:result')).innerText(), '');
    await context.close();
  });

  it('checks a dropped file again after it was mended', async () => {
    const { context, page } = await open('play.html');
    await page.evaluate(drop, [['mine.json', broken.replace(/\n +\{\n +"type": "image"[^}]*\},/, '')]]);
    await page.waitForFunction(deskSays, 'corect');
    await page.evaluate(drop, [['mine.json', withoutPicture]]);
    await page.waitForFunction(isReady);
    await answer(page);
    await context.close();
  });

  it('plays a chosen file, a chosen folder, and asks which lesson is meant among several', async () => {
    const { context, page } = await open('play.html');
    await page.locator('input[type=file]').first().setInputFiles(join(folder, 'site/bytes/short.json'));
    await page.waitForFunction(isReady);
    await page.goto(`${server.address}play.html`);
    await page.locator('input[webkitdirectory]').setInputFiles(join(folder, 'chosen/ask-well'));
    await page.waitForFunction(isReady);
    await page.waitForFunction(() => document.images.length > 0);
    await page.goto(`${server.address}play.html`);
    await page.evaluate(drop, [['one.json', withoutPicture], ['two.json', withoutPicture.replace('Ask well', 'The second')]]);
    await page.getByRole('button', { name: 'two.json' }).click();
    await page.waitForFunction(() => document.title === 'The second');
    await context.close();
  });

  it('plays what is in a zip, and says why it refuses one', async () => {
    const { context, page } = await open('play.html');
    execFileSync('python3', ['-c', 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED); '
      + '[z.write(f"{sys.argv[2]}/{name}", f"ask-well/{name}") for name in ("byte.json", "door.svg")]',
    join(folder, 'lesson.zip'), join(folder, 'chosen/ask-well')]);
    await page.locator('input[type=file]').first().setInputFiles(join(folder, 'lesson.zip'));
    await page.waitForFunction(isReady);
    await page.waitForFunction(() => [...document.images].every((image) => image.naturalWidth === 60));
    for (const [name, code] of [['bomb.zip', 'zip-entry-too-big'], ['up.zip', 'zip-'], ['no-zip.zip', 'zip-broken']]) {
      await page.goto(`${server.address}play.html`);
      await page.locator('input[type=file]').first().setInputFiles(`tests/data/zips/${name}`);
      await page.waitForFunction(deskSays, code);
    }
    await context.close();
  });

  it('makes a lesson of a GIFT or Markdown file, plays it, and says what changed', async () => {
    const gift = '::Capital:: What is the capital of France? {=Paris#Right so. ~Lyon#A large city, and not the one.}\n\n'
      + '<script>alert(1)</script> Is this **safe**? {T}\n';
    const { context, page, problems } = await open('play.html');
    await page.evaluate(drop, [['quiz.gift', gift]]);
    await page.waitForFunction(isReady);
    assert.equal(await page.locator('.question').count(), 2);
    await page.getByText('**safe**').first().waitFor({ state: 'attached' }); // What is no mark in GIFT is none here.
    assert.equal(await page.locator('strong', { hasText: 'safe' }).count(), 0);
    await page.locator(by('page:desk') + ' summary').click();
    assert.match(await page.locator('.problems').innerText(), /quiz\.gift, line 3/);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /Save the lesson/ }).click();
    assert.equal((await download).suggestedFilename(), 'quiz.json');
    await page.goto(`${server.address}play.html`);
    await page.evaluate(drop, [['notes.md', '# Notes\n\n## Try it\n\nWhich?\n\n- [ ] One\n- [x] Two\n']]);
    await page.waitForFunction(() => document.title === 'Notes');
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('is reached and used by keyboard alone', async () => {
    const { context, page } = await open('index.html');
    await page.getByRole('link', { name: 'Play your own lesson' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Play your own lesson' }).waitFor();
    const seen = [];
    for (let press = 0; press < 4; ++press) {
      await page.keyboard.press('Tab');
      seen.push(await page.evaluate(() => document.activeElement.closest('label')?.innerText ?? document.activeElement.innerText));
    }
    assert.ok(seen.includes('Choose a file') && seen.includes('Choose a folder'), seen.join(', '));
    await context.close();
  });

  it('has no barriers that axe finds, before and while a lesson plays', async () => {
    const { context, page } = await open('play.html');
    assert.deepEqual(await audit(page), []);
    await page.goto(`${server.address}play.html?byte=bytes/ask-well/byte.json`);
    await page.waitForFunction(isReady);
    assert.deepEqual(await audit(page), []);
    await context.close();
  });

  it('lists in the catalogue what catalogue.json names, and says what it can not read', async () => {
    const file = join(folder, 'site/catalogue.json');
    const catalogue = JSON.parse(readFileSync(file, 'utf8'));
    catalogue.bytes.unshift('bytes/ask-well/byte.json', 'bytes/nowhere.json', 'https://example.org/byte.json', '<img src=x onerror=alert(1)>');
    writeFileSync(file, JSON.stringify(catalogue));
    const { context, page, problems } = await open('index.html');
    const link = page.getByRole('link', { name: 'Ask well' });
    await page.getByText('https://example.org/byte.json').waitFor();
    assert.equal(await page.getByRole('link').filter({ hasText: 'mentor or a sponsor' }).count(), 1);
    for (const words of ['bytes/nowhere.json', 'https://example.org/byte.json', 'of another site']) {
      assert.equal(await page.getByText(words).first().isVisible(), true, words);
    }
    assert.deepEqual(await audit(page), []);
    await link.click();
    await page.waitForFunction(isReady);
    assert.equal(await page.title(), 'Ask well');
    assert.deepEqual(problems.filter((one) => !/404/.test(one)), []);
    await context.close();
  });
});
