"""The author's tool from outside: exit codes, what it prints, and the site that it writes.

cli_test.py <tool>
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

TOOL = pathlib.Path(sys.argv.pop(1)).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[2]
ENGINE_FILES = ["style.css", "no-script.css", "early.js", "player.js", "engine.js", "engine.wasm", "icon.svg"]


def byte(identity: str, text: str = "Some words.") -> dict:
    return {"format": 1, "id": identity, "title": f"About {identity}", "language": "en",
            "sections": [{"id": "start", "blocks": [{"type": "text", "text": text}]}]}


class Tool(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / "content/bytes").mkdir(parents=True)
        (self.folder / "assets").mkdir()
        for name in ENGINE_FILES:
            (self.folder / "assets" / name).write_text(f"first {name}")

    def write(self, identity: str, content) -> pathlib.Path:
        path = self.folder / "content/bytes" / f"{identity}.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return path

    def run_tool(self, *arguments):
        return subprocess.run([TOOL, *map(str, arguments)], cwd=self.folder, capture_output=True, text=True, timeout=60)

    def build(self):
        return self.run_tool("build", "--content", "content", "--assets", "assets", "--interface",
                             ROOT / "assets/interface", "--out", "site")

    def page(self, identity: str) -> str:
        return (self.folder / "site/bytes" / identity / "index.html").read_text()

    def test_check_says_nothing_is_wrong_with_a_sound_byte(self):
        result = self.run_tool("check", self.write("good", byte("good")))
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("1 lesson checked: 0 problems", result.stdout)

    def test_check_places_each_problem_and_fails(self):
        broken = byte("broken")
        broken["sections"][0]["blocks"].append({"type": "txet", "text": "x"})
        broken["titel"] = "misspelt"
        result = self.run_tool("check", self.write("broken", broken))
        self.assertEqual(result.returncode, 1)
        for line in result.stderr.splitlines():
            self.assertRegex(line, r"broken\.json:\d+:\d+: .+ \[[a-z-]+\]$")
        self.assertIn('"text"', result.stderr)
        self.assertIn("title", result.stderr)

    def test_check_without_a_file_says_so(self):
        result = self.run_tool("check", "nowhere.json")
        self.assertEqual(result.returncode, 1)
        self.assertIn("nowhere.json", result.stderr)

    def test_misuse_is_another_exit_code(self):
        for arguments in ([], ["bild"], ["build"], ["check", "--nonsense"]):
            self.assertEqual(self.run_tool(*arguments).returncode, 2, arguments)
        self.assertEqual(self.run_tool("--help").returncode, 0)

    def test_one_broken_byte_does_not_hide_the_others(self):
        self.write("good", byte("good"))
        self.write("broken", "{")
        self.write("better", byte("better"))
        result = self.build()
        self.assertEqual(result.returncode, 1)
        self.assertIn("broken.json:1:", result.stderr)
        self.assertIn("2 lessons in site; 1 left out", result.stdout)
        self.assertIn("Some words.", self.page("good"))
        catalogue = (self.folder / "site/index.html").read_text()
        self.assertIn("bytes/better/index.html", catalogue)
        self.assertNotIn("broken", catalogue)

    def test_unlisted_bytes_have_a_page_and_no_line_in_the_catalogue(self):
        self.write("hidden", byte("hidden") | {"listed": False})
        self.assertEqual(self.build().returncode, 0)
        self.page("hidden")
        self.assertNotIn("hidden", (self.folder / "site/index.html").read_text())

    def test_a_page_needs_nothing_but_the_site(self):
        self.write("good", byte("good"))
        self.build()
        page = self.page("good")
        self.assertIn("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'", page)
        for address in re.findall(r'(?:src|href|data-engine|data-wasm)="([^"]*)"', page):
            self.assertRegex(address, r"^(#|\.\./\.\./|[a-z0-9-]+\.svg$)")
        self.assertIsNone(re.search(r"<script(?![^>]*(src=|application/json))|<style| style=| on[a-z]+=", page))

    def test_nothing_that_an_author_writes_becomes_markup(self):
        hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)> \"' & [x](https://example.org/\"onclick=1)"
        content = byte("hostile", hostile) | {"title": hostile, "summary": hostile, "topics": [hostile],
                                              "author": {"name": hostile, "role": hostile}, "license": hostile}
        content["sections"][0]["title"] = hostile
        self.write("hostile", content)
        self.assertEqual(self.build().returncode, 0)
        for page in (self.page("hostile"), (self.folder / "site/index.html").read_text()):
            self.assertNotIn("<script>alert", page)
            self.assertNotIn("<img src=x", page)
            self.assertIsNone(re.search(r'<[^>]*\sonclick=', page))
            self.assertEqual(page.count("<script"), page.count("</script>"))

    def test_building_again_writes_nothing(self):
        self.write("good", byte("good"))
        self.build()
        before = {path: path.stat().st_mtime_ns for path in (self.folder / "site").rglob("*") if path.is_file()}
        self.build()
        after = {path: path.stat().st_mtime_ns for path in (self.folder / "site").rglob("*") if path.is_file()}
        self.assertEqual(before, after)

    def test_the_engine_of_the_build_before_stays_and_older_ones_go(self):
        self.write("good", byte("good"))
        for generation in ("first", "second", "third"):
            (self.folder / "assets/engine.wasm").write_text(generation)
            self.build()
        kept = sorted(path.read_text() for path in (self.folder / "site/engine").glob("engine.*.wasm"))
        self.assertEqual(kept, ["second", "third"])

    def test_a_missing_content_folder_is_said(self):
        shutil.rmtree(self.folder / "content")
        result = self.build()
        self.assertEqual(result.returncode, 1)
        self.assertIn("There is no folder content", result.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=0)
