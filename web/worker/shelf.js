// @ts-check
/**
 * Where the worker keeps things: files by their SHA-256, so that what two versions share is there once, and what is no
 * longer the same is another file; and records, which name them.
 */

/** A key is an address below the site that nothing is ever asked for at. */
const kFiles = '.byte/files/';
const kRecords = '.byte/records/';

export class Shelf {
  /** @type {Cache} */ #cache;
  /** @type {string} */ #scope;

  /**
   * @param {Cache} cache
   * @param {string} scope
   */
  constructor(cache, scope) {
    this.#cache = cache;
    this.#scope = scope;
  }

  /** @param {string} scope  The site's own address. */
  static async open(scope) {
    return new Shelf(await caches.open(`byte-player ${new URL(scope).pathname}`), scope);
  }

  /** @param {string} sha256 */
  async file(sha256) {
    const kept = await this.#cache.match(this.#scope + kFiles + sha256);
    return kept?.blob();
  }

  /**
   * @param {string} sha256
   * @param {ArrayBuffer} bytes
   */
  putFile(sha256, bytes) {
    return this.#cache.put(this.#scope + kFiles + sha256, new Response(bytes));
  }

  /** @param {string} start */
  async #names(start) {
    const root = this.#scope + start;
    return (await this.#cache.keys()).filter(({ url }) => url.startsWith(root)).map(({ url }) => url.slice(root.length));
  }

  /** @returns {Promise<Set<string>>} The SHA-256 of everything that is kept. */
  async files() {
    return new Set(await this.#names(kFiles));
  }

  /** @param {Set<string>} needed */
  async clean(needed) {
    for (const sha256 of await this.files()) {
      if (!needed.has(sha256)) await this.#cache.delete(this.#scope + kFiles + sha256);
    }
  }

  /** @param {string} name */
  async record(name) {
    const kept = await this.#cache.match(this.#scope + kRecords + name);
    return kept?.json();
  }

  /**
   * @param {string} name
   * @param {unknown} value
   */
  putRecord(name, value) {
    return this.#cache.put(this.#scope + kRecords + name, new Response(JSON.stringify(value)));
  }

  records() {
    return this.#names(kRecords);
  }

  /** @param {string} name */
  deleteRecord(name) {
    return this.#cache.delete(this.#scope + kRecords + name);
  }
}
