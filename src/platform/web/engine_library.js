// What the engine asks of its page, as an Emscripten library: linked into engine.js and minified with it.
mergeInto(LibraryManager.library, {
  // Neither depth nor antialiasing: Dear ImGui smooths its own edges. Never desynchronized: it tears on scroll.
  bytes_make_context__deps: ['$GL'],
  bytes_make_context__postset: "Module['adoptTexture'] = function(texture) { var name = GL.getNewId(GL.textures);" +
    " texture.name = name; GL.textures[name] = texture; return name; };",
  bytes_make_context: function() {
    var context = Module['canvas'].getContext('webgl2', {
      'alpha': true, 'antialias': false, 'depth': false, 'stencil': false, 'premultipliedAlpha': true,
      'powerPreference': 'low-power',
    });
    if (!context || context.isContextLost()) return 0;
    var handle = GL.registerContext(context, {majorVersion: 2, minorVersion: 0, enableExtensionsByDefault: 0});
    GL.makeContextCurrent(handle);
    return 1;
  },
});
