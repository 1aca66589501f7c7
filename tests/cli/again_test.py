"""byte build again: what is read and written when little has changed, and what goes when a lesson does."""
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

from support import ROOT, TOOL, ToolCase, byte, scenario

sys.path.insert(0, str(ROOT / "tests/bench"))
import build_cost  # noqa: E402

STATE = "site.state.jsonl"


class Again(ToolCase):
    def setUp(self):
        super().setUp()
        self.site = self.folder / "site"
        self.bytes = self.folder / "content/bytes"

    def make_old(self):
        """What was changed just now is read once more by the next build."""
        for path in self.folder.rglob("*"):
            if path.is_file() and self.site not in path.parents:
                build_cost.make_old(path)

    def counts(self, *arguments):
        result = self.run_tool("build", "--content", "content", "--assets", "assets", "--interface",
                               ROOT / "assets/interface", "--out", "site", "--stats", *arguments)
        read, written = (int(number.replace(",", "")) for number in
                         re.search(r"Read ([\d,]+) files? .*, wrote ([\d,]+) files?", result.stdout).groups())
        return result, read, written

    def times(self):
        return {str(path.relative_to(self.site)): path.stat().st_mtime_ns for path in self.site.rglob("*") if path.is_file()}

    def write_some(self):
        self.write_media()
        self.write_scenario(scenario())
        self.write("one", byte("one") | {"next": [{"byte": "two"}]})
        self.write("two", self.two())
        self.make_old()

    @staticmethod
    def two(text="Some words.") -> dict:
        cover = {"src": "moving.svg", "alt": "It moves.", "still": {"src": "still.svg"}}
        return byte("two", text) | {"minutes": 4, "cover": cover}

    def test_what_has_not_changed_is_not_read(self):
        self.write_some()
        first, _, _ = self.counts()
        self.assertIn("4 lessons in site.\n", first.stdout)
        before = self.times()
        result, read, written = self.counts()
        self.assertEqual((result.returncode, written), (0, 0))
        self.assertIn("4 lessons in site, none written anew.", result.stdout)
        # Once to go by and once to compare: the engine's files, their list and the state. And the words of the interface in
        # each language and those for authors, the four pages of the site, its catalogue and its manifest. The three
        # modules for pages opened from a disk are each put together of three files and compared, four more than those count.
        languages = len(list((ROOT / "assets/interface").glob("*.json")))
        self.assertEqual(read, 2 * len(build_cost.ENGINE_FILES) + 2 + 2 + languages + 1 + 6 + 4)
        self.assertEqual(self.times(), before)

    def test_a_changed_lesson_is_written_with_the_lists_that_name_it_and_nothing_else(self):
        self.write_some()
        self.build()
        before = self.times()
        self.write("two", self.two("Other words.") | {"summary": "New."})
        result = self.build()
        self.assertIn("4 lessons in site, 1 written anew.", result.stdout)
        changed = {name for name, when in self.times().items() if before.get(name) != when}
        self.assertEqual(changed, {"bytes/two/index.html", "bytes/two/files.json", "index.html", "catalogue.json",
                                   "files.json", "service-worker.js"})
        self.assertIn("Other words.", self.page("two"))

    def test_another_title_is_told_to_the_lessons_that_name_it(self):
        self.write_some()
        self.build()
        self.write("two", self.two() | {"title": "Another name"})
        self.assertIn("2 written anew", self.build().stdout)
        self.assertIn("Another name", self.page("one"))

    def test_every_file_that_a_lesson_is_made_of_counts(self):
        self.write_some()
        self.build()
        for name, text in (("dilemma/story.scenario.json", json.dumps(scenario()).replace("It's noon.", "It's one.")),
                           ("dilemma/grace.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
                           ("film.vtt", "WEBVTT\n\nnew"), ("film.mp4", "f" * 1_150_001)):
            (self.bytes / name).write_text(text)
            before = self.times()
            self.assertEqual(self.build().returncode, 0)
            changed = {path for path, when in self.times().items() if before.get(path) != when}
            self.assertTrue(changed, name)
            self.assertEqual(len({path.split("/")[1] for path in changed if path.startswith("bytes/")}), 1, (name, changed))

    def test_a_file_that_was_only_touched_is_read_and_nothing_is_written(self):
        self.write_some()
        self.build()
        build_cost.make_old(self.bytes / "two.json", 60)
        _, read_once, written = self.counts()
        self.assertEqual(written, 1, "the state")
        _, read_then, written = self.counts()
        self.assertEqual(written, 0)
        self.assertLess(read_then, read_once)

    def test_a_change_within_one_tick_of_the_clock_is_seen(self):
        path = self.write("one", byte("one", "Some words."))
        now = time.time_ns()
        os.utime(path, ns=(now, now))
        self.build()
        self.write("one", byte("one", "Same words."))
        os.utime(path, ns=(now, now))
        self.build()
        self.assertIn("Same words.", self.page("one"))

    def test_building_again_makes_the_same_site_as_building_anew(self):
        self.write_some()
        self.build()
        self.write("one", byte("one", "Other words."))
        self.build()
        again = {path: (self.site / path).read_bytes() for path in self.times()}
        shutil.rmtree(self.site)
        self.build()
        self.assertEqual(again, {path: (self.site / path).read_bytes() for path in self.times()})

    def test_warnings_are_said_every_time(self):
        content = byte("film")
        content["sections"][0]["blocks"] = [{"type": "audio", "src": "tone.mp3"}]
        (self.bytes / "tone.mp3").write_text("t")
        self.write("film", content)
        self.make_old()
        first = self.build()
        self.assertIn("[transcript-missing]", first.stderr)
        again = self.build()
        self.assertIn("none written anew", again.stdout)
        self.assertEqual(again.stderr, first.stderr)

    def test_a_removed_lesson_leaves_the_site_with_all_that_was_built_for_it(self):
        self.write_some()
        self.build()
        mine = self.site / "bytes/media/notes.txt"
        mine.write_text("mine")
        (self.bytes / "media.json").unlink()
        shutil.rmtree(self.bytes / "dilemma")
        self.assertEqual(self.build().returncode, 0)
        self.assertEqual([path.name for path in mine.parent.iterdir()], ["notes.txt"])
        self.assertFalse((self.site / "bytes/dilemma").exists())
        self.assertTrue((self.site / "bytes/one/index.html").exists())

    def test_a_picture_that_is_no_longer_used_goes_unless_somebody_changed_it(self):
        pictures = [{"type": "image", "src": f"{name}.svg", "alt": "It stands."} for name in ("a", "b", "c")]
        for name in ("a", "b", "c"):
            (self.bytes / f"{name}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
        content = byte("one")
        content["sections"][0]["blocks"] = pictures
        self.write("one", content)
        self.build()
        (self.site / "bytes/one/c.svg").write_text("mine")
        content["sections"][0]["blocks"] = pictures[:1]
        self.write("one", content)
        result = self.build()
        self.assertEqual(sorted(path.name for path in (self.site / "bytes/one").iterdir()), 
                         ["a.svg", "accessibility.html", "c.svg", "files.json", "index.html"])
        self.assertIn("bytes/one/c.svg is no longer used, and stays because somebody has changed it", result.stderr)

    def test_a_lesson_that_becomes_broken_keeps_its_page_until_it_is_mended(self):
        self.write_some()
        self.build()
        page = self.page("two")
        self.write("two", "{")
        (self.folder / "assets/engine.wasm").write_text("second")
        for _ in range(2):
            result = self.build()
            self.assertEqual(result.returncode, 1)
            self.assertIn("two.json:1:", result.stderr)
            self.assertIn("warning: the site keeps this lesson as it was built before — mend", result.stderr)
            self.assertIn("; 1 keeps the page of the build before, see above.", result.stdout)
            self.assertEqual(self.page("two"), page)
            (self.folder / "assets/engine.wasm").write_text("third")
        for address in re.findall(r'"\.\./\.\./(engine/[^"]*)"', page):
            self.assertTrue((self.site / address).exists(), "what the old page needs")
        self.assertIn("bytes/two/index.html", (self.site / "index.html").read_text())
        self.assertIn("About two", self.page("one"))
        self.write("two", byte("two", "Mended."))
        self.assertEqual(self.build().returncode, 0)
        self.assertIn("Mended.", self.page("two"))

    def test_what_somebody_changed_or_took_from_the_site_is_put_back(self):
        self.write_some()
        self.build()
        page = self.page("one")
        (self.site / "bytes/one/index.html").write_text("spoilt")
        (self.site / "bytes/media/film.vtt").unlink()
        self.assertIn("4 lessons in site, 1 written anew", self.build().stdout)
        self.assertEqual(self.page("one"), page)
        self.assertTrue((self.site / "bytes/media/film.vtt").exists())

    def test_what_all_pages_share_writes_all_of_them(self):
        self.write_some()
        self.build()
        (self.folder / "assets/style.css").write_text("another")
        self.assertIn("4 lessons in site.\n", self.build().stdout)

    def test_all_builds_everything_whatever_is_known(self):
        self.write_some()
        self.build()
        _, read, written = self.counts("--all")
        self.assertGreater(read, 50)
        self.assertEqual(written, 0, "all is as it was")

    def test_a_spoilt_state_builds_everything_and_removes_nothing_of_others(self):
        self.write_some()
        first = self.build()
        state = self.folder / STATE
        good = state.read_text()
        (self.folder / "precious.txt").write_text("mine")
        (self.site / "link").symlink_to(self.folder)
        rows = [json.loads(line) for line in good.splitlines()]
        escaping = json.loads(json.dumps(rows[1]))
        stamp = "4 0 " + "0" * 16
        escaping["outputs"] |= {"../../../precious.txt": stamp, str(self.folder / "precious.txt"): stamp,
                                "../../link/precious.txt": stamp}
        for spoilt in ("", "{", "\0" * 50, good[:-40], good.replace('"byte-build":1', '"byte-build":2'),
                       good.replace('"id"', '"di"'), re.sub(r'"key":"[^"]*"', '"key":7', good), "[" * 100_000,
                       good.replace('"minutes":4', '"minutes":"four"'), good.replace("\n", "\n[]\n"),
                       "\n".join([json.dumps(rows[0], separators=(",", ":"))] +
                                 [json.dumps(escaping | {"id": name}, separators=(",", ":")) for name in ("gone", "one", "..")])):
            state.write_text(spoilt)
            result = self.build()
            self.assertEqual((result.returncode, result.stderr), (0, first.stderr), spoilt[:80])
            self.assertEqual(len(list(self.site.glob("bytes/*/index.html"))), 4)
            self.assertEqual(state.read_text().count("\n"), 5)
            self.assertEqual((self.folder / "precious.txt").read_text(), "mine")

    def test_a_link_in_the_site_leads_no_removal_out_of_it(self):
        self.write("one", byte("one"))
        self.write("two", byte("two"))
        self.build()
        elsewhere = self.folder / "elsewhere"
        shutil.move(self.site / "bytes/one", elsewhere)
        (self.site / "bytes/one").symlink_to(elsewhere)
        (self.bytes / "one.json").unlink()
        self.build()
        self.assertTrue((elsewhere / "index.html").exists())

    def test_a_lesson_that_is_there_twice_is_said(self):
        self.write("one", byte("one"))
        (self.bytes / "one").mkdir()
        (self.bytes / "one/byte.json").write_text(json.dumps(byte("one")))
        result = self.build()
        self.assertEqual(result.returncode, 1)
        self.assertIn("[byte-twice]", result.stderr)

    def test_what_may_belong_to_a_lesson_by_its_name_is_looked_at(self):
        self.write_scenario(scenario())
        self.make_old()
        self.build()
        self.assertEqual(json.loads((self.folder / STATE).read_text().splitlines()[1])["overlays"], [])
        (self.bytes / "dilemma/byte.es.json").write_text("{}")
        _, read, _ = self.counts()
        self.assertGreater(read, 2 * len(build_cost.ENGINE_FILES) + 8)
        self.assertEqual(json.loads((self.folder / STATE).read_text().splitlines()[1])["overlays"], ["byte.es.json"])


class Many(unittest.TestCase):
    """By tests/bench/build_cost.py's lessons."""

    def folder_of(self, many):
        folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, folder)
        build_cost.generate(folder, many)
        return folder

    def test_work_grows_with_the_lessons_and_memory_hardly_does(self):
        costs = {}
        for many in (50, 500):
            folder = self.folder_of(many)
            costs[many] = build_cost.build(TOOL, folder)
            self.assertIn(f"{many} lessons in site.", costs[many]["said"])
            build_cost.change(folder, many)
            one = build_cost.build(TOOL, folder)
            self.assertIn(f"{many} lessons in site, 1 written anew.", one["said"])
            # The page, its list, the site's list and worker, the state; and the catalogue, if a size in it is another now.
            self.assertIn(one["written"], (5, 6))
        self.assertLess(costs[500]["read"], 10.5 * costs[50]["read"])
        self.assertLess(costs[500]["bytes_read"], 10.5 * costs[50]["bytes_read"])
        if "BYTE_SANITIZED" not in os.environ:  # A sanitizer keeps memory of its own.
            self.assertLess(costs[500]["kilobytes"], 1.5 * costs[50]["kilobytes"])

    def test_a_terminal_is_told_how_far_it_is_and_nothing_else_is(self):
        folder = self.folder_of(300)
        arguments = [*TOOL, "build", "--assets", "assets", "--interface", str(ROOT / "assets/interface")]
        ours, its = pty.openpty()
        process = subprocess.Popen(arguments, cwd=folder, stderr=its, stdout=subprocess.PIPE)
        os.close(its)
        said = b""
        try:
            while part := os.read(ours, 4096):
                said += part
        except OSError:
            pass  # Linux says so when the other end is closed.
        os.close(ours)
        process.stdout.read()
        process.stdout.close()
        self.assertEqual(process.wait(), 0)
        lines = said.decode().split("\r\x1b[K")
        self.assertRegex("\n".join(lines[1:-1]), r"^(\d+ of 300\n?)+$")
        self.assertEqual((lines[0], lines[-1]), ("", ""), "it is wiped away in the end")
        result = subprocess.run([*arguments, "--all"], cwd=folder, capture_output=True, text=True, check=True)  # Not one.
        self.assertEqual(result.stderr, "")


if __name__ == "__main__":
    unittest.main(verbosity=0)
