// Hands `byte serve` over to http_transport.mjs, with what it needs of the module. emcc reads this file, and knows only
// old JavaScript.
mergeInto(LibraryManager.library, {
  byte_listen: function (host, port, pollMilliseconds) {
    Module['listen']({
      host: UTF8ToString(host),
      port: port,
      pollMilliseconds: pollMilliseconds,
      call: function (name, argument) { return Module['_' + name](argument); },
      write: function (bytes, at) { HEAPU8.set(bytes, at); },
      read: function (at) { return UTF8ToString(at); }
    });
  }
});
