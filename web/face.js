// @ts-check
/**
 * The painted face: a canvas behind the page, as wide as the page and some screens high, that shows the part of the document
 * around what the learner sees. What it shows becomes transparent in the page; everything else stays the page's own.
 */
import { selectors } from './dom.js';
import { readBoxes, readPieces } from './geometry.js';
import { Words, wordsAreExact } from './words.js';

/** @typedef {import('./engine.js').Window} Window */
/** @typedef {import('./geometry.js').Box & {handle: number}} PaintBox */
/** @typedef {{handle: number, quad: import('./words.js').Quad}} PaintedWord */

/** Screens that the canvas covers, the one in sight in the middle: a fling meets no unpainted page (docs: trials). */
const kScreens = 3;
const kMostPixels = 8e6;
const kMostLines = 8192;
/** The canvas moves when less than this share of a screen is left above or below. */
const kReserve = 0.5;
/** A page pinched larger than this shows itself: the browser draws its letters anew, but stretches a canvas. */
const kMostMagnified = 1.02;

const kThemes = /** @type {const} */ (['light', 'dark', 'contrast']);

/** @param {{y: number, height: number}} box @param {Window} window */
function isInside(box, window) {
  return box.y >= window.y && box.y + box.height <= window.y + window.height;
}

export class Face {
  /** @type {import('./engine.js').Engine} */ #engine;
  /** @type {import('./dom.js').Dom} */ #dom;
  /** @type {HTMLCanvasElement} */ #canvas;
  /** @type {Words | null} */ #words = null;
  #wordPages = 0;
  /** @type {Window} */ #window = { x: 0, y: 0, width: 0, height: 0, scale: 1 };
  /** Elements whose boxes, and elements whose words are painted now. @type {Set<HTMLElement>} */
  #drawn = new Set();
  /** @type {Set<HTMLElement>} */
  #worded = new Set();
  #isStale = true;
  #isLost = false;
  #isResting = false;
  #mostLines = kMostLines;
  /** @type {WebGL2RenderingContext | null} */ #gl = null;

