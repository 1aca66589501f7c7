// The network for `byte serve` in Node.js: brings requests to http_transport.cpp, and answers, events and time back.
mergeInto(LibraryManager.library, {
  byte_listen: function (hostAddress, port, pollMilliseconds) {
    const { createReadStream } = require('fs');
    const { createServer } = require('http');
    const { networkInterfaces } = require('os');
    // Says that the stream is still there, so that a connection that is lost without a word is noticed at both ends.
    const kSignMilliseconds = 5000;

    const write = (text) => {
      const bytes = new TextEncoder().encode(text);
      const at = Module['_byte_buffer'](bytes.length);
      HEAPU8.set(bytes, at);
    };
    const read = (at) => UTF8ToString(at);

    /** Open event streams, and the page that each is for. */
    const streams = new Map();
    const sendEvent = (response, path) => {
      write(path);
      response.write(read(Module['_byte_event']()));
    };

    const answer = (request, response) => {
      const { method, url, headers } = request;
      write([method, url, headers.host || '', headers.range || '', headers['if-none-match'] || ''].join('\n'));
      const { status, headers: own, body, file, offset, length, events } = JSON.parse(read(Module['_byte_respond']()));
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
    const host = UTF8ToString(hostAddress);
    server.on('error', ({ code, message }) => {
      write(code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' ? 'there is no such address here' : code || message);
      process.exit(Module['_byte_not_listening']());
    });
    server.listen(port, host.replace(/^\[(.*)\]$/, '$1'), () => {
      const isEverywhere = host === '0.0.0.0' || host === '::';
      const own = Object.values(networkInterfaces()).flat()
        .filter(({ family, internal }) => isEverywhere && !internal && (family === 'IPv4' || family === 4));
      write(own.map(({ address }) => address).join('\n'));
      const code = Module['_byte_listening'](server.address().port);
      if (code) process.exit(code);
      setInterval(() => {
        if (!Module['_byte_poll']()) return;
        for (const [response, path] of streams) sendEvent(response, path);
      }, pollMilliseconds);
      setInterval(() => {
        for (const response of streams.keys()) response.write(': still here\n\n');
      }, kSignMilliseconds);
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
  },
});
