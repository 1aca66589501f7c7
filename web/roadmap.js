// @ts-check
/**
 * A roadmap's page: how far the learner is in each of its lessons, and which one comes next. The list itself stands in the
 * page as `byte build` has written it.
 *
 * Nothing is graded here. A lesson's engine notes how many of its parts are done (`reached` in src/learning/event.h), and
 * this script reads the newest of these notes. A lesson in which something was done and nothing noted is begun.
 *
 * @typedef {import('./store.js').StoredEvent} StoredEvent
 * @typedef {{id: string, formerly?: string[], after?: string[]}} Stop
 * @typedef {{state: 'finished' | 'begun' | 'not-begun', done: number, all: number}} Standing
 */
import { make, phrasesFrom } from './elements.js';
import { textOf } from './page_text.js';
import { answerOf } from './store.js';

/**
 * The order that folds go by: src/learning/event.h.
 * @param {any} one @param {any} other
 */
function inOrder(one, other) {
  for (const key of ['at', 'device', 'n', 'id']) {
    if (one[key] !== other[key]) return one[key] < other[key] ? -1 : 1;
  }
  return 0;
}

/**
 * @param {any[]} records  Of one lesson, under the names that it had before too; they may be no events at all.
 * @returns {Standing}
 */
export function standingOf(records) {
  const events = records.filter(({ at, kind, byte } = {}) => Number.isInteger(at) && typeof kind === 'string' && typeof byte === 'string');
  events.sort(inOrder);
  /** @type {Map<string, any>} */
  const forgot = new Map(events.filter(({ kind }) => kind === 'forgot').map((event) => [event.byte, event]));
  const counting = events.filter((event) => event.kind !== 'forgot' && !(forgot.has(event.byte) && inOrder(event, forgot.get(event.byte)) < 0));
  const noted = counting.filter(({ kind, data }) => kind === 'reached' && data?.all > 0).pop()?.data;
  const { done = 0, all = 0 } = noted ?? {};
  return { state: noted && done >= all ? 'finished' : counting.length ? 'begun' : 'not-begun', done, all };
}

/**
 * One clear step: what is begun comes first, then what stands first; of both only that whose prerequisites are done.
 * @param {Stop[]} stops
 * @param {Map<string, Standing>} standings
 * @returns {Stop | undefined} Nothing when all are finished.
 */
export function nextOf(stops, standings) {
  const is = (/** @type {string} */ id, /** @type {string} */ state) => standings.get(id)?.state === state;
  const open = stops.filter(({ id }) => !is(id, 'finished'));
  const ready = open.filter(({ after = [] }) => after.every((id) => is(id, 'finished')));
  return ready.find(({ id }) => is(id, 'begun')) ?? ready[0] ?? open[0];
}

/**
 * A database that is there; null where none is, and none is made.
 * @param {string} name
 * @returns {Promise<IDBDatabase | null>}
 */
function openIfThere(name) {
  return new Promise((resolve, reject) => {
    let isNew = false;
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      if (isNew) resolve(null);
      else reject(request.error);
    };
  });
}

/**
 * @param {string} name
 * @param {Stop[]} stops
 * @returns {Promise<Map<string, Standing>>}
 */
async function readStandings(name, stops) {
  const database = await openIfThere(name);
  /** @type {Map<string, Standing>} */
  const standings = new Map();
  try {
    const byByte = database?.transaction('events').objectStore('events').index('byte');
    // All are asked for before the first answer is waited for, which might end the transaction.
    const asked = stops.map(async ({ id, formerly = [] }) => {
      const records = byByte ? await Promise.all([id, ...formerly].map((one) => answerOf(byByte.getAll(one)))) : [];
      standings.set(id, standingOf(records.flat()));
    });
    await Promise.all(asked);
  } finally {
    database?.close();
  }
  return standings;
}

/** @param {DOMStringMap} dataset  Of the page's script: its words, and where the site begins. */
export function start(dataset) {
  const phrase = phrasesFrom(/** @type {Record<string, string>} */ ({ ...dataset }));
  /** @type {Stop[]} */
  const stops = JSON.parse(textOf('roadmap-data') || '[]');
  const name = `byte-player ${new URL(dataset.site ?? './', location.href).pathname}`;
  const at = (/** @type {string} */ id) => document.getElementById(id);
  const standing = at('page:standing');
  let round = 0;

  /** @param {Map<string, Standing>} standings */
  function show(standings) {
    const next = nextOf(stops, standings);
    let finished = 0;
    for (const { id } of stops) {
      const { state, done, all } = standings.get(id) ?? { state: 'not-begun', done: 0, all: 0 };
      const item = at(id);
      const place = at(`${id}:state`);
      if (!item || !place) continue;
      if (state === 'finished') ++finished;
      item.dataset.state = state;
      item.toggleAttribute('data-next', id === next?.id);
      const key = { finished: 'finished', begun: done ? 'begunParts' : 'begun', 'not-begun': 'notBegun' }[state];
      const words = phrase(key, { done, all });
      place.replaceChildren(...id === next?.id ? [make('span', { class: 'pill' }, phrase('next')), ` ${words}`] : [words]);
    }
    /** @type {Node[]} */
    const said = [make('p', {}, next ? phrase('progress', { done: finished, all: stops.length }) : phrase('allDone'))];
    const link = next && at(`${next.id}:link`);
    if (link) {
      const [before, after = ''] = phrase(standings.get(next.id)?.state === 'begun' ? 'goOn' : 'begin').split('{title}');
      const title = make('bdi', {}, link.textContent ?? '');
      title.lang = /** @type {HTMLElement | null} */ (link.closest('[lang]'))?.lang ?? '';
      said.push(make('p', { class: 'actions' }, make('a', { class: 'button primary', href: link.getAttribute('href') ?? '' }, before, title, after)));
    }
    // What is said again would be heard again, and a link that is put in anew would lose its focus.
    const words = said.map(({ textContent }) => textContent).join();
    if (standing && standing.dataset.said !== words) {
      standing.dataset.said = words;
      standing.replaceChildren(...said);
    }
  }

  async function look() {
    const mine = ++round;
    try {
      const standings = await readStandings(name, stops);
      if (mine === round) show(standings);
    } catch (error) {
      console.info('What was done could not be read:', error);
      standing?.replaceChildren(make('p', { class: 'notice' }, phrase('unknown')));
    }
  }

  at('page:without-script')?.remove();
  look();
  // Whoever comes back from a lesson, or has it in another tab, sees where they are now.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) look();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look();
  });
  try {
    new BroadcastChannel(name).onmessage = look;
  } catch {
    // Then it is seen the next time the page is looked at.
  }
}

// In a test there is no page.
if (globalThis.document) start(/** @type {HTMLScriptElement} */ (document.currentScript).dataset);
