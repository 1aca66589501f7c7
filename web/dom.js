// @ts-check
/**
 * The outline as elements of the page: one table from role to element, patches, and the elements' handles.
 *
 * What the static page holds is adopted as it is. An element lives as long as its id and role do.
 *
 * @typedef {import('./engine.js').Run} Run
 * @typedef {import('./engine.js').OutlineElement} OutlineElement
 * @typedef {import('./engine.js').Patch} Patch
 * @typedef {{tag: string, class?: string, fixed?: Record<string, string>, paint?: string, dom?: boolean,
 *            stage?: boolean, labels?: boolean, scrolls?: boolean, void?: boolean, math?: boolean}} Role
 */
import { booleans, math, roles as table } from '../src/outline/roles.json';

const roles = /** @type {Record<string, Role>} */ (table);
for (const tag of math) roles[`math-${tag}`] = { tag, math: true };
const booleanNames = new Set(booleans);

const kMath = 'http://www.w3.org/1998/Math/MathML';

/** @param {(role: Role) => boolean | undefined} wanted */
function selectorOf(wanted) {
  return Object.values(roles).filter(wanted)
    .map((role) => role.tag + (role.class ? '.' + role.class.replaceAll(' ', '.') : '')).join(',');
}

/** Elements that the painter draws; elements that it only has to know the place of; stages; what stages are labelled with;
 * what may scroll by itself; what stays the browser's. */
export const selectors = {
  painted: selectorOf((role) => role.paint === 'box'),
  placed: selectorOf((role) => role.paint !== undefined),
  stage: selectorOf((role) => role.stage),
  labels: selectorOf((role) => role.labels),
  scrolling: selectorOf((role) => role.scrolls),
  dom: selectorOf((role) => role.dom),
};

/** Schemes that a link may have: as is_safe_link in src/base/rich_text.h. */
const linkSchemes = new Set(['https:', 'http:', 'mailto:', 'tel:', 'file:']);

/** @param {string} address */
function isSafeLink(address) {
  try {
    const { protocol } = new URL(address, document.baseURI);
    return linkSchemes.has(protocol) && (!/^(http|file):/.test(protocol) || protocol === location.protocol);
  } catch {
    return false;
  }
}

/** @typedef {HTMLTextAreaElement | HTMLInputElement} Field */

/** What learners write into. */
export const fields = 'textarea, input[type="text"]';

/**
 * @param {EventTarget | null} node
 * @returns {node is Field}
 */
export function isField(node) {
  return node instanceof Element && node.matches(fields);
}

/** Attributes that hold addresses of the lesson's own. */
const addresses = new Set(['src', 'href', 'data-poster']);

/**
 * @param {Run} run
 * @param {(address: string) => string} resolve
 * @returns {HTMLElement} A text node alone in a span, inside its marks.
 */
function makeRun(run, resolve) {
  let element = document.createElement('span');
  element.textContent = run.text;
  if (run.language) {
    element.lang = run.language;
    element.dir = 'auto';
  }
  /** @type {[boolean | undefined, string][]} */
  const marks = [[run.code, 'code'], [run.emphasis, 'em'], [run.strong, 'strong']];
  for (const [isOn, tag] of marks) {
    if (!isOn) continue;
    const mark = document.createElement(tag);
    mark.append(element);
    element = mark;
  }
  if (run.href && isSafeLink(run.href)) {
    const link = document.createElement('a');
    link.href = resolve(run.href);
    link.append(element);
    element = link;
  }
  return element;
}

