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

/** What the page's own script element says: addresses, and the hash of the outline that stands in the page. */
export function settings() {
  const script = /** @type {HTMLScriptElement} */ (document.getElementById('page:player'));
  const { site = '', keep = '', engine = '', engineLocal = '', wasm = '', outline = '', author = '', authorLocal = '', authorWasm = '', answerFile = '' } = script.dataset;
  // Opened from a disk, a page can read no file but scripts; so these bring their modules along.
  const isLocal = location.protocol === 'file:';
  return {
    site,
    keep,
    outline,
    answerFile,
    engine: { script: isLocal ? engineLocal : engine, wasm },
    author: { script: isLocal ? authorLocal : author, wasm: authorWasm },
  };
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
 * @param {{root: HTMLElement, byte: string, phrases: string, engine: {script: string, wasm: string}, outline?: string,
 *          store: string, whenWanted?: Promise<unknown>, resolve?: (address: string) => string,
 *          saved?: () => void, useUpdate?: () => void}} parts
 *   `root`: the page's outermost element. `byte`, `phrases`: JSON. `outline`: the hash of the outline that stands in the
 *   page; another one, or none, and the page is written anew. `store`: the store's path. `resolve`: what the lesson's
 *   relative addresses mean on this page. `saved`, `useUpdate`: called when something was stored, and when the learner wants
 *   the site's new version.
 * @returns {Promise<Input>} To which more can be told.
 */
export async function startPlayer({ root, byte, phrases, engine: files, outline, store: path, whenWanted, resolve, saved, useUpdate }) {
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
  player = new Player({ engine, dom, input, store, canvas, answerFile: settings().answerFile, saved, useUpdate });
  player.start([first]);
  document.documentElement.classList.add('engine');
  return input;
}
