// Draws words with the browser's own 2D canvas, in the page's fonts and final colours, into texture pages.
// It knows pieces of text (geometry.js) and WebGL2, and neither elements nor the outline.

import { kProbe } from './geometry.js';

/** @typedef {import('./geometry.js').Piece} Piece */
/** @typedef {import('./geometry.js').TextStyle} TextStyle */

/** Where a picture goes (document coordinates in CSS px, on whole device pixels) and where it is (`pages[page]`).
 * @typedef {{x: number, y: number, width: number, height: number, u0: number, v0: number, u1: number, v1: number,
 *   page: number}} Quad */

/** A row of pictures on a page: `used` px wide, of which the first `uploaded` are in the texture and `fresh` are not.
 * @typedef {{page: number, y: number, height: number, used: number, uploaded: number, fresh: Picture[]}} Shelf */

/** A rectangle of a page to upload: new shelves that lie one under the other, or what is new on an older one.
 * @typedef {{page: number, x: number, y: number, width: number, height: number, shelves: Shelf[]}} Band */

/** One text in one style at one quarter-pixel phase; lengths in device px. The pen starts at (left, ascent) inside it.
 * @typedef {{text: string, direction: CanvasDirection, phase: number, brush: Brush, shelf: Shelf, x: number,
 *   left: number, ascent: number, width: number, height: number}} Picture */

/** A style at the atlas' scale, with all that was measured and drawn in it.
 * @typedef {{style: TextStyle, font: string, measures: Map<string, TextMetrics>, pictures: Map<string, Picture>}} Brush */

const kPageWidth = 2048;
const kPageHeight = 1024;
const kMaxPages = 4;
/** Pixels kept free around a word: antialiasing, and what measured boxes leave out. */
const kMargin = 2;
/** Pictures start at fractions of a device pixel as fine as layout. Few words come twice at the same place and style, so
 * steps, which glyphs are snapped to, save no room (480 pictures instead of 494) and put some a step off. */
const kPhases = 64;
/** Baselines half way between two device pixels go down; single precision may have put them a little above. */
const kTie = 1 / 256;
/** The widest allowed difference between the page's width of a word and the canvas', in CSS px. */
const kTolerance = 1;

/**
 * Whether this browser's canvas draws text as its page does. WebKit's lays words out otherwise (hinted advances at
 * device scales, no kerning control, no language); it is also the one without these properties.
 */
export function wordsAreExact() {
  const { prototype } = CanvasRenderingContext2D;
  return 'fontKerning' in prototype && 'textRendering' in prototype && 'letterSpacing' in prototype;
}

export class Words {
  /** The atlas. Premultiplied alpha, first row on top. @type {WebGLTexture[]} */
  pages = [];

  /**
   * True once `place` has found no room. Call `forget`, and place everything that is to be painted anew; if it is full
   * again, that was too much for one atlas: leave to the DOM what has no place.
   */
  full = false;

  #gl;
  #width;
  #height;
  #staging = document.createElement('canvas');
  #context;
  #scale = 0;
  /** @type {Map<TextStyle, Brush>} */
  #brushes = new Map();
  /** @type {Shelf[]} */
  #shelves = [];
  /** The brush that the context is set to. @type {Brush | undefined} */
  #current;

