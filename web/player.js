// @ts-check
/**
 * The life of a frame in the page: what happened goes to the engine, what it answers goes into the page, and the painted face
 * follows. Nothing runs while nothing changes: a frame is asked for when something has.
 */
import { addScript } from './engine.js';
import { Face } from './face.js';
import { showTrouble } from './trouble.js';

/** @typedef {import('./engine.js').Message} Message */

export class Player {
  /** @type {import('./engine.js').Engine} */ #engine;
  /** @type {import('./dom.js').Dom} */ #dom;
  /** @type {import('./input.js').Input} */ #input;
  /** @type {import('./store.js').Store} */ #store;
  #answerFile;
  /** Ids of what could not be saved. @type {Set<string>} */ #failed = new Set();
  /** @type {Face | null} */ #face = null;
  /** Null once it has failed. @type {(() => Face) | null} */ #makeFace;
  /** @type {(() => void) | undefined} */ #saved;
  /** @type {(() => void) | undefined} */ #useUpdate;
  #isScheduled = false;
  #hasStopped = false;

  /**
   * @param {{engine: import('./engine.js').Engine, dom: import('./dom.js').Dom, input: import('./input.js').Input,
   *          store: import('./store.js').Store, canvas: HTMLCanvasElement, answerFile: string, saved?: () => void,
   *          useUpdate?: () => void}} parts  `answerFile`: the address of web/answer_file.js, where the page does not have it
   *   already.
   */
  constructor({ engine, dom, input, store, canvas, answerFile, saved, useUpdate }) {
    this.#engine = engine;
    this.#dom = dom;
    this.#input = input;
    this.#store = store;
    this.#answerFile = answerFile;
    this.#saved = saved;
    this.#useUpdate = useUpdate;
    this.#makeFace = () => new Face(engine, dom, canvas, () => this.schedule());
    dom.watch(() => this.#invalidate());
    store.listen((events) => this.#input.send({ type: 'arrived', events }));
    addEventListener('scroll', () => {
      if (this.#face?.mustMove) this.schedule();
    }, { passive: true });
    // No frame comes to a page that is put away, and it may never be seen again.
    document.addEventListener('visibilitychange', () => {
      this.#tryAgain();
      if (document.visibilityState === 'hidden') this.#attempt(() => this.#tell());
    });
    for (const name of ['focus', 'online']) addEventListener(name, () => this.#tryAgain());
    new ResizeObserver(() => this.#invalidate()).observe(dom.root);
    addEventListener('resize', () => this.#invalidate());
    globalThis.visualViewport?.addEventListener('resize', () => {
      if (this.#face?.mustYield) this.schedule();
    });
    document.fonts?.addEventListener('loadingdone', () => this.#invalidate());
    for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)', 'print']) {
      matchMedia(query).addEventListener('change', () => this.#attempt(() => this.#chooseFace(), (error) => this.#goPlain(error)));
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
    // Unless all goes well, nothing more is asked of the engine.
    this.#hasStopped = true;
    this.#run([...first, { type: 'face-changed', plain: this.#isPlain }, { type: 'saving-changed', saves },
      ...this.#input.takeMessages()]);
    this.#hasStopped = false;
    this.#input.start();
    this.#attempt(() => this.#chooseFace(), (error) => this.#goPlain(error));
  }

  schedule() {
    if (this.#isScheduled || this.#hasStopped) return;
    this.#isScheduled = true;
    requestAnimationFrame((now) => this.#frame(now));
  }

  /** @param {number} now  Milliseconds. */
  #frame(now) {
    this.#isScheduled = false;
    this.#attempt(() => this.#tell());
    this.#attempt(() => this.#paint(now), (error) => this.#goPlain(error));
  }

  /** @param {number} now  Milliseconds. */
  #paint(now) {
    if (!this.#face) return;
    const { wantsFrame, stageWantsPointer, activated, place } =
      this.#face.paint(now / 1000, this.#input.takeInteraction());
    document.documentElement.classList.toggle('hot', stageWantsPointer);
    const element = this.#dom.element(activated);
    if (element && place >= 0) this.#input.send({ type: 'activated', id: `${element.id}:to-${place}` });
    else element?.click();
    if (wantsFrame || this.#input.hasMore) this.schedule();
  }

  /**
   * Does what may meet a mistake of ours, or of the browser's.
   * @param {() => void} work
   * @param {(error: unknown) => void} [giveUp]  What to do about one that has left the engine whole.
   */
  #attempt(work, giveUp = (error) => this.#stop(error)) {
    if (this.#hasStopped) return;
    try {
      work();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) this.#stop(error);
      else giveUp(error);
    }
  }

  /** An engine that has trapped can't be trusted with anything more. The page stays, and so does what is stored. @param {unknown} error */
  #stop(error) {
    console.error(error);
    this.#hasStopped = true;
    this.#dropFace();
    showTrouble('engine-stopped');
  }

  /** The lesson goes on without its painting. @param {unknown} error */
  #goPlain(error) {
    console.error(error);
    this.#makeFace = null;
    this.#dropFace();
  }

  #dropFace() {
    this.#face?.stop();
    this.#face = null;
    document.documentElement.classList.remove('paints', 'hot');
  }

  /** Tells the engine what has happened since it was told last. */
  #tell() {
    const messages = this.#input.takeMessages();
    if (messages.length) this.#run(messages);
  }

  /** @param {Message[]} messages */
  #run(messages) {
    const { patch, commands } = this.#engine.frame(messages);
    if (this.#input.hasMovedOn) patch.focus = '';
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
        case 'use-update': this.#useUpdate?.(); break;
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
      this.#saved?.();
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
      const face = this.#makeFace?.();
      if (face?.start()) this.#face = face;
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
