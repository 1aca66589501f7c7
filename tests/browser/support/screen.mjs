// Looks at a real screen: an X display of our own whose frame buffer is a file. It shows what a learner sees at that moment, in
// the middle of a scroll too, which no browser's screenshot does.

import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end, start } from './browsers.mjs';

/**
 * @param {{width: number, height: number}} size
 * @returns {Promise<{display: string, look: () => Screen, close: () => Promise<void>}>}
 * @typedef {{width: number, height: number, at: (x: number, y: number) => number}} Screen  `at`: a pixel as 0xRRGGBB, until the next look.
 */
export async function startScreen({ width, height }) {
  const folder = mkdtempSync(join(tmpdir(), 'byte-screen-'));
  const server = start('Xvfb', ['-displayfd', '3', '-noreset', '-fbdir', folder, '-screen', '0', `${width}x${height}x24`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise((found, failed) => {
    server.on('error', failed);
    server.on('exit', (code) => failed(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3].once('data', (number) => found(`:${String(number).trim()}`));
  });
  const file = openSync(join(folder, 'Xvfb_screen0'), 'r');
  // The file is a window dump (XWD): a header of big-endian numbers, a colour map, the pixels.
  const header = Buffer.alloc(100);
  readSync(file, header, 0, 100, 0);
  const headerSize = header.readUInt32BE(0);
  const bytesPerLine = header.readUInt32BE(48);
  const colors = header.readUInt32BE(76);
  const offset = headerSize + colors * 12;
  const pixels = Buffer.alloc(bytesPerLine * height);
  return {
    display,
    look: () => {
      readSync(file, pixels, 0, pixels.length, offset);
      return { width, height, at: (x, y) => pixels.readUInt32LE(y * bytesPerLine + x * 4) & 0xffffff };
    },
    close: async () => {
      closeSync(file);
      await end(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
