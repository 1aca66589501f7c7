// Pictures, films, sounds and other sites' pages, in a site that is built for this test from tests/data/bytes/valid.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { audit } from './support/axe.mjs';
import { launchChromium, launchFirefox, startDisplay, WebKit } from './support/browsers.mjs';
import { by, isReady, openContext, startBuiltSite } from './support/site.mjs';

const kPictures = /\.svg$/;
const elsewhere = 'https://video.example.org/**';

let site;
before(async () => {
  site = await startBuiltSite({ bytes: 'tests/data/bytes/valid', at: '/media/' });
  site.media = site.address + 'bytes/media/';
});
after(async () => {
  await site?.close();
});

/** The pictures of the lesson that have been asked for since request `first`. */
const picturesSince = (first) => site.requests.slice(first).filter((path) => path.includes('/bytes/') && kPictures.test(path))
  .map((path) => path.split('/').at(-1));

/** Runs in the page before its scripts; an empty page that comes first has no store. */
function wishToSave() {
  if (location.protocol !== 'about:') localStorage.setItem('byte-player data', 'less');
}

async function openMedia(context) {
  const page = await context.newPage();
  await page.goto(site.media);
  await page.waitForFunction(isReady);
  return page;
}

/** The answer that every other site gives here; says who asked. */
async function answerForOthers(context) {
  const asked = [];
  await context.route(elsewhere, (route) => {
    asked.push(route.request());
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>There</title><p>A film from there' });
  });
  return asked;
}