  /** @param {WebGL2RenderingContext} gl */
  constructor(gl) {
    this.#gl = gl;
    const limit = gl.getParameter(gl.MAX_TEXTURE_SIZE);
    this.#width = Math.min(kPageWidth, limit);
    this.#height = Math.min(kPageHeight, limit);
    this.#context = /** @type {CanvasRenderingContext2D} */ (this.#staging.getContext('2d'));
    if (!('lang' in this.#context)) {
      // Older browsers take the language from the canvas element, if it is in the document.
      this.#staging.setAttribute('aria-hidden', 'true');
      this.#staging.style.cssText = 'position:absolute;top:0;left:0;width:1px;height:1px;visibility:hidden';
      document.body.append(this.#staging);
    }
  }

  /**
   * Gives a piece its place in the atlas; the picture is there after the next `flush`. `scale` is device px for one
   * CSS px. Null when the canvas would draw the piece otherwise than the page does (then all text of its element stays
   * the DOM's), or when there is no room (then `full` is true).
   * @param {Piece} piece
   * @param {number} scale
   * @returns {Quad | null}
   */
  place(piece, scale) {
    if (scale !== this.#scale) {
      this.forget();
      this.#scale = scale;
    }
    const brush = this.#brushOf(piece.style);
    const metrics = this.#measure(brush, piece);
    const excess = piece.width - metrics.width / scale;
    if (Math.abs(excess) > kTolerance) return null;

    const start = piece.x + (piece.direction === 'rtl' ? excess : 0);
    const steps = Math.round(start * scale * kPhases);
    const picture = this.#pictureOf(brush, piece, metrics, steps & (kPhases - 1));
    if (!picture) return null;
    const { shelf, x, left, ascent, width, height } = picture;
    return {
      x: (Math.floor(steps / kPhases) - left) / scale,
      y: (Math.round(piece.baseline * scale + kTie) - ascent) / scale,
      width: width / scale,
      height: height / scale,
      u0: x / this.#width,
      v0: shelf.y / this.#height,
      u1: (x + width) / this.#width,
      v1: (shelf.y + height) / this.#height,
      page: shelf.page,
    };
  }

  /** Draws what `place` has promised, and uploads it. Leaves the GL state as it was. */
  flush() {
    const bands = this.#bands();
    if (!bands.length) return;
    const gl = this.#gl;
    const texture = gl.getParameter(gl.TEXTURE_BINDING_2D);
    const stores = [gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, gl.UNPACK_FLIP_Y_WEBGL, gl.UNPACK_SKIP_PIXELS, gl.UNPACK_SKIP_ROWS];
    const before = stores.map((name) => gl.getParameter(name));
    [true, false, 0, 0].forEach((value, i) => gl.pixelStorei(stores[i], value));
    // A browser may copy the whole staging canvas for each upload: it is made to measure, and uploads are few.
    for (let first = 0; first < bands.length; ) {
      let next = first;
      let rows = 0;
      let width = 0;
      for (; next < bands.length && rows + bands[next].height <= this.#height; ++next) {
        rows += bands[next].height;
        width = Math.max(width, bands[next].width);
      }
      this.#staging.width = width;
      this.#staging.height = rows;
      this.#current = undefined;
      let row = 0;
      const group = bands.slice(first, next);
      for (const band of group) {
        this.#draw(band, row);
        row += band.height;
      }
      row = 0;
      for (const { page, x, y, width, height } of group) {
        gl.bindTexture(gl.TEXTURE_2D, this.pages[page]);
        gl.pixelStorei(gl.UNPACK_SKIP_ROWS, row);
        gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RGBA, gl.UNSIGNED_BYTE, this.#staging);
        row += height;
      }
      first = next;
    }
    stores.forEach((name, i) => gl.pixelStorei(name, before[i]));
    gl.bindTexture(gl.TEXTURE_2D, texture);
  }

  /** What is to be uploaded; from here on it counts as uploaded. */
  #bands() {
    /** @type {Band[]} */
    const bands = [];
    for (const shelf of this.#shelves) {
      const { page, y, height, used, uploaded } = shelf;
      if (used === uploaded) continue;
      const last = bands[bands.length - 1];
      if (last && !uploaded && !last.x && last.page === page && last.y + last.height === y) {
        last.height += height;
        last.width = Math.max(last.width, used);
        last.shelves.push(shelf);
      } else {
        bands.push({ page, x: uploaded, y, width: used - uploaded, height, shelves: [shelf] });
      }
      shelf.uploaded = used;
    }
    return bands;
  }

  /**
   * Draws a band's new pictures on the staging canvas.
   * @param {Band} band
   * @param {number} row where on the canvas the band begins
   */
  #draw(band, row) {
    for (const shelf of band.shelves) {
      for (const { text, direction, phase, brush, x, left, ascent } of shelf.fresh) {
        this.#use(brush, direction);
        this.#context.fillText(text, x - band.x + left + phase / kPhases, row + shelf.y - band.y + ascent);
      }
      shelf.fresh = [];
    }
  }

  /** Empties the atlas: quads are void from here on, pages stay. (After a lost context comes a new `Words`.) */
  forget() {
    this.full = false;
    this.#brushes.clear();
    this.#shelves = [];
    this.#current = undefined;
  }

