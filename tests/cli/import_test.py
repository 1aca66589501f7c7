"""byte import from outside: what it writes, what it prints, and what it refuses."""
import io
import json
import pathlib
import unittest
import zipfile

from support import ROOT, ToolCase, byte

DATA = ROOT / "tests/data"
PNG = b"\x89PNG\r\n\x1a\n"


def zipped(**files) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


class Import(ToolCase):
    def bytes_folder(self) -> pathlib.Path:
        return self.folder / "content/bytes"

    def file(self, name: str, content) -> pathlib.Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def written(self) -> list:
        return sorted(str(path.relative_to(self.bytes_folder())) for path in self.bytes_folder().rglob("*")
                      if path.is_file())

    def run_import(self, *arguments, code=0):
        result = self.run_tool("import", *arguments)
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return result

    def test_gift_becomes_a_lesson_that_passes_the_check(self):
        result = self.run_import(DATA / "import/kinds.gift")
        self.assertEqual(self.written(), ["kinds.json"])
        made = (self.bytes_folder() / "kinds.json").read_text()
        self.assertEqual(made, (DATA / "import/kinds.gift.json").read_text())
        for line in result.stderr.splitlines():
            self.assertRegex(line, r"kinds\.gift:(\d+:\d+:)? (warning|note): .+ — .+ \[import-[a-z-]+\]$")
        self.assertRegex(result.stdout, r"Made content/bytes/kinds\.json: 3 sections, 16 questions, "
                                        r"\d+ remarks above\.\nRead it through, then: byte check content/bytes/kinds\.json\n")
        check = self.run_tool("check", "content/bytes/kinds.json")
        self.assertEqual(check.returncode, 0, check.stderr)
        self.assertNotIn(": warning: ", check.stderr)

    def test_a_text_file_is_gift_and_another_ending_has_to_be_named(self):
        self.run_import(self.file("quiz.txt", "Yes? {T}\n"))
        self.assertEqual(self.written(), ["quiz.json"])
        unknown = self.file("quiz.doc", "Yes? {T}\n")
        self.assertIn("--as gift", self.run_import(unknown, code=2).stderr)
        self.run_import(unknown, "--as", "gift", "--id", "other")
        self.assertEqual(self.written(), ["other.json", "quiz.json"])

    def test_markdown_with_pictures_gets_a_folder(self):
        text = "# Trust\n\n![A dog](p/a%20dog.png)\n\n![Gone](gone.png)\n\n![Not a picture](secret.txt)\n"
        self.file("p/a dog.png", PNG)
        self.file("secret.txt", "secret")
        result = self.run_import(self.file("trust.md", text))
        self.assertEqual(self.written(), ["trust/byte.json", "trust/p/a dog.png"])
        self.assertEqual((self.bytes_folder() / "trust/p/a dog.png").read_bytes(), PNG)
        self.assertIn("trust.md:5:3: warning: there is no picture \"gone.png\"", result.stderr)
        self.assertIn("\"secret.txt\"", result.stderr)
        self.assertIn("1 picture", result.stdout)

    def test_a_link_beside_markdown_is_not_followed(self):
        self.file("elsewhere/secret.png", "secret")
        (self.folder / "here").mkdir()
        (self.folder / "here/a.png").symlink_to(self.folder / "elsewhere/secret.png")
        result = self.run_import(self.file("here/b.md", "# B\n\n![A](a.png)\n"))
        self.assertEqual(self.written(), ["b.json"])
        self.assertIn("import-picture-missing", result.stderr)

    def test_nothing_is_overwritten_without_force(self):
        source = self.file("a.md", "# A\n\nNew.\n")
        old = self.write("a", byte("a", "Old."))
        before = old.read_text()
        result = self.run_import(source, code=1)
        self.assertIn("--force", result.stderr)
        self.assertEqual(old.read_text(), before)
        self.run_import(source, "--force")
        self.assertIn("New.", old.read_text())
        # The other spelling of the same id stays where it is, even then.
        self.file("p.png", PNG)
        with_picture = self.file("a.md", "# A\n\n![P](p.png)\n")
        self.assertIn("a.json is there already", self.run_import(with_picture, "--force", code=1).stderr)
        self.assertEqual(self.written(), ["a.json"])

    def test_what_cannot_be_made_leaves_nothing_behind(self):
        for name in ("tasks.md", "empty.md", "empty.gift", "latin-1.gift"):
            result = self.run_import(DATA / "import" / name, code=1)
            self.assertIn("no lesson was made", result.stderr)
            self.assertEqual(result.stdout, "")
        self.assertIn("nowhere.md", self.run_import("nowhere.md", code=1).stderr)
        self.assertEqual(self.written(), [])

    def test_misuse_is_another_exit_code(self):
        source = self.file("a.md", "# A\n\nB\n")
        self.run_import(code=2)
        self.run_import(source, "--as", "word", code=2)
        for bad in ("A b", "../a", "é"):
            self.assertIn("cannot be an id", self.run_import(source, "--id", bad, code=2).stderr)
        self.assertIn("Examples:", self.run_import("--help").stdout)
        self.assertEqual(self.written(), [])

    def test_another_content_folder_can_be_named(self):
        self.run_import(self.file("a.md", "# A\n\nB\n"), "--content", "else/where", "--id", "b")
        self.assertTrue((self.folder / "else/where/bytes/b.json").is_file())

    def test_a_zip_holds_a_lesson(self):
        lesson = json.dumps(byte("trust"), indent=1)
        for files, made in [
            ({"byte_dot_json": lesson}, ["trust.json"]),
            ({"trust_dot_json": lesson}, ["trust.json"]),
            ({"any__byte_dot_json": lesson, "any__a_dot_svg": "<svg/>", "any__b_dot_exe": "x"},
             ["trust/a.svg", "trust/byte.json"]),
            ({"byte_dot_json": lesson, "s_dot_scenario_dot_json": "{}", "p__a_dot_svg": "<svg/>"},
             ["trust/byte.json", "trust/p/a.svg", "trust/s.scenario.json"]),
        ]:
            for old in self.written():
                (self.bytes_folder() / old).unlink()
            result = self.run_import(self.file("a.zip", zipped(**files)))
            self.assertEqual(self.written(), made)
            self.assertEqual("b.exe" in result.stderr, "any__b_dot_exe" in files)

    def test_a_lesson_in_a_zip_brings_its_translations(self):
        translation = {"format": 1, "translates": "good", "language": "es", "strings": {"title": {"text": "Bueno"}}}
        path = self.file("good.zip", zipped(**{"good.json": json.dumps(byte("good")), "good.es.json": json.dumps(translation)}))
        self.run_import(path)
        self.assertEqual(self.written(), ["good/byte.es.json", "good/byte.json"])
        self.assertIn("byte.es.json:1:66: strings: note: 2 of 3 strings", self.run_tool("check", "content").stderr)

    def test_a_lesson_in_a_zip_can_get_another_id(self):
        lesson = json.dumps(byte("trust"), indent=1)
        self.run_import(self.file("a.zip", zipped(byte_dot_json=lesson)), "--id", "other")
        self.assertEqual(self.written(), ["other.json"])
        self.assertEqual((self.bytes_folder() / "other.json").read_text(), lesson.replace('"trust"', '"other"', 1))

    def test_a_zip_may_hold_markdown_with_its_pictures(self):
        data = zipped(week__lesson_dot_md="# Week\n\n![A](p/a.png)\n", week__p__a_dot_png=PNG, week__p__b_dot_png=PNG)
        result = self.run_import(self.file("a.zip", data))
        self.assertEqual(self.written(), ["week/byte.json", "week/p/a.png"])
        self.assertIn("a.zip/week/lesson.md: note: the file does not say its language", result.stderr)
        self.assertIn('"p/b.png" was left out', result.stderr)

    def test_a_broken_lesson_in_a_zip_is_made_and_said(self):
        broken = byte("trust")
        broken["titel"] = "x"
        result = self.run_import(self.file("a.zip", zipped(byte_dot_json=json.dumps(broken))), code=1)
        self.assertEqual(self.written(), ["trust.json"])
        self.assertIn("[field-unknown]", result.stderr)
        self.assertIn("1 problem to mend", result.stdout)

    def test_a_zip_without_a_lesson_says_what_belongs_into_it(self):
        lesson = json.dumps(byte("a"))
        for files in ({}, {"a_dot_png": PNG}, {"a_dot_json": lesson, "b_dot_json": lesson},
                      {"a__b__byte_dot_json": lesson}):
            result = self.run_import(self.file("a.zip", zipped(**files)), code=1)
            self.assertIn("holds no lesson", result.stderr)
        self.assertEqual(self.written(), [])

    def test_every_zip_comes_out_as_the_table_says(self):
        for row in json.loads((DATA / "zips/table.json").read_text()):
            with self.subTest(row["zip"]):
                result = self.run_tool("import", DATA / "zips" / row["zip"], "--content", row["zip"])
                bytes_folder = self.folder / row["zip"] / "bytes"
                if "refused" in row:
                    self.assertEqual(result.returncode, 1)
                    self.assertRegex(result.stderr, rf"— .+\. \[{row['refused']}\]\n$")
                    self.assertFalse(bytes_folder.exists())
                    self.assertFalse((self.folder / "evil.json").exists())
                    continue
                self.assertNotIn("[zip-", result.stderr)
                names = [name.split("/", 1)[-1] if name.startswith("trust/") else name for name in row["files"]]
                if "byte.json" not in names:
                    continue
                self.assertEqual(result.returncode, 0, result.stderr)
                made = {str(path.relative_to(bytes_folder)) for path in bytes_folder.rglob("*") if path.is_file()}
                alone = names == ["byte.json"]
                self.assertEqual(made, {"zipped.json"} if alone else {f"zipped/{name}" for name in names})


if __name__ == "__main__":
    unittest.main(verbosity=0)
