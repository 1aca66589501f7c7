// @ts-check
/**
 * Runs in the head, before the page is laid out: decides whether data is saved, so that no picture is asked for first.
 *
 * Every picture is `loading="lazy"`, and browsers load a lazy picture once it has a box near what is in sight. So a class
 * on the root that takes the picture's box away, and shows what stands in its place, is all that it takes; no address
 * has to be hidden from the browser, and the page's elements stay as the engine writes them. Without scripts pictures load
 * as in any page.
 *
 * A picture that was asked for is shown from here too: somebody who saves data should not have to load the engine for it.
 * The engine, where there is one, hears of the press and writes the same.
 *
 * It also takes files that are dropped onto the page, and has links to the same lesson in another language lead to the place
 * where the reader is: elements have the same ids in all languages.
 */
(() => {
  const { documentElement: root } = document;
  /** @type {string | null} */
  let wish = null;
  try {
    wish = localStorage.getItem('byte-player data');
  } catch {
    // Then the browser's hint decides.
  }
  const { connection } = /** @type {any} */ (navigator);
  const isHinted = connection?.saveData || matchMedia('(prefers-reduced-data: reduce)').matches;
  root.classList.toggle('saves', wish ? wish === 'less' : isHinted);

  document.addEventListener('click', ({ target }) => {
    const picture = target instanceof Element && target.closest('.asked > button')?.closest('.picture');
    if (!(picture instanceof HTMLElement)) return;
    picture.dataset.tone = 'shown';
    // Its button is gone; whoever pressed it goes on from the picture.
    picture.tabIndex = -1;
    picture.focus({ preventScroll: true });
  });

  /** Nearest to the line where the browser lays what an address names. */
  const placeInSight = () => {
    const line = parseFloat(getComputedStyle(root).scrollPaddingTop) + 2;
    let place = '';
    for (const element of document.querySelectorAll('main [id]')) {
      const { top, height } = element.getBoundingClientRect();
      if (height > 0 && top < line) place = element.id;
    }
    return place;
  };
  // Who goes through the contents by keyboard moves the page a little with each step.
  let placeBefore = '';
  document.addEventListener('toggle', ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.open && target.matches('.contents')) placeBefore = placeInSight();
  }, true);
  for (const name of ['click', 'auxclick', 'contextmenu']) {
    document.addEventListener(name, (event) => {
      const { target, detail } = /** @type {UIEvent} */ (event);
      const link = target instanceof Element && target.closest('[id^="page:editions"] a');
      if (!(link instanceof HTMLAnchorElement)) return;
      // Nobody has read anything yet whom the page's top is in sight of.
      link.hash = scrollY < innerHeight / 2 ? '' : (detail === 0 && placeBefore) || placeInSight();
    });
  }

  // An author's own file may be dropped onto any page. What to do with it is another script's business, which nobody
  // else loads.
  const { site = '', drop = '' } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    const items = [...event.dataTransfer?.items ?? []].filter(({ kind }) => kind === 'file');
    if (!items.length || !drop) return;
    event.preventDefault();
    // Both can be asked for during the event only.
    const dropped = items.map((item) => {
      const entry = item.webkitGetAsEntry();
      return entry?.isDirectory ? entry : item.getAsFile();
    });
    const script = document.createElement('script');
    script.src = drop;
    script.onload = () => /** @type {any} */ (globalThis).takeDropped(dropped, site);
    document.head.append(script);
  });

  // A poster can't be lazy, so it is no poster until here.
  addEventListener('DOMContentLoaded', () => {
    if (root.classList.contains('saves')) return;
    for (const video of document.querySelectorAll('video')) {
      if (video.dataset.poster) video.poster = video.dataset.poster;
    }
  });
})();