  /** @param {TextStyle} style */
  #brushOf(style) {
    let brush = this.#brushes.get(style);
    if (!brush) {
      brush = { style, font: '', measures: new Map(), pictures: new Map() };
      this.#setSize(brush, style.size);
      this.#use(brush, 'ltr');
      const context = this.#context;
      context.letterSpacing = '0px';
      const width = context.measureText(kProbe).width / this.#scale;
      // Privacy modes may falsify widths; one that is another each time says nothing about the size.
      const isSound = context.measureText(kProbe).width / this.#scale === width;
      // The used font size is not always the computed one: browsers have minimum sizes.
      if (isSound && Math.abs(style.probe / width - 1) > .005) this.#setSize(brush, Math.round(style.size * style.probe / width * 4) / 4);
      this.#current = undefined;
      this.#brushes.set(style, brush);
    }
    return brush;
  }

  /**
   * @param {Brush} brush
   * @param {number} size in CSS px
   */
  #setSize(brush, size) {
    brush.font = `${brush.style.font} ${size * this.#scale}px ${brush.style.family}`;
  }

  /**
   * Sets the 2D context up for a brush.
   * @param {Brush} brush
   * @param {CanvasDirection} direction
   */
  #use(brush, direction) {
    const context = this.#context;
    if (this.#current !== brush) {
      this.#current = brush;
      const { language, kerning, color, letterSpacing, wordSpacing } = brush.style;
      if ('lang' in context) context.lang = language;
      else this.#staging.lang = language;
      context.font = brush.font;
      context.fontKerning = /** @type {CanvasFontKerning} */ (kerning);
      context.letterSpacing = `${letterSpacing * this.#scale}px`;
      context.wordSpacing = `${wordSpacing * this.#scale}px`;
      context.fillStyle = color;
      context.textAlign = 'left';
    }
    context.direction = direction;
  }

  /**
   * @param {Brush} brush
   * @param {Piece} piece
   */
  #measure(brush, { text, direction }) {
    const key = direction + text;
    let metrics = brush.measures.get(key);
    if (!metrics) {
      this.#use(brush, direction);
      metrics = this.#context.measureText(text);
      brush.measures.set(key, metrics);
    }
    return metrics;
  }

  /**
   * @param {Brush} brush
   * @param {Piece} piece
   * @param {TextMetrics} metrics
   * @param {number} phase
   * @returns {Picture | undefined}
   */
  #pictureOf(brush, { text, direction }, metrics, phase) {
    const key = phase + direction + text;
    let picture = brush.pictures.get(key);
    if (!picture) {
      const left = Math.ceil(metrics.actualBoundingBoxLeft) + kMargin;
      const ascent = Math.ceil(metrics.actualBoundingBoxAscent) + kMargin;
      const width = left + Math.ceil(metrics.actualBoundingBoxRight) + kMargin + 1;
      const height = ascent + Math.ceil(metrics.actualBoundingBoxDescent) + kMargin;
      const shelf = this.#shelfFor(width, height);
      if (!shelf) return undefined;
      picture = { text, direction, phase, brush, shelf, x: shelf.used, left, ascent, width, height };
      shelf.used += width;
      brush.pictures.set(key, picture);
      shelf.fresh.push(picture);
    }
    return picture;
  }

  /**
   * A shelf with room for a picture; undefined when there is none.
   * @param {number} width
   * @param {number} height
   * @returns {Shelf | undefined}
   */
  #shelfFor(width, height) {
    height = Math.ceil(height / 8) * 8;
    if (width > this.#width || height > this.#height) return undefined;
    let shelf = this.#shelves.find((one) => one.height === height && one.used + width <= this.#width);
    if (!shelf) {
      const last = this.#shelves[this.#shelves.length - 1];
      let page = last ? last.page : 0;
      let y = last ? last.y + last.height : 0;
      if (y + height > this.#height) {
        ++page;
        y = 0;
      }
      if (page === kMaxPages) {
        this.full = true;
        return undefined;
      }
      if (page === this.pages.length) this.#addPage();
      shelf = { page, y, height, used: 0, uploaded: 0, fresh: [] };
      this.#shelves.push(shelf);
    }
    return shelf;
  }

  #addPage() {
    const gl = this.#gl;
    const before = gl.getParameter(gl.TEXTURE_BINDING_2D);
    const page = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, page);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, this.#width, this.#height);
    for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, name, gl.CLAMP_TO_EDGE);
    for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, name, gl.LINEAR);
    gl.bindTexture(gl.TEXTURE_2D, before);
    this.pages.push(page);
  }
}
