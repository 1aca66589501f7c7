// Starts what a browser test needs: a static server, an X display, and the three engines as Debian installs them.
// Every function returns a handle with `close()`; it ends only what it started itself.

import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { userInfo } from 'node:os';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { chromium, firefox } from 'playwright-core';

const kChromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
const kFirefox = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
const kWebKitDriver = process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver';
const kMiniBrowser = process.env.MINI_BROWSER ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/**
 * How long a test waits for what has to come, in ms: long enough for a machine that is busy with other things, since slow is
 * not wrong.
 */
export const kPatience = 120_000;

/**
 * Asks until the answer is true, and gives it. A question that can't be asked, since its page is just going, is asked again.
 * @template T
 * @param {() => Promise<T>} ask
 * @param {string} what  What never came, for the error.
 */
export async function eventually(ask, what) {
  let error;
  for (const until = Date.now() + kPatience; Date.now() < until;) {
    const answer = await ask().catch((reason) => { error = reason; });
    if (answer) return answer;
    await new Promise((later) => { setTimeout(later, 50); });
  }
  throw new Error(`Not within ${kPatience / 1000} s: ${what} ${error ?? ''}`);
}

/** A browser whose contexts wait that long by themselves. */
function patient(browser) {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(kPatience);
    return context;
  };
  return browser;
}

/** What Playwright switches off, whose list ours takes the place of, and the popups of the address bar, two processes a window. */
const kWithout = [
  'AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay', 'MediaRouter', 'NetworkTimeServiceQuerying',
  'OptimizationHints', 'PaintHolding', 'PreconnectToSearch', 'ThirdPartyStoragePartitioning', 'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

const kTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.vtt': 'text/vtt; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webm': 'video/webm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
};

/**
 * A plain static host on a free port of 127.0.0.1: no compression, no caching, a folder's index.html.
 * `address` ends with a slash. `requests` lists every path asked for, in order, so that a test can count them.
 * @param {string} root folder to serve
 * @param {{at?: string, headers?: Record<string, string>}} [options] `at`: the sub-path the folder appears under
 * @returns {Promise<{address: string, requests: string[], close: () => Promise<void>}>}
 */
