"""byte new from outside: what it writes, and what it refuses."""
import json
import re
import unittest

from support import ROOT, ToolCase

TEMPLATES = sorted(path.name for path in (ROOT / "src/cli/templates").iterdir())


class New(ToolCase):
    def folder_of(self, identity):
        return self.folder / "content/bytes" / identity

    def test_every_template_makes_a_lesson_with_nothing_to_remark(self):
        for name in TEMPLATES:
            result = self.run_tool("new", f"my-{name}", "--from", name)
            self.assertEqual((result.returncode, result.stderr), (0, ""), name)
            checked = self.run_tool("check", self.folder_of(f"my-{name}"))
            self.assertEqual((checked.returncode, checked.stderr), (0, ""), name)
            self.assertIn("1 lesson checked: 0 problems, 0 remarks.", checked.stdout)
            # All of the template's files, and none of its gaps.
            written = sorted(path.name for path in self.folder_of(f"my-{name}").iterdir())
            self.assertEqual(written, sorted(path.name for path in (ROOT / "src/cli/templates" / name).iterdir()))
            for path in self.folder_of(f"my-{name}").iterdir():
                self.assertIsNone(re.search("@[a-z]+@", path.read_text()), path)
        self.assertEqual(self.build().returncode, 0)

    def test_every_template_is_named_by_the_help(self):
        names = re.search(r"--from TEXT:\{([^}]*)\}", self.run_tool("new", "--help").stdout)[1]
        self.assertEqual(sorted(names.split(",")), sorted([*TEMPLATES, "roadmap"]))

    def test_the_lesson_says_what_its_author_said(self):
        title = 'Say "no" & {{mean}} it \\ @language@'
        result = self.run_tool("new", "say-no", "--title", title, "--language", "pt-BR")
        self.assertEqual(result.returncode, 0, result.stderr)
        byte = json.loads((self.folder_of("say-no") / "byte.json").read_text())
        self.assertEqual((byte["id"], byte["language"]), ("say-no", "pt-BR"))
        self.build()
        data = json.loads(re.search(r'id="byte-data">([^<]*)<', self.page("say-no"))[1])
        self.assertEqual(data["title"], title)

    def test_without_a_title_the_id_becomes_one(self):
        self.run_tool("new", "ask-for-help")
        self.assertEqual(json.loads((self.folder_of("ask-for-help") / "byte.json").read_text())["title"], "Ask for help")

    def test_an_editor_finds_the_schema(self):
        for name in TEMPLATES:
            self.run_tool("new", name, "--from", name)
            for path in self.folder_of(name).glob("*.json"):
                schema = (path.parent / json.loads(path.read_text())["$schema"]).resolve()
                self.assertEqual(schema.parent, (self.folder / "content/schema").resolve())
                self.assertTrue((ROOT / "content/schema" / schema.name).exists(), schema)

    def test_it_says_what_to_do_next(self):
        words = self.run_tool("new", "ask").stdout
        self.assertIn("Wrote content/bytes/ask/byte.json", words)
        self.assertIn("byte check content/bytes/ask", words)
        self.assertIn("byte serve", words)

    def test_what_is_there_already_stays(self):
        (self.folder_of("taken")).mkdir()
        (self.folder_of("taken") / "byte.json").write_text("mine")
        self.write("shortcut", "mine")
        for identity in ("taken", "shortcut"):
            result = self.run_tool("new", identity)
            self.assertEqual(result.returncode, 1)
            self.assertIn("is there already", result.stderr)
        self.assertEqual((self.folder_of("taken") / "byte.json").read_text(), "mine")
        self.assertFalse(self.folder_of("shortcut").exists())

    def test_what_cannot_be_is_refused_and_nothing_is_written(self):
        for arguments, words in ((["Ask"], "small letters a-z"), (["../ask"], "small letters a-z"), ([""], "small letters a-z"),
                                 (["ask", "--from", "essay"], "question"), (["ask", "--language", "English"], "language tag"),
                                 (["ask", "--title", "\u0007"], "title"), ([], "id")):
            result = self.run_tool("new", *arguments)
            self.assertEqual(result.returncode, 2, arguments)
            self.assertIn(words, result.stderr)
        self.assertEqual(list((self.folder / "content/bytes").iterdir()), [])


if __name__ == "__main__":
    unittest.main(verbosity=0)
