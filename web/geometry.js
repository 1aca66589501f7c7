// Reads where the page's boxes and words are. It looks only at the DOM: our own text nodes, the browser's layout.
// Nothing here draws, and nothing here changes an element of the page.

/** A box in document coordinates (CSS px from the document's corner, whatever the scroll position).
 * @typedef {{element: HTMLElement, x: number, y: number, width: number, height: number}} Box */

/** How a run of text looks. One object for each look on the page: compare and key by identity.
 * `size` is the computed font size in CSS px. The used one may differ (a minimum font size): `probe` is the width that
 * the page gives to `kProbe`, from which words.js finds it.
 * @typedef {{font: string, family: string, size: number, probe: number, ascent: number, kerning: string, color: string,
 *   language: string, letterSpacing: number, wordSpacing: number}} TextStyle */

/** Text that lies on one line and runs in one direction: a word, or the part of one that a line holds. `x` and `baseline`
 * are its left end and its baseline in document coordinates; `top` and `bottom` enclose its font's ascent and descent.
 * @typedef {{text: string, x: number, width: number, baseline: number, top: number, bottom: number,
 *   direction: 'ltr'|'rtl', style: TextStyle}} Piece */

/** Text whose width in the page tells the font size in use. */
export const kProbe = 'm'.repeat(20);

/** What a 2D canvas can't draw, or not reliably: text styled otherwise stays the DOM's.
 * @type {Record<string, string>} */
const kPlain = {
  fontFeatureSettings: 'normal',
  fontStretch: '100%',
  fontVariant: 'normal',
  fontVariationSettings: 'normal',
  textShadow: 'none',
  writingMode: 'horizontal-tb',
};

const kWord = /[^ \t\n\r\f\u200b]+/g;
const kRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/;
const kStrong = /[\p{L}\p{N}]/u;

const range = document.createRange();
const segmenter = globalThis.Intl?.Segmenter && new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** @type {Map<string, TextStyle | null>} */
const styles = new Map();
/** By font alone: a colour that changes needs no new probe. @type {Map<string, {probe: number, ascent: number}>} */
const probes = new Map();

/**
 * The border boxes of elements, in the order given.
 * @param {Iterable<HTMLElement>} elements
 * @returns {Box[]}
 */
export function readBoxes(elements) {
  return Array.from(elements, (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { element, x: x + scrollX, y: y + scrollY, width, height };
  });
}

/**
 * The element's own text, piece by piece, without that of the elements below it that have ids; empty when none is to be
 * seen. Null when the text can't be drawn faithfully and must stay the DOM's: text that is not alone in a `span` (so
 * not ours: page translation replaces nodes), a style beyond a canvas, hyphenation.
 * @param {HTMLElement} element
 * @returns {Piece[] | null}
 */
export function readPieces(element) {
  /** @type {Text[]} */
  const texts = [];
  if (!findTexts(element, texts)) return null;
  if (!texts.length || !isSeen(element)) return [];
  /** @type {Piece[]} */
  const pieces = [];
  // Styles before places: a style seen for the first time adds a probe to the page, and so makes the layout stale.
  const looks = texts.map((text) => readStyle(/** @type {HTMLElement} */ (text.parentNode)));
  const read = texts.every((text, i) => {
    const style = looks[i];
    return style && readText(text, style, pieces);
  });
  return read ? pieces : null;
}

/**
 * Collects the element's own text nodes. False when one is not ours.
 * @param {Element} element
 * @param {Text[]} texts
 * @returns {boolean}
 */
function findTexts(element, texts) {
  for (const node of element.childNodes) {
    if (node instanceof Text) {
      if (!node.data.trim()) continue;
      if (element.tagName !== 'SPAN' || element.childNodes.length > 1) return false;
      texts.push(node);
    } else if (node instanceof Element && !node.id && !findTexts(node, texts)) {
      return false;
    }
  }
  return true;
}

/** Whether there is anything to be seen: not in a closed `details`, not squeezed into a pixel for screen readers only.
 * @param {HTMLElement} element */
