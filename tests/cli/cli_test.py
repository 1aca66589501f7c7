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
import xml.dom.minidom

TOOL = pathlib.Path(sys.argv.pop(1)).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[2]
ENGINE_FILES = ["style.css", "no-script.css", "early.js", "player.js", "engine.js", "engine.wasm", "icon.svg"]


def byte(identity: str, text: str = "Some words.") -> dict:
    return {"format": 1, "id": identity, "title": f"About {identity}", "language": "en",
            "sections": [{"id": "start", "blocks": [{"type": "text", "text": text}]}]}


def scenario() -> dict:
    return {"format": 1, "title": "Dilemma", "start": "monday",
            "cast": [{"id": "grace", "name": "Grace", "portrait": {"src": "grace.svg", "decorative": True}}],
            "variables": {"trust": {"type": "integer", "start": 0, "min": 0, "max": 5, "label": "Trust"}},
            "nodes": {
                "monday": {"text": "It's Monday.", "choices": [
                    {"id": "ask", "text": "Ask", "set": ["trust += 1"], "points": 2, "goto": "lunch"},
                    {"id": "wait", "text": "Wait", "goto": "autumn"}]},
                "lunch": {"text": "It's noon.", "choices": [
                    {"id": "talk", "text": "Talk", "if": "trust == 1", "points": 3, "goto": "promoted"},
                    {"id": "work", "text": "Work", "goto": "autumn"}]}},
            "endings": {"promoted": {"kind": "good", "title": "Promoted", "text": "Well done."},
                        "autumn": {"kind": "open", "title": "Until autumn", "text": "Wait."}}}


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

    def write_scenario(self, content: dict, portrait: bool = True) -> pathlib.Path:
        """A Byte `dilemma` in a folder of its own; its scenario's file."""
        folder = self.folder / "content/bytes/dilemma"
        folder.mkdir(exist_ok=True)
        one = byte("dilemma")
        one["sections"][0]["blocks"].append({"type": "scenario", "src": "story.scenario.json"})
        (folder / "byte.json").write_text(json.dumps(one))
        if portrait:
            (folder / "grace.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>')
        path = folder / "story.scenario.json"
        path.write_text(json.dumps(content, indent=1))
        return path

    def test_check_sums_up_each_scenario(self):
        self.write_scenario(scenario())
        result = self.run_tool("check")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(result.stdout.splitlines(), [
            "content/bytes/dilemma/story.scenario.json: 2 scenes, 4 choices, 1 variable, 2 endings; 5 states, all of them "
            "looked at.",
            "  promoted (good): 2 choices, 5 points, less than a minute, 1 way",
            "  autumn (open): 1 to 2 choices, 0 to 2 points, less than a minute, 2 ways",
            "1 lesson checked: 0 problems, 1 remark."])
        self.assertIn("[condition-always-true]", result.stderr)

    def test_check_takes_a_scenarios_file_alone(self):
        path = self.write_scenario(scenario())
        result = self.run_tool("check", path)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("promoted (good): 2 choices", result.stdout)
        self.assertIn("1 scenario checked: 0 problems, 1 remark.", result.stdout)
        both = self.run_tool("check", path, path.parent)
        self.assertIn("1 lesson and 1 scenario checked: 0 problems, 2 remarks.", both.stdout)
        missing = self.run_tool("check", "no.scenario.json")
        self.assertEqual(missing.returncode, 1)
        self.assertIn("no.scenario.json", missing.stderr)

    def test_what_is_wrong_in_a_scenarios_file_is_said_of_that_file(self):
        broken = scenario()
        broken["nodes"]["lunch"]["choices"] = [broken["nodes"]["lunch"]["choices"][0]]
        broken["nodes"]["monday"]["choices"][1]["goto"] = "lunch"
        path = self.write_scenario(broken, portrait=False)
        for argument in (path, path.parent, path.with_name("byte.json")):
            result = self.run_tool("check", argument)
            self.assertEqual(result.returncode, 1)
            self.assertEqual(len(result.stderr.splitlines()), 3, result.stderr)
            self.assertRegex(result.stderr, r'story\.scenario\.json:10:\d+: cast\[0\]\.portrait\.src: there is no file "grace\.svg"')
            self.assertRegex(result.stderr, r"story\.scenario\.json:\d+:\d+: nodes\.lunch: no choice is offered after "
                                            r"monday: wait, where trust = 0 \(in 1 of 2 states\) .* \[node-dead-end\]")
            self.assertRegex(result.stderr, r"story\.scenario\.json:\d+:\d+: endings\.autumn: warning: .*\[ending-unreached\]")

    def test_a_map_is_drawn_of_one_scenario(self):
        hostile = scenario()
        hostile["title"] = "<b>Ask & \"tell\"</b>"
        hostile["nodes"]["monday"]["text"] = "]]> <!-- & مرحبا"
        path = self.write_scenario(hostile)
        result = self.run_tool("check", path.parent, "--map", "maps/dilemma.svg")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("Its map is maps/dilemma.svg.", result.stdout)
        root = xml.dom.minidom.parse(str(self.folder / "maps/dilemma.svg")).documentElement
        self.assertEqual(root.getElementsByTagName("title")[0].firstChild.data, hostile["title"])
        self.assertIn("2 scenes, 4 choices", root.getElementsByTagName("desc")[0].firstChild.data)
        words = [text.firstChild.data for text in root.getElementsByTagName("text")]
        for expected in (hostile["nodes"]["monday"]["text"], "if trust == 1", "the condition is always true", "Well done."):
            self.assertIn(expected, words)

    def test_a_map_of_no_scenario_or_of_several_is_refused(self):
        self.write("plain", byte("plain"))
        path = self.write_scenario(scenario())
        for arguments, words in ((["content/bytes/plain.json"], "here is no scenario"),
                                 ([path, path], "here are several scenarios"),
                                 (["nowhere.json"], "here is no scenario")):
            result = self.run_tool("check", *arguments, "--map", "map.svg")
            self.assertEqual(result.returncode, 2, arguments)
            self.assertIn(words, result.stderr)
            self.assertFalse((self.folder / "map.svg").exists())

    def test_a_map_that_cannot_be_written_is_said(self):
        path = self.write_scenario(scenario())
        (self.folder / "taken").write_text("a file")
        result = self.run_tool("check", path, "--map", "taken/map.svg")
        self.assertEqual(result.returncode, 1)
        self.assertIn("taken", result.stderr)

    def test_a_page_knows_the_most_points_of_its_scenario(self):
        self.write_scenario(scenario())
        self.assertEqual(self.build().returncode, 0)
        data = json.loads(re.search(r'id="byte-data">([^<]*)<', self.page("dilemma"))[1])
        self.assertEqual(data["sections"][0]["blocks"][1]["most-points"], 5)

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

    def write_media(self):
        """A Byte with a film, a sound, moving pictures and other sites' pages, and all its files."""
        blocks = [
            {"type": "video", "src": "film.mp4", "poster": {"src": "poster.svg"}, "transcript": ["It rolls."],
             "tracks": [{"src": "film.vtt", "language": "en", "label": "English"}]},
            {"type": "audio", "src": "tone.mp3", "transcript": ["A tone."]},
            {"type": "image", "src": "moving.svg", "alt": "It moves.", "still": {"src": "still.svg"}},
            {"type": "picture-story", "pictures": [{"src": "still.svg", "alt": "It stands.", "caption": "So."}],
             "sound": {"src": "tone.mp3", "transcript": ["A tone."]}},
            {"type": "embed", "src": "https://video.example.org/1", "title": "A film"},
            {"type": "embed", "src": "https://video.example.org/2", "title": "A film"},
            {"type": "embed", "src": "https://Maps.example.org:8443/", "title": "A map"}]
        content = byte("media")
        content["sections"][0]["blocks"] = blocks
        folder = self.folder / "content/bytes"
        svg = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="32">%s</svg>'
        (folder / "film.mp4").write_bytes(b"f" * 1_150_000)
        (folder / "tone.mp3").write_bytes(b"t" * 5_000)
        (folder / "film.vtt").write_text("WEBVTT\n")
        for name in ("poster", "still"):
            (folder / f"{name}.svg").write_text(svg % name)
        (folder / "moving.svg").write_text(svg % "<animate/>")
        return self.write("media", content)

    def test_media_come_with_their_page_and_its_policy_lets_in_no_more(self):
        self.write_media()
        self.write("plain", byte("plain"))
        result = self.build()
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        built = {path.name for path in (self.folder / "site/bytes/media").iterdir()}
        self.assertEqual(built, {"index.html", "film.mp4", "film.vtt", "tone.mp3", "poster.svg", "still.svg", "moving.svg"})
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', self.page("media"))[1]
        self.assertTrue(policy.endswith("; media-src 'self'; frame-src https://Maps.example.org:8443 "
                                        "https://video.example.org"), policy)
        self.assertNotIn("<iframe", self.page("media"))
        for word in ("media-src", "frame-src"):
            self.assertNotIn(word, self.page("plain"))

    def test_a_page_and_the_catalogue_say_what_the_page_costs(self):
        self.write_media()
        self.build()
        page = self.page("media")
        data = json.loads(re.search(r'id="byte-data">([^<]*)<', page)[1])
        self.assertEqual(data["cost"]["text"], len(page.encode()))
        pictures = sum((self.folder / f"content/bytes/{name}.svg").stat().st_size for name in ("poster", "still"))
        self.assertEqual(data["cost"]["pictures"], pictures)
        self.assertEqual(data["cost"]["sound"], 5_000)
        facts = f"{-(-len(page.encode()) // 1000)} KB text · 1 KB pictures + 1.2 MB video on request + 5 KB sound on request"
        self.assertIn(facts, page)
        self.assertIn(facts, (self.folder / "site/index.html").read_text())
        self.assertEqual(data["sections"][0]["blocks"][0]["width"], 64, "the poster's")

    def test_a_missing_film_is_said_where_it_is_named(self):
        self.write_media()
        (self.folder / "content/bytes/film.vtt").unlink()
        (self.folder / "content/bytes/film.mp4").unlink()
        result = self.build()
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stderr, r'media\.json:1:\d+: sections\[0\]\.blocks\[0\]\.src: there is no file "film\.mp4"')
        self.assertIn('there is no file "film.vtt"', result.stderr)

    def test_a_picture_that_nobody_can_stop_is_remarked_upon(self):
        path = self.write_media()
        path.write_text(path.read_text().replace('"still": {"src": "still.svg"}', '"x-still": 0'))
        result = self.run_tool("check", path)
        self.assertEqual(result.returncode, 0)
        self.assertIn("1 remark", result.stdout)
        self.assertRegex(result.stderr, r"blocks\[2\]: warning: this picture moves.*\[still-missing\]")

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
