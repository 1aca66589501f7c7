// @ts-check
/**
 * Adds to the catalogue what its author has named in catalogue.json on a host without the tool: addresses of lessons' files,
 * such as "bytes/ask-well.json". What a build has written stands in the page already. Where lessons are kept on this device,
 * it also says when a new version of the site lies ready.
 */
import { addScript } from './engine.js';
import { serviceWorkers } from './service_workers.js';
import { makeOffer } from './update_offer.js';

/** At most so many are read, one after the other: a larger library is built. */
const kMost = 300;

/**
 * @param {string} tag
 * @param {string} className
 * @param {(Node | string)[]} content
 */
function make(tag, className = '', ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/** @param {any} value */
const words = (value) => typeof value === 'string' ? value : '';

/**
 * @param {string} file
 * @param {any} byte
 * @param {DOMStringMap} phrases
 */
function makeItem(file, { title, summary, minutes, language }, phrases) {
  const link = /** @type {HTMLAnchorElement} */ (make('a', 'library-link', words(title) || file));
  link.href = `play.html?byte=${encodeURIComponent(file)}`;
  const item = make('li', 'card library-item', make('h2', '', link));
  if (words(language)) item.lang = language;
  if (words(summary)) item.append(make('p', '', summary));
  if (Number.isInteger(minutes)) item.append(make('p', 'facts', (phrases.minutes ?? '').replace('{minutes}', minutes)));
  return item;
}

/** @param {string} address */
async function readJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

/**
 * @param {HTMLElement} library
 * @param {DOMStringMap} phrases
 */
async function fill(library, phrases) {
  const { bytes = [] } = await readJson('catalogue.json');
  /** @type {string[]} */
  const files = bytes.filter((/** @type {any} */ one) => typeof one === 'string').slice(0, kMost);
  for (const file of files) {
    let item;
    try {
      // Another site's file is not played, so it is not listed either.
      if (new URL(file, location.href).origin !== location.origin) throw new Error(phrases.elsewhere);
      item = makeItem(file, await readJson(file), phrases);
    } catch (error) {
      const reason = /** @type {Error} */ (error).message;
      item = make('li', 'card library-item', make('p', '', (phrases.unreadable ?? '').replace('{file}', () => file).replace('{reason}', () => reason)));
    }
    document.getElementById('page:empty')?.remove();
    library.append(item);
  }
}

const library = document.getElementById('page:library');
const { dataset } = /** @type {HTMLScriptElement} */ (document.currentScript);
// A page that was opened from a disk can't read what lies beside it.
if (library && location.protocol !== 'file:') {
  fill(library, dataset).catch((error) => console.info(`catalogue.json could not be read: ${error.message}`));
}

/** @param {DOMStringMap} phrases */
async function watchForUpdates({ keep = '', updateReady = '', updateUse = '' }) {
  const main = document.getElementById('page:main');
  if (!main) return;
  await addScript(keep);
  const offline = /** @type {any} */ (globalThis).byteKeep;
  const offer = makeOffer(main, { ready: updateReady, use: updateUse }, () => offline.use());
  await offline.start({ site: './', offer });
}

if (serviceWorkers()?.controller && !document.getElementById('live:data')) {
  watchForUpdates(dataset).catch((error) => console.info('No new version could be looked for:', error.message));
}
