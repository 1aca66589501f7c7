#!/usr/bin/env python3
"""Writes docs/problems.md: all that `byte check` and `byte import` can say, from the lists of codes and the files that show
each.

    docs/problems.py [--check]

With --check it writes nothing, and ends with 1 when the page is not what it would write.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
AUTHOR = "src/content/author"
# The lists of codes, and what stands before the titles of their groups.
HEADERS = [("src/content/codes.h", ""), (f"{AUTHOR}/site_codes.h", "site.json"), (f"{AUTHOR}/roadmap_codes.h", "Roadmaps"),
           (f"{AUTHOR}/import/codes.h", "Imports: ")]
# Folders of files, each with what is said about it beside it.
DATA = [*(ROOT / "tests/data/bytes").iterdir(), ROOT / "tests/data/translations/broken", ROOT / "tests/data/sites/broken",
        ROOT / "tests/data/roadmaps/broken", ROOT / "tests/data/import"]
PAGE = ROOT / "docs/problems.md"

INTRODUCTION = """\
# What `byte check` and `byte import` say

Every problem has a code, which stays the same and stands at the end of its message. Here is each of them with what is said about an example, a file that its code leads to. This page is written by `docs/problems.py`.

A message names the file, the line and the column, where in the lesson it is, what is wrong, and what to write instead. A **problem** keeps a lesson from being built. A **warning** is something that most authors would want to mend, and a **note** something worth a look; both are given only of lessons without problems, but for some that are found on the way. `byte check --strict` fails on warnings too, and `byte check --fix` writes ids that are missing.
"""

# `file.json:4:31: path: message — remedy. [code]`; what comes before the message may be missing.
SAID = re.compile(r"^\S+?\.(?:json|gift|md)(?::\d+:\d+)?: (?P<message>.*) \[(?P<code>[a-z0-9-]+)\]$")
SEVERITY = re.compile(r"(^|: )(warning|note): ")


def groups():
    """(title, [code, ...]) for each paragraph of the lists; the title is how its comment begins."""
    for header, before in HEADERS:
        for paragraph in (ROOT / header).read_text(encoding="utf-8").split("\n\n"):
            codes = re.findall(r'constexpr std::string_view k\w+ = "([a-z0-9-]+)"', paragraph)
            title = re.match(r"// ([^.,:]+)", paragraph.strip())
            if codes:
                yield before + (title[1] if title else ""), codes


def shown_by(golden):
    """The file that a text is about: `stale.es.json` for `stale.txt`, `broken.gift` for `broken.gift.txt`."""
    named = golden.with_suffix("")
    if named.exists():
        return named
    return next(iter(sorted(golden.parent.glob(f"{golden.stem}.*json"))), golden)


def examples():
    """For each code the first message that has it and its file, from the file that is called after it if there is one."""
    best = {}
    for golden in sorted(path for folder in DATA for path in folder.glob("*.txt")):
        for line in golden.read_text(encoding="utf-8").splitlines():
            said = SAID.match(line)
            if not said:
                continue
            code = said["code"]
            rank = 0 if golden.stem == code else 1 if golden.stem.startswith(code) else 2
            if code not in best or rank < best[code][0]:
                best[code] = (rank, said["message"], shown_by(golden).relative_to(ROOT))
    return {code: found[1:] for code, found in best.items()}


def as_code(text):
    """Shown letter by letter, in a cell of a table."""
    fence, gap = ("``", " ") if "`" in text else ("`", "")
    return f"{fence}{gap}{text}{gap}{fence}".replace("|", "\\|")


def page():
    known = examples()
    text = INTRODUCTION
    for title, codes in groups():
        text += f"\n## {title}\n\n| code | kind | example |\n|---|---|---|\n"
        for code in codes:
            if code not in known:
                text += f"| `{code}` | | No file is kept that shows it: it would be too large, or takes a whole folder. |\n"
                continue
            message, file = known[code]
            severity = SEVERITY.search(message)
            kind = severity[2] if severity else "problem"
            text += f"| [`{code}`](../{file}) | {kind} | {as_code(SEVERITY.sub(lambda found: found[1], message, count=1))} |\n"
    return text


def main():
    text = page()
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(text, encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
        sys.exit("docs/problems.md is not what docs/problems.py writes: run docs/problems.py and read the difference.")


if __name__ == "__main__":
    main()