export async function startServer(root, { at = '/', headers = {} } = {}) {
  const folder = resolve(root);
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    requests.push(path);
    const say = (status, text) => response.writeHead(status, { 'Content-Type': 'text/plain' }).end(text);
    if (!path.startsWith(at)) return say(404, 'Not found');
    let file = normalize(join(folder, path.slice(at.length)));
    if (file !== folder && !file.startsWith(folder + sep)) return say(403, 'Forbidden');
    let facts = await stat(file).catch(() => null);
    if (facts?.isDirectory()) {
      if (!path.endsWith('/')) return response.writeHead(301, { Location: path + '/' }).end();
      file = join(file, 'index.html');
      facts = await stat(file).catch(() => null);
    }
    if (!facts) return say(404, 'Not found');
    response.writeHead(200, {
      'Content-Type': kTypes[extname(file)] ?? 'application/octet-stream',
      'Content-Length': facts.size,
      'Cache-Control': 'no-store',
      ...headers,
    });
    if (request.method === 'HEAD') return response.end();
    createReadStream(file).pipe(response);
  });
  await new Promise((listening, failed) => server.on('error', failed).listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${server.address().port}${at}`,
    requests,
    close: () => new Promise((closed) => {
      server.closeAllConnections();
      server.close(() => closed());
    }),
  };
}

/**
 * Chromium, headless, WebGL without a GPU.
 * @param {{scale?: number, width?: number, height?: number, args?: string[], display?: string}} [options] `display`: the X
 *   display to show a real window on; headless without one. `scale`: the machine's device
 *   scale, as on a real screen; `width`, `height`: of the window in CSS px (the page gets a little less height). All
 *   three hold in contexts opened with `viewport: null` (see `openPage`); any other context emulates its own.
 */
export async function launchChromium({ scale = 1, width = 1000, height = 800, args = [], display } = {}) {
  return patient(await chromium.launch({
    executablePath: kChromium,
    timeout: kPatience,
    ...(display && { headless: false, env: { ...process.env, DISPLAY: display } }),
    args: [
      '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', `--disable-features=${kWithout}`,
      '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
      // Debian asks for it, and without a GPU it takes a third more of a processor.
      '--disable-gpu-rasterization',
      `--force-device-scale-factor=${scale}`, `--window-size=${width},${height}`, ...args,
    ],
  }));
}

/**
 * Stock Firefox over WebDriver BiDi. Headless, but WebGL wants an X display: start one with `startDisplay()`.
 * It cannot emulate media, touch or being offline. `scale`, `width` and `height` as in `launchChromium`.
 * @param {{scale?: number, width?: number, height?: number, prefs?: Record<string, string|number|boolean>,
 *   display?: string}} [options]
 */
export async function launchFirefox({ scale = 1, width = 1000, height = 800, prefs = {}, display } = {}) {
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    executablePath: kFirefox,
    timeout: kPatience,
    headless: !display,
    args: ['--remote-allow-system-access'],
    // Firefox refuses a home that belongs to somebody else, which some containers give to root.
    env: {
      ...process.env,
      HOME: userInfo().homedir,
      ...(display && { DISPLAY: display }),
      MOZ_HEADLESS_WIDTH: String(Math.ceil(width * scale)),
      MOZ_HEADLESS_HEIGHT: String(Math.ceil(height * scale)),
    },
    firefoxUserPrefs: {
      'layout.css.devPixelsPerPx': String(scale),
      'security.fileuri.strict_origin_policy': true, // Playwright's default hides what file:// really forbids
      'ui.primaryPointerCapabilities': 6, // headless Firefox claims to have no pointer
      'ui.allPointerCapabilities': 6,
      ...prefs,
    },
  });
  // Playwright 1.65 sends a command to every new context that ESR 153 does not know; answer it here.
  const session = browser._connection.toImpl(browser)._browserSession;
  const send = session.send.bind(session);
  session.send = async (method, parameters) =>
    method === 'emulation.setMediaFeaturesOverride' ? {} : send(method, parameters);
  return patient(browser);
}

/** A page at the browser's own scale and window size, in a fresh profile. Close it with `page.context().close()`. */
export async function openPage(browser) {
  const context = await browser.newContext({ viewport: null });
  return context.newPage();
}

/**
 * The X display in DISPLAY, or one of our own with a window manager (WebKitGTK matches no `:focus` without one).
 * Sets `process.env.DISPLAY` while it is open.
 * @param {{width?: number, height?: number}} [options]
 * @returns {Promise<{display: string, close: () => Promise<void>}>}
 */
export async function startDisplay({ width = 1400, height = 1200 } = {}) {
  if (process.env.DISPLAY) return { display: process.env.DISPLAY, close: async () => {} };
  const server = start('Xvfb', ['-displayfd', '3', '-noreset', '-screen', '0', `${width}x${height}x24`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise((found, failed) => {
    server.on('error', failed);
    server.on('exit', (code) => failed(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3].once('data', (number) => found(`:${String(number).trim()}`));
  });
  const manager = start('openbox', { stdio: 'ignore', env: { ...process.env, DISPLAY: display } });
  manager.on('error', () => {}); // only WebKitGTK needs it, and its test will say so
  process.env.DISPLAY = display;
  return {
    display,
    close: async () => {
      delete process.env.DISPLAY;
      await end(manager);
      await end(server);
    },
  };
}

/** Starts a process that ends with this one at the latest: a test that throws leaves none behind. */
export function start(...command) {
  const child = spawn(...command);
  const stop = () => child.kill();
  process.once('exit', stop);
  child.once('exit', () => process.off('exit', stop));
  return child;
}

/** Ends a process that we started, and waits until it is gone. */
export async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((exited) => child.once('exit', exited));
  child.kill();
  await gone;
}

async function freePort() {
  const server = createSocketServer();
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

const kElement = 'element-6066-11e4-a52e-4f735466cecf';

/**
 * WebKitGTK through its own WebDriver (Playwright has no driver for a stock one). Needs an X display.
 * An element is the opaque string that `find` returns.
 */
export class WebKit {
  #driver;
  #session = '';

  /** @param {{scale?: number, width?: number, height?: number}} [options] `scale` is a whole number (GDK_SCALE) */
  static async launch({ scale = 1, width = 1000, height = 800 } = {}) {
    const webkit = new WebKit();
    const port = await freePort();
    webkit.#driver = start(kWebKitDriver, [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, LANG: 'C.UTF-8', GDK_SCALE: String(scale) },
    });
    webkit.#driver.on('error', () => {}); // the requests below fail then, and say so
    const options = { binary: kMiniBrowser, args: ['--automation'] };
    const root = `http://127.0.0.1:${port}/session`;
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    for (const until = Date.now() + kPatience; ;) {
      try {
        const { sessionId } = await WebKit.#request('POST', root, { capabilities });
        webkit.#session = `${root}/${sessionId}`;
        break;
      } catch (error) {
        if (Date.now() > until) throw error;
        await new Promise((later) => setTimeout(later, 100));
      }
    }
    await webkit.#post('/window/rect', { x: 0, y: 0, width, height });
    return webkit;
  }

  static async #request(method, address, body) {
    const response = await fetch(address, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  #get(path) {
    return WebKit.#request('GET', this.#session + path);
  }

  #post(path, body = {}) {
    return WebKit.#request('POST', this.#session + path, body);
  }

  /** Loads a page and waits for its load event. */
  goto(address) {
    return this.#post('/url', { url: address });
  }

  reload() {
    return this.#post('/refresh');
  }

  title() {
    return this.#get('/title');
  }

  /**
   * Runs a function in the page, awaits what it returns, and hands it back as JSON. Elements from `find` may be
   * passed inside `args` as `webkit.element(id)`.
   * @param {Function|string} script
   */
  async evaluate(script, ...args) {
    const text = typeof script === 'string' ? `() => (${script})` : String(script);
    const { value, error } = await this.#post('/execute/async', {
      script: `const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => (${text})(...[].slice.call(arguments, 0, -1)))
          .then((value) => done({ value }), (error) => done({ error: String(error) + '\\n' + error.stack }));`,
      args,
    });
    if (error) throw new Error(error);
    return value;
  }

  /** Waits until a function is truthy in the page, and returns its value. */
  waitFor(script) {
    return eventually(() => this.evaluate(script), String(script));
  }

  /** The first element that matches a CSS selector. */
  async find(selector) {
    return (await this.#post('/element', { using: 'css selector', value: selector }))[kElement];
  }

  element(id) {
    return { [kElement]: id };
  }

  /** What follows happens in a frame of the page. */
  async enterFrame(selector) {
    await this.#post('/frame', { id: this.element(await this.find(selector)) });
  }

  /** The element's role and accessible name as the accessibility tree has them. */
  async roleAndName(id) {
    return [await this.#get(`/element/${id}/computedrole`), await this.#get(`/element/${id}/computedlabel`)];
  }

  /** Moves a mouse to a place in the viewport (CSS px) and clicks there. */
  clickAt(x, y) {
    return this.#mouse(x, y, [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]);
  }

  moveTo(x, y) {
    return this.#mouse(x, y, []);
  }

  /** Clicks a place several times in a row, as for a double click. */
  clickTimes(x, y, times) {
    const click = [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    return this.#mouse(x, y, Array.from({ length: times }, () => click).flat());
  }

  /** Presses the mouse at one place and releases it at another. */
  drag(from, to) {
    const places = [{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, to];
    const moves = places.map(({ x, y }) => ({ type: 'pointerMove', duration: 50, x: Math.round(x), y: Math.round(y) }));
    return this.#mouse(from.x, from.y, [{ type: 'pointerDown', button: 0 }, ...moves, { type: 'pointerUp', button: 0 }]);
  }

  #mouse(x, y, more) {
    const move = { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) };
    const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [move, ...more] };
    return this.#post('/actions', { actions: [mouse] });
  }

  /** Scrolls an element into view and clicks its middle. */
  async click(selector) {
    const [x, y] = await this.evaluate((wanted) => {
      const element = document.querySelector(wanted);
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = element.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    }, selector);
    await this.clickAt(x, y);
  }

  /** Presses keys one after the other; named ones as in WebDriver's table (`WebKit.keys.Tab`). */
  press(...keys) {
    const actions = keys.flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    return this.#post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Presses a key while others are held down. */
  chord(...keys) {
    const actions = [...keys.map((value) => ({ type: 'keyDown', value })), ...keys.reverse().map((value) => ({ type: 'keyUp', value }))];
    return this.#post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  static keys = {
    Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Escape: '\uE00C', Space: ' ',
    End: '\uE010', Home: '\uE011', Left: '\uE012', Up: '\uE013', Right: '\uE014', Down: '\uE015',
  };

  /** A PNG of the viewport in device pixels, after three frames (the picture before that may be old). */
  async screenshot() {
    await this.evaluate(async () => {
      for (let frame = 0; frame < 3; ++frame) await new Promise(requestAnimationFrame);
    });
    return Buffer.from(await this.#get('/screenshot'), 'base64');
  }

  async close() {
    try {
      if (this.#session) await WebKit.#request('DELETE', this.#session);
    } finally {
      await end(this.#driver);
    }
  }
}
