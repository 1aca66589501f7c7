// The built site as browser tests meet it, and the mentor Byte's answers.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { eventually, launchChromium, startServer } from './browsers.mjs';
import { atRest } from './pictures.mjs';

/** The site under test; another one by the variable SITE. */
export const siteFolder = process.env.SITE ?? 'build/site';

export const mentorByte = JSON.parse(readFileSync('content/bytes/mentor-or-sponsor/byte.json', 'utf8'));

/** The questions of the mentor Byte in reading order. */
export const questions = mentorByte.sections.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'question'));

/** Under a sub-path, since most hosts have one. */
export async function startSite() {
  const server = await startServer(siteFolder, { at: '/school/bytes-here/' });
  return { ...server, mentor: server.address + 'bytes/mentor-or-sponsor/' };
}

/**
 * Builds a site for one test and serves it. `close` takes both away.
 * @param {{content?: string, bytes?: string, own?: string, at: string}} parts  `content`: a whole content folder;
 *   `bytes`: a folder of Bytes alone; `own`: a folder with a site.json beside them; `at`: the sub-path.
 */
export async function startBuiltSite({ content, bytes, own, at }) {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  if (own) cpSync(own, join(folder, 'content'), { recursive: true });
  if (bytes) cpSync(bytes, join(folder, 'content/bytes'), { recursive: true });
  execFileSync(process.env.BYTE_TOOL ?? 'build/native/byte', ['build', '--content', content ?? join(folder, 'content'),
    '--assets', process.env.ASSETS ?? 'build/web/assets', '--interface', 'assets/interface', '--out', join(folder, 'site')], { stdio: ['ignore', 'ignore', 'inherit'] });
  const server = await startServer(join(folder, 'site'), { at });
  const close = async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...server, close };
}

/**
 * For a `describe`: starts the site and a Chromium before its cases, hands them over, and ends both after the last.
 * @param {(parts: {site: Awaited<ReturnType<typeof startSite>>, browser: import('playwright-core').Browser}) => void} take
 */
export function withChromium(take) {
  let site;
  let browser;
  before(async () => {
    site = await startSite();
    browser = await launchChromium();
    take({ site, browser });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });
}

/** An element of the outline by its id. */
export const by = (id) => `[id="${id}"]`;

/** An author's text without its marks. */
export const lettersOf = (text) => text.replaceAll('*', '').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');

/** Fulfilled when the engine is at work and the store was read; runs in the page. */
export const isReady = () => document.documentElement.classList.contains('engine');

/**
 * A page whose every error fails the test that asks for `problems` to be empty.
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function openContext(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  const problems = [];
  context.on('page', (page) => {
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
  });
  return { context, problems };
}

/** Whether an English page says that all is saved; runs in the page. */
const saysSaved = () => document.getElementById('page:saved').innerText === 'Saved on this device';

/**
 * Waits until all that was done in an English page, of whichever driver, is saved. What was done last is told to the engine in
 * the next frame; until then the page may say that what came before is saved. `isSaved`: the same of another language.
 */
export async function waitUntilSaved(page, isSaved = saysSaved) {
  await atRest(page);
  await eventually(() => page.evaluate(isSaved), 'all is saved');
}

/** Opens the mentor Byte and waits for the engine. */
export async function openMentorByte(context, site) {
  const page = await context.newPage();
  await page.goto(site.mentor);
  await page.waitForFunction(isReady);
  return page;
}

/** Clicks a control by mouse, at the edge of its row: an option's words lie over the middle of it. */
export function tick(page, controlId) {
  return page.locator(by(controlId)).click({ position: { x: 6, y: 6 } });
}

/**
 * The controls that together are a right answer, or one that is not; a judgement has none that is wrong.
 * @returns {string[]} Ids.
 */
export function controlsOf({ id, kind, options, groups, correct, from = 1 }, isRight) {
  switch (kind) {
    case 'sort':
      return options.map((card) => {
        const group = groups.find((one) => (one.id === card.group) === isRight);
        return `${id}/${card.id}/${group.id}:control`;
      });
    case 'judgement': return [`${id}/${options[0].id}:control`, `${id}:sure-2`];
    case 'true-false': return [`${id}/${correct === isRight}:control`];
    case 'poll': return [`${id}/${options[0].id}:control`];
    case 'scale': return [`${id}/${from + 1}:control`];
    case 'short':
    case 'number': return [];
    default: {
      const wanted = options.filter(({ correct = false }) => correct === isRight).map((option) => `${id}/${option.id}:control`);
      return kind === 'single' ? wanted.slice(0, 1) : wanted;
    }
  }
}

/**
 * What is typed for such an answer.
 * @returns {[string, string][]} Ids of fields, each with its words.
 */
export function wordsFor({ id, kind, accept, answer: number }, isRight) {
  switch (kind) {
    case 'short': return [[`${id}:field`, isRight ? accept[0].toUpperCase() : 'something else']];
    case 'number': return [[`${id}:field`, String(isRight ? number : number + 1000)]];
    default: return [];
  }
}

/** Gives an answer and checks it, all by mouse. */
export async function answer(page, question, isRight) {
  for (const id of controlsOf(question, isRight)) await tick(page, id);
  await page.locator(by(`${question.id}:action`)).click();
}

/** What stands stored in the browser. */
export function storedEvents(page, store = 'events') {
  return page.evaluate(async (name) => {
    const [{ name: database }] = (await indexedDB.databases()).filter((one) => one.name.startsWith('byte-player'));
    const answerOf = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const open = await answerOf(indexedDB.open(database));
    const records = await answerOf(open.transaction(name).objectStore(name).getAll());
    open.close();
    return records;
  }, store);
}
