// Words painted from the atlas are the page's own, to the pixel: web/geometry.js and web/words.js in words.html.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { launchChromium, launchFirefox, openPage, WebKit } from './support/browsers.mjs';
import { sumOf } from './support/pictures.mjs';
import { compareWords, openWords, startWordsServer } from './support/words.mjs';

const kScripts = [
  'Latin', 'Vietnamese', 'Cyrillic and Greek', 'Arabic', 'Hebrew', 'Hindi', 'Thai', 'Chinese', 'Japanese', 'Korean',
  'Inuktitut', 'Emoji', 'Mixed directions',
];
const kRefused = [
  'r-first-letter', 'r-small-caps', 'r-features', 'r-translated', 'r-bare', 'r-joined', 'r-hyphens', 'r-spaced',
];
const kUnseen = ['u-visually', 'u-display', 'u-visibility', 'u-details', 'u-empty', 'u-parent'];
const kMostDifferent = 0.01;

const isFull = process.env.BYTES_FULL === '1';
const noDisplay = !process.env.DISPLAY && 'Firefox and WebKitGTK have no WebGL without an X display (DISPLAY)';
const kEngines = { Chromium: launchChromium, Firefox: launchFirefox };

let server;
before(async () => { server = await startWordsServer(); });
after(() => server.close());

/** Without a font for a script both pictures show the same empty boxes, which proves nothing. */
function hasFont(language) {
  try {
    return execFileSync('fc-list', [`:lang=${language}`], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return true;
  }
}
const kMissing = { Chinese: 'zh-cn', Japanese: 'ja', Korean: 'ko' };

async function withPage(engine, options, use) {
  const browser = await kEngines[engine](options);
  try {
    const page = await openPage(browser);
    await openWords(page, server);
    await use(page, browser);
  } finally {
    await browser.close();
  }
}

function assertExact(words, where) {
  const { ink, share } = sumOf(words.map(({ difference }) => difference));
  assert.ok(ink > 0, `${where}: there is ink`);
  assert.ok(share < kMostDifferent, `${where}: ${(share * 100).toFixed(2)} % of ink pixels differ`);
  for (const { text, id, ink: [dom, canvas] } of words) {
    for (const [one, other] of [[dom, canvas], [canvas, dom]]) {
      assert.ok(one.strong, `${where}: '${text}' in ${id} has ink in both faces`);
      assert.ok(isWithin(one.strong, other.weak), `${where}: the ink of '${text}' in ${id} is off by more than 1 px: ` +
        `${JSON.stringify(dom)} in the page, ${JSON.stringify(canvas)} painted`);
    }
  }
}

/** Whether a box lies in another that is larger by a pixel on each side. */
function isWithin(inner, outer) {
  return outer && inner.x >= outer.x - 1 && inner.y >= outer.y - 1 &&
    inner.x + inner.width <= outer.x + outer.width + 1 && inner.y + inner.height <= outer.y + outer.height + 1;
}

const kCases = [
  { engine: 'Chromium', scale: 1 },
  { engine: 'Chromium', scale: 2 },
  { engine: 'Firefox', scale: 1 },
  ...(isFull ? [
    { engine: 'Chromium', scale: 1.1 },
    { engine: 'Chromium', scale: 1.25 },
    { engine: 'Chromium', scale: 1.5 },
    { engine: 'Chromium', scale: 3, width: 420 },
    { engine: 'Firefox', scale: 1.1 },
    { engine: 'Firefox', scale: 1.25 },
    { engine: 'Firefox', scale: 1.5 },
    { engine: 'Firefox', scale: 2 },
    { engine: 'Firefox', scale: 3, width: 420 },
    { engine: 'Chromium', scale: 1, theme: 'dark' },
    { engine: 'Firefox', scale: 1, theme: 'dark' },
  ] : []),
];

for (const { engine, scale, width = 900, theme = 'light' } of kCases) {
  test(`${engine} at device scale ${scale}, ${theme}: painted words are the page's`,
    { skip: engine === 'Firefox' && noDisplay }, async (t) => {
      await withPage(engine, { scale, width, height: 1000 }, async (page) => {
        await page.evaluate((name) => { document.documentElement.dataset.theme = name; }, theme);
        const { words, refused, unseen, error } = await compareWords(page);
        assert.equal(error, 0, 'WebGL reports no error');
        for (const script of kScripts) {
          const skip = kMissing[script] && !hasFont(kMissing[script]) && 'no font for it: install fonts-noto-cjk';
          await t.test(script, { skip }, () => {
            assertExact(words.filter((word) => word.script === script), script);
          });
        }
        await t.test('Text that a canvas draws otherwise stays the page\'s', () => {
          assert.deepEqual(Object.keys(refused).sort(), [...kRefused].sort());
          assert.ok(refused['r-first-letter'].includes('O'), 'by its width');
        });
        await t.test('What nobody sees is not painted', () => {
          assert.deepEqual(unseen.sort(), [...kUnseen].sort());
        });
      });
    });
}

/** What readers change: both faces follow, or the text stays the page's. */
const kWishes = [
  {
    wish: 'wide letter and word spacing', style: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`,
  },
  {
    wish: 'a minimum font size', args: ['--blink-settings=minimumFontSize=24'],
    prefs: { 'font.minimum-size.x-western': 24, 'font.minimum-size.x-unicode': 24 },
  },
  { wish: 'text zoom', textZoom: 1.5 },
  { wish: 'a font of their own', style: '* { font-family: "DejaVu Serif" !important; }' },
];

for (const engine of isFull ? ['Chromium', 'Firefox'] : ['Chromium']) {
  for (const { wish, style, args, prefs, textZoom } of kWishes) {
    if (textZoom && engine !== 'Firefox') continue;
    test(`${engine} with ${wish}: painted words are the page's`, { skip: engine === 'Firefox' && noDisplay }, async () => {
      await withPage(engine, { width: 900, height: 1000, args, prefs }, async (page, browser) => {
        if (style) {
          await page.evaluate((text) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(text);
            document.adoptedStyleSheets = [sheet];
          }, style);
        }
        if (textZoom) await setTextZoom(browser, textZoom);
        const { words, error } = await compareWords(page);
        assert.equal(error, 0);
        assert.ok(words.filter(({ script }) => script === 'Latin').length > 100, 'Latin text is painted');
        assertExact(words, wish);
      });
    });
  }
}

