// @ts-check
/**
 * Starts the player on a page that can already be read and answered, and leaves the page as it is when that fails.
 */
import { Dom } from './dom.js';
import { Engine } from './engine.js';
import { Input } from './input.js';
import { Player } from './player.js';
import { Store } from './store.js';

/** @typedef {import('./engine.js').Message} Message */

/** @param {string} id */
function textOf(id) {
  return document.getElementById(id)?.textContent ?? '';
}

/**
 * @param {string} root  The site's root, from this page.
 * @param {string[]} bytes
 * @returns {Promise<{store: Store | null, first: Message}>}
 */
async function openStore(root, bytes) {
  try {
    const store = await Store.open(new URL(root, location.href).pathname);
    return { store, first: { type: 'loaded', ...await store.load(bytes) } };
  } catch (error) {
    const reason = String(/** @type {Error} */ (error)?.message ?? error);
    return { store: null, first: { type: 'store-unavailable', reason } };
  }
}

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

/** @param {HTMLElement} root  The page's outermost element. */
async function start(root) {
  const script = /** @type {HTMLScriptElement} */ (document.getElementById('player'));
  const { site = '', engine: engineScript = '', wasm = '', outline = '' } = script.dataset;
  const byteText = textOf('byte-data');
  const dom = new Dom(root);
  /** @type {Player | null} */
  let player = null;
  const input = new Input(dom, () => player?.schedule());

  await untilItIsWanted();
  const canvas = document.createElement('canvas');
  const { id, formerly = [] } = JSON.parse(byteText);
  const [engine, { store, first }] = await Promise.all([
    Engine.load({ script: engineScript, wasm }, canvas),
    openStore(site, [id, ...formerly]),
  ]);
  if (engine.start(byteText, textOf('interface-data')) !== outline) {
    console.warn('This page was written by another build than its engine, which now writes it anew.');
    dom.replace(engine.whole());
  }
  player = new Player({ engine, dom, input, store, canvas });
  player.start([first]);
  document.documentElement.classList.add('engine');
}

const root = document.getElementById('page:root');
if (root && document.getElementById('byte-data')) {
  start(root).catch((error) => {
    console.error(error);
    document.documentElement.classList.add('no-engine');
  });
}
