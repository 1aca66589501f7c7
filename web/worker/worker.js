// @ts-check
/**
 * The service worker of a site: answers from what is kept, and leaves everything else to the network. `byte build` writes
 * a line before it that names the site's list of files, so each version of a site has a worker of its own.
 */
import { Library } from './library.js';
import { pathOf, rangeOf, typeOf } from './rules.js';
import { Shelf } from './shelf.js';

const worker = /** @type {any} */ (self);
/** @type {string} */
const scope = worker.registration.scope;
/** @type {Map<string, AbortController>} */
const running = new Map();

const shelf = Shelf.open(scope);
const opened = shelf.then(async (open) => {
  const library = new Library(open, scope, worker.filesSha256);
  await library.open();
  return library;
});
/** Once it is there, it is known at once what is not kept. @type {Library | undefined} */
let library;
opened.then((ready) => { library = ready; }, () => {});

worker.addEventListener('install', (/** @type {any} */ event) => {
  event.waitUntil(opened.then((ready) => ready.install()));
});

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(opened.then((ready) => ready.activate()));
});

/**
 * @param {string} path
 * @param {string | null} range
 */
async function keptAnswer(path, range) {
  const file = (await opened).find(path);
  const blob = file && await (await shelf).file(file.sha256);
  if (!blob) return null;
  /** @type {Record<string, string>} */
  const headers = { 'Content-Type': typeOf(path), 'Accept-Ranges': 'bytes' };
  const part = rangeOf(range, blob.size);
  if (part === 'whole') return new Response(blob, { headers });
  if (part === 'none') return new Response('', { status: 416, headers: { 'Content-Range': `bytes */${blob.size}` } });
  const { first, last } = part;
  headers['Content-Range'] = `bytes ${first}-${last}/${blob.size}`;
  headers['Content-Length'] = String(last - first + 1);
  return new Response(blob.slice(first, last + 1), { status: 206, headers });
}

/**
 * @param {Request} request
 * @param {string} path
 */
async function answer(request, path) {
  // A browser that can't read what it has kept still has the network.
  const kept = await keptAnswer(path, request.headers.get('Range')).catch(() => null);
  if (kept) return kept;
  if (request.mode !== 'navigate') return fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    const ready = await opened.catch(() => null);
    // A folder without its slash, which the host would have added.
    if (ready?.find(`${path}/index.html`)) return Response.redirect(`${scope}${path}/`);
    if (!ready?.find('offline.html')) throw error;
    // Under its own address, for its own addresses start from there.
    // In the language of the page that was wanted, if there is one.
    const [, language = ''] = /\/index(\.[a-z-]+)\.html$/i.exec(`/${path}`) ?? [];
    const page = ready.find(`offline${language}.html`) ? `offline${language}.html` : 'offline.html';
    return Response.redirect(`${scope}${page}?wanted=${encodeURIComponent(path)}`);
  }
}

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  /** @type {Request} */
  const request = event.request;
  const path = request.method === 'GET' ? pathOf(request.url, scope) : null;
  if (path === null || (request.mode !== 'navigate' && library && !library.find(path))) return;
  event.respondWith(answer(request, path));
});

/**
 * What pages ask for. `id` names a request, so that it can be stopped.
 * @param {any} message
 * @param {(reply: any) => void} reply
 */
async function carryOut(message, reply) {
  const ready = await opened;
  switch (message.type) {
    case 'keep': {
      const stop = new AbortController();
      running.set(message.key, stop);
      try {
        await ready.keep(message.byte, message.wish, { signal: stop.signal, tell: (bytes) => reply({ bytes }) });
      } finally {
        running.delete(message.key);
      }
      break;
    }
    case 'stop': running.get(message.key)?.abort(); break;
    case 'remove': await ready.remove(message.bytes); break;
    case 'kept': reply({ kept: await ready.kept() }); break;
    case 'use': await worker.skipWaiting();
  }
}

worker.addEventListener('message', (/** @type {any} */ event) => {
  const [port] = event.ports;
  const reply = (/** @type {any} */ value) => port?.postMessage(value);
  event.waitUntil(carryOut(event.data, reply).then(
    () => reply({ done: true }),
    (error) => reply({ failed: error.reason ?? 'full', path: error.path ?? '' }),
  ));
});
