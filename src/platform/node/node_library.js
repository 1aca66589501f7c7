// What the tool asks of Node.js, as an Emscripten library.
mergeInto(LibraryManager.library, {
  // Module.unzipped: {zip: Uint8Array, files?: Map<string, Uint8Array>, problem?: string}[], as byte.mjs has unpacked them.
  byte_unzipped__deps: ['malloc'],
  byte_unzipped: function(zip, size) {
    var wanted = HEAPU8.subarray(zip, zip + size);
    var known = Module['unzipped'].find(function(one) {
      return one['zip'].length === size && one['zip'].every(function(byte, i) { return byte === wanted[i]; });
    });
    var text = new TextEncoder();
    var parts = [];
    var number = function(value) { parts.push(new Uint8Array(new Uint32Array([value]).buffer)); };
    var letters = function(bytes) { number(bytes.length); parts.push(bytes); };
    if (known && known['files']) {
      number(1);
      number(known['files'].size);
      known['files'].forEach(function(content, name) {
        letters(text.encode(name));
        letters(content);
      });
    } else {
      number(0);
      letters(text.encode(known ? known['problem'] : 'this zip was not given by its name'));
    }
    var length = parts.reduce(function(sum, part) { return sum + part.length; }, 0);
    var at = _malloc(length);
    var to = at;
    parts.forEach(function(part) {
      HEAPU8.set(part, to);
      to += part.length;
    });
    return at;
  },
  byte_write_to_terminal: function(text, size) {
    require('fs').writeSync(2, HEAPU8.slice(text, text + size));
  },
  // Emscripten takes its standard streams for terminals, whatever they are.
  byte_is_terminal: function() {
    return require('tty').isatty(2) ? 1 : 0;
  },
});
