// @ts-check
/**
 * The author's WebAssembly module behind typed calls: what `byte check` says, in the page.
 *
 * @typedef {{severity: 'error' | 'warning' | 'note', file: string, line: number, column: number, path: string,
 *            message: string, remedy: string, code: string, excerpt: string, pointer: string}} Problem
 * @typedef {{problems: Problem[], wanted: string[], scenarios: string[], byte?: any}} Checked
 */
import { addScript } from '../engine.js';

export class Checker {
  /** @type {any} */ #module;

  /** @param {any} module */
  constructor(module) {
    this.#module = module;
  }

  /** @param {{script: string, wasm: string}} files  Their addresses. */
  static async load(files) {
    await addScript(files.script);
    return new Checker(await /** @type {any} */ (globalThis).createAuthorTool({ locateFile: () => files.wasm }));
  }

  /**
   * @param {string} name
   * @param {Uint8Array} [content]
   * @returns {number} The name's bytes.
   */
  #write(name, content = new Uint8Array()) {
    const nameBytes = new TextEncoder().encode(name);
    const at = this.#module._author_buffer(nameBytes.length + content.length);
    this.#module.HEAPU8.set(nameBytes, at);
    this.#module.HEAPU8.set(content, at + nameBytes.length);
    return nameBytes.length;
  }

  /**
   * @param {string} name  Relative to the lesson's folder.
   * @param {Uint8Array | null} content  Null: there is no such file.
   */
  addFile(name, content) {
    this.#module._author_add_file(this.#write(name, content ?? undefined), content ? 1 : 0);
  }

  #reply() {
    const at = this.#module._author_reply();
    return JSON.parse(new TextDecoder().decode(this.#module.HEAPU8.subarray(at, at + this.#module._author_reply_size())));
  }

  /**
   * Makes a lesson of a GIFT or Markdown file that was added; the lesson is one of the files then.
   * @param {string} name
   * @returns {{problems: Problem[], name?: string, text?: string}}
   */
  import(name) {
    this.#write(name);
    this.#module._author_import();
    return this.#reply();
  }

  /**
   * @param {string} name  The lesson's file.
   * @param {string} folder  The name of its folder; empty: not known.
   * @returns {Checked}
   */
  #check(name, folder) {
    this.#module._author_check(this.#write(name, new TextEncoder().encode(folder)));
    return this.#reply();
  }

  /**
   * Checks a lesson, asking for the files that it names until none is unknown.
   * @param {string} name
   * @param {string} folder
   * @param {(name: string) => Promise<Uint8Array | null>} read
   * @returns {Promise<Checked>}
   */
  async check(name, folder, read) {
    for (;;) {
      const checked = this.#check(name, folder);
      if (!checked.wanted.length) return checked;
      const contents = await Promise.all(checked.wanted.map(read));
      checked.wanted.forEach((wanted, index) => this.addFile(wanted, contents[index]));
    }
  }
}