/** Zooms Firefox' text and nothing else, as its menu does. */
async function setTextZoom(browser, zoom) {
  const session = browser._connection.toImpl(browser)._browserSession;
  const { contexts } = await session.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  await session.send('script.evaluate', {
    target: { context: contexts[0].context },
    awaitPromise: false,
    expression: `for (const tab of gBrowser.tabs) tab.linkedBrowser.browsingContext.textZoom = ${zoom};`,
  });
}

test('The atlas, in Chromium', async (t) => {
  await withPage('Chromium', { width: 900, height: 1000 }, async (page) => {
    await t.test('Reading leaves the page as it was', async () => {
      const [before, after] = await page.evaluate(() => {
        const before = document.documentElement.outerHTML;
        for (const element of document.querySelectorAll('[id]')) readPieces(element);
        return [before, document.documentElement.outerHTML];
      });
      assert.equal(after, before);
    });

    await t.test('Quads lie on whole device pixels and inside their page', async () => {
      const { quads, scale } = await page.evaluate(() => paint());
      assert.ok(quads.length > 400);
      for (const quad of quads) {
        for (const length of [quad.x, quad.y, quad.width, quad.height]) assert.equal(length * scale % 1, 0);
        for (const [from, to] of [[quad.u0, quad.u1], [quad.v0, quad.v1]]) assert.ok(0 <= from && from < to && to <= 1);
      }
    });

    await t.test('The same word at the same place of a pixel is drawn once', async () => {
      const [first, second] = await page.evaluate(() => {
        const [piece] = readPieces(document.getElementById('l1'));
        return [words.place(piece, 1), words.place({ ...piece, baseline: piece.baseline + 100 }, 1)];
      });
      assert.equal(second.y - first.y, 100);
      assert.deepEqual({ ...second, y: 0 }, { ...first, y: 0 });
    });

    await t.test('The GL state is what it was', async () => {
      const [before, after, error] = await page.evaluate(() => {
        const state = () => [
          gl.getParameter(gl.ACTIVE_TEXTURE), gl.getParameter(gl.TEXTURE_BINDING_2D) === texture,
          ...[gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, gl.UNPACK_FLIP_Y_WEBGL, gl.UNPACK_SKIP_PIXELS, gl.UNPACK_SKIP_ROWS,
            gl.UNPACK_ROW_LENGTH, gl.UNPACK_ALIGNMENT].map((name) => gl.getParameter(name)),
        ];
        const texture = gl.createTexture();
        gl.activeTexture(gl.TEXTURE1);
        gl.bindTexture(gl.TEXTURE_2D, texture);
        gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, true);
        gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, 3);
        gl.pixelStorei(gl.UNPACK_SKIP_ROWS, 2);
        const before = state();
        const other = new Words(gl);
        for (const piece of readPieces(document.getElementById('l3'))) other.place(piece, 1);
        other.flush();
        return [before, state(), gl.getError()];
      });
      assert.deepEqual(after, before);
      assert.equal(error, 0);
    });

    await t.test('A full atlas says so, and can be used again once emptied', async () => {
      const result = await page.evaluate(() => {
        const other = new Words(gl);
        const [piece] = readPieces(document.getElementById('l1'));
        let count = 0;
        let quad;
        // Other fractions of a pixel are other pictures.
        for (; count < 100_000 && (quad = other.place({ ...piece, x: piece.x + count / 1024 }, 16)); ++count);
        const { full, pages } = other;
        const before = [...pages];
        other.forget();
        const again = other.place(piece, 16);
        other.flush();
        return {
          count, quad, full, pages: pages.length, again, isFullAgain: other.full,
          isSame: other.pages.every((page, i) => page === before[i]), error: gl.getError(),
        };
      });
      assert.equal(result.quad, null);
      assert.equal(result.full, true);
      assert.ok(result.count > 10 && result.pages === 4, JSON.stringify(result));
      assert.equal(result.again.page, 0);
      assert.equal(result.isFullAgain, false);
      assert.equal(result.isSame, true);
      assert.equal(result.error, 0);
    });

    await t.test('A piece larger than a page stays the page\'s', async () => {
      const [quad, full] = await page.evaluate(() => {
        const other = new Words(gl);
        const pieces = readPieces(document.getElementById('e2'));
        return [other.place(pieces[0], 8), other.full];
      });
      assert.equal(quad, null);
      assert.equal(full, false);
    });
  });
});

test('WebKitGTK leaves its words to the page', { skip: noDisplay }, async () => {
  const webkit = await WebKit.launch();
  try {
    await webkit.goto(`${server.address}tests/browser/support/words.html`);
    await webkit.waitFor(() => globalThis.isReady);
    assert.equal(await webkit.evaluate(() => wordsAreExact()), false);
  } finally {
    await webkit.close();
  }
});
