// @ts-check
/**
 * The stream of changes from `byte serve`. Only a page in sight holds one: a browser has six connections to a host, and
 * a seventh tab would wait for ever.
 *
 * @typedef {{version: number, page: string, problems: import('../author/checker.js').Problem[]}} Change
 */

const kRetryMs = 1000;

export class Connection {
  #take;
  #tell;
  /** @type {EventSource | null} */ #source = null;
  #timer = 0;
  #failures = 0;

  /**
   * @param {(change: Change) => void} take  Called when the connection is made, and then at every change.
   * @param {(isLost: boolean) => void} tell
   */
  constructor(take, tell) {
    this.#take = take;
    this.#tell = tell;
    document.addEventListener('visibilitychange', () => this.#update());
    addEventListener('pagehide', () => this.#end());
    addEventListener('pageshow', () => this.#update());
    this.#update();
  }

  #update() {
    if (document.visibilityState === 'hidden') this.#end();
    else if (!this.#source) this.#connect();
  }

  #end() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  #connect() {
    this.#end();
    this.#source = new EventSource(`/.byte/events?${location.pathname}`);
    this.#source.addEventListener('change', (event) => {
      this.#failures = 0;
      this.#tell(false);
      this.#take(JSON.parse(event.data));
    });
    // Browsers differ in when they try again by themselves, so that is done here.
    this.#source.addEventListener('error', () => {
      this.#end();
      // The first may be the page's own leaving.
      if (++this.#failures > 1) this.#tell(true);
      this.#timer = setTimeout(() => this.#update(), kRetryMs);
    });
  }
}