export class Dom {
  /** @type {HTMLElement} */ #root;
  /** @type {(HTMLElement | undefined)[]} */ #elements = [];
  /** @type {Map<Element, number>} */ #handles = new Map();
  /** What the engine knows to stand in a field. @type {WeakMap<Element, string>} */
  #known = new WeakMap();
  /** Elements whose text somebody else has changed: page translation, an extension. @type {WeakSet<Element>} */
  #foreign = new WeakSet();
  #observer = new MutationObserver((records) => {
    if (this.#notice(records)) this.#changed();
  });
  #changed = () => {};

  /** @type {(address: string) => string} */ #resolve;

  /**
   * @param {HTMLElement} root  The page's outermost element, with everything in it.
   * @param {(address: string) => string} [resolve]  What the lesson's addresses mean on a page that is not its own.
   */
  constructor(root, resolve = (address) => address) {
    this.#root = root;
    this.#resolve = resolve;
    this.#number(root);
    for (const element of root.querySelectorAll('[id]')) this.#number(/** @type {HTMLElement} */ (element));
    for (const element of root.querySelectorAll('[data-at]')) putAt(/** @type {HTMLElement} */ (element));
    this.#observe();
  }

  get root() {
    return this.#root;
  }

  /** @param {HTMLElement} element */
  #number(element, handle = this.#elements.length) {
    this.#elements[handle] = element;
    this.#handles.set(element, handle);
  }

  /** @param {number} handle */
  element(handle) {
    return this.#elements[handle];
  }

  /**
   * The handle of the innermost outline element that `node` is in; -1 when there is none.
   * @param {EventTarget | null} node
   */
  handleAt(node) {
    for (let at = node instanceof Element ? node : null; at && at !== document.body; at = at.parentElement) {
      const handle = this.#handles.get(at);
      if (handle !== undefined) return handle;
    }
    return -1;
  }

  /** @param {Element} element */
  handle(element) {
    return this.#handles.get(element) ?? -1;
  }

  /** @param {Element} element  Whether it is one of the outline's, and not a run inside one. */
  has(element) {
    return this.#handles.has(element);
  }

  /** @param {Element} element  Whether its text may be another than what we wrote: a translated page shows its own words. */
  isForeign(element) {
    return this.#foreign.has(element);
  }

  /** @param {() => void} changed  Called when somebody else has changed text of the page. */
  watch(changed) {
    this.#changed = changed;
  }

  // From the start: a text node that is changed in place looks like ours afterwards, and a page may be translated before the
  // engine comes.
  #observe() {
    this.#observer.observe(this.#root, { subtree: true, childList: true, characterData: true });
  }

  /** @param {MutationRecord[]} records  What others have done. */
  #notice(records) {
    for (const { target } of records) {
      const element = (target instanceof Element ? target : target.parentElement)?.closest('[id]');
      if (element) this.#foreign.add(element);
    }
    return records.length > 0;
  }

  /**
   * Puts a whole new outline in place of what the page holds: for a page that another build has written.
   * @param {OutlineElement} outline
   */
  replace(outline) {
    this.#elements = [];
    this.#handles.clear();
    const root = this.#make(outline);
    this.#root.replaceWith(root);
    this.#root = root;
    this.#observer.disconnect();
    this.#observe();
  }

  /**
   * @param {Patch} patch
   * @returns {boolean} Whether anything changed.
   */
  apply({ operations, focus }) {
    this.#notice(this.#observer.takeRecords());
    for (const operation of operations) {
      switch (operation[0]) {
        case 'insert': {
          const [, parent, before, element] = operation;
          this.#find(parent)?.insertBefore(this.#make(element), before ? this.#find(before) : null);
          break;
        }
        case 'remove':
          this.#remove(operation[1]);
          break;
        case 'move': {
          const element = this.#find(operation[1]);
          element?.parentElement?.insertBefore(element, operation[2] ? this.#find(operation[2]) : null);
          break;
        }
        case 'set': {
          const [, id, text, attributes, cleared] = operation;
          const element = this.#find(id);
          if (!element) break;
          if (text) this.#setText(element, text);
          for (const [name, value] of Object.entries(attributes)) this.#setAttribute(element, name, value);
          for (const name of cleared) this.#clearAttribute(element, name);
        }
      }
    }
    // What we have just written ourselves.
    this.#observer.takeRecords();
    if (focus) this.#find(focus)?.focus({ preventScroll: !isFar(this.#find(focus)) });
    return operations.length > 0;
  }

  /** @param {string} id */
  #find(id) {
    return document.getElementById(id);
  }

  /** @param {string} id */
  #remove(id) {
    const element = this.#find(id);
    if (!element) return;
    for (const gone of [element, ...element.querySelectorAll('[id]')]) {
      const handle = this.#handles.get(gone);
      if (handle === undefined) continue;
      this.#handles.delete(gone);
      this.#elements[handle] = undefined;
    }
    element.remove();
  }

  /**
   * @param {OutlineElement} outline
   * @returns {HTMLElement}
   */
  #make(outline) {
    const role = roles[outline.role];
    // An element of MathML takes part in the page as any other does.
    const element = /** @type {HTMLElement} */ (
      role.math ? document.createElementNS(kMath, role.tag) : document.createElement(role.tag));
    element.id = outline.id;
    if (role.class) element.className = role.class;
    for (const [name, value] of Object.entries(role.fixed ?? {})) element.setAttribute(name, value);
    for (const [name, value] of Object.entries(outline.attributes)) this.#setAttribute(element, name, value);
    this.#number(element, outline.handle);
    if (role.math) element.append(...outline.text.map((run) => run.text));
    else element.append(...outline.text.map((run) => makeRun(run, this.#resolve)));
    element.append(...outline.children.map((child) => this.#make(child)));
    return element;
  }

  /**
   * @param {HTMLElement} element
   * @param {Run[]} text
   */
  #setText(element, text) {
    // An element's own text comes before the outline elements in it.
    while (element.firstChild && !(element.firstChild instanceof Element && this.has(element.firstChild))) {
      element.firstChild.remove();
    }
    element.prepend(...text.map((run) => makeRun(run, this.#resolve)));
  }

  /**
   * Words that the engine does not know yet are on their way to it, and are never written over: the words of a
   * learner who has just begun come behind what was stored, or in a field of one line in its place.
   * @param {Field} field
   * @param {string} text
   */
  #fill(field, text) {
    const known = this.#known.get(field) ?? field.defaultValue;
    const { value } = field;
    const selectionEnd = field.selectionEnd ?? 0;
    const isBegun = field.tagName === 'TEXTAREA' && known === '' && value !== '' && text !== '';
    this.#known.set(field, text);
    if (value !== known && !isBegun && !field.readOnly) return;
    const filled = isBegun ? `${text}\n\n${value}` : text;
    if (filled === value) return;
    field.value = filled;
    // Where the learner is writing, the caret stays behind the same words.
    if (document.activeElement === field && filled.endsWith(value)) {
      const caret = filled.length - value.length + selectionEnd;
      field.setSelectionRange(caret, caret);
    }
  }

  /**
   * What stands in a field is about to be told to the engine.
   * @param {Field} field
   * @returns {boolean} Whether that is news.
   */
  takeWords(field) {
    if (field.value === (this.#known.get(field) ?? field.defaultValue)) return false;
    this.#known.set(field, field.value);
    return true;
  }

  /**
   * @param {HTMLElement} element
   * @param {string} name
   * @param {string} value
   */
  #setAttribute(element, name, value) {
    if (name === 'checked') /** @type {HTMLInputElement} */ (element).checked = true;
    else if (name === 'selected') /** @type {HTMLOptionElement} */ (element).selected = true;
    else if (name === 'value' && isField(element)) this.#fill(element, value);
    else if (name !== 'href' || isSafeLink(value)) {
      value = addresses.has(name) ? this.#resolve(value) : value;
      element.setAttribute(name, value);
    }
    if (name === 'data-at') putAt(element);
    // What was written after an answer was checked is no part of it.
    if (name === 'readonly' && isField(element)) element.value = this.#known.get(element) ?? element.defaultValue;
    // As web/early.js does it for the page as it was written.
    if (name === 'data-poster' && !document.documentElement.classList.contains('saves')) {
      /** @type {HTMLVideoElement} */ (element).poster = value;
    }
  }

  /**
   * @param {HTMLElement} element
   * @param {string} name
   */
  #clearAttribute(element, name) {
    if (name === 'checked') /** @type {HTMLInputElement} */ (element).checked = false;
    else if (name === 'selected') /** @type {HTMLOptionElement} */ (element).selected = false;
    else if (name === 'value' && isField(element)) this.#fill(element, '');
    else if (booleanNames.has(name)) element.toggleAttribute(name, false);
    else element.removeAttribute(name);
  }
}

/**
 * Puts an element onto its part of a picture: left edge, upper edge, width and height in percent. A page's policy lets no
 * style be written into the page itself.
 * @param {HTMLElement} element
 */
function putAt(element) {
  const [left, top, width, height] = (element.dataset.at ?? '').split(' ').map((part) => `${parseFloat(part)}%`);
  Object.assign(element.style, { left, top, width, height });
}

/**
 * Whether the learner would not see it take focus.
 * @param {HTMLElement | null} element
 */
function isFar(element) {
  if (!element) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom < 0 || top > innerHeight;
}
