// @ts-check
/**
 * Keeps what a learner opens for the time without a network, and hears of new versions. Loaded when the page has come to
 * rest, as `byteKeep`; offline.html is bundled with it.
 */
import { reloadInPlace, restorePlace } from './live/place.js';

/** @typedef {import('./worker/rules.js').Wish} Wish */

/** @type {ServiceWorkerRegistration | null} */
let registration = null;

/**
 * Asks the worker for something.
 * @param {ServiceWorker} worker
 * @param {Record<string, unknown>} message
 * @param {(reply: any) => void} [tell]  Hears of what comes before the end.
 * @returns {Promise<void>} Rejected with an error that has a `reason`, as in web/worker/library.js.
 */
export function ask(worker, message, tell) {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      if (data.done) resolve();
      else if (data.failed) reject(Object.assign(new Error(`${data.path}: ${data.failed}`), { reason: data.failed }));
      else tell?.(data);
      if (data.done || data.failed) port1.close();
    };
    worker.postMessage(message, [port2]);
  });
}

/**
 * @param {string} site  The address of the site's root.
 * @param {() => void} [offer]  Called when a new version lies ready.
 * @returns {Promise<ServiceWorkerRegistration>} With an active worker.
 */
export async function register(site, offer = () => {}) {
  const scope = new URL(site, location.href);
  const found = await navigator.serviceWorker.register(new URL('service-worker.js', scope), { scope: scope.href, updateViaCache: 'none' });
  registration = found;
  const watch = () => {
    if (found.waiting && found.active) offer();
  };
  found.addEventListener('updatefound', () => found.installing?.addEventListener('statechange', watch));
  found.installing?.addEventListener('statechange', watch);
  watch();
  const first = found.active ?? found.waiting ?? found.installing;
  await new Promise((resolve, reject) => {
    const look = () => {
      if (first?.state === 'activated') resolve(undefined);
      if (!first || first.state === 'redundant') reject(Object.assign(new Error('The site could not be kept.'), { reason: 'network' }));
    };
    first?.addEventListener('statechange', look);
    look();
  });
  return found;
}

/**
 * Keeps a Byte in the version that is in use; and in the one that waits, so that nothing is missing then.
 * @param {ServiceWorkerRegistration} where
 * @param {{byte: string, wish: Wish, key?: string}} what
 * @param {(reply: any) => void} [tell]
 */
export async function keep({ active, waiting }, what, tell) {
  if (active) await ask(active, { type: 'keep', ...what }, tell);
  if (waiting) await ask(waiting, { type: 'keep', ...what }).catch(() => {});
}

/** Has the new version take over, and loads the page anew. */
export function use() {
  const worker = registration?.waiting;
  // Another tab was faster.
  if (!worker) return reloadInPlace();
  worker.addEventListener('statechange', () => {
    if (worker.state === 'activated') reloadInPlace();
  });
  worker.postMessage({ type: 'use' });
}

/**
 * What a page of a lesson does.
 * @param {{site: string, byte?: string, saves?: boolean, offer: () => void}} page  `saves`: the page without its pictures.
 */
export async function start({ site, byte, saves = false, offer }) {
  restorePlace();
  const found = await register(site, offer);
  if (!byte) return;
  const name = location.pathname.slice(location.pathname.lastIndexOf('/') + 1) || 'index.html';
  await keep(found, { byte, wish: { pages: [decodeURIComponent(name)], pictures: !saves, media: false } });
}

/** @type {any} */ (globalThis).byteKeep = { start, use };
