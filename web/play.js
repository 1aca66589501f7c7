// @ts-check
/**
 * The page that plays an author's own lesson: chosen, dropped, or named in the address. It is checked by the author's module
 * and played by the engine that learners get. Nothing leaves the browser.
 */
import { Checker } from './author/checker.js';
import { filesBeside, filesOfInput, isImported, lessonsIn, TooMuch } from './author/files.js';
import { takeOver } from './author/handover.js';
import { makeReport } from './author/report.js';
import { make, phrasesFrom } from './elements.js';
import { unzip, ZipProblem } from './author/unzip.js';
import { textOf } from './page_text.js';
import { settings, startPlayer } from './start.js';

/** @typedef {import('./author/files.js').Files} Files */
/**
 * A lesson's file, where the files that it names are, and what its addresses mean on this page.
 * @typedef {{name: string, folder: string, beside?: string[], read: (name: string) => Promise<Uint8Array | null>,
 *            resolve: (address: string, id: string) => string, store: string}} Source
 *   `beside`: the files that lie there, where that is known.
 */

/** Something that its author can mend; the words are for them. */
class Trouble extends Error {}

const phrase = phrasesFrom(JSON.parse(textOf('author-data')));
const { site, engine, author } = settings();
const root = /** @type {HTMLElement} */ (document.getElementById('page:root'));
const main = /** @type {HTMLElement} */ (document.getElementById('page:main'));
const siteAddress = new URL(site, location.href);

/** What is said about the lesson stands before it, and stays there. */
const desk = make('aside', { id: 'page:desk', 'aria-label': phrase('desk-label') });
const heading = make('h2', { id: 'page:desk-title', tabindex: '-1' });
const live = make('p', { role: 'status', class: 'desk-status' });
const body = make('div', { class: 'desk-body' });
desk.append(heading, live, body);
desk.hidden = true;
root.before(desk);

/**
 * @param {string} title
 * @param {string} status
 * @param {(Node | string)[]} content
 */
function say(title, status, ...content) {
  heading.textContent = title;
  live.textContent = status;
  body.replaceChildren(...content);
  desk.hidden = false;
}

/** Media types that a browser does not guess from a file's content. */
const types = new Map([['svg', 'image/svg+xml'], ['vtt', 'text/vtt'], ['webm', 'video/webm'], ['mp4', 'video/mp4'],
  ['mp3', 'audio/mpeg'], ['ogg', 'audio/ogg']]);

/** @param {Blob} file */
const contentOf = async (file) => new Uint8Array(await file.arrayBuffer());

/** @param {string} id  Where the lesson's page would be, had it been built. */
const pageAddress = (id) => new URL(`bytes/${id}/`, siteAddress).href;

/**
 * @param {string} address
 * @param {string} base
 */
