"""byte export and byte pack from outside: what is in the files that they write."""
import hashlib
import base64
import json
import re
import unittest
import zipfile

from support import ROOT, ToolCase, byte


class Export(ToolCase):
    def setUp(self):
        super().setUp()
        for name in ("single.js", "single_start.js", "engine.js.lzma", "single.js.lzma"):
            (self.folder / "assets" / name).write_text(f"first {name}")
        (self.folder / "assets/schema").mkdir()
        (self.folder / "assets/schema/byte.schema.json").write_text("{}")
        (self.folder / "assets/kit").mkdir()
        (self.folder / "assets/kit/READ-ME.txt").write_text("Read me")

    def export(self, *arguments):
        return self.run_tool("export", *arguments, "--assets", "assets", "--interface", ROOT / "assets/interface")

    def pack(self, *arguments):
        return self.run_tool("pack", *arguments, "--assets", "assets", "--interface", ROOT / "assets/interface")

    def test_every_script_and_style_is_named_by_its_hash(self):
        self.write("one", byte("one"))
        result = self.export("one", "--single-file")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("one.html", result.stdout)
        page = (self.folder / "one.html").read_text()
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1].replace("&#39;", "'")
        inline = re.findall(r"<(script|style)((?! type=)[^>]*)>(.*?)</\1>", page, re.S)
        self.assertGreaterEqual(len(inline), 4)
        for tag, _, content in inline:
            digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
            self.assertIn(f"'sha256-{digest}'", policy, tag)
        for loose in ("unsafe-inline", "'unsafe-eval'", "'self'", "https:"):
            self.assertNotIn(loose, policy)

    def test_a_lessons_files_are_inside(self):
        self.write_media()
        self.assertEqual(self.export("media", "--single-file", "--out", "out/media.html").returncode, 0)
        page = (self.folder / "out/media.html").read_text()
        self.assertIsNone(re.search(r'<(?:img|video|audio|source|track)[^>]* (?:src|data-poster)="(?!data:)', page))
        self.assertIn("data:video/mp4;base64,", page)
        files = json.loads(re.search(r'id="files-data">([^<]*)<', page)[1])
        self.assertEqual(set(files) - {""},
                         {"film.mp4", "film.vtt", "tone.mp3", "poster.svg", "still.svg", "moving.svg"})
        for place in files.values():
            self.assertRegex(place, r"^($|#[a-z0-9:/-]+$|data:[a-z]+/[a-z0-9+-]+;base64,)")
        self.assertIn("frame-src https://Maps.example.org:8443 https://video.example.org", page)

    def test_a_file_to_read_has_no_script(self):
        self.write("one", byte("one"))
        self.assertEqual(self.export("content/bytes/one.json", "--html").returncode, 0)
        page = (self.folder / "one.html").read_text()
        self.assertNotIn("<script", page)
        self.assertNotIn("script-src", page)
        self.assertIn("Some words.", page)

    def test_a_folder_elsewhere_does_not_hide_the_lesson_of_that_id(self):
        self.write("one", byte("one"))
        (self.folder / "one").mkdir()
        self.assertEqual(self.export("one", "--html").returncode, 0)

    def test_a_broken_or_missing_lesson_is_not_exported(self):
        self.write("broken", "{")
        for lesson, words in (("broken", "broken.json:1:"), ("nowhere", 'no lesson "nowhere"')):
            result = self.export(lesson, "--html")
            self.assertEqual(result.returncode, 1)
            self.assertIn(words, result.stderr)
            self.assertFalse((self.folder / f"{lesson}.html").exists())

    def test_one_must_say_what_the_file_is_for(self):
        self.write("one", byte("one"))
        self.assertEqual(self.export("one").returncode, 2)
        self.assertEqual(self.export("one", "--html", "--single-file").returncode, 2)

    def test_a_kit_is_a_site_with_the_tool(self):
        self.write("one", byte("one"))
        result = self.pack("--out", "kit.zip")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        kit = zipfile.ZipFile(self.folder / "kit.zip")
        self.assertIsNone(kit.testzip())
        names = set(kit.namelist())
        self.assertLessEqual({"index.html", "play.html", "catalogue.json", "bytes/one/index.html", "READ-ME.txt",
                              "schema/byte.schema.json", "content/schema/byte.schema.json", "tool/byte.mjs", "tool/byte_tool.cjs", "tool/byte_tool.wasm",
                              "tool/player/engine.wasm"}, names)
        self.assertFalse([name for name in names if name.startswith("/") or ".." in name])
        self.assertEqual(json.loads(kit.read("catalogue.json"))["bytes"][0]["page"], "bytes/one/index.html")
        self.assertEqual({path.name for path in self.folder.iterdir()}, {"content", "assets", "kit.zip"})

    def test_a_folder_that_is_there_already_is_not_touched_by_packing(self):
        self.write("one", byte("one"))
        for name in ("kit.zip.site", "kit.zip.work"):
            (self.folder / name).mkdir()
            (self.folder / name / "own.txt").write_text("own")
        self.assertEqual(self.pack("--out", "kit.zip").returncode, 0)
        for name in ("kit.zip.site", "kit.zip.work"):
            self.assertEqual((self.folder / name / "own.txt").read_text(), "own")

    def test_what_cannot_be_written_leaves_nothing_behind(self):
        self.write("one", byte("one"))
        (self.folder / "taken.html").mkdir()
        result = self.export("one", "--html", "--out", "taken.html")
        self.assertEqual(result.returncode, 1)
        self.assertIn("taken.html can't be written", result.stderr)
        self.assertEqual({path.name for path in self.folder.iterdir()}, {"content", "assets", "taken.html"})

    def test_a_lesson_is_not_overwritten_by_mistake(self):
        path = self.write("one", byte("one"))
        before = path.read_text()
        for result in (self.export("one", "--html", "--out", path), self.pack("--out", path),
                       self.run_tool("check", "--map", path)):
            self.assertEqual(result.returncode, 2)
            self.assertIn("end its name so", result.stderr)
        self.assertEqual(path.read_text(), before)

    def test_the_same_kit_is_the_same_file(self):
        self.write("one", byte("one"))
        self.pack("--out", "a.zip")
        self.pack("--out", "b.zip")
        self.assertEqual((self.folder / "a.zip").read_bytes(), (self.folder / "b.zip").read_bytes())

    def test_a_site_with_a_broken_lesson_is_not_packed(self):
        self.write("broken", "{")
        result = self.pack("--out", "kit.zip")
        self.assertEqual(result.returncode, 1)
        self.assertFalse((self.folder / "kit.zip").exists())


if __name__ == "__main__":
    unittest.main(verbosity=0)
