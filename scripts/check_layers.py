#!/usr/bin/env python3
"""Fails when a file in src/ knows something that its layer must not know (see "Layers" in ARCHITECTURE.md).

    scripts/check_layers.py [ROOT]

ROOT is the folder that holds src/; the repository's root unless it is given. Prints one line for each fault,
file:line: what and what to do instead, and ends with 1 when there are any.
"""

import pathlib
import re
import sys

# The layers that a layer may include, itself aside. The longest folder name that fits a file is its layer.
MAY_INCLUDE = {
    "base": [],
    "content": ["base"],
    "content/author": ["base", "content"],
    "learning": ["base", "content"],
    "outline": ["base"],
    "view": ["base", "content", "learning", "outline"],
    "paint": ["base", "outline"],
    "app": ["base", "content", "learning", "outline", "view"],
    "site": ["base", "content", "content/author", "learning", "outline", "view"],
    "export": ["base", "content", "content/author", "learning", "outline", "view", "site"],
    "platform/headless": ["base", "content", "learning", "outline", "view", "paint", "app"],
    "platform/web": ["base", "content", "learning", "outline", "view", "paint", "app"],
    "platform/author": ["base", "content", "content/author"],
    "platform/native": ["base", "cli", "content/author"],
    "platform/node": ["base", "cli"],
    "cli": ["base", "content", "content/author", "learning", "outline", "view", "site", "app", "export", "platform/headless"],
}

# Libraries of others, by how their includes begin, and the only layers that may include them.
LIBRARIES = [
    (r"nlohmann/", ["content", "content/author"], "read and write JSON through content/json.h and base/json_writer.h"),
    (r"(misc/|backends/)?(imgui|imstb_)", ["paint", "platform/headless", "platform/web"], "only painters draw"),
    (r"(emscripten|GLES|GL/|webgl)", ["platform/web", "platform/author", "platform/node"], "the browser is behind src/platform/web"),
    (r"md4c", ["content/author"], "markup is parsed when a site is built, never in a learner's engine"),
    (r"CLI/", ["cli"], "arguments belong to the tool"),
    (r"httplib", ["platform/native"], "only a platform knows the network"),
    (r"zip\.h", ["platform/native"], "zips are unpacked by the tool, through cli/zip_reader.h"),
    (r"(gtest|gmock)/", [], "tests live in tests/"),
]

# What only platform and cli may do. Time and input come in as values; failures go out as Result or Diagnostics.
ON_TOP = ("platform/", "cli")
FORBIDDEN_BELOW = [
    (r"\bstd::(cout|cerr|clog|cin)\b", "printing belongs to src/cli; return a Result or Diagnostics"),
    (r"(?<![\w.>])(std::)?(printf|puts|putchar|perror|vprintf)\s*\(", "printing belongs to src/cli"),
    (r"(?<![\w.>])(std::)?(fprintf|fputs|fputc|fwrite|vfprintf)\s*\(", "printing belongs to src/cli"),
    (r"(?<![\w.>])(std::)?(exit|_Exit|quick_exit)\s*\(", "ending the program belongs to src/cli; return a Result"),
    (r"\bstd::chrono::\w*_clock\b|\b\w+_clock::now\s*\(", "time comes in as a value"),
    (r"(?<![\w.>])(std::)?(time|clock|gettimeofday|clock_gettime)\s*\(\s*(nullptr|NULL|0|&|\)|CLOCK_)",
     "time comes in as a value"),
    (r"\bstd::random_device\b|(?<![\w.>])(std::)?rand\s*\(", "random bits come in as a value"),
    (r"(?<![\w.>])(std::)?getenv\s*\(", "the environment belongs to src/cli"),
]
# The one place that speaks before it stops the program: a fault of ours.
MAY_PRINT = {"base/assert.h", "base/assert.cpp"}

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
NOT_CODE = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^()\\\s]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])*\'',
    re.DOTALL)


def layer_of(path):
    """The layer that a path below src/ belongs to, or None."""
    fits = [layer for layer in MAY_INCLUDE if path == layer or path.startswith(layer + "/")]
    return max(fits, key=len, default=None)


def without_comments_and_strings(text):
    """The code alone, each line where it was. Include lines keep their names, since they are read from the text."""
    return NOT_CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def faults_in(path, text):
    """Yields (line number, sentence) for a file at `path` below src/."""
    layer = layer_of(path)
    if layer is None:
        yield 1, "this folder is no layer; name it in scripts/check_layers.py or move the file"
        return
    code_lines = without_comments_and_strings(text).splitlines()
    for number, line in enumerate(text.splitlines(), start=1):
        code = code_lines[number - 1] if number <= len(code_lines) else ""
        include = INCLUDE.match(line)
        if include and code.lstrip().startswith("#"):
            target = include.group(2)
            if ".." in target.split("/"):
                yield number, f'#include "{target}": write the path from src/'
                continue
            other = layer_of(target)
            if other is not None and other != layer and other not in MAY_INCLUDE[layer]:
                yield number, f'#include "{target}": {layer} must not know {other}'
            for beginning, layers, remedy in LIBRARIES:
                # Our own file names may begin like theirs; a folder of ours in front says whose it is.
                if other is None and re.match(beginning, target) and layer not in layers:
                    yield number, f'#include "{target}": {layer} must not know this library; {remedy}'
            continue
        if re.search(r"\b__EMSCRIPTEN__\b|\bEM_(JS|ASM)", code) and layer != "platform/web":
            yield number, "what differs in the browser is a file of its own in src/platform/web, no #ifdef"
        if not layer.startswith(ON_TOP) and path not in MAY_PRINT:
            for forbidden, remedy in FORBIDDEN_BELOW:
                found = re.search(forbidden, code)
                if found:
                    yield number, f"`{found.group().strip()}`: {remedy}"


def main(root):
    source = pathlib.Path(root) / "src"
    files = sorted(file for file in source.rglob("*") if file.suffix in (".h", ".cpp", ".cc", ".c"))
    count = 0
    for file in files:
        path = file.relative_to(source).as_posix()
        for line, sentence in faults_in(path, file.read_text(encoding="utf-8")):
            print(f"src/{path}:{line}: {sentence}")
            count += 1
    print(f"{len(files)} files, {count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent))