function resolveLink(address, base) {
  return /^(#|[a-z][a-z0-9+.-]*:)/i.test(address) ? address : new URL(address, base).href;
}

/**
 * @param {Files} files
 * @param {string} lesson  The name of its file.
 * @returns {Source}
 */
function sourceInFiles(files, lesson) {
  const beside = filesBeside(files, lesson);
  /** @type {Map<string, string>} */
  const blobs = new Map();
  /** @param {string} name */
  const blobAddress = (name) => {
    const known = blobs.get(name);
    if (known) return known;
    const file = /** @type {Blob} */ (beside.get(name));
    const type = types.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? file.type;
    const address = URL.createObjectURL(new Blob([file], { type }));
    blobs.set(name, address);
    return address;
  };
  return {
    name: lesson.slice(lesson.lastIndexOf('/') + 1),
    folder: '',
    beside: [...beside.keys()],
    read: async (name) => {
      const file = beside.get(name);
      return file ? contentOf(file) : null;
    },
    resolve: (address, id) => beside.has(address) ? blobAddress(address) : resolveLink(address, pageAddress(id)),
    // Whatever a file says its id is: its answers are not those of the lesson that is published under it.
    store: `${siteAddress.pathname}play.html`,
  };
}

/**
 * @param {string} wish  What the page's address asks for.
 * @returns {Source}
 */
function sourceAtAddress(wish) {
  let address;
  let name;
  try {
    address = new URL(wish, location.href);
    name = decodeURIComponent(address.pathname.slice(address.pathname.lastIndexOf('/') + 1));
  } catch {
    throw new Trouble(phrase('address-broken', { address: wish }));
  }
  if (location.protocol === 'file:') throw new Trouble(phrase('address-from-disk'));
  if (address.origin !== location.origin) throw new Trouble(phrase('address-elsewhere', { host: address.host || address.protocol }));
  /** @type {Set<string>} */
  const known = new Set();
  return {
    name,
    folder: '',
    read: async (file) => {
      const response = await fetch(file === name ? address : new URL(file, address)).catch(() => null);
      if (!response) throw new Trouble(phrase('address-offline', { address: address.href }));
      if (!response.ok && file === name) {
        throw new Trouble(phrase('address-missing', { address: address.href, status: response.status }));
      }
      if (!response.ok) return null;
      known.add(file);
      return contentOf(await response.blob());
    },
    resolve: (link, id) => known.has(link) ? new URL(link, address).href : resolveLink(link, pageAddress(id)),
    // A lesson of this site is the same lesson here as anywhere on it.
    store: address.pathname.startsWith(new URL('bytes/', siteAddress).pathname) ? siteAddress.pathname
      : `${siteAddress.pathname}play.html`,
  };
}

/**
 * Makes a lesson of a file that is none yet.
 * @param {Checker} checker
 * @param {Source} source
 */
async function importLesson(checker, source) {
  // The importer wants to know which pictures are there before it names them.
  for (const name of source.beside ?? [source.name]) checker.addFile(name, await source.read(name));
  const { problems, name = source.name, text } = checker.import(source.name);
  const link = make('a', { href: URL.createObjectURL(new Blob([text ?? ''], { type: 'application/json' })), download: name },
    phrase('desk-save', { name }));
  return { problems, name, isMade: text !== undefined, save: make('p', {}, link) };
}

/** @param {Source} source */
async function play(source) {
  say(source.name, phrase('desk-checking'));
  const checker = await Checker.load(author);
  const made = isImported(source.name) ? await importLesson(checker, source) : null;
  /** @type {import('./author/checker.js').Checked} */
  const checked = made && !made.isMade ? { problems: [], wanted: [], scenarios: [] }
    : await checker.check(made?.name ?? source.name, source.folder, source.read);
  const { byte, scenarios } = checked;
  const problems = [...made?.problems ?? [], ...checked.problems];
  const { errors, summary, list } = makeReport(problems, phrase);
  const another = make('p', { class: 'desk-again' }, make('a', { href: 'play.html' }, phrase('desk-another')));
  const proofs = scenarios.map((words) => make('pre', { class: 'desk-proof' }, words));
  if (!byte) {
    say(source.name, summary, make('p', {}, phrase('desk-mend')), list);
    heading.focus();
    return;
  }
  if (made) proofs.unshift(made.save);
  const remarks = problems.length || proofs.length
    ? [make('details', {}, make('summary', {}, phrase('desk-remarks')), list, ...proofs)] : [];
  say(source.name, errors ? summary : phrase('desk-playing', { summary }), ...remarks, another);
  document.title = byte.title;
  await startPlayer({
    root,
    byte: JSON.stringify(byte),
    phrases: textOf('interface-data'),
    engine,
    store: source.store,
    resolve: (address) => source.resolve(address, byte.id),
  });
}

/**
 * @param {Files} files
 * @returns {Promise<Files>} What is in it, when they are one zip.
 */
async function unpacked(files) {
  const [[name, file], ...others] = files.size ? [...files] : [['', new Blob()]];
  if (others.length || !/\.zip$/i.test(name)) return files;
  const inside = await unzip(await contentOf(file));
  return new Map([...inside.files].map(([path, content]) => [path, new Blob([/** @type {BlobPart} */ (content)])]));
}

/**
 * Plays the one lesson among the files, or lets its author choose.
 * @param {Files} given
 */
async function playFiles(given) {
  const files = await unpacked(given);
  const lessons = lessonsIn(files);
  if (!lessons.length) throw new Trouble(phrase('files-no-lesson'));
  if (lessons.length === 1) return play(sourceInFiles(files, lessons[0]));
  const choices = lessons.map((lesson) => {
    const button = make('button', { type: 'button', class: 'button' }, lesson);
    button.addEventListener('click', () => attempt(() => play(sourceInFiles(files, lesson))));
    return make('li', {}, button);
  });
  say(phrase('files-several'), '', make('ul', { class: 'desk-lessons' }, ...choices));
  heading.focus();
}

/**
 * @param {() => Promise<void>} work
 */
async function attempt(work) {
  try {
    await work();
  } catch (error) {
    const isExpected = error instanceof Trouble || error instanceof TooMuch || error instanceof ZipProblem;
    if (!isExpected) console.error(error);
    const words = error instanceof TooMuch ? phrase('files-too-much')
      : error instanceof ZipProblem ? phrase('zip-refused', { reason: error.message })
      : error instanceof Trouble ? error.message
      : phrase('desk-broken', { reason: String(/** @type {Error} */ (error)?.message ?? error) });
    say(phrase('desk-trouble'), words);
    heading.focus();
  }
}

/**
 * @param {string} words
 * @param {Record<string, string>} attributes
 */
function makeChooser(words, attributes) {
  const input = /** @type {HTMLInputElement} */ (make('input', { type: 'file', ...attributes }));
  input.addEventListener('change', () => {
    if (input.files?.length) attempt(() => playFiles(filesOfInput(/** @type {FileList} */ (input.files))));
  });
  return make('label', { class: 'button chooser' }, words, input);
}

function showChoosers() {
  const choosers = make('div', { class: 'choosers' }, makeChooser(phrase('choose-file'), { accept: '.json,.zip,.gift,.txt,.md', multiple: '' }));
  if ('webkitdirectory' in HTMLInputElement.prototype) {
    choosers.append(makeChooser(phrase('choose-folder'), { webkitdirectory: '' }));
  }
  main.append(choosers);
}

document.getElementById('play:without-script')?.remove();
showChoosers();
const wishes = new URL(location.href).searchParams;
const byte = wishes.get('byte');
const dropped = wishes.get('dropped');
if (byte) attempt(() => play(sourceAtAddress(byte)));
else if (dropped) {
  attempt(async () => {
    const files = dropped === 'lost' ? null : await takeOver(siteAddress.pathname).catch(() => null);
    if (!files) throw new Trouble(phrase('dropped-lost'));
    await playFiles(files);
  });
}
