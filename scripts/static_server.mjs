// A static file server for this machine: the built site as any host would serve it.
//   node scripts/static_server.mjs <folder> <port>
// The browser tests start it by calling serve().

import { createReadStream, realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const kTypes = new Map(Object.entries({
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.zip': 'application/zip',
}));

/** The file that a request's path means: null when there is none, or when it lies outside `root`. */
async function find_file(root, request_path) {
  let decoded;
  try {
    decoded = decodeURIComponent(request_path);
  } catch {
    return null;
  }
  if (decoded.includes('\0')) return null;
  const file = path.join(root, decoded);
  if (file !== root && !file.startsWith(root + path.sep)) return null;
  try {
    const real = realpathSync(file);
    if (real !== root && !real.startsWith(root + path.sep)) return null;
    const facts = await stat(real);
    if (!facts.isDirectory()) return decoded.endsWith('/') ? null : { file: real, facts };
    if (!decoded.endsWith('/')) return { redirect: true };
    const index = path.join(real, 'index.html');
    return { file: index, facts: await stat(index) };
  } catch {
    return null;
  }
}

/** One range of bytes, as media players ask for it: null for the whole file, 'none' when it can't be had. */
function read_range(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start > end ? 'none' : { start, end };
}

async function answer(root, prefix, request, response) {
  const { pathname, search } = new URL(request.url, 'http://localhost');
  const plain = (status, text, headers = {}) => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers });
    response.end(text);
  };
  if (!['GET', 'HEAD'].includes(request.method)) return plain(405, 'Only GET and HEAD.', { Allow: 'GET, HEAD' });
  const found = pathname.startsWith(prefix) ? await find_file(root, pathname.slice(prefix.length - 1)) : null;
  if (!found) return plain(404, 'There is no such page here.');
  if (found.redirect) return plain(301, '', { Location: `${pathname}/${search}`.replace(/^\/+/, '/') });

  const { file, facts } = found;
  const tag = `"${facts.size.toString(16)}-${Math.trunc(facts.mtimeMs).toString(16)}"`;
  const headers = {
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-cache',
    'Content-Type': kTypes.get(path.extname(file).toLowerCase()) ?? 'application/octet-stream',
    ETag: tag,
    'X-Content-Type-Options': 'nosniff',
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers);
    return response.end();
  }
  const range = read_range(request.headers.range, facts.size);
  if (range === 'none') return plain(416, '', { 'Content-Range': `bytes */${facts.size}` });
  headers['Content-Length'] = range ? range.end - range.start + 1 : facts.size;
  if (range) headers['Content-Range'] = `bytes ${range.start}-${range.end}/${facts.size}`;
  response.writeHead(range ? 206 : 200, headers);
  if (request.method === 'HEAD' || facts.size === 0) return response.end();
  createReadStream(file, range ?? {}).on('error', (error) => response.destroy(error)).pipe(response);
}

/**
 * Serves `folder` at 127.0.0.1.
 * @param {string} folder
 * @param {{port?: number, prefix?: string, headers?: Record<string, string>}} options port 0 takes a free one; prefix
 *   ('/some/path/') puts the site there; headers are added to every answer.
 * @returns {Promise<{address: string, requests: string[], close: () => Promise<void>}>} address ends with a slash;
 *   requests lists the paths that were asked for, in order
 */
export async function serve(folder, { port = 0, prefix = '/', headers = {} } = {}) {
  const root = realpathSync(folder);
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(request.url);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    answer(root, prefix, request, response).catch((error) => response.destroy(error));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${server.address().port}${prefix}`,
    requests,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  const [folder, port = '8080'] = process.argv.slice(2);
  if (!folder || !/^\d+$/.test(port)) {
    console.error(`Usage: node ${path.basename(fileURLToPath(import.meta.url))} <folder> <port>`);
    process.exit(2);
  }
  try {
    const { address } = await serve(folder, { port: Number(port) });
    console.log(`The site is at ${address} (Ctrl+C ends it)`);
  } catch (error) {
    if (error.code === 'EADDRINUSE') {
      console.error(`Port ${port} is taken. Choose another one: PORT=8081 ./scripts/serve.sh`);
    } else {
      console.error(`The site could not be served: ${error.message}`);
    }
    process.exit(1);
  }
}
