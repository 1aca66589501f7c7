"""content/README.md, followed to the letter: what its reader types, writes and sees.

A ```console block is a session: lines with `$ ` are typed, and what follows them must be what comes out; a line `…` stands
for any lines, and sizes in KB for any size. "Save as `path`:" before a block writes it there. "Change `path`:" before a
```diff block takes the lines with `-` and puts those with `+` in their place; they have to stand there exactly once.
"""
import json
import re
import shlex
import signal
import subprocess
import time
import unittest
import urllib.request

from support import ROOT, TOOL, ToolCase

PAGE = ROOT / "content/README.md"
# Long enough for a slow machine; nothing here measures speed.
PATIENCE = 60
SERVED = "http://127.0.0.1:8080/"


class Block:
    """A fenced block: `before` is the line of words that introduces it."""

    def __init__(self, kind: str, line: int, before: str, lines: list):
        self.kind, self.before, self.lines = kind, before, lines
        self.text = "".join(f"{one}\n" for one in lines)
        self.place = f"{PAGE.relative_to(ROOT)}:{line}"

    def path_after(self, verb: str) -> str:
        found = re.fullmatch(rf"{verb} `([^`]+)`:", self.before)
        return found[1] if found else ""


def blocks() -> list:
    found, before, fence, lines = [], "", None, []
    for number, line in enumerate(PAGE.read_text().splitlines(), 1):
        if fence is None and line.startswith("```"):
            fence, lines = (line[3:], number), []
        elif fence is not None and line == "```":
            found.append(Block(*fence, before, lines))
            fence, before = None, ""
        elif fence is not None:
            lines.append(line)
        elif line:
            before = line
    assert fence is None, f"{PAGE}: a block is not closed"
    return found


def commands(session: Block) -> list:
    """(what is typed, the lines that come out), for each command of a session."""
    found = []
    for line in session.lines:
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def pattern(lines: list) -> str:
    parts = [r"(?:.*\n)*" if line == "…" else re.escape(line) + r"\n" for line in lines]
    return re.sub(r"\d+\\ KB", r"\\d+\\ KB", "".join(parts))


def lesson_in(page: str) -> str:
    return re.search(r"<main.*</main>", page, re.S)[0]


