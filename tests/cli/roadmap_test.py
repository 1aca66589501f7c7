"""Roadmaps from outside: check, build, build again, and new."""
import json
import re
import unittest

from support import ROOT, ToolCase, byte


def roadmap(identity="way", *stops, **fields) -> dict:
    return {"format": 1, "id": identity, "title": f"The {identity}", "summary": "It leads on.", "language": "en",
            "bytes": [stop if isinstance(stop, dict) else {"byte": stop} for stop in stops], **fields}


class Roadmaps(ToolCase):
    def setUp(self):
        super().setUp()
        for name in ("one", "two", "three"):
            self.write(name, byte(name) | {"minutes": 1})
        (self.folder / "content/roadmaps").mkdir()

    def write_roadmap(self, content, name=None):
        path = self.folder / "content/roadmaps" / f"{name or content['id']}.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return path

    def page_of(self, identity="way"):
        return (self.folder / "site/roadmaps" / identity / "index.html").read_text()

    def read_json(self, name):
        return json.loads((self.folder / "site" / name).read_text())

    def data(self, page, identity):
        return json.loads(re.search(f'id="{identity}">(.*?)</script>', page)[1])

    def test_check_of_a_content_folder_takes_in_its_roadmaps(self):
        self.write_roadmap(roadmap("way", "one", "tow"))
        result = self.run_tool("check", "content")
        self.assertEqual(result.returncode, 1)
        self.assertIn("content/roadmaps/way.json:1:", result.stderr)
        self.assertIn('bytes[1].byte: there is no lesson "tow" in bytes/ — did you mean "two"? [roadmap-byte-unknown]', result.stderr)
        self.assertIn("3 lessons and 1 roadmap checked: 1 problem, 0 remarks.", result.stdout)

    def test_check_of_one_knows_the_library_beside_it(self):
        self.write("two", byte("two") | {"listed": False})
        path = self.write_roadmap(roadmap("way", "one", "two"))
        for argument in (path, path.relative_to(self.folder)):
            result = self.run_tool("check", argument)
            self.assertEqual(result.returncode, 0)
            self.assertIn("warning: the roadmap is in the catalogue", result.stderr)
            self.assertIn("1 roadmap checked: 0 problems, 1 remark.", result.stdout)
        self.assertEqual(self.run_tool("check", "--strict", path).returncode, 1)

    def test_its_page_lists_its_lessons_in_order(self):
        self.write_roadmap(roadmap("way", {"byte": "two", "milestone": "You can **count**."}, "one",
                                   {"byte": "three", "after": ["two", "one"]}))
        result = self.build()
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        page = self.page_of()
        items = re.findall(r'<li id="(\w+)" class="card library-item">', page)
        self.assertEqual(items, ["two", "one", "three"])
        self.assertIn("<strong><span>Milestone:</span></strong>", page)
        self.assertIn('<p id="three:after"><span>Best after: About two · About one</span></p>', page)
        self.assertNotIn('id="one:after"', page, "that it comes after the one before is no news")
        self.assertIn("<span>Lessons: 3 · 3 min</span>", page)
        self.assertIn('href="../../bytes/one/index.html"', page)
        self.assertEqual(self.data(page, "roadmap-data"),
                         [{"id": "two"}, {"id": "one", "after": ["two"]}, {"id": "three", "after": ["two", "one"]}])

    def test_the_catalogue_and_the_device_page_name_what_is_listed(self):
        self.write_roadmap(roadmap("way", "one", "two"))
        self.write_roadmap(roadmap("draft", "one", listed=False))
        self.build()
        catalogue = (self.folder / "site/index.html").read_text()
        self.assertLess(catalogue.index('href="roadmaps/way/index.html"'), catalogue.index('href="bytes/one/index.html"'))
        self.assertNotIn("roadmaps/draft", catalogue)
        self.assertIn("The draft", self.page_of("draft"))
        offline = (self.folder / "site/offline.html").read_text()
        self.assertEqual(self.data(offline, "offline-data"), [
            {"id": "roadmap-way", "bytes": ["one", "two"]}, {"id": "library", "bytes": ["one", "three", "two"]}])
        self.assertIn('id="group:roadmap-way"', offline)
        shell = {file["name"] for file in self.read_json("files.json")["shell"]}
        self.assertLessEqual({"roadmaps/way/index.html", "roadmaps/draft/index.html"}, shell)

    def test_a_site_without_roadmaps_says_nothing_of_them(self):
        self.build()
        for name in ("index.html", "offline.html"):
            self.assertNotIn("roadmap", re.sub(r'<script type="application/json".*?</script>', "",
                                               (self.folder / "site" / name).read_text()))

    def test_a_second_build_writes_nothing_and_a_changed_lesson_its_roadmap(self):
        self.write_roadmap(roadmap("way", "one", "two"))
        self.build()
        site = self.folder / "site"
        before = {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}
        self.build()
        self.assertEqual({path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}, before)
        self.write("two", byte("two") | {"title": "Another title", "minutes": 1, "formerly": ["second"]})
        self.build()
        self.assertIn("Another title", self.page_of())
        self.build()
        self.assertEqual(self.data(self.page_of(), "roadmap-data")[1]["formerly"], ["second"], "from the state too")

    def test_one_that_is_removed_leaves_the_site(self):
        path = self.write_roadmap(roadmap("way", "one"))
        self.build()
        (self.folder / "content/site.json").write_text(json.dumps(
            {"format": 1, "title": "A", "language": "en", "address": "https://lessons.example.org/"}))
        self.build()
        self.assertIn("<loc>https://lessons.example.org/roadmaps/way/index.html</loc>", (self.folder / "site/sitemap.xml").read_text())
        path.unlink()
        self.build()
        self.assertFalse((self.folder / "site/roadmaps").exists())
        self.assertTrue((self.folder / "site/sitemap.xml").exists())
        self.assertNotIn("roadmaps", (self.folder / "site/sitemap.xml").read_text())
        self.assertNotIn("roadmaps", (self.folder / "site/index.html").read_text())

    def test_a_broken_one_stays_as_it_was(self):
        self.write_roadmap(roadmap("way", "one", "two"))
        self.build()
        page = self.page_of()
        self.write_roadmap(roadmap("way", "one", "two", "two"))
        for _ in range(2):
            result = self.build()
            self.assertEqual(result.returncode, 1)
            self.assertIn("[roadmap-byte-twice]", result.stderr)
            self.assertIn("[roadmap-kept]", result.stderr)
            self.assertEqual(self.page_of(), page)
            self.assertIn("roadmaps/way", (self.folder / "site/index.html").read_text())
        self.write_roadmap(roadmap("way", "two"))
        self.assertEqual(self.build().returncode, 0)
        self.assertNotIn('id="one"', self.page_of())

    def test_one_that_never_was_right_has_no_page(self):
        self.write_roadmap("{", "way")
        result = self.build()
        self.assertEqual(result.returncode, 1)
        self.assertIn("[json-syntax]", result.stderr)
        self.assertNotIn("[roadmap-kept]", result.stderr)
        self.assertFalse((self.folder / "site/roadmaps").exists())

    def test_a_lesson_with_problems_is_left_out_of_it(self):
        self.write("two", byte("two") | {"language": "English"})
        self.write_roadmap(roadmap("way", "one", "two", "three"))
        result = self.build()
        self.assertEqual(result.returncode, 1)
        self.assertNotIn("roadmap", result.stderr)
        self.assertEqual(self.data(self.page_of(), "roadmap-data"), [{"id": "one"}, {"id": "three"}])
        self.assertNotIn("bytes/two", self.page_of())

    def test_an_unlisted_lesson_can_be_in_an_unlisted_roadmap(self):
        self.write("two", byte("two") | {"listed": False, "minutes": 1})
        self.write_roadmap(roadmap("way", "one", "two", listed=False))
        self.assertEqual(self.run_tool("check", "--strict", "content").returncode, 0)
        self.build()
        self.assertIn("About two", self.page_of())

    def test_words_are_those_of_its_language(self):
        self.write_roadmap(roadmap("way", "one", language="es"))
        self.build()
        page = self.page_of()
        self.assertIn('<html lang="es" dir="ltr">', page)
        self.assertIn("<span>Lecciones: 1 · 1\u00a0min</span>", page)
        self.assertIn('<a id="one:link" class="library-link" href="../../bytes/one/index.html">', page)
        self.assertIn('<h2 id="one:title" dir="ltr" lang="en">', page)

    def test_a_translated_lesson_has_its_title_in_the_roadmaps_language(self):
        (self.folder / "content/bytes/one.es.json").write_text(json.dumps(
            {"format": 1, "translates": "one", "language": "es", "strings": {"title": {"text": "Sobre uno"}}}))
        (self.folder / "content/site.json").write_text(json.dumps(
            {"format": 1, "title": "A", "language": "en", "languages": ["en", "es"]}))
        self.write_roadmap(roadmap("way", "one"))
        self.write_roadmap(roadmap("camino", "one", "two", language="es"))
        self.assertEqual(self.build().returncode, 0)
        page = self.page_of("camino")
        self.assertIn('href="../../bytes/one/index.es.html"><span>Sobre uno</span>', page)
        self.assertIn('href="../../bytes/two/index.html"><span>About two</span>', page)
        self.assertIn('href="../../index.es.html"', page)
        for name, has, has_not in (("index.html", "way", "camino"), ("index.es.html", "camino", "way")):
            catalogue = (self.folder / "site" / name).read_text()
            self.assertIn(f"roadmaps/{has}/", catalogue)
            self.assertNotIn(f"roadmaps/{has_not}/", catalogue)

    def test_a_lesson_says_which_roadmaps_it_is_in(self):
        self.write_roadmap(roadmap("way", "one", "two"))
        self.write_roadmap(roadmap("draft", "one", listed=False))
        self.write("one", byte("one") | {"next": [{"byte": "two"}], "minutes": 1})
        self.build()
        page = self.page("one")
        self.assertIn('<a id="page:roadmap-way" class="card link-card" href="../../roadmaps/way/index.html">', page)
        self.assertIn('"next":[{"byte":"two","title":"About two","minutes":1},{"byte":"way","title":"The way","roadmap":true}]', page)
        self.assertNotIn("roadmaps/", self.page("three"))
        self.assertEqual(self.build().stdout, "3 lessons in site, none written anew.\n")
        self.write_roadmap(roadmap("way", "two", "three"))
        self.assertIn("2 written anew", self.build().stdout, "of three lessons one is new in it, one no more")
        self.assertNotIn("roadmaps/", self.page("one"))
        self.assertIn("roadmaps/way", self.page("three"))

    def test_a_lessons_page_has_no_words_of_roadmaps(self):
        self.write_roadmap(roadmap("way", "one"))
        self.build()
        words = self.data(self.page("one"), "interface-data")
        self.assertEqual([key for key in words if key.startswith("roadmap-")], [])

    def test_new_begins_one_through_all_lessons_of_the_catalogue(self):
        self.write("draft", byte("draft") | {"listed": False})
        title = 'Say "no" & {{mean}} it'
        result = self.run_tool("new", "my-way", "--from", "roadmap", "--title", title)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        path = self.folder / "content/roadmaps/my-way.json"
        self.assertIn(f"Wrote content/roadmaps/{path.name}", result.stdout)
        made = json.loads(path.read_text())
        self.assertEqual([stop["byte"] for stop in made["bytes"]], ["one", "three", "two"])
        self.assertEqual((path.parent / made["$schema"]).resolve(), (self.folder / "content/schema/roadmap.schema.json").resolve())
        checked = self.run_tool("check", path)
        self.assertEqual((checked.returncode, checked.stderr), (0, ""))
        again = self.run_tool("new", "my-way", "--from", "roadmap")
        self.assertEqual(again.returncode, 1)
        self.assertIn("is there already", again.stderr)
        self.assertEqual(json.loads(path.read_text()), made)

    def test_new_needs_lessons_and_words_that_can_be(self):
        result = self.run_tool("new", "way", "--from", "roadmap", "--language", "English")
        self.assertEqual(result.returncode, 2)
        self.assertIn("language tag", result.stderr)
        for path in (self.folder / "content/bytes").iterdir():
            path.unlink()
        result = self.run_tool("new", "way", "--from", "roadmap")
        self.assertEqual(result.returncode, 1)
        self.assertIn("Begin one first", result.stderr)
        self.assertEqual(list((self.folder / "content/roadmaps").iterdir()), [])


if __name__ == "__main__":
    unittest.main(verbosity=0)
