// @ts-check

/**
 * What registers service workers, or undefined where there are none: in an insecure context, and in a frame without an origin,
 * where asking for them throws.
 */
export function serviceWorkers() {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}
