// @ts-check

/**
 * What the page carries for its scripts.
 * @param {string} id  Of a script: an element of the lesson may have the same.
 */
export function textOf(id) {
  return document.querySelector(`script#${id}`)?.textContent ?? '';
}
