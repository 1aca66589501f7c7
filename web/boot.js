// @ts-check
/**
 * Starts the player on a page that can already be read and answered, and leaves the page as it is when that fails.
 */
import { addScript } from './engine.js';
import { textOf } from './page_text.js';
import { serviceWorkers } from './service_workers.js';
import { settings, startPlayer } from './start.js';
import { showTrouble } from './trouble.js';

/** Someone who saves data gets the engine with the first press that needs it, not before. */
function untilItIsWanted() {
  const { connection } = /** @type {any} */ (navigator);
  if (!connection?.saveData) return Promise.resolve();
  return new Promise((resolve) => {
    /** @param {Event} event */
    const listen = ({ target }) => {
      // Pictures, films and what is folded up come without it.
      if (target instanceof Element && target.closest('.asked, video, audio, summary')) return;
      for (const name of ['click', 'change']) document.removeEventListener(name, listen);
      resolve(undefined);
    };
    for (const name of ['click', 'change']) document.addEventListener(name, listen);
  });
}

/** How long after an answer, and how long on a page that is only read, the page counts as at rest; in milliseconds. */
const kRest = 700;
const kReading = 60_000;

/**
 * Keeps the lesson for the time without a network, once that takes nothing away from the learner: the first answer has
 * been given and shown, or the page is read for a while. `byte serve`, whose author must see what was just saved, keeps
 * nothing.
 * @param {() => Promise<unknown>} keep
 * @returns {() => void} To be called whenever something was stored.
 */
function keeper(keep) {
  const worker = serviceWorkers();
  if (!worker || document.getElementById('live:data')) return () => {};
  let isKept = false;
  const start = () => {
    isKept = true;
    keep().catch((error) => console.info('The lesson is not kept on this device:', error.message));
  };
  let timer = setTimeout(start, worker.controller ? 0 : kReading);
  return () => {
    if (isKept) return;
    clearTimeout(timer);
    timer = setTimeout(start, kRest);
  };
}

/**
 * What the page's address names may have come, or have moved, with what was answered before. Whoever has moved on their own,
 * or has come back to where they were, is left alone.
 */
function waitToFind() {
  const moves = ['wheel', 'touchstart', 'pointerdown', 'keydown'];
  let hasMoved = false;
  for (const move of moves) addEventListener(move, () => { hasMoved = true; }, { passive: true, once: true });
  return () => {
    const [arrival] = performance.getEntriesByType('navigation');
    const isNew = /** @type {PerformanceNavigationTiming | undefined} */ (arrival)?.type === 'navigate';
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !isNew || hasMoved) return;
    const wanted = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
    // To go there once more also has the keyboard and a screen reader go on from there.
    if (Math.abs(target.getBoundingClientRect().top - wanted) > 2) location.replace(location.hash);
  };
}

const root = document.getElementById('page:root');
const byte = textOf('byte-data');
if (root && byte) {
  const { site, keep, outline, engine } = settings();
  const offline = () => /** @type {any} */ (globalThis).byteKeep;
  let saved = () => {};
  const find = waitToFind();
  startPlayer({
    root,
    byte,
    phrases: textOf('interface-data'),
    engine,
    outline,
    store: new URL(site, location.href).pathname,
    whenWanted: untilItIsWanted(),
    saved: () => saved(),
    useUpdate: () => offline().use(),
  }).then((input) => {
    find();
    saved = keeper(async () => {
      await addScript(keep);
      await offline().start({
        site,
        byte: JSON.parse(byte).id,
        saves: document.documentElement.classList.contains('saves'),
        offer: () => input.send({ type: 'update-ready' }),
      });
    });
  }).catch((error) => {
    console.error(error);
    showTrouble('engine-missing');
  });
}