describe('Media in Chromium', () => {
  let browser;
  before(async () => { browser = await launchChromium(); });
  after(() => browser?.close());

  it('plays a film with its captions, and asks for it no earlier', async () => {
    const { context, problems } = await openContext(browser);
    const first = site.requests.length;
    const page = await openMedia(context);
    await page.locator(by('film:player')).scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    assert.deepEqual(site.requests.slice(first).filter((path) => /\.(webm|wav)$/.test(path)), []);
    assert.match(await page.locator(by('film:player')).getAttribute('poster'), /still\.svg$/);
    await page.evaluate((id) => document.getElementById(id).play(), 'film:player');
    const film = () => page.evaluate((id) => {
      const { currentTime, textTracks } = document.getElementById(id);
      const [track] = textTracks;
      return { currentTime, mode: track.mode, cues: [...track.cues ?? []].map(({ text }) => text) };
    }, 'film:player');
    await page.waitForFunction((id) => document.getElementById(id).currentTime > 0.4, 'film:player');
    const { mode, cues } = await film();
    assert.equal(mode, 'showing');
    assert.deepEqual(cues, ['First, this.']);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('plays a sound; its words are read without it', async () => {
    const { context, problems } = await openContext(browser);
    const page = await openMedia(context);
    await page.evaluate((id) => document.getElementById(id).play(), 'tone:player');
    await page.waitForFunction((id) => document.getElementById(id).currentTime > 0.3, 'tone:player');
    await page.locator(by('tone:transcript-summary')).click();
    assert.ok(await page.locator(by('tone:transcript-1')).isVisible());
    assert.match(await page.locator(by('tone:link')).innerText(), /^Open the sound by itself \(17 KB\)$/);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('contacts another site only after the button that names it', async () => {
    const { context, problems } = await openContext(browser);
    const asked = await answerForOthers(context);
    const page = await openMedia(context);
    const button = page.locator(by('elsewhere:load'));
    await button.scrollIntoViewIfNeeded();
    await page.waitForTimeout(500);
    assert.equal(asked.length, 0);
    assert.match(await button.innerText(), /this contacts video\.example\.org/);
    await button.press('Enter');
    await page.frameLocator(by('elsewhere:page')).getByText('A film from there').waitFor();
    assert.equal(asked.length, 1);
    assert.equal(asked[0].headers().referer, `${new URL(site.media).origin}/`, 'the site, and not which lesson');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'elsewhere:load');
    const shape = await page.locator(by('elsewhere:page')).boundingBox();
    assert.ok(Math.abs(shape.width / shape.height - 16 / 9) < 0.02, JSON.stringify(shape));
    await page.waitForFunction(() => document.querySelector('html.drawn .embed.p'));
    await button.press('Enter');
    await page.locator(by('elsewhere:page')).waitFor({ state: 'detached' });
    assert.match(await page.locator(by('elsewhere:link')).getAttribute('href'), /^https:\/\/video\.example\.org\//);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('lets in no page that the lesson does not embed', async () => {
    const { context } = await openContext(browser);
    const page = await openMedia(context);
    const refused = page.waitForEvent('console', (message) => /frame-src/.test(message.text()));
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = 'https://other.example.org/';
      document.body.append(frame);
    });
    await refused;
    await context.close();
  });

  it('moves a picture when it is asked to, and stops it again', async () => {
    const { context, problems } = await openContext(browser);
    const first = site.requests.length;
    const page = await openMedia(context);
    const image = page.locator(by('pulse:image'));
    const button = page.locator(by('pulse:image:play'));
    await image.scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    assert.ok(!picturesSince(first).includes('moving.svg'));
    assert.match(await image.getAttribute('src'), /^still\.svg$/);
    await button.click();
    await page.waitForFunction((id) => document.getElementById(id).innerText === 'Pause', 'pulse:image:play');
    assert.equal(await image.getAttribute('src'), 'moving.svg');
    await button.press('Space');
    await page.waitForFunction((id) => document.getElementById(id).innerText === 'Play', 'pulse:image:play');
    assert.equal(await image.getAttribute('src'), 'still.svg');
    assert.deepEqual(problems, []);
    await context.close();
  });

  for (const [why, options, script] of /** @type {const} */ ([
    ['the learner wishes', {}, wishToSave],
    ['the browser hints', {}, () => Object.defineProperty(navigator, 'connection', { value: { saveData: true } })],
  ])) {
    it(`asks for no picture until it is pressed where ${why} to save data`, async () => {
      const { context, problems } = await openContext(browser, options);
      await context.addInitScript(script);
      const first = site.requests.length;
      const page = await context.newPage();
      await page.goto(site.media);
      // All of the page comes by, and nothing is asked for.
      for (let y = 0; y < 6000; y += 500) {
        await page.evaluate((top) => scrollTo(0, top), y);
        await page.waitForTimeout(60);
      }
      assert.deepEqual(picturesSince(first), []);
      const button = page.locator(by('plain:image:load'));
      await button.scrollIntoViewIfNeeded();
      assert.equal(await button.innerText(), 'Show picture (1 KB)');
      assert.ok(await page.locator(by('plain:image:alt')).isVisible());
      const place = await page.locator(by('plain:image:asked')).boundingBox();
      await button.press('Enter');
      await page.waitForFunction((id) => document.getElementById(id).naturalWidth > 0, 'plain:image');
      assert.deepEqual(picturesSince(first), ['still.svg']);
      const picture = await page.locator(by('plain:image')).boundingBox();
      for (const side of ['x', 'width', 'height']) assert.ok(Math.abs(picture[side] - place[side]) < 1, side);
      assert.equal(await page.evaluate(() => document.activeElement.id), 'plain:image:picture');
      assert.deepEqual(problems, []);
      await context.close();
    });
  }

  it('remembers the wish to save data, and the wish not to', async () => {
    const { context, problems } = await openContext(browser);
    const page = await openMedia(context);
    const saver = page.locator(by('page:saver'));
    await saver.click();
    await page.waitForFunction(() => document.getElementById('page:saver').getAttribute('aria-pressed') === 'true');
    assert.equal(await page.evaluate(() => getComputedStyle(document.getElementById('page:saver'), '::before').content),
      '"✓ " / ""', 'not by colour alone');
    assert.ok(await page.locator(by('page:cover-image:load')).isVisible());
    assert.ok(!await page.locator(by('page:cover-image')).isVisible());

    const first = site.requests.length;
    await page.reload();
    await page.waitForFunction(isReady);
    await page.waitForTimeout(300);
    assert.deepEqual(picturesSince(first), []);
    assert.equal(await saver.getAttribute('aria-pressed'), 'true');
    await saver.click();
    await page.locator(by('page:cover-image')).waitFor();
    await page.reload();
    await page.waitForFunction(isReady);
    assert.equal(await saver.getAttribute('aria-pressed'), 'false');
    assert.ok(await page.locator(by('page:cover-image')).isVisible());
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('keeps the page as it was written, saving data or not', async () => {
    for (const saves of [false, true]) {
      const { context, problems } = await openContext(browser);
      if (saves) await context.addInitScript(wishToSave);
      const page = await openMedia(context);
      // A page written anew is warned of, and would be among the problems.
      assert.deepEqual(problems, []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
      await context.close();
    }
  });

  it('shows every picture of a story without scripts, and the way to the file', async () => {
    const { context, problems } = await openContext(browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.media);
    for (const number of [1, 2, 3]) assert.ok(await page.locator(by(`story:picture-${number}:image`)).isVisible());
    for (const id of ['film:link', 'tone:link', 'elsewhere:link', 'film:transcript-summary']) {
      assert.ok(await page.locator(by(id)).isVisible(), id);
    }
    for (const id of ['elsewhere:load', 'pulse:image:play', 'plain:image:load']) {
      assert.ok(!await page.locator(by(id)).isVisible(), id);
    }
    assert.deepEqual(problems, []);
    await context.close();
  });

  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    it(`passes axe, ${colorScheme}, closed and open, saving data or not`, async () => {
      for (const saves of [false, true]) {
        const { context } = await openContext(browser, { colorScheme, bypassCSP: true });
        await answerForOthers(context);
        if (saves) await context.addInitScript(wishToSave);
        const page = await openMedia(context);
        assert.deepEqual(await audit(page), []);
        await page.locator(by('elsewhere:load')).click();
        await page.locator(by('elsewhere:page')).waitFor();
        await page.locator(by('film:transcript-summary')).click();
        if (saves) await page.locator(by('plain:image:load')).click();
        else await page.locator(by('pulse:image:play')).click();
        // Where the head of the page is out of sight, and nothing lies half below its bar.
        await page.locator(by('elsewhere:page')).scrollIntoViewIfNeeded();
        assert.deepEqual(await audit(page), []);
        await page.goto(site.address);
        assert.deepEqual(await audit(page), []);
        await context.close();
      }
    });
  }

  it('can be read to 320 px at twice the text size', async () => {
    const { context } = await openContext(browser, { viewport: { width: 320, height: 700 } });
    const page = await openMedia(context);
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    const wide = await page.evaluate(() => [...document.querySelectorAll('main [id]')]
      .filter((element) => element.getBoundingClientRect().right > 320.5).map(({ id }) => id));
    assert.deepEqual(wide, []);
    await context.close();
  });
});

describe('Media in other engines', () => {
  let display;
  before(async () => { display = await startDisplay(); });
  after(() => display?.close());

  it('Firefox plays the film, saves data and contacts nobody unasked', async () => {
    const browser = await launchFirefox({ prefs: { 'media.autoplay.default': 0, 'media.autoplay.blocking_policy': 0 } });
    try {
      const { context } = await openContext(browser);
      const page = await openMedia(context);
      await page.evaluate((id) => document.getElementById(id).play(), 'film:player');
      await page.waitForFunction((id) => document.getElementById(id).currentTime > 0.3, 'film:player');
      assert.equal(await page.evaluate((id) => document.getElementById(id).textTracks[0].mode, 'film:player'), 'showing');
      assert.equal(await page.locator('iframe').count(), 0);
      await page.locator(by('pulse:image:play')).click();
      await page.waitForFunction((id) => document.getElementById(id).getAttribute('src') === 'moving.svg', 'pulse:image');
      await page.locator(by('page:saver')).click();
      await page.waitForFunction(() => document.documentElement.classList.contains('saves'));
      assert.ok(await page.locator(by('plain:image:load')).isVisible());
      await context.close();

      // In a fresh profile: pictures that Firefox holds already it may ask for again, to hear that they are the same.
      const { context: fresh } = await openContext(browser);
      await fresh.addInitScript(wishToSave);
      const first = site.requests.length;
      const saving = await openMedia(fresh);
      for (let y = 0; y < 6000; y += 500) {
        await saving.evaluate((top) => scrollTo(0, top), y);
        await saving.waitForTimeout(60);
      }
      assert.deepEqual(picturesSince(first), []);
      await saving.locator(by('plain:image:load')).click();
      await saving.waitForFunction((id) => document.getElementById(id).naturalWidth > 0, 'plain:image');
      await fresh.close();
    } finally {
      await browser.close();
    }
  });

  it('WebKit saves data, shows the words and the file, and moves a picture', async () => {
    const webkit = await WebKit.launch({ width: 500, height: 900 });
    try {
      // The wish before any picture: those that it holds already WebKit asks for again.
      await webkit.goto(site.address + 'files.json');
      await webkit.evaluate(wishToSave);
      const first = site.requests.length;
      await webkit.goto(site.media);
      await webkit.waitFor(isReady);
      await webkit.evaluate(async () => {
        for (let y = 0; y < 6000; y += 500) {
          scrollTo(0, y);
          await new Promise((later) => setTimeout(later, 60));
        }
      });
      assert.deepEqual(picturesSince(first), []);
      await webkit.click(by('plain:image:load'));
      await webkit.waitFor(() => document.getElementById('plain:image').naturalWidth > 0);
      assert.deepEqual(picturesSince(first), ['still.svg']);
      await webkit.click(by('page:saver'));
      await webkit.waitFor(() => !document.documentElement.classList.contains('saves'));
      // It may lack the film's codec: the words and the way to the file are there in any case.
      await webkit.click(by('film:transcript-summary'));
      assert.ok(await webkit.waitFor(() => document.getElementById('film:transcript-1').getBoundingClientRect().height > 0));
      assert.match(await webkit.evaluate(() => document.getElementById('film:link').href), /film\.webm$/);
      await webkit.click(by('pulse:image:play'));
      await webkit.waitFor(() => document.getElementById('pulse:image').getAttribute('src') === 'moving.svg');
    } finally {
      await webkit.close();
    }
  });
});
