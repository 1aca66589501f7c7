/** One face for the engines that Playwright drives and the one that it does not. */
import { launchChromium, launchFirefox, WebKit } from './browsers.mjs';
import { openContext } from './site.mjs';

/** A page may go while it is asked. */
async function waitFor(ask, what) {
  let last;
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    if (await ask().catch((error) => { last = error; return false; })) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`Never true: ${what} ${last ?? ''}`);
}

async function openWithPlaywright(browser) {
  const { context, problems } = await openContext(browser);
  const page = await context.newPage();
  return {
    problems: () => problems.filter((problem) => !/WebGL|GLX|sandbox/i.test(problem)),
    goto: (address) => page.goto(address),
    click: (selector) => page.locator(selector).first().click({ position: { x: 6, y: 6 } }),
    waitFor: (script) => waitFor(() => page.evaluate(script), script),
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
    waitFor: (script) => waitFor(() => webkit.evaluate(script), script),
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
