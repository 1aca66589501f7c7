// The network for `byte serve` in Node.js: brings requests to http_transport.cpp, and answers, events and time back.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { performance } from 'node:perf_hooks';

// An event stream says that it is still there, so that a connection that is lost without a word is noticed at both ends.
const kSignMilliseconds = 5000;

/**
 * @param {{host: string, port: number, pollMilliseconds: number, call: (name: string, argument?: number) => number,
 *          write: (bytes: Uint8Array, at: number) => void, read: (at: number) => string}} tool
 *   `call`: a C function of http_transport.cpp. `write`, `read`: the module's memory.
 */
export function listen({ host, port, pollMilliseconds, call, write: writeAt, read }) {
  const write = (text) => {
    const bytes = new TextEncoder().encode(text);
    writeAt(bytes, call('byte_buffer', bytes.length));
  };

  /** Open event streams, and the page that each is for. */
  const streams = new Map();
  const sendEvent = (response, path) => {
    write(path);
    response.write(read(call('byte_event')));
  };

  const answer = (request, response) => {
    const { method, url, headers } = request;
    write([method, url, headers.host || '', headers.range || '', headers['if-none-match'] || ''].join('\n'));
    const { status, headers: own, body, file, offset, length, events } = JSON.parse(read(call('byte_respond')));
    for (const [name, value] of own) response.setHeader(name, value);
    response.statusCode = status;
    if (events !== undefined) {
      if (method === 'HEAD') return response.end();
      streams.set(response, events);
      response.on('close', () => streams.delete(response));
      return sendEvent(response, events);
    }
    response.setHeader('Content-Length', file ? length : Buffer.byteLength(body));
    // A body that nobody reads would be taken for the next request.
    if (status === 405) response.setHeader('Connection', 'close');
    if (!file || method === 'HEAD') return response.end(body);
    return createReadStream(file, { start: offset, end: offset + length - 1 })
      .on('error', (error) => response.destroy(error)).pipe(response);
  };

  const server = createServer((request, response) => {
    response.on('error', () => {});
    answer(request, response);
  });
  server.on('error', ({ code, message }) => {
    write(code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' ? 'there is no such address here' : code || message);
    process.exit(call('byte_not_listening'));
  });
  server.listen(port, host.replace(/^\[(.*)\]$/, '$1'), () => {
    const isEverywhere = host === '0.0.0.0' || host === '::';
    const own = Object.values(networkInterfaces()).flat()
      .filter(({ family, internal }) => isEverywhere && !internal && (family === 'IPv4' || family === 4));
    write(own.map(({ address }) => address).join('\n'));
    const code = call('byte_listening', server.address().port);
    if (code) process.exit(code);
    // A large library takes longer to look through; most of the time is left to others.
    const poll = () => {
      const start = performance.now();
      if (call('byte_poll')) for (const [response, path] of streams) sendEvent(response, path);
      setTimeout(poll, Math.max(pollMilliseconds, 5 * (performance.now() - start)));
    };
    setTimeout(poll, pollMilliseconds);
    setInterval(() => {
      for (const response of streams.keys()) response.write(': still here\n\n');
    }, kSignMilliseconds);
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
}
