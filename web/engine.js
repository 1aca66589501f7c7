// @ts-check
/**
 * The WebAssembly engine behind typed calls: messages as JSON, geometry as packed arrays.
 *
 * @typedef {{text: string, strong?: boolean, emphasis?: boolean, code?: boolean, href?: string, language?: string}} Run
 * @typedef {{id: string, role: string, handle: number, text: Run[], attributes: Record<string, string>,
 *            children: OutlineElement[]}} OutlineElement
 * @typedef {['insert', string, string, OutlineElement] | ['remove', string] | ['move', string, string] |
 *           ['set', string, Run[] | null, Record<string, string>, string[]]} Operation
 * @typedef {{operations: Operation[], focus: string}} Patch
 * @typedef {{type: string, [key: string]: any}} Message  An input to the engine or a command from it: src/app/messages.h.
 * @typedef {{patch: Patch, commands: Message[]}} FrameOutput
 * @typedef {{x: number, y: number, width: number, height: number, scale: number}} Window  In CSS px of the document.
 * @typedef {{hovered: number, pressed: number, focused: number, focusIsVisible: boolean,
 *            pointer: {x: number, y: number, isDown: boolean} | null}} Interaction
 */

// As in src/platform/web/engine.cpp.
const kFocusIsVisible = 1;
const kStageHasPointer = 2;
const kPointerIsDown = 4;
const kRightToLeft = 8;
const kReducedMotion = 16;
const kWantsFrame = 1;
const kStageWantsPointer = 2;
const kPlaceShift = 8;

/** Numbers in a packed box and in a packed word: src/paint/painter.h. */
const kBoxLength = 5;
const kQuadLength = 10;

/**
 * Adds a classic script to the page: the only way that also works from file://.
 * @param {string} address
 * @returns {Promise<void>}
 */
export function addScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`The player's engine could not be loaded from ${address}.`));
    document.head.append(script);
  });
}

export class Engine {
  /** @type {any} */ #module;

  /** @param {any} module */
  constructor(module) {
    this.#module = module;
  }

  /**
   * @param {{script: string, wasm: string}} files  Their addresses; no script's, on a page that has the engine in it.
   * @param {HTMLCanvasElement} canvas  What it will paint on.
   */
  static async load({ script, wasm }, canvas) {
    if (script) await addScript(script);
    const create = /** @type {any} */ (globalThis).createByteEngine;
    return new Engine(await create({ canvas, locateFile: () => wasm }));
  }

  /** @param {string} text */
  #write(text) {
    const bytes = new TextEncoder().encode(text);
    const at = this.#module._bytes_buffer(bytes.length);
    this.#module.HEAPU8.set(bytes, at);
    return bytes.length;
  }

  #reply() {
    const at = this.#module._bytes_reply();
    return new TextDecoder().decode(this.#module.HEAPU8.subarray(at, at + this.#module._bytes_reply_size()));
  }

  /**
   * @param {string} byte  The Byte's JSON.
   * @param {string} phrases  The interface's JSON.
   * @returns {string} The hash of the outline of a learner who has done nothing.
   */
  start(byte, phrases) {
    this.#write(byte + phrases);
    if (!this.#module._bytes_start(new TextEncoder().encode(byte).length)) throw new Error(this.#reply());
    return this.#reply();
  }

  /** @returns {OutlineElement} The whole outline. */
  whole() {
    this.#module._bytes_whole();
    return JSON.parse(this.#reply());
  }

  /**
   * @param {Message[]} inputs  What happened, in order.
   * @returns {FrameOutput}
   */
  frame(inputs) {
    const entropy = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
      byte.toString(16).padStart(2, '0')).join('');
    this.#write(JSON.stringify({ now: Date.now(), entropy, inputs }));
    this.#module._bytes_frame();
    return JSON.parse(this.#reply());
  }

  /** @returns {boolean} Whether it can paint: there is a WebGL2 context, or there is one again. */
  startPainting() {
    return Boolean(this.#module._bytes_start_painting());
  }

  /** @param {import('./face.js').PaintBox[]} boxes */
  setBoxes(boxes) {
    const at = this.#module._bytes_boxes(boxes.length) >> 2;
    const whole = this.#module.HEAP32;
    const real = this.#module.HEAPF32;
    boxes.forEach((box, index) => {
      const i = at + index * kBoxLength;
      whole[i] = box.handle;
      real.set([box.x, box.y, box.width, box.height], i + 1);
    });
  }

  /** @param {import('./face.js').PaintedWord[]} words */
  setWords(words) {
    const at = this.#module._bytes_words(words.length) >> 2;
    const whole = this.#module.HEAP32;
    const real = this.#module.HEAPF32;
    words.forEach(({ handle, quad }, index) => {
      const i = at + index * kQuadLength;
      whole[i] = handle;
      real.set([quad.x, quad.y, quad.width, quad.height, quad.u0, quad.v0, quad.u1, quad.v1], i + 1);
      whole[i + 9] = quad.page;
    });
  }

  /**
   * @param {number} page
   * @param {WebGLTexture} texture
   */
  setWordPage(page, texture) {
    this.#module._bytes_word_page(page, this.#module.adoptTexture(texture));
  }

  /**
   * @param {{now: number, window: Window, rootFontSize: number, theme: number, interaction: Interaction,
   *          isRightToLeft: boolean, hasReducedMotion: boolean}} frame  `now` in seconds.
   * @returns {{wantsFrame: boolean, stageWantsPointer: boolean, activated: number, place: number}}  `place`: that
   *   the activated element was carried to among its neighbours, from 0; -1: it was pressed.
   */
  paint({ now, window, rootFontSize, theme, interaction, isRightToLeft, hasReducedMotion }) {
    const { pointer } = interaction;
    const flags = (interaction.focusIsVisible ? kFocusIsVisible : 0) | (pointer ? kStageHasPointer : 0) |
      (pointer?.isDown ? kPointerIsDown : 0) | (isRightToLeft ? kRightToLeft : 0) |
      (hasReducedMotion ? kReducedMotion : 0);
    const result = this.#module._bytes_paint(now, window.x, window.y, window.width, window.height, window.scale, rootFontSize, theme,
      interaction.hovered, interaction.pressed, interaction.focused, pointer?.x ?? 0, pointer?.y ?? 0, flags);
    return {
      wantsFrame: Boolean(result & kWantsFrame),
      stageWantsPointer: Boolean(result & kStageWantsPointer),
      activated: this.#module._bytes_activated(),
      place: (result >> kPlaceShift) - 1,
    };
  }

  settle() {
    this.#module._bytes_settle();
  }

  /** Bytes of memory that the module holds. */
  get memory() {
    return this.#module.HEAPU8.length;
  }
}