class Tutorial(ToolCase):
    def setUp(self):
        super().setUp()
        self.folder = self.folder / "lessons"
        self.folder.mkdir()
        self.server = None
        if "--assets TEXT REQUIRED" in self.run_tool("build", "--help").stdout:
            self.fail("The tool does not find the player's files, and the tutorial can't be followed without them: they are "
                      "in build/web/assets, or in player/ beside byte.mjs. ./scripts/build.sh builds them.")

    def test_every_step_does_what_the_page_says(self):
        kinds = {"console": self.type, "diff": self.change, "json": self.save, "svg": self.save, "text": self.save}
        for block in blocks():
            # How to name the tool in one's own terminal is not for this one.
            if block.kind in ("sh", "powershell"):
                continue
            self.assertIn(block.kind, kinds, block.place)
            kinds[block.kind](block)
        self.assertIsNotNone(self.server, "the page serves the lesson")
        self.see_what_was_built()
        self.server.send_signal(signal.SIGINT)
        self.assertEqual(self.server.wait(PATIENCE), 0)

    def type(self, session: Block):
        self.assertTrue(session.lines and session.lines[0].startswith("$ "), session.place)
        for command, lines in commands(session):
            words = shlex.split(command)
            self.assertEqual(words[0], "byte", session.place)
            if words[1] == "serve":
                self.serve(session.place, words[2:], lines)
                continue
            result = subprocess.run([*TOOL, *words[1:]], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                    text=True, timeout=PATIENCE)
            self.compare(f"{session.place}: {command}", lines, result.stdout)

    def compare(self, place: str, lines: list, output: str):
        if not re.fullmatch(pattern(lines), output):
            self.fail(f"{place}\nThe page says:\n" + "\n".join(lines) + f"\n\nThe tool says:\n{output}")

    def serve(self, place: str, arguments: list, lines: list):
        """Starts the server that stays until the last step, on a free port: the page's own may be taken here."""
        self.assertIsNone(self.server, f"{place}: one server is enough")
        if "--port" not in arguments:
            self.assertIn("=8080", self.run_tool("serve", "--help").stdout, place)
            arguments = [*arguments, "--port", "0"]
        self.server = subprocess.Popen([*TOOL, "serve", *arguments], cwd=self.folder, stdout=subprocess.PIPE,
                                       stderr=subprocess.STDOUT, text=True)
        self.addCleanup(self.end_server)
        output = "".join(self.server.stdout.readline() for _ in lines)
        address = re.search(r"http://127\.0\.0\.1:\d+/", output)
        self.assertTrue(address, f"{place}: {output}")
        self.address = address[0]
        self.compare(place, lines, output.replace(self.address, SERVED))
        # Every address that the page gives its reader.
        targets = set(re.findall(re.escape(SERVED) + r"([\w/.-]*[\w/])?", PAGE.read_text()))
        self.assertIn("bytes/ask-well/", targets)
        for target in targets:
            self.assertIn("<h1", self.ask(target), target)

    def end_server(self):
        if self.server.poll() is None:
            self.server.kill()
            self.server.wait(PATIENCE)
        self.server.stdout.close()

    def ask(self, target: str) -> str:
        with urllib.request.urlopen(self.address + target, timeout=PATIENCE) as answer:
            return answer.read().decode()

    def see_what_was_built(self):
        """The served lesson has followed every change: it is the one that was built at the end."""
        built = lesson_in(self.page("ask-well"))
        end = time.monotonic() + PATIENCE
        while (served := lesson_in(self.ask("bytes/ask-well/"))) != built:
            self.assertLess(time.monotonic(), end, f"the served lesson is not the one that was built:\n{served}\n{built}")
            time.sleep(0.1)

    def save(self, block: Block):
        name = block.path_after("Save as")
        if not name:
            return
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        self.assertFalse(path.exists(), f"{block.place}: {name} is there already")
        path.write_text(block.text)

    def change(self, block: Block):
        name = block.path_after("Change")
        self.assertTrue(name, f"{block.place}: which file? Write a line: Change `path`:")
        self.assertFalse([line for line in block.lines if line[:1] not in ("-", "+", " ")], block.place)
        old = "\n".join(line[1:] for line in block.lines if line[0] != "+")
        new = "\n".join(line[1:] for line in block.lines if line[0] != "-")
        path = self.folder / name
        text = path.read_text()
        self.assertEqual(text.count(old), 1, f"{block.place}: how often these lines stand in {name}:\n{old}")
        path.write_text(text.replace(old, new))

    def test_every_whole_lesson_on_the_page_is_sound(self):
        lessons = [block for block in blocks() if block.kind == "json" and "sections" in json.loads(block.text)]
        self.assertTrue(lessons)
        for block in lessons:
            identity = json.loads(block.text)["id"]
            path = self.folder / "content/bytes" / f"{identity}.json"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text)
            result = self.run_tool("check", path)
            self.assertEqual((result.returncode, result.stderr), (0, ""), block.place)

    def test_the_page_shows_what_authors_need(self):
        typed = [command.split()[1] for block in blocks() if block.kind == "console" for command, _ in commands(block)]
        for name in ("new", "check", "serve", "translate", "build", "export"):
            self.assertIn(name, typed)

    def test_its_links_lead_to_files(self):
        targets = re.findall(r"\]\((?!https?:)([^)#]+)", PAGE.read_text())
        for name in ("reference", "scenarios", "translations", "import", "problems", "site", "publishing"):
            self.assertIn(f"../docs/{name}.md", targets)
        for target in targets:
            self.assertTrue((PAGE.parent / target).is_file(), target)


if __name__ == "__main__":
    unittest.main(verbosity=0)
