// @ts-check
/**
 * The life of a frame in the page: what happened goes to the engine, what it answers goes into the page, and the painted face
 * follows. Nothing runs while nothing changes: a frame is asked for when something has.
 */
import { addScript } from './engine.js';
import { Face } from './face.js';

/** @typedef {import('./engine.js').Message} Message */

export class Player {
  /** @type {import('./engine.js').Engine} */ #engine;
  /** @type {import('./dom.js').Dom} */ #dom;
  /** @type {import('./input.js').Input} */ #input;
  /** @type {import('./store.js').Store} */ #store;
  #answerFile;
  /** Ids of what could not be saved. @type {Set<string>} */ #failed = new Set();
  /** @type {Face | null} */ #face = null;
  /** @type {() => Face} */ #makeFace;
  #isScheduled = false;

  /**
   * @param {{engine: import('./engine.js').Engine, dom: import('./dom.js').Dom, input: import('./input.js').Input,
   *          store: import('./store.js').Store, canvas: HTMLCanvasElement, answerFile: string}} parts  `answerFile`: the
   *   address of web/answer_file.js, where the page does not have it already.
   */
  constructor({ engine, dom, input, store, canvas, answerFile }) {
    this.#engine = engine;
    this.#dom = dom;
    this.#input = input;
    this.#store = store;
    this.#answerFile = answerFile;
    this.#makeFace = () => new Face(engine, dom, canvas, () => this.schedule());
    dom.watch(() => this.#invalidate());
    store.listen((events) => this.#input.send({ type: 'arrived', events }));
    addEventListener('scroll', () => {
      if (this.#face?.mustMove) this.schedule();
    }, { passive: true });
    // No frame comes to a page that is put away, and it may never be seen again.
    document.addEventListener('visibilitychange', () => {
      this.#tryAgain();
      if (document.visibilityState === 'hidden') this.#tell();
    });
    for (const name of ['focus', 'online']) addEventListener(name, () => this.#tryAgain());
    new ResizeObserver(() => this.#invalidate()).observe(dom.root);
    addEventListener('resize', () => this.#invalidate());
    globalThis.visualViewport?.addEventListener('resize', () => {
      if (this.#face?.mustYield) this.schedule();
    });
    document.fonts?.addEventListener('loadingdone', () => this.#invalidate());
    for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)', 'print']) {
      matchMedia(query).addEventListener('change', () => this.#chooseFace());
    }
  }

  /** The learner's wish for the page without painting, kept on this device. */
  get #isPlain() {
    try {
      return localStorage.getItem('byte-player face') === 'plain';
    } catch {
      return false;
    }
  }

  set #isPlain(isPlain) {
    try {
      localStorage.setItem('byte-player face', isPlain ? 'plain' : 'painted');
    } catch {
      // The wish then holds for this page only.
    }
  }

  /** @param {Message[]} first  What the engine is told before anything that the learner did. */
  start(first) {
    const saves = document.documentElement.classList.contains('saves');
    this.#run([...first, { type: 'face-changed', plain: this.#isPlain }, { type: 'saving-changed', saves },
      ...this.#input.takeMessages()]);
    this.#input.start();
    this.#chooseFace();
  }

  schedule() {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    requestAnimationFrame((now) => this.#frame(now));
  }

  /** @param {number} now  Milliseconds. */
  #frame(now) {
    this.#isScheduled = false;
    this.#tell();
    if (!this.#face) return;
    const { wantsFrame, stageWantsPointer, activated } = this.#face.paint(now / 1000, this.#input.takeInteraction());
    document.documentElement.classList.toggle('hot', stageWantsPointer);
    if (activated >= 0) this.#dom.element(activated)?.click();
    if (wantsFrame || this.#input.hasMore) this.schedule();
  }

  /** Tells the engine what has happened since it was told last. */
  #tell() {
    const messages = this.#input.takeMessages();
    if (messages.length) this.#run(messages);
  }

  /** @param {Message[]} messages */
  #run(messages) {
    const { patch, commands } = this.#engine.frame(messages);
    if (this.#dom.apply(patch)) this.#face?.invalidate();
    this.#carryOut(commands);
  }

  /** @param {Message[]} commands */
  #carryOut(commands) {
    /** @type {import('./store.js').StoredEvent[]} */
    const events = [];
    /** @type {string[]} */
    const erased = [];
    for (const command of commands) {
      switch (command.type) {
        case 'store': events.push(...command.events); break;
        case 'erase': erased.push(...command.ids); break;
        case 'set-aside':
          this.#store.setAside(command.records).catch((error) => console.error('Stored records stay as they are:', error));
          break;
        case 'change-face':
          this.#isPlain = command.plain;
          this.#chooseFace();
          break;
        case 'change-saving':
          this.#saveData(command.saves);
          break;
        case 'use-file':
          this.#useFile(command.opens).catch((error) => console.error(error));
      }
    }
    if (events.length || erased.length) this.#save(events, erased);
  }

  /**
   * @param {import('./store.js').StoredEvent[]} events
   * @param {string[]} erased
   */
  async #save(events, erased) {
    const ids = events.map(({ id }) => id);
    this.#store.hold(events, erased);
    try {
      // The store could not be read when the page came.
      if (!this.#store.hasLoaded) this.#input.send({ type: 'loaded', ...await this.#store.load() });
      await this.#store.save(events, erased);
      for (const id of [...ids, ...erased]) this.#failed.delete(id);
      this.#input.send({ type: 'saved', ids });
    } catch (error) {
      for (const id of ids) this.#failed.add(id);
      const { name, message } = /** @type {Error} */ (error);
      this.#input.send({ type: 'save-failed', ids, reason: message || name, full: name === 'QuotaExceededError' });
    }
  }

  /** When the learner comes or goes: nothing is tried by itself while the page is at rest. */
  #tryAgain() {
    if (this.#failed.size) this.#input.send({ type: 'try-again' });
    else if (!this.#store.hasLoaded) this.#save([], []);
  }

  /** @param {boolean} opens  Else one is written. */
  async #useFile(opens) {
    const scope = /** @type {any} */ (globalThis);
    if (!scope.useAnswerFile) await addScript(this.#answerFile);
    await scope.useAnswerFile(opens, this.#store, this.#input);
    await this.#save([], []);
  }

  /** @param {boolean} saves  The learner's wish, kept on this device and heeded by web/early.js from the next page on. */
  #saveData(saves) {
    document.documentElement.classList.toggle('saves', saves);
    try {
      localStorage.setItem('byte-player data', saves ? 'less' : 'all');
    } catch {
      // The wish then holds for this page only.
    }
  }

  /** Painted, unless the learner, the browser or the paper says otherwise. */
  #chooseFace() {
    const mayPaint = !this.#isPlain && !matchMedia('(forced-colors: active)').matches && !matchMedia('print').matches;
    if (mayPaint && !this.#face) {
      const face = this.#makeFace();
      if (face.start()) this.#face = face;
    } else if (!mayPaint && this.#face) {
      this.#face.stop();
      this.#face = null;
    }
    // Room for what only a painted page has.
    document.documentElement.classList.toggle('paints', this.#face !== null);
    this.#invalidate();
  }

  #invalidate() {
    this.#face?.invalidate();
    if (this.#face) this.schedule();
  }
}
