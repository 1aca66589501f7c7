// @ts-check
/**
 * The versions of a site that are kept: what is in each, what a learner wants kept, and how it gets there.
 *
 * A version is named by the SHA-256 of the site's files.json, and its record is written when all that it names is there:
 * so a version is there as a whole or not at all. A file counts only if it has the SHA-256 that the list gives.
 *
 * @typedef {import('./rules.js').KeptFile} KeptFile
 * @typedef {import('./rules.js').Wish} Wish
 * @typedef {{files: Record<string, KeptFile>}} Version  By path from the site's root.
 */
import { addressOf, isWanted, joined } from './rules.js';

const kTogether = 4;

/** Why something could not be kept: `network`, `missing`, `changed`, `full`, `stopped`, `unknown`. */
export class KeepError extends Error {
  /**
   * @param {string} reason
   * @param {string} path
   */
  constructor(reason, path) {
    super(`${path} can't be kept: ${reason}`);
    this.reason = reason;
    this.path = path;
  }
}

/** @param {ArrayBuffer} bytes */
async function digestOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export class Library {
  /** @type {import('./shelf.js').Shelf} */ #shelf;
  /** @type {string} */ #scope;
  /** @type {string} */ #version;
  /** @type {Version | undefined} */ #current;
  /** @type {Version | undefined} */ #before;

  /**
   * @param {import('./shelf.js').Shelf} shelf
   * @param {string} scope
   * @param {string} version
   */
  constructor(shelf, scope, version) {
    this.#shelf = shelf;
    this.#scope = scope;
    this.#version = version;
  }

  /** To be called before `find`. */
  async open() {
    this.#current = await this.#shelf.record(this.#version);
    const { before } = await this.#shelf.record('active') ?? {};
    this.#before = before && await this.#shelf.record(before);
  }

  /**
   * @param {string} path
   * @returns {KeptFile | undefined}
   */
  find(path) {
    const file = this.#current?.files[path];
    // A page that was opened before the update may still ask for what belongs to it; such names mean one content only.
    return file ?? (path.startsWith('engine/') ? this.#before?.files[path] : undefined);
  }

  /**
   * One writer at a time, the worker that waits included.
   * @template T
   * @param {() => Promise<T>} write
   * @returns {Promise<T>}
   */
  async #alone(write) {
    const { locks } = navigator;
    return locks ? await /** @type {any} */ (locks).request(`byte-player ${this.#scope}`, write) : write();
  }

  /**
   * @param {string} path
   * @param {string} sha256
   * @param {AbortSignal} [signal]
   */
  async #take(path, sha256, signal) {
    let reason = 'network';
    // What the browser has in its own cache costs nothing; when it is not the file that is meant, the host is asked.
    for (const cache of /** @type {RequestCache[]} */ (['default', 'reload'])) {
      let bytes;
      try {
        const response = await fetch(this.#scope + addressOf(path), { cache, signal });
        reason = response.ok ? 'changed' : 'missing';
        if (!response.ok) continue;
        bytes = await response.arrayBuffer();
      } catch {
        if (signal?.aborted) throw new KeepError('stopped', path);
        reason = 'network';
        continue;
      }
      if (await digestOf(bytes) !== sha256) continue;
      try {
        await this.#shelf.putFile(sha256, bytes);
      } catch {
        throw new KeepError('full', path);
      }
      return;
    }
    throw new KeepError(reason, path);
  }

  /**
   * @param {Record<string, KeptFile>} files
   * @param {{signal?: AbortSignal, tell?: (bytes: number) => void}} [parts]  `tell`: hears of each file that is there.
   */
  async #takeAll(files, { signal, tell } = {}) {
    const there = await this.#shelf.files();
    /** @type {{path: string, sha256: string, bytes: number}[]} */
    const missing = [];
    for (const [path, { sha256, bytes }] of Object.entries(files)) {
      if (there.has(sha256)) tell?.(bytes);
      else missing.push({ path, sha256, bytes });
    }
    const work = async () => {
      for (let file = missing.shift(); file; file = missing.shift()) {
        if (signal?.aborted) throw new KeepError('stopped', file.path);
        await this.#take(file.path, file.sha256, signal);
        tell?.(file.bytes);
      }
    };
    const workers = Array.from({ length: kTogether }, work);
    try {
      await Promise.all(workers);
    } catch (error) {
      missing.length = 0;
      await Promise.allSettled(workers);
      throw error;
    }
  }

  /**
   * A list, from the shelf or from the host.
   * @param {string} path
   * @param {KeptFile} file
   */
  async #list(path, file) {
    await this.#takeAll({ [path]: file });
    const blob = await this.#shelf.file(file.sha256);
    if (!blob) throw new KeepError('full', path);
    return JSON.parse(await blob.text());
  }

  #siteList() {
    return this.#list('files.json', { sha256: this.#version, bytes: 0 });
  }

  /**
   * The files of a Byte that a wish is for, its list among them.
   * @param {any} site  The site's list.
   * @param {string} id
   * @param {Wish} wish
   */
  async #filesOf({ bytes, further }, id, wish) {
    const folder = `bytes/${id}/`;
    const { list: sha256, further: needsFurther } = bytes[id];
    const { files } = await this.#list(folder + 'files.json', { sha256, bytes: 0 });
    /** @type {Record<string, KeptFile>} */
    const wanted = { [folder + 'files.json']: { sha256, bytes: 0 } };
    // The larger engine comes with the first lesson that needs it.
    if (needsFurther) for (const { name, ...file } of further) wanted[name] = file;
    for (const file of files) {
      if (isWanted(file, wish)) wanted[folder + file.name] = { sha256: file.sha256, bytes: file.bytes };
    }
    return wanted;
  }

  /** @returns {Promise<Record<string, Wish>>} */
  async wishes() {
    return await this.#shelf.record('wishes') ?? {};
  }

  /** Fetches the whole version, and what is kept in it. The version before stays as it is whatever happens. */
  async install() {
    const site = await this.#siteList();
    const { engine, shell, bytes } = site;
    /** @type {Record<string, KeptFile>} */
    const files = { 'files.json': { sha256: this.#version, bytes: 0 } };
    for (const { name, sha256, bytes: size } of [...engine, ...shell]) files[name] = { sha256, bytes: size };
    for (const [id, wish] of Object.entries(await this.wishes())) {
      // A lesson that its site no longer has goes with the version that had it.
      if (bytes[id]) Object.assign(files, await this.#filesOf(site, id, wish));
    }
    await this.#takeAll(files);
    await this.#write(files, true);
  }

  /**
   * Adds files to this version, once they are all there.
   * @param {Record<string, KeptFile>} files
   * @param {boolean} isWhole  Whether they are all of it.
   */
  #write(files, isWhole = false) {
    return this.#alone(async () => {
      // Another worker may have cleaned up meanwhile.
      await this.#takeAll(files);
      const before = isWhole ? undefined : await this.#shelf.record(this.#version);
      const version = { files: { ...before?.files, ...files } };
      await this.#shelf.putRecord(this.#version, version).catch(() => {
        throw new KeepError('full', 'files.json');
      });
      this.#current = version;
    });
  }

  /** Makes this version the one in use, and takes away what only older ones than the one before it needed. */
  async activate() {
    await this.#alone(async () => {
      const { version, before } = await this.#shelf.record('active') ?? {};
      const previous = version === this.#version ? before : version;
      await this.#shelf.putRecord('active', { version: this.#version, before: previous });
      for (const name of await this.#shelf.records()) {
        if (!['wishes', 'active', this.#version, previous].includes(name)) await this.#shelf.deleteRecord(name);
      }
      await this.#clean();
    });
    await this.open();
    await this.catchUp();
  }

  async #clean() {
    /** @type {Set<string>} */
    const needed = new Set();
    for (const name of await this.#shelf.records()) {
      const { files = {} } = await this.#shelf.record(name) ?? {};
      for (const { sha256 } of Object.values(files)) needed.add(sha256);
    }
    await this.#shelf.clean(needed);
  }

  /** What was wished for while this version lay ready, or what the browser has thrown away, is fetched when it can be. */
  async catchUp() {
    try {
      if (!this.#current) await this.install();
      const site = await this.#siteList();
      for (const [id, wish] of Object.entries(await this.wishes())) {
        if (site.bytes[id] && !this.#current?.files[`bytes/${id}/files.json`]) {
          await this.#write(await this.#filesOf(site, id, wish));
        }
      }
    } catch (error) {
      console.warn('Not all is kept yet:', error);
    }
  }

  /**
   * @param {string} id
   * @param {Wish} wish
   * @param {{signal?: AbortSignal, tell?: (bytes: number) => void}} parts
   */
  async keep(id, wish, parts) {
    if (!this.#current) await this.install();
    const site = await this.#siteList();
    if (!Object.hasOwn(site.bytes, id)) throw new KeepError('unknown', id);
    const files = await this.#filesOf(site, id, joined((await this.wishes())[id], wish));
    await this.#takeAll(files, parts);
    await this.#write(files);
    await this.#alone(async () => {
      const wishes = await this.wishes();
      await this.#shelf.putRecord('wishes', { ...wishes, [id]: joined(wishes[id], wish) });
    });
  }

  /** @param {string[] | null} ids  Null: every Byte. */
  async remove(ids) {
    await this.#alone(async () => {
      const wishes = ids ? await this.wishes() : {};
      for (const id of ids ?? []) delete wishes[id];
      await this.#shelf.putRecord('wishes', wishes);
      const isGone = (/** @type {string} */ path) => ids ? ids.some((id) => path.startsWith(`bytes/${id}/`)) : path.startsWith('bytes/');
      for (const name of await this.#shelf.records()) {
        const record = await this.#shelf.record(name);
        if (!record?.files) continue;
        const left = Object.entries(record.files).filter(([path]) => !isGone(path));
        await this.#shelf.putRecord(name, { files: Object.fromEntries(left) });
      }
      await this.#clean();
    });
    await this.open();
  }

  /** What is kept of each Byte in this version. */
  async kept() {
    await this.open();
    const wishes = await this.wishes();
    /** @type {Record<string, {bytes: number, wish: Wish}>} */
    const kept = {};
    for (const [path, { bytes }] of Object.entries(this.#current?.files ?? {})) {
      const [, id] = /^bytes\/([^/]+)\//.exec(path) ?? [];
      if (!id) continue;
      kept[id] ??= { bytes: 0, wish: wishes[id] ?? { pages: [], pictures: false, media: false } };
      kept[id].bytes += bytes;
    }
    return kept;
  }
}
