/** One face for the engines that Playwright drives and the one that it does not. */
import { eventually, launchChromium, launchFirefox, WebKit } from './browsers.mjs';
import { openContext } from './site.mjs';

async function openWithPlaywright(browser) {
  const { context, problems } = await openContext(browser);
  const page = await context.newPage();
  return {
    problems: () => problems.filter((problem) => !/WebGL|GLX|sandbox/i.test(problem)),
    goto: (address) => page.goto(address),
    click: (selector) => page.locator(selector).first().click({ position: { x: 6, y: 6 } }),
    /** Words, or a key by its name. */
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    waitFor: (script) => eventually(() => page.evaluate(script), script),
    evaluate: (script, ...parts) => page.evaluate(script, ...parts),
    reload: () => page.reload(),
    choose: (selector, file) => page.locator(selector).first().setInputFiles(file),
    close: () => browser.close(),
  };
}

/** Nobody can choose a file there. */
async function openWebKit() {
  const webkit = await WebKit.launch();
  return {
    problems: () => [],
    goto: (address) => webkit.goto(address),
    click: (selector) => webkit.click(selector),
    type: (text) => webkit.press(...text),
    press: (key) => webkit.press(WebKit.keys[key] ?? key),
    waitFor: (script) => webkit.waitFor(script),
    evaluate: (script, ...parts) => webkit.evaluate(script, ...parts),
    reload: () => webkit.reload(),
    close: () => webkit.close(),
  };
}

/** Each opens a browser with one page. */
export const engines = {
  Chromium: async () => openWithPlaywright(await launchChromium()),
  // Its files on a disk share no store.
  Firefox: async () => openWithPlaywright(await launchFirefox({ prefs: { 'security.fileuri.strict_origin_policy': true } })),
  WebKitGTK: openWebKit,
};
