// @ts-check
/**
 * What the learner does, by listeners on the page as a whole: presses and changes as messages for the engine; hover, press
 * and focus as handles for the painter.
 *
 * Listens from the moment it is made, so that nothing done before the engine came is lost.
 */
import { selectors } from './dom.js';

/** @typedef {import('./engine.js').Message} Message */

export class Input {
  /** @type {import('./dom.js').Dom} */ #dom;
  /** @type {() => void} */ #wake;
  /** @type {Message[]} */ #messages = [];
  /** @type {{x: number, y: number, isDown: boolean}[]} */ #pointers = [];
  #hovered = -1;
  #pressed = -1;
  #focused = -1;
  #isOverStage = false;

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
    document.addEventListener('click', (event) => this.#clicked(event));
    document.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) this.#toggled(target);
    });
    document.addEventListener('pointerover', (event) => this.#pointed(event));
    document.addEventListener('pointermove', (event) => this.#moved(event, event.buttons > 0));
    document.addEventListener('pointerdown', (event) => this.#pushed(event));
    for (const name of /** @type {const} */ (['pointerup', 'pointercancel'])) {
      document.addEventListener(name, (event) => this.#released(event));
    }
    document.documentElement.addEventListener('pointerleave', () => this.#left());
    document.addEventListener('focusin', ({ target }) => this.#setFocused(this.#dom.handleAt(target)));
    document.addEventListener('focusout', () => this.#setFocused(-1));
    document.addEventListener('keydown', () => this.#setKeyboard(true));
  }

  /** What has happened since the last call, in order. */
  takeMessages() {
    return this.#messages.splice(0);
  }

  /** @param {Message} message */
  send(message) {
    this.#messages.push(message);
    this.#wake();
  }

  /** Whether the painter has not yet seen all that the pointer did. */
  get hasMore() {
    return this.#pointers.length > 1;
  }

  /** @returns {import('./engine.js').Interaction} For one frame; a quick press and release take two. */
  takeInteraction() {
    // The last place stays, for frames that nothing of the pointer's caused.
    const pointer = (this.#pointers.length > 1 ? this.#pointers.shift() : this.#pointers[0]) ?? null;
    return {
      hovered: this.#hovered,
      pressed: this.#pressed,
      focused: this.#focused,
      focusIsVisible: document.documentElement.classList.contains('kbd'),
      pointer: this.#isOverStage ? pointer : null,
    };
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const { target, defaultPrevented, button, ctrlKey, metaKey, shiftKey } = event;
    if (defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey || !(target instanceof Element)) return;
    const pressed = target.closest('button[id], a[id][href^="#"]');
    if (!pressed || !this.#dom.has(pressed)) return;
    // A table of contents has done its work once a line of it is followed.
    pressed.closest('details')?.removeAttribute('open');
    this.send({ type: 'activated', id: pressed.id });
  }

  /** @param {HTMLInputElement} control */
  #toggled(control) {
    if (this.#dom.has(control)) this.send({ type: 'toggled', id: control.id, on: control.checked });
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
    const isOverStage = event.target instanceof Element && event.target.closest(selectors.stage) !== null;
    if (!isOverStage && !this.#isOverStage) return;
    this.#isOverStage = isOverStage;
    const pointer = { x: event.pageX, y: event.pageY, isDown };
    const last = this.#pointers.at(-1);
    // Mere movement replaces mere movement; a press or a release is never passed over.
    if (last && last.isDown === isDown) this.#pointers[this.#pointers.length - 1] = pointer;
    else this.#pointers.push(pointer);
    this.#wake();
  }

  /** @param {PointerEvent} event */
  #pushed(event) {
    this.#setKeyboard(false);
    this.#pressed = this.#dom.handleAt(event.target);
    // A link on a stage is followed by the browser itself.
    const isLink = event.target instanceof Element && event.target.closest('a') !== null;
    if (event.button === 0) this.#moved(event, !isLink);
    this.#wake();
  }

  /** @param {PointerEvent} event */
  #released(event) {
    this.#pressed = -1;
    this.#moved(event, false);
    if (event.pointerType !== 'mouse') this.#hovered = -1;
    this.#wake();
  }

  #left() {
    this.#hovered = -1;
    this.#pressed = -1;
    this.#isOverStage = false;
    this.#pointers = [];
    this.#wake();
  }

  /** @param {number} focused */
  #setFocused(focused) {
    if (focused === this.#focused) return;
    this.#focused = focused;
    this.#wake();
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
