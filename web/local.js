// @ts-check
/**
 * Part of the scripts that bring a module along for pages opened from a disk: `fetch` reads nothing there, while a classic
 * script runs. The tool puts together the module's own script, this one, and a call with the packed module.
 */
import { provideModule } from './unpack.js';

Object.assign(globalThis, {
  /**
   * @param {string} name
   * @param {string} packed
   */
  provideByteModule: (name, packed) => provideModule(name, () => packed),
});
