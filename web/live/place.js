// @ts-check
/**
 * Where somebody is on a page, kept while the page is loaded anew: what is in sight and where, what has focus, what is
 * unfolded. Answers need nothing; they are in the browser's store.
 *
 * @typedef {{scroll: number, anchor: {id: string, top: number} | null, focus: string, open: string[]}} Place
 */

const kKey = `byte-live ${location.pathname}`;

/** How long the place is held while the engine starts and puts in what was answered; the page may grow meanwhile. */
const kLongestMs = 4000;
const kAfterEngineMs = 500;

/** The first element that begins in sight: whatever is changed above it, it stays where the eye is. */
function findAnchor() {
  if (scrollY <= 0) return null;
  for (const element of document.querySelectorAll('main [id]')) {
    const { top, height } = element.getBoundingClientRect();
    if (height > 0 && top >= 0 && top < innerHeight) return { id: element.id, top };
  }
  return null;
}

/** Keeps the place, and loads the page anew. */
export function reloadInPlace() {
  const open = [...document.querySelectorAll('main details[open][id]')].map(({ id }) => id);
  /** @type {Place} */
  const place = { scroll: scrollY, anchor: findAnchor(), focus: document.activeElement?.id ?? '', open };
  try {
    sessionStorage.setItem(kKey, JSON.stringify(place));
    // Else the browser moves the page as well.
    history.scrollRestoration = 'manual';
  } catch {
    // A browser that keeps nothing: then it is the browser's own idea of the place.
  }
  location.reload();
}

/** @returns {Place | null} */
function takePlace() {
  try {
    const text = sessionStorage.getItem(kKey);
    sessionStorage.removeItem(kKey);
    return text && JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {Place} place */
function align({ scroll, anchor }) {
  const element = anchor && document.getElementById(anchor.id);
  const top = anchor && element ? scrollY + element.getBoundingClientRect().top - anchor.top : scroll;
  if (Math.abs(top - scrollY) >= 1) scrollTo({ top, behavior: 'instant' });
}

/** Brings back the place that `reloadInPlace` kept, if it did. */
export function restorePlace() {
  const place = takePlace();
  if (!place) return;
  const unopened = new Set(place.open);
  const root = document.documentElement;
  let isHeld = true;
  let end = performance.now() + kLongestMs;
  let isEngineSeen = false;
  // Whoever moves on their own is let go.
  const letGo = () => { isHeld = false; };
  const moves = ['wheel', 'touchstart', 'pointerdown', 'keydown'];
  for (const move of moves) addEventListener(move, letGo, { passive: true, once: true });

  const hold = () => {
    for (const id of unopened) {
      const details = document.getElementById(id);
      if (details instanceof HTMLDetailsElement) {
        details.open = true;
        unopened.delete(id);
      }
    }
    if (place.focus && document.activeElement === document.body) {
      document.getElementById(place.focus)?.focus({ preventScroll: true });
    }
    align(place);
    if (!isEngineSeen && root.classList.contains('engine')) {
      isEngineSeen = true;
      end = performance.now() + kAfterEngineMs;
    }
    if (isHeld && performance.now() < end) {
      requestAnimationFrame(hold);
      return;
    }
    for (const move of moves) removeEventListener(move, letGo);
    history.scrollRestoration = 'auto';
  };
  hold();
}
