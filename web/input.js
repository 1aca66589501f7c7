// @ts-check
/**
 * What the learner does, by listeners on the page as a whole: presses and changes as messages for the engine; hover, press
 * and focus as handles for the painter.
 *
 * Listens from the moment it is made, so that nothing done before the engine came is lost.
 */
import { fields, isField, selectors } from './dom.js';

/** @typedef {import('./engine.js').Message} Message */

/** How long a learner's writing rests before it is kept, in milliseconds. */
const kWritingRest = 1000;

/** What on a stage is the browser's own to press. */
const kOwn = 'a, button, input, label';

export class Input {
  /** @type {import('./dom.js').Dom} */ #dom;
  /** @type {() => void} */ #wake;
  /** @type {Message[]} */ #messages = [];
  /** @type {{x: number, y: number, isDown: boolean, isTurn: boolean, isOverStage: boolean}[]} */ #pointers = [];
  #hovered = -1;
  #pressed = -1;
  #focused = -1;
  #isOverStage = false;
  #holdsStage = false;
  #isPointerSeen = true;
  #hasStarted = false;
  /** What the learner did something to last. */
  #acted = '';
  #hasMovedOn = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #writing;

  /**
   * @param {import('./dom.js').Dom} dom
   * @param {() => void} wake  Called when there is something new.
   */
  constructor(dom, wake) {
    this.#dom = dom;
    this.#wake = wake;
    // Ticks made while the page was still being read.
    for (const control of dom.root.querySelectorAll('input')) {
      if (control.checked !== control.defaultChecked) this.#toggled(control);
    }
    for (const list of dom.root.querySelectorAll('select')) {
      if (list.selectedIndex > 0) this.#selected(list);
    }
    document.addEventListener('click', (event) => this.#clicked(event));
    document.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement) this.#selected(target);
      else if (isField(target)) this.#wrote(target);
      else if (target instanceof HTMLInputElement) this.#toggled(target);
    });
    document.addEventListener('input', ({ target }) => {
      if (!isField(target)) return;
      clearTimeout(this.#writing);
      this.#writing = setTimeout(() => this.#wrote(target), kWritingRest);
    });
    // A page that is put away may not come back.
    document.addEventListener('visibilitychange', () => this.#wroteAll());
    document.addEventListener('pointerover', (event) => this.#pointed(event));
    document.addEventListener('pointermove', (event) => this.#moved(event, event.buttons > 0));
    document.addEventListener('pointerdown', (event) => this.#pushed(event));
    document.addEventListener('pointerup', (event) => this.#released(event));
    // The browser takes the pointer for itself, as to scroll: what was carried is let go of, and not dropped.
    document.addEventListener('pointercancel', () => this.#left());
    // A finger that is lifted leaves as well; what it did then is still to be painted.
    document.documentElement.addEventListener('pointerleave', ({ pointerType }) => {
      if (pointerType !== 'touch') this.#left();
    });
    // Words that lie on a card are found and copied like any; to carry the card is not to select them.
    document.addEventListener('selectstart', (event) => {
      if (this.#holdsStage) event.preventDefault();
    });
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element && target.id !== this.#acted) this.#hasMovedOn = true;
      this.#setFocused(this.#dom.handleAt(target));
      this.#point(target, true);
    });
    document.addEventListener('focusout', ({ target }) => {
      this.#setFocused(-1);
      this.#point(target, false);
    });
    document.addEventListener('keydown', (event) => {
      this.#setKeyboard(true);
      this.#typed(event);
    });
  }

  /** What is stored stands in the page: words that were begun before have been joined with it, and can be told. */
  start() {
    this.#hasStarted = true;
    this.#wroteAll();
  }

  /** What has happened since the last call, in order. */
  takeMessages() {
    return this.#messages.splice(0);
  }

  /** @param {Message} message */
  send(message) {
    if ('id' in message) {
      this.#acted = message.id;
      this.#hasMovedOn = false;
    }
    this.#messages.push(message);
    this.#wake();
  }

  /** Whether focus has gone elsewhere since the learner did something: what came of that must not fetch it back. */
  get hasMovedOn() {
    return this.#hasMovedOn;
  }

  /** Whether the painter has not yet seen all that the pointer did. */
  get hasMore() {
    return this.#pointers.length > 1 || !this.#isPointerSeen;
  }

  /** @returns {import('./engine.js').Interaction} For one frame; a quick press and release take two. */
  takeInteraction() {
    // The last place stays, for frames that nothing of the pointer's caused.
    this.#isPointerSeen = this.#pointers.length <= 1;
    const pointer = (this.#isPointerSeen ? this.#pointers[0] : this.#pointers.shift()) ?? null;
    return {
      hovered: this.#hovered,
      pressed: this.#pressed,
      focused: this.#focused,
      focusIsVisible: document.documentElement.classList.contains('kbd'),
      pointer: pointer?.isOverStage ? pointer : null,
    };
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const { target, defaultPrevented, button, ctrlKey, metaKey, shiftKey } = event;
    if (defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey || !(target instanceof Element)) return;
    const label = target.closest('label');
    const selection = getSelection();
    if (label && event.detail && selection && !selection.isCollapsed && selection.containsNode(label, true)) {
      // To select an option's words is not to choose it. Not every browser sees to that by itself.
      event.preventDefault();
      return;
    }
    const pressed = target.closest('button[id], a[id][href^="#"]');
    if (!pressed || !this.#dom.has(pressed)) return;
    // Not every browser takes focus, and with it the news of a change, from a field to a button that is pressed.
    this.#wroteAll();
    // A table of contents has done its work once a line of it is followed.
    pressed.closest('.contents')?.removeAttribute('open');
    this.send({ type: 'activated', id: pressed.id });
  }

  /** @param {HTMLInputElement} control */
  #toggled(control) {
    if (this.#dom.has(control)) this.send({ type: 'toggled', id: control.id, on: control.checked });
  }

  /** @param {HTMLSelectElement} list */
  #selected(list) {
    if (this.#dom.has(list)) this.send({ type: 'wrote', id: list.id, text: list.value });
  }

  /**
   * Enter in a field of one line presses the button that the field names.
   * @param {KeyboardEvent} event
   */
  #typed({ key, isComposing, repeat, target }) {
    if (key !== 'Enter' || isComposing || repeat || !isField(target)) return;
    const { target: button = '' } = target.dataset;
    document.getElementById(button)?.click();
  }

  /** @param {import('./dom.js').Field} field */
  #wrote(field) {
    if (!this.#hasStarted || !this.#dom.has(field) || !this.#dom.takeWords(field)) return;
    this.send({ type: 'wrote', id: field.id, text: field.value });
  }

  #wroteAll() {
    for (const field of this.#dom.root.querySelectorAll(fields)) if (isField(field)) this.#wrote(field);
  }

  /** @param {PointerEvent} event */
  #pointed(event) {
    const hovered = event.pointerType === 'mouse' ? this.#dom.handleAt(event.target) : -1;
    if (hovered === this.#hovered) return;
    this.#hovered = hovered;
    this.#wake();
  }

  /**
   * @param {PointerEvent} event
   * @param {boolean} isDown
   */
  #moved(event, isDown) {
    const isOverStage = this.#holdsStage ||
      (event.target instanceof Element && event.target.closest(selectors.stage) !== null);
    if (!isOverStage && !this.#isOverStage) return;
    this.#isOverStage = isOverStage;
    const last = this.#pointers.at(-1);
    const isTurn = isDown !== (last?.isDown ?? false);
    const pointer = { x: event.pageX, y: event.pageY, isDown, isTurn, isOverStage };
    // Mere movement replaces mere movement; a press or a release is never passed over, nor where it was.
    if (last && !isTurn && !last.isTurn) this.#pointers[this.#pointers.length - 1] = pointer;
    else this.#pointers.push(pointer);
    this.#isPointerSeen = false;
    this.#wake();
  }

  /** @param {PointerEvent} event */
  #pushed(event) {
    this.#setKeyboard(false);
    this.#pressed = this.#dom.handleAt(event.target);
    const { target, button } = event;
    const isOwn = target instanceof Element && target.closest(kOwn) !== null;
    if (button === 0) {
      this.#moved(event, !isOwn);
      // What is carried may leave the stage for a while.
      this.#holdsStage = this.#isOverStage && !isOwn;
    }
    this.#wake();
  }

  /** @param {PointerEvent} event */
  #released(event) {
    this.#pressed = -1;
    this.#moved(event, false);
    this.#holdsStage = false;
    if (event.pointerType !== 'mouse') this.#hovered = -1;
    this.#wake();
  }

  #left() {
    this.#hovered = -1;
    this.#pressed = -1;
    this.#isOverStage = false;
    this.#holdsStage = false;
    this.#pointers = [];
    this.#isPointerSeen = true;
    this.#wake();
  }

  /** @param {number} focused */
  #setFocused(focused) {
    if (focused === this.#focused) return;
    this.#focused = focused;
    this.#wake();
  }

  /**
   * A control that is labelled elsewhere too, as by a part of a picture, shows its focus there.
   * @param {EventTarget | null} target
   * @param {boolean} isOn
   */
  #point(target, isOn) {
    if (!(target instanceof HTMLInputElement)) return;
    for (const label of target.labels ?? []) label.classList.toggle('near', isOn);
  }

  // `:focus-visible` misses the keyboard in some browsers after a click; a class on the page does not.
  /** @param {boolean} isOn */
  #setKeyboard(isOn) {
    const { classList } = document.documentElement;
    if (classList.contains('kbd') === isOn) return;
    classList.toggle('kbd', isOn);
    this.#wake();
  }
}
