// What a reader does with the text of a page, without the player: finds, points at, selects. Runs inside any page.

/**
 * Puts `reading` into the page. A block is an element of the outline that has text of its own to be seen.
 * @typedef {{id: string, text: string}} Passage  A stretch of a block's text.
 */
export function installReading() {
  /** The text nodes of an element, without those of outline elements in it. */
  const textsOf = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement.closest('[id]') === element) texts.push(walker.currentNode);
    }
    return texts;
  };
  const textOf = (element) => textsOf(element).map(({ data }) => data).join('');

  /** A range over a block's text, from one character of it to another. */
  const rangeOf = (element, start, end) => {
    const range = document.createRange();
    let before = 0;
    for (const node of textsOf(element)) {
      const length = node.data.length;
      if (start >= before && start < before + length) range.setStart(node, start - before);
      if (end > before && end <= before + length) {
        range.setEnd(node, end - before);
        return range;
      }
      before += length;
    }
    throw new Error(`${element.id} has no text from ${start} to ${end}`);
  };

  const words = (element) => [...textOf(element).matchAll(/\S+/g)].map((match) => {
    return { word: match[0], start: match.index, end: match.index + match[0].length };
  });

  /** Cards that are dragged can't be selected, and what scripts can find is what they can select. */
  const isSelectable = (element) => {
    const { userSelect, webkitUserSelect } = getComputedStyle(element);
    return (userSelect ?? webkitUserSelect) !== 'none';
  };

  const blocks = () => {
    const elements = new Set([...document.querySelectorAll('main span:not([id])')].map((span) => span.closest('[id]')));
    return [...elements].filter((element) => {
      return textOf(element).trim() && isSelectable(element) && element.checkVisibility() && element.getBoundingClientRect().width > 1;
    });
  };

  /** Every sentence of every block. @returns {Passage[]} */
  const sentences = () => blocks().flatMap((element) => {
    const segmenter = new Intl.Segmenter(document.documentElement.lang, { granularity: 'sentence' });
    return Array.from(segmenter.segment(textOf(element)), ({ segment }) => ({ id: element.id, text: segment.trim() }))
      .filter(({ text }) => text);
  });

  /** Every three words of a block with a line's end between them. @returns {Passage[]} */
  const phrasesOverLines = () => blocks().flatMap((element) => {
    const text = textOf(element);
    const all = words(element);
    const lines = all.map(({ start, end }) => rangeOf(element, start, end).getClientRects()[0].bottom);
    return all.slice(2).map((last, index) => ({
      id: element.id, text: text.slice(all[index].start, last.end), crosses: lines[index + 2] - lines[index] > 8,
    })).filter(({ crosses }) => crosses);
  });

  /** What lies between the sticky header and the lower edge of the window. */
  const isInSight = (rect) => {
    const bar = document.querySelector('.bar').getBoundingClientRect().bottom;
    return rect.top >= bar && rect.bottom <= innerHeight && rect.left >= 0 && rect.right <= innerWidth;
  };

  /** Looks for a passage from the start of its block on, as the browser's own search does. Null if all is well. */
  const find = async ({ id, text }) => {
    const element = document.getElementById(id);
    const [first] = textsOf(element);
    getSelection().collapse(first, 0);
    // WebKit looks for a space where a page has one that does not break, and its finds end before the end of an isolate.
    const typed = text.replace(/\u00a0/g, ' ');
    if (!window.find(text, true, false, false) && !window.find(typed, true, false, false)) return `"${text}" in ${id} is not found`;
    const found = getSelection();
    const bare = (/** @type {string} */ passage) => passage.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
    if (bare(found.toString()) !== bare(text)) return `"${text}": found "${found}"`;
    const range = found.getRangeAt(0);
    if (range.startContainer.parentElement.closest('[id]') !== element) return `"${text}" is found elsewhere than in ${id}`;
    for (let frame = 0; !isInSight(range.getBoundingClientRect()); ++frame) {
      if (frame === 60) return `"${text}" is found in ${id}, and out of sight`;
      await new Promise(requestAnimationFrame);
    }
    return null;
  };

  /** Brings a block's words into sight, and says where two of them are. */
  const placeOf = (id, index) => {
    const element = document.getElementById(id);
    const { start, end } = words(element).at(index);
    const { left, right, top, bottom } = rangeOf(element, start, end).getBoundingClientRect();
    const isRightToLeft = getComputedStyle(element).direction === 'rtl';
    const y = (top + bottom) / 2;
    return { start: { x: isRightToLeft ? right : left, y }, end: { x: isRightToLeft ? left : right, y }, middle: { x: (left + right) / 2, y } };
  };

  /** The text from a word of one block to a word of another, each block a line. */
  const linesBetween = (fromId, fromWord, toId, toWord) => {
    const all = blocks();
    const first = all.findIndex(({ id }) => id === fromId);
    const last = all.findIndex(({ id }) => id === toId);
    return all.slice(first, last + 1).map((element) => {
      const text = textOf(element);
      const start = element.id === fromId ? words(element).at(fromWord).start : 0;
      const end = element.id === toId ? words(element).at(toWord).end : text.length;
      return text.slice(start, end).trim();
    });
  };

  globalThis.reading = { blocks, find, isInSight, linesBetween, phrasesOverLines, placeOf, rangeOf, sentences, textOf, words };
}

/** What was copied, line by line; how many empty lines stand between them is each browser's own affair. */
export function linesOf(text) {
  return text.split(/[\r\n]+/).map((line) => line.trim()).filter(Boolean);
}
