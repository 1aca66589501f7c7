// Stands in for the engine in words.test.mjs: reads the words of this page, and paints them behind it with plain WebGL2.

import { readPieces } from '/web/geometry.js';
import { Words, wordsAreExact } from '/web/words.js';

const canvas = document.createElement('canvas');
canvas.className = 'words';
document.body.append(canvas);
const gl = canvas.getContext('webgl2');
const words = new Words(gl);

const program = gl.createProgram();
for (const [kind, source] of [
  [gl.VERTEX_SHADER, `#version 300 es
    in vec4 corner; out vec2 at;
    void main() { gl_Position = vec4(corner.xy, 0, 1); at = corner.zw; }`],
  [gl.FRAGMENT_SHADER, `#version 300 es
    precision mediump float;
    uniform sampler2D atlas; in highp vec2 at; out vec4 color;
    void main() { color = texture(atlas, at); }`],
]) {
  const shader = gl.createShader(kind);
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  gl.attachShader(program, shader);
}
gl.linkProgram(program);
gl.useProgram(program);
gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
gl.enableVertexAttribArray(0);
gl.vertexAttribPointer(0, 4, gl.FLOAT, false, 0, 0);
gl.enable(gl.BLEND);
gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);

/**
 * Paints all words of the window, in document coordinates at the scroll position, and says which pieces they are.
 * An element whose text can't be drawn stays as it is, and is named in `refused`.
 */
function paint() {
  const scale = devicePixelRatio;
  const width = Math.floor(document.documentElement.clientWidth * scale);
  const height = Math.floor(innerHeight * scale);
  const top = Math.floor(scrollY * scale);
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  Object.assign(canvas.style, { left: '0', top: `${top / scale}px`, width: `${width / scale}px`, height: `${height / scale}px` });

  const drawn = [];
  const refused = [];
  const quads = [];
  const begin = performance.now();
  const read = [...document.querySelectorAll('[id]')].map((element) => [element, readPieces(element)]);
  const placing = performance.now();
  for (const [element, pieces] of read) {
    const placed = pieces?.map((piece) => words.place(piece, scale));
    const whole = placed?.every(Boolean) ?? false;
    element.classList.toggle('drawn', whole);
    if (!whole) {
      const wrong = pieces?.filter((_, i) => !placed[i]).map(({ text }) => text);
      refused.push({ id: element.id, wrong: wrong ?? null });
      continue;
    }
    quads.push(...placed);
    const script = element.closest('section').dataset.script;
    for (const { text, x, width, top, bottom, baseline } of pieces) drawn.push({ id: element.id, script, text, x, top, width, height: bottom - top, baseline });
  }
  const flushing = performance.now();
  words.flush();
  const end = performance.now();

  gl.viewport(0, 0, width, height);
  gl.clearColor(0, 0, 0, 0);
  gl.clear(gl.COLOR_BUFFER_BIT);
  words.pages.forEach((page, index) => {
    const corners = [];
    for (const { x, y, width: w, height: h, u0, v0, u1, v1, page } of quads) {
      if (page !== index) continue;
      const [x0, x1] = [x, x + w].map((value) => value * scale / width * 2 - 1);
      const [y0, y1] = [y, y + h].map((value) => 1 - (value * scale - top) / height * 2);
      corners.push(x0, y0, u0, v0, x1, y0, u1, v0, x0, y1, u0, v1, x0, y1, u0, v1, x1, y0, u1, v0, x1, y1, u1, v1);
    }
    gl.bindTexture(gl.TEXTURE_2D, page);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(corners), gl.STREAM_DRAW);
    gl.drawArrays(gl.TRIANGLES, 0, corners.length / 4);
  });
  return { drawn, refused, quads: quads.length, pages: words.pages.length, error: gl.getError(), scale, scrollY, top: top / scale,
    milliseconds: { read: placing - begin, place: flushing - placing, flush: end - flushing } };
}

/** Shows the page as 'dom' (no canvas), 'canvas' (no drawn text) or 'ground' (neither). */
function show(face) {
  document.documentElement.className = face;
}

Object.assign(globalThis, { paint, show, words, readPieces, wordsAreExact, ready: true });