function isSeen(element) {
  return element.offsetWidth > 1 && element.offsetHeight > 1 &&
    (!element.checkVisibility || element.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
}

/**
 * @param {Text} node
 * @param {TextStyle} style
 * @param {Piece[]} pieces
 */
function readText(node, style, pieces) {
  const span = /** @type {HTMLElement} */ (node.parentNode);
  const { direction, hyphens, textTransform } = getComputedStyle(span);
  if (textTransform !== 'none' && textTransform !== 'uppercase') return false;
  // The span's boxes stand on the font of the style; a range's boxes grow with fallback fonts in Firefox.
  const lines = [...span.getClientRects()];

  /**
   * @param {number} start
   * @param {number} end
   * @returns {DOMRect[]}
   */
  const rectsOf = (start, end) => {
    range.setStart(node, start);
    range.setEnd(node, end);
    return [...range.getClientRects()].filter((rect) => rect.width);
  };

  /**
   * @param {number} start
   * @param {number} end
   * @param {DOMRect} rect
   * @returns {boolean}
   */
  const add = (start, end, rect) => {
    const middle = rect.top + rect.bottom;
    let line = rect;
    let nearest = Infinity;
    for (const candidate of lines) {
      const distance = Math.abs(candidate.top + candidate.bottom - middle);
      if (distance < nearest) [line, nearest] = [candidate, distance];
    }
    let text = node.data.slice(start, end);
    // A run of several directions has several boxes, so one box has one direction, and any letter tells which.
    // Punctuation alone takes it from around it.
    const isStrong = kStrong.test(text);
    const toLeft = isStrong ? kRightToLeft.test(text) : direction === 'rtl';
    // Firefox puts the space between letters on their other side in a canvas.
    if (toLeft && style.letterSpacing) return false;
    // Firefox's canvas mirrors no bracket without a letter (or a mark, as here) from right to left beside it.
    if (toLeft && !isStrong) text = `\u200f${text}\u200f`;
    if (textTransform !== 'none') text = text.toLocaleUpperCase(style.language || undefined);
    pieces.push({
      text, style,
      x: rect.left + scrollX,
      width: rect.width,
      baseline: line.top + style.ascent + scrollY,
      top: line.top + scrollY,
      bottom: line.bottom + scrollY,
      direction: toLeft ? 'rtl' : 'ltr',
    });
    return true;
  };

  for (const { 0: word, index = 0 } of node.data.matchAll(kWord)) {
    const rects = rectsOf(index, index + word.length);
    if (rects.length === 1) {
      if (!add(index, index + word.length, rects[0])) return false;
    } else if (rects.length) {
      if (hyphens === 'auto' || word.includes('\u00ad')) return false;
      // Wrapped, without spaces, or of mixed directions: each box is the longest stretch that has one box.
      const ends = endsOfGraphemes(word).map((end) => index + end);
      for (let first = 0, start = index; first < ends.length; ) {
        let low = first;
        for (let high = ends.length - 1; low < high; ) {
          const middle = (low + high + 1) >> 1;
          if (rectsOf(start, ends[middle]).length > 1) high = middle - 1;
          else low = middle;
        }
        const [rect] = rectsOf(start, ends[low]);
        if (rect && !add(start, ends[low], rect)) return false;
        start = ends[low];
        first = low + 1;
      }
    }
  }
  return true;
}

/** Where each character that a reader would count ends.
 * @param {string} text
 * @returns {number[]} */
function endsOfGraphemes(text) {
  const parts = segmenter ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [...text];
  let end = 0;
  return parts.map((part) => (end += part.length));
}

/**
 * The style of the text in an element; null when a canvas can't draw it.
 * @param {HTMLElement} element
 * @returns {TextStyle | null}
 */
function readStyle(element) {
  const computed = getComputedStyle(element);
  const { fontStyle, fontWeight, fontFamily, fontSize, fontKerning, color, letterSpacing, wordSpacing } = computed;
  const language = /** @type {HTMLElement | null} */ (element.closest('[lang]'))?.lang ?? '';
  const plain = Object.keys(kPlain).every((name) => {
    const value = computed[/** @type {'color'} */ (name)];
    return !value || value === kPlain[name];
  });
  // Fonts' ascents are rounded to device pixels, so a probe holds for one device scale.
  const fontKey = [fontStyle, fontWeight, fontFamily, fontSize, fontKerning, language, devicePixelRatio].join();
  const key = [fontKey, color, letterSpacing, wordSpacing, plain].join();
  let style = styles.get(key);
  if (style === undefined) {
    const font = `${fontStyle} ${fontWeight}`;
    const size = parseFloat(fontSize);
    let measures = probes.get(fontKey);
    if (!measures) probes.set(fontKey, measures = measureProbe(font, size, fontFamily, fontKerning, language));
    style = plain ? {
      font,
      size,
      family: fontFamily,
      kerning: fontKerning,
      color,
      language,
      letterSpacing: parseFloat(letterSpacing) || 0,
      wordSpacing: parseFloat(wordSpacing) || 0,
      ...measures,
    } : null;
    styles.set(key, style);
  }
  return style;
}

/**
 * Sets a probe in the font of a style: how wide a known text is, and how far its baseline lies below its box's top.
 * Everything is `important`, because readers' own style sheets (text spacing, say) reach the probe as well.
 * @param {string} font
 * @param {number} size
 * @param {string} family
 * @param {string} kerning
 * @param {string} language
 */
function measureProbe(font, size, family, kerning, language) {
  const [probe, text, foot] = ['div', 'span', 'i'].map((name) => document.createElement(name));
  /** @type {(element: HTMLElement, style: string) => void} */
  const set = (element, style) => {
    element.style.cssText = style.replace(/;|$/g, '!important;');
  };
  set(probe, 'all:initial;position:absolute;visibility:hidden;white-space:pre;font-size:100px');
  set(foot, 'display:inline-block;width:0;height:0');
  probe.lang = language;
  probe.setAttribute('aria-hidden', 'true');
  text.append(kProbe, foot);
  probe.append(text);
  document.body.append(probe);
  // Text-only zoom is in every computed size, and would be applied again to a size copied from there.
  const zoom = parseFloat(getComputedStyle(probe).fontSize) / 100;
  set(text, `font:${font} ${size / zoom}px ${family};font-kerning:${kerning};letter-spacing:0`);
  const box = text.getBoundingClientRect();
  const measures = { probe: box.width, ascent: foot.getBoundingClientRect().bottom - box.top };
  probe.remove();
  return measures;
}
