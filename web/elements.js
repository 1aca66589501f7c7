// @ts-check
/**
 * What scripts put into pages that no engine writes: elements, and the interface's words.
 *
 * @typedef {(key: string, values?: Record<string, string | number>) => string} Phrase
 */

/**
 * @param {Record<string, string>} phrases
 * @returns {Phrase} The phrase with its `{name}`s replaced; an unknown key gives the key, so that a gap is seen.
 */
export function phrasesFrom(phrases) {
  return (key, values = {}) => (phrases[key] ?? key).replace(/\{([a-z]+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} content
 */
export function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}
