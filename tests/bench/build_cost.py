#!/usr/bin/env python3
"""What `byte build` costs with many lessons: tests/bench/build_cost.py build/native/byte [--full]

Prints a row for 10, 100 and 1,000 lessons (with --full, or BYTES_FULL=1, for 10,000): seconds, the most memory, and the
bytes read and written, of a first build, of one with nothing changed, and of one with one lesson changed. The lessons
are made from a seed and always the same.
"""
import argparse
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
ENGINE_FILES = ["style.css", "no-script.css", "early.js", "player.js", "engine.js", "engine.wasm", "icon.svg",
                "icon-maskable.svg", "keep.js", "offline.js", "offline.css", "roadmap.js", "roadmap.css",
                "service-worker.js", "answer_file.js", "library.js", "drop.js", "play.js", "play.css", "author.js", "author.wasm",
                "local.js", "engine.wasm.lzma", "author.wasm.lzma",
                "further.css", "further.js", "further.wasm", "further.wasm.lzma"]
WORDS = ("work friend letter answer morning question meeting idea plan team reason choice week street voice page kind "
         "small open early ready honest careful new quiet useful asks gives keeps finds learns shows needs writes "
         "before after with without often together again today").split()


def sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize() + "."


def story(chance: random.Random) -> dict:
    """A scenario of six scenes, with a variable."""
    nodes = {}
    for i in range(6):
        goto = f"scene-{i + 1}" if i < 5 else "well"
        nodes[f"scene-{i}"] = {"text": sentence(chance, 25), "choices": [
            {"id": "go", "text": sentence(chance, 5), "set": ["trust += 1"], "points": 1, "goto": goto},
            {"id": "wait", "text": sentence(chance, 5), "goto": goto if i < 5 else "so-so"}]}
    return {"format": 1, "title": sentence(chance, 3), "start": "scene-0",
            "variables": {"trust": {"type": "integer", "start": 0, "min": 0, "max": 9, "label": "Trust"}}, "nodes": nodes,
            "endings": {"well": {"kind": "good", "title": "Well", "text": sentence(chance, 8)},
                        "so-so": {"kind": "open", "title": "So, so", "text": sentence(chance, 8)}}}


def lesson(i: int, many: int, chance: random.Random) -> dict:
    sections = []
    for s in range(chance.randint(3, 5)):
        blocks = [{"type": "text", "text": sentence(chance, chance.randint(20, 60))} for _ in range(chance.randint(2, 4))]
        blocks.append({"type": "list", "lead": sentence(chance, 4), "items": [sentence(chance, 6) for _ in range(4)]})
        blocks.append({"type": "image", "src": f"picture-{chance.randrange(3)}.svg", "alt": sentence(chance, 6)})
        options = [{"id": f"option-{o}", "text": sentence(chance, 6), "feedback": sentence(chance, 8)} for o in range(3)]
        options[chance.randrange(3)]["correct"] = True
        blocks.append({"type": "question", "id": f"question-{s}", "kind": "single", "prompt": sentence(chance, 8),
                       "options": options, "explanation": sentence(chance, 15)})
        sections.append({"id": f"section-{s}", "title": sentence(chance, 4), "blocks": blocks})
    if i % 5 == 0:
        sections.append({"id": "tale", "blocks": [{"type": "scenario", "src": "story.scenario.json"}]})
    return {"format": 1, "id": f"lesson-{i:05}", "title": sentence(chance, 5), "summary": sentence(chance, 15),
            "language": "en", "topics": [chance.choice(WORDS)],
            "cover": {"src": "picture-0.svg", "decorative": True}, "sections": sections,
            "next": [{"byte": f"lesson-{(i + step) % many:05}"} for step in (1, 7, many // 2 + 1) if (i + step) % many != i]}


def generate(folder: pathlib.Path, many: int) -> None:
    """A content folder, the built engine's files and nothing else; all an hour old."""
    chance = random.Random(many)
    pictures = [f'<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180"><circle cx="{60 + 40 * i}" cy="90" '
                f'r="50"/></svg>' for i in range(3)]
    for i in range(many):
        place = folder / f"content/bytes/lesson-{i:05}"
        place.mkdir(parents=True)
        (place / "byte.json").write_text(json.dumps(lesson(i, many, chance), indent=1))
        if i % 5 == 0:
            (place / "story.scenario.json").write_text(json.dumps(story(chance), indent=1))
        for p, picture in enumerate(pictures):
            (place / f"picture-{p}.svg").write_text(picture)
    (folder / "assets").mkdir()
    for name in ENGINE_FILES:
        (folder / "assets" / name).write_text(f"first {name}")
    for path in folder.rglob("*"):
        if path.is_file():
            make_old(path)


def make_old(path: pathlib.Path, seconds: int = 3600) -> None:
    """What was changed just now is read again by the next build, to be sure."""
    then = time.time() - seconds
    os.utime(path, (then, then))


def change(folder: pathlib.Path, many: int) -> None:
    path = folder / f"content/bytes/lesson-{many // 3:05}/byte.json"
    content = json.loads(path.read_text())
    content["sections"][0]["blocks"][0]["text"] += " And one more."
    path.write_text(json.dumps(content, indent=1))
    make_old(path, 60)


def build(tool: list[str], folder: pathlib.Path, *arguments: str) -> dict:
    """Seconds, kilobytes of memory, what was said, and how much was read and written."""
    start = time.monotonic()
    process = subprocess.Popen([*tool, "build", "--content", "content", "--assets", "assets", "--interface",
                                str(ROOT / "assets/interface"), "--out", "site", "--stats", *arguments],
                               cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = process.stdout.read()
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(said)
    counts = re.search(r"Read ([\d,]+) files? \(([\d,]+) bytes?\), wrote ([\d,]+) files? \(([\d,]+) bytes?\)", said)
    read, bytes_read, written, bytes_written = (int(number.replace(",", "")) for number in counts.groups())
    return {"seconds": time.monotonic() - start, "processor": usage.ru_utime + usage.ru_stime,
            "kilobytes": usage.ru_maxrss, "said": said, "read": read, "bytes_read": bytes_read,
            "written": written, "bytes_written": bytes_written}


def measure(tool: list[str], many: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        generate(folder, many)
        for what in ("first", "nothing changed", "one changed"):
            if what == "one changed":
                change(folder, many)
            cost = build(tool, folder)
            print(f"| {many:,} | {what} | {cost['seconds']:.2f} | {cost['processor']:.2f} "
                  f"| {cost['kilobytes'] / 1024:.0f} | {cost['read']:,} ({cost['bytes_read'] / 1e6:.1f} MB) "
                  f"| {cost['written']:,} ({cost['bytes_written'] / 1e6:.1f} MB) |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool", help="the built tool, such as build/native/byte")
    parser.add_argument("--full", action="store_true", help="10,000 lessons as well")
    arguments = parser.parse_args()
    print("| lessons | build | seconds | of a processor | MB of memory | files read | files written |")
    print("|---|---|---|---|---|---|---|")
    sizes = [10, 100, 1_000]
    if arguments.full or os.environ.get("BYTES_FULL") == "1":
        sizes.append(10_000)
    for many in sizes:
        measure([str(pathlib.Path(arguments.tool).resolve())], many)


if __name__ == "__main__":
    sys.exit(main())
