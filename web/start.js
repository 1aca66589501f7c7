// @ts-check
/**
 * Brings one lesson to life: engine, store, listeners and player, on a page that has it already or is about to get it.
 */
import { Dom } from './dom.js';
import { Engine } from './engine.js';
import { Input } from './input.js';
import { Player } from './player.js';
import { Store } from './store.js';

/** @typedef {import('./engine.js').Message} Message */

/** @param {string} id */
export function textOf(id) {
  return document.getElementById(id)?.textContent ?? '';
}

/** What the page's own script element says: addresses, and the hash of the outline that stands in the page. */
export function settings() {
  const script = /** @type {HTMLScriptElement} */ (document.getElementById('player'));
  const { site = '', engine = '', wasm = '', outline = '', author = '', authorWasm = '', answerFile = '' } = script.dataset;
  return { site, outline, answerFile, engine: { script: engine, wasm }, author: { script: author, wasm: authorWasm } };
}

/**
 * @param {Store} store
 * @returns {Promise<Message>} What the engine is told of it.
 */
async function read(store) {
  try {
    return { type: 'loaded', ...await store.load() };
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    return { type: 'store-unavailable', reason: message || name, device: store.device };
  }
}

/**
 * @param {{root: HTMLElement, byte: string, phrases: string, engine: {script: string, wasm: string, binary?: Uint8Array}, outline?: string,
 *          store: string, whenWanted?: Promise<unknown>, resolve?: (address: string) => string}} parts
 *   `root`: the page's outermost element. `byte`, `phrases`: JSON. `outline`: the hash of the outline that stands in the
 *   page; another one, or none, and the page is written anew. `store`: the store's path. `resolve`: what the lesson's
 *   relative addresses mean on this page.
 */
export async function startPlayer({ root, byte, phrases, engine: files, outline, store: path, whenWanted, resolve }) {
  const dom = new Dom(root, resolve);
  /** @type {Player | null} */
  let player = null;
  const input = new Input(dom, () => player?.schedule());

  await whenWanted;
  const canvas = document.createElement('canvas');
  const { id, formerly = [] } = JSON.parse(byte);
  const store = new Store(path, [id, ...formerly]);
  const [engine, first] = await Promise.all([Engine.load(files, canvas), read(store)]);
  if (engine.start(byte, phrases) !== outline) {
    if (outline) console.warn('This page was written by another build than its engine, which now writes it anew.');
    dom.replace(engine.whole());
  }
  player = new Player({ engine, dom, input, store, canvas, answerFile: settings().answerFile });
  player.start([first]);
  document.documentElement.classList.add('engine');
}
