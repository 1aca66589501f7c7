"""byte build from outside: exit codes, what it prints, and the site that it writes."""
import hashlib
import json
import re
import shutil
import unittest

from support import ROOT, ToolCase, byte, scenario


class Build(ToolCase):
    def test_a_page_knows_the_most_points_of_its_scenario(self):
        self.write_scenario(scenario())
        self.assertEqual(self.build().returncode, 0)
        data = json.loads(re.search(r'id="byte-data">([^<]*)<', self.page("dilemma"))[1])
        self.assertEqual(data["sections"][0]["blocks"][1]["most-points"], 5)

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
            self.assertRegex(address, r"^(#|\.\./\.\./|[a-z0-9-]+\.svg$|accessibility\.html$)")
        self.assertIsNone(re.search(r"<script(?![^>]*(src=|application/(ld\+)?json))|<style| style=| on[a-z]+=", page))

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

    def test_lists_name_every_file_by_its_hash_and_each_change_is_another_worker(self):
        self.write_media()
        self.write("plain", byte("plain"))
        self.assertEqual(self.build().returncode, 0)
        site = self.folder / "site"
        digest = lambda path: hashlib.sha256((site / path).read_bytes()).hexdigest()
        worker = (site / "service-worker.js").read_text()
        self.assertEqual(worker.split("\n", 1), [f'self.filesSha256 = "{digest("files.json")}";', "first service-worker.js"])
        whole = json.loads((site / "files.json").read_text())
        named = [*whole["engine"], *whole["further"], *whole["other"], *whole["shell"]]
        for identity, listed in whole["bytes"].items():
            folder = f"bytes/{identity}/"
            self.assertEqual(listed["list"], digest(folder + "files.json"))
            files = json.loads((site / folder / "files.json").read_text())["files"]
            sizes = {kind: sum(file["bytes"] for file in files if file["kind"] in kinds)
                     for kind, kinds in (("page", ("page", "report")), ("pictures", ("picture",)), ("media", ("media",)))}
            self.assertEqual({key: listed.get(key, 0) for key in sizes}, sizes)
            named += [file | {"name": folder + file["name"]} for file in files] + [{"name": folder + "files.json"}]
        for file in named:
            self.assertEqual(file.get("sha256", digest(file["name"])), digest(file["name"]), file)
            self.assertEqual(file.get("bytes", -1), (site / file["name"]).stat().st_size if "bytes" in file else -1, file)
        # The catalogue's file is its author's to write into, and the lists can't name themselves.
        there = {str(path.relative_to(site)) for path in site.rglob("*") if path.is_file()}
        own = {"catalogue.json", "play.html", "files.json", "service-worker.js"}
        self.assertEqual({file["name"] for file in named}, there - own)
        kinds = {file["name"]: file["kind"] for file in json.loads((site / "bytes/media/files.json").read_text())["files"]}
        self.assertEqual(kinds, {"index.html": "page", "accessibility.html": "report", "film.mp4": "media", "tone.mp3": "media",
                                 "film.vtt": "media", "moving.svg": "media", "still.svg": "picture", "poster.svg": "picture"})
        self.build()
        self.assertEqual((site / "service-worker.js").read_text(), worker)
        self.write("plain", byte("plain", "Other words."))
        self.build()
        self.assertNotEqual((site / "service-worker.js").read_text(), worker)

    def test_every_page_names_the_manifest_and_learners_pages_carry_no_words_of_the_offline_page(self):
        self.write("one", byte("one"))
        self.build()
        self.assertIn('<link rel="manifest" href="../../manifest.webmanifest">', self.page("one"))
        self.assertNotIn('"offline-', self.page("one"))
        self.assertIn('"offline-keep"', (self.folder / "site/offline.html").read_text())
        manifest = json.loads((self.folder / "site/manifest.webmanifest").read_text())
        self.assertEqual((manifest["start_url"], manifest["scope"], manifest["lang"], manifest["dir"]), ("index.html", "./", "en", "ltr"))
        for icon in manifest["icons"]:
            self.assertTrue((self.folder / "site" / icon["src"]).exists())

    def test_media_come_with_their_page_and_its_policy_lets_in_no_more(self):
        self.write_media()
        self.write("plain", byte("plain"))
        result = self.build()
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        built = {path.name for path in (self.folder / "site/bytes/media").iterdir()}
        self.assertEqual(built, {"index.html", "accessibility.html", "film.mp4", "film.vtt", "tone.mp3", "poster.svg", "still.svg", "moving.svg",
                                 "files.json"})
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

    def test_a_site_is_not_written_among_the_lessons(self):
        folder = self.folder / "content/bytes/pictured"
        folder.mkdir()
        (folder / "byte.json").write_text(json.dumps(byte("pictured")))
        (self.folder / "linked").symlink_to("content")
        (self.folder / "other").mkdir()
        (self.folder / "other/bytes").symlink_to("../content/bytes")
        before = sorted(self.folder.rglob("*"))
        for out in ("content", "content/bytes", "content/bytes/pictured", "content/bytes/pictured/site", "linked",
                    "other", "./content/"):
            result = self.run_tool("build", "--assets", "assets", "--interface", ROOT / "assets/interface", "--out", out)
            self.assertEqual(result.returncode, 1, out)
            self.assertIn("The site can't be written among the lessons", result.stderr)
        self.assertEqual(sorted(self.folder.rglob("*")), before)

    def test_a_language_without_words_is_said_with_a_remedy(self):
        self.write("good", byte("good"))
        (self.folder / "content/site.json").write_text('{"format": 1, "title": "A", "language": "tlh"}')
        result = self.build()
        self.assertEqual(result.returncode, 1)
        self.assertIn('no words in "tlh"', result.stderr)
        self.assertIn('write another "language" into site.json', result.stderr)

    def test_a_missing_content_folder_is_said(self):
        shutil.rmtree(self.folder / "content")
        result = self.build()
        self.assertEqual(result.returncode, 1)
        self.assertIn("There is no folder content", result.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=0)