  /**
   * @param {import('./engine.js').Engine} engine
   * @param {import('./dom.js').Dom} dom
   * @param {HTMLCanvasElement} canvas  Not yet in the page.
   * @param {() => void} wake
   */
  constructor(engine, dom, canvas, wake) {
    this.#engine = engine;
    this.#dom = dom;
    this.#canvas = canvas;
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      this.#isLost = true;
      this.#unpaint();
    });
    canvas.addEventListener('webglcontextrestored', () => {
      this.#isLost = !this.#start();
      this.#isStale = true;
      wake();
    });
  }

  /** Whether it can paint. Without WebGL2 the page stays as it is. */
  start() {
    this.#canvas.id = 'page:canvas';
    this.#canvas.setAttribute('aria-hidden', 'true');
    if (!this.#start()) return false;
    document.body.prepend(this.#canvas);
    return true;
  }

  #start() {
    if (!this.#engine.startPainting()) return false;
    this.#gl = this.#canvas.getContext('webgl2');
    this.#words = this.#gl && new Words(this.#gl);
    this.#wordPages = 0;
    // Some phones, and Firefox with resistFingerprinting, draw into no more than 4096 lines and leave the rest empty.
    this.#mostLines = Math.min(kMostLines, this.#gl?.getParameter(this.#gl.MAX_VIEWPORT_DIMS)?.[1] ?? kMostLines);
    return true;
  }

  /** Takes the painting away: the page shows itself. */
  stop() {
    this.#unpaint();
    this.#canvas.remove();
  }

  /** What was read from the page is no longer so. */
  invalidate() {
    this.#isStale = true;
  }

  /** Whether the page has been scrolled so far that the canvas has to follow. */
  get mustMove() {
    const reserve = kReserve * innerHeight;
    const { y, height } = this.#window;
    const isBelow = scrollY + innerHeight + reserve > y + height;
    const isAbove = scrollY - reserve < y;
    const { scrollHeight } = document.documentElement;
    return (isAbove && y > 0) || (isBelow && y + height < scrollHeight - 1);
  }

  /** Whether the page is pinched larger than a painting can be shown sharp. */
  get #isMagnified() {
    return (globalThis.visualViewport?.scale ?? 1) > kMostMagnified;
  }

  /** Whether a painting has to give way to the page or may come back, because of how large the page is pinched. */
  get mustYield() {
    return this.#isMagnified !== this.#isResting;
  }

  /**
   * One frame.
   * @param {number} now  Seconds.
   * @param {import('./engine.js').Interaction} interaction
   */
  paint(now, interaction) {
    if (this.mustYield) {
      this.#unpaint();
      this.#isResting = this.#isMagnified;
    }
    if (this.#isLost || this.#isResting) return { wantsFrame: false, stageWantsPointer: false, activated: -1, place: -1 };
    if (this.#isStale || this.mustMove) this.#read();
    const main = this.#dom.root.querySelector('main') ?? this.#dom.root;
    return this.#engine.paint({
      now,
      window: this.#window,
      rootFontSize: parseFloat(getComputedStyle(this.#canvas).outlineOffset),
      theme: this.#theme(),
      interaction,
      isRightToLeft: getComputedStyle(main).direction === 'rtl',
      hasReducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    });
  }

  #theme() {
    const name = getComputedStyle(document.documentElement).getPropertyValue('--theme').trim();
    return Math.max(0, kThemes.indexOf(/** @type {any} */ (name)));
  }

  /** Reads where everything is, and hands what will be painted to the engine. All reading comes before all writing. */
  #read() {
    this.#isStale = false;
    this.#place();
    const boxes = this.#readBoxes();
    const unpainted = new Set(boxes.filter((box) => !box.isPainted).map((box) => box.element));
    const { painted, words } = this.#readWords(unpainted);

    this.#engine.setBoxes(boxes.filter((box) => box.isPainted || box.isPlace));
    this.#engine.setWords(words);
    const drawn = new Set(boxes.filter((box) => box.isPainted).map((box) => box.element));
    this.#mark('p', this.#drawn, drawn);
    this.#mark('w', this.#worded, painted);
    this.#drawn = drawn;
    this.#worded = painted;
    document.documentElement.classList.add('drawn');
  }

  /** Puts the canvas around what is in sight, and gives it its size. */
  #place() {
    const scale = devicePixelRatio;
    const { clientWidth, scrollHeight } = document.documentElement;
    const width = Math.round(clientWidth * scale);
    const lines = Math.min(kScreens * innerHeight * scale, kMostPixels / width, this.#mostLines, scrollHeight * scale);
    const height = Math.max(1, Math.floor(lines));
    const canvas = this.#canvas;
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      // A browser may give a smaller one than it was asked for, and would stretch it.
      const gl = this.#gl;
      if (gl && !gl.isContextLost() && gl.drawingBufferHeight < height) {
        this.#mostLines = gl.drawingBufferHeight;
        this.#place();
        return;
      }
      canvas.style.width = `${width / scale}px`;
      canvas.style.height = `${height / scale}px`;
    }
    const lowest = Math.max(0, scrollHeight - height / scale);
    const wanted = Math.min(lowest, Math.max(0, scrollY + innerHeight / 2 - height / scale / 2));
    const y = Math.floor(wanted * scale) / scale;
    canvas.style.transform = `translateY(${y}px)`;
    this.#window = { x: 0, y, width: width / scale, height: height / scale, scale };
  }

  /** @returns {(PaintBox & {isPainted: boolean, isPlace: boolean})[]} In reading order. */
  #readBoxes() {
    const root = this.#dom.root;
    const elements = [...root.querySelectorAll(selectors.placed)].filter((element) => !element.closest(selectors.dom));
    /** @type {Set<Element>} */
    const unpainted = new Set();
    return readBoxes(/** @type {HTMLElement[]} */ (elements)).map((box) => {
      const isPlace = !box.element.matches(selectors.painted);
      const whole = { ...box, handle: this.#dom.handle(box.element) };
      // What stands on a card that the page shows itself is the page's too, or the card would cover it.
      const ground = box.element.parentElement?.closest(selectors.painted);
      const isPainted = !isPlace && isInside(whole, this.#window) && !(ground && unpainted.has(ground));
      if (!isPlace && !isPainted) unpainted.add(box.element);
      return { ...whole, isPainted, isPlace };
    });
  }

  /**
   * @param {Set<HTMLElement>} unpainted
   * @returns {{painted: Set<HTMLElement>, words: PaintedWord[]}}
   */
  #readWords(unpainted) {
    if (!this.#words) return { painted: new Set(), words: [] };
    // Where words are not exact only those are painted that a stage shows too, which the page has no other way to show.
    const wanted = wordsAreExact() ? '*' : selectors.labels;
    const elements = this.#elementsWithText().filter((element) => {
      if (!element.matches(wanted)) return false;
      const ground = element.closest(selectors.painted);
      return !this.#dom.isForeign(element) && !(ground && unpainted.has(/** @type {HTMLElement} */ (ground)));
    });
    let placed = this.#placeAll(elements);
    if (this.#words.full) {
      // Pictures of words that are no longer shown have filled it. Whatever finds no place now is too much for one atlas.
      this.#words.forget();
      placed = this.#placeAll(elements);
    }
    this.#words.flush();
    for (const [page, texture] of this.#words.pages.entries()) {
      if (page >= this.#wordPages) this.#engine.setWordPage(page, texture);
    }
    this.#wordPages = this.#words.pages.length;
    return placed;
  }

  /** @param {HTMLElement[]} elements */
  #placeAll(elements) {
    /** @type {Set<HTMLElement>} */
    const painted = new Set();
    /** @type {PaintedWord[]} */
    const words = [];
    for (const element of elements) {
      const placed = this.#placeWords(element);
      if (!placed) continue;
      if (this.#isInSight(element)) painted.add(element);
      words.push(...placed);
    }
    return { painted, words };
  }

  #elementsWithText() {
    /** @type {Set<HTMLElement>} */
    const elements = new Set();
    for (const span of this.#dom.root.querySelectorAll('span:not([id])')) {
      const element = /** @type {HTMLElement | null} */ (span.closest('[id]'));
      if (element && !elements.has(element) && !element.closest(selectors.dom)) elements.add(element);
    }
    return [...elements].filter((element) => {
      // The canvas does not follow what scrolls inside the page.
      const frame = element.closest(selectors.scrolling);
      if (frame && frame.scrollWidth > frame.clientWidth) return false;
      // A stage that is in sight shows its labels wherever they stand in the page.
      return element.offsetWidth > 0 && (element.matches(selectors.labels) || this.#isInSight(element));
    });
  }

  /** @param {HTMLElement} element  Whether the canvas covers all of it. */
  #isInSight(element) {
    const { y, height } = element.getBoundingClientRect();
    return isInside({ y: y + scrollY, height }, this.#window);
  }

  /**
   * @param {HTMLElement} element
   * @returns {PaintedWord[] | null} Null when its words stay the page's.
   */
  #placeWords(element) {
    const pieces = readPieces(element);
    if (!pieces?.length) return null;
    const handle = this.#dom.handle(element);
    /** @type {PaintedWord[]} */
    const words = [];
    for (const piece of pieces) {
      const quad = this.#words?.place(piece, this.#window.scale);
      if (!quad) return null;
      words.push({ handle, quad });
    }
    return words;
  }

  /**
   * Says to the style sheet what is painted, and touches only what has changed.
   * @param {string} name
   * @param {Set<HTMLElement>} before
   * @param {Set<HTMLElement>} after
   */
  #mark(name, before, after) {
    for (const element of before) if (!after.has(element)) element.classList.remove(name);
    for (const element of after) element.classList.add(name);
  }

  #unpaint() {
    this.#mark('p', this.#drawn, new Set());
    this.#mark('w', this.#worded, new Set());
    this.#drawn = new Set();
    this.#worded = new Set();
    document.documentElement.classList.remove('drawn');
    this.#isStale = true;
  }
}
