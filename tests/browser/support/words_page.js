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
 * Paints the words of the window in sight. `pieces` are those painted; `refused` names the elements whose text stays the
 * page's, with the words that didn't fit (null: the text was not even read); `unseen` those without anything to paint.
 */
function paint() {
  const scale = devicePixelRatio;
  const width = Math.floor(document.documentElement.clientWidth * scale);
  const height = Math.floor(innerHeight * scale);
  const top = Math.round(scrollY * scale);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    Object.assign(canvas.style, { left: '0', width: `${width / scale}px`, height: `${height / scale}px` });
  }
  canvas.style.top = `${top / scale}px`;

  const pieces = [];
  const refused = {};
  const unseen = [];
  const quads = [];
  const read = [...document.querySelectorAll('[id]')].map((element) => ({ element, own: readPieces(element) }));
  for (const { element, own } of read) {
    const placed = own?.map((piece) => words.place(piece, scale));
    const isWhole = placed?.every(Boolean) ?? false;
    element.classList.toggle('drawn', isWhole);
    if (!isWhole) {
      refused[element.id] = own && own.filter((_, i) => !placed[i]).map(({ text }) => text);
      continue;
    }
    if (!own.length) unseen.push(element.id);
    quads.push(...placed);
    const { script } = element.closest('section').dataset;
    for (const { text, x, width, top, bottom } of own) {
      pieces.push({ id: element.id, script, text, x, y: top, width, height: bottom - top });
    }
  }
  words.flush();

  gl.viewport(0, 0, width, height);
  gl.clearColor(0, 0, 0, 0);
  gl.clear(gl.COLOR_BUFFER_BIT);
  words.pages.forEach((texture, index) => {
    const corners = [];
    for (const { x, y, width: w, height: h, u0, v0, u1, v1, page } of quads) {
      if (page !== index) continue;
      const [x0, x1] = [x, x + w].map((value) => value * scale / width * 2 - 1);
      const [y0, y1] = [y, y + h].map((value) => 1 - (value * scale - top) / height * 2);
      corners.push(x0, y0, u0, v0, x1, y0, u1, v0, x0, y1, u0, v1, x0, y1, u0, v1, x1, y0, u1, v0, x1, y1, u1, v1);
    }
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(corners), gl.STREAM_DRAW);
    gl.drawArrays(gl.TRIANGLES, 0, corners.length / 4);
  });
  return { pieces, refused, unseen, quads, scale, scrollY, pages: words.pages.length, error: gl.getError() };
}

/** Shows the page as 'dom' (no canvas), 'canvas' (no text where words are painted) or 'ground' (neither). */
function show(face) {
  document.documentElement.className = face;
}

Object.assign(globalThis, { gl, paint, readPieces, show, words, Words, wordsAreExact, isReady: true });
