// @ts-check
/**
 * An author's files, from wherever they come: dropped, chosen, out of a zip. A name is a path with slashes.
 *
 * @typedef {Map<string, Blob>} Files
 */

/** What may be handed over at most; more is no lesson. */
const kMostFiles = 500;
const kMostBytes = 100e6;

/** What systems leave in folders, and what begins with a dot. */
const isLitter = (/** @type {string} */ name) => /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i.test(name);

export class TooMuch extends Error {}

/** Collects files up to the caps. */
class Collection {
  /** @type {Files} */ files = new Map();
  #bytes = 0;

  /**
   * @param {string} name
   * @param {Blob} file
   */
  add(name, file) {
    if (isLitter(name)) return;
    this.#bytes += file.size;
    if (this.files.size >= kMostFiles || this.#bytes > kMostBytes) throw new TooMuch();
    this.files.set(name, file);
  }
}

/**
 * @template T
 * @param {(take: (value: any) => void, fail: (reason: any) => void) => void} ask
 * @returns {Promise<T>}
 */
const answer = (ask) => new Promise(ask);

/**
 * @param {any} entry  A FileSystemEntry.
 * @param {string} folder
 * @param {Collection} collection
 */
async function collectEntry(entry, folder, collection) {
  const name = folder + entry.name;
  if (entry.isFile) {
    collection.add(name, await answer((take, fail) => entry.file(take, fail)));
    return;
  }
  const reader = entry.createReader();
  // A reader gives a hundred at a time in some browsers, and nothing when it is done.
  for (;;) {
    /** @type {any[]} */
    const some = await answer((take, fail) => reader.readEntries(take, fail));
    if (!some.length) return;
    for (const one of some) await collectEntry(one, `${name}/`, collection);
  }
}

/**
 * @param {any[]} dropped  Entries and files, as a drop gives them.
 * @returns {Promise<Files>}
 */
export async function filesOfDrop(dropped) {
  const collection = new Collection();
  for (const one of dropped) {
    if (one instanceof File) collection.add(one.name, one);
    else if (one) await collectEntry(one, '', collection);
  }
  return collection.files;
}

/**
 * @param {Iterable<File>} chosen  As an input element gives them; those of a folder know their path.
 * @returns {Files}
 */
export function filesOfInput(chosen) {
  const collection = new Collection();
  for (const file of chosen) collection.add(file.webkitRelativePath || file.name, file);
  return collection.files;
}

/** `ask.json`, `ask/byte.json`; not `ask/carolina.scenario.json` or `ask/byte.es.json`. */
const isLesson = (/** @type {string} */ name) => /(^|\/)[^./]+\.json$/.test(name);

/** A file that a lesson can be made of. */
export const isImported = (/** @type {string} */ name) => /\.(gift|txt|md|markdown)$/i.test(name);

/**
 * The lessons among files: every byte.json; where there is none every other plain JSON file; where there is none of these
 * either, what a lesson can be made of.
 * @param {Files} files
 * @returns {string[]} Their names, in order.
 */
export function lessonsIn(files) {
  const names = [...files.keys()].sort();
  const plain = names.filter(isLesson);
  const bytes = plain.filter((name) => /(^|\/)byte\.json$/.test(name));
  return bytes.length ? bytes : plain.length ? plain : names.filter(isImported);
}

/**
 * What lies beside a lesson, named from its folder.
 * @param {Files} files
 * @param {string} lesson
 * @returns {Files}
 */
export function filesBeside(files, lesson) {
  const folder = lesson.slice(0, lesson.lastIndexOf('/') + 1);
  return new Map([...files].filter(([name]) => name.startsWith(folder))
    .map(([name, file]) => [name.slice(folder.length), file]));
}
