"""byte translate from outside, and what check and build make of translations."""
import json
import re
import unittest

from support import ROOT, ToolCase, byte, scenario


class Translate(ToolCase):
    def translation(self, identity="lesson", language="es"):
        return self.folder / "content/bytes" / f"{identity}.{language}.json"

    def read(self, path=None):
        return json.loads((path or self.translation()).read_text())

    def edit(self, change, path=None):
        path = path or self.translation()
        content = json.loads(path.read_text())
        change(content)
        path.write_text(json.dumps(content, ensure_ascii=False))

    def lesson(self):
        content = byte("lesson", "Some **strong** words.")
        del content["summary"]
        content["sections"][0]["title"] = "Start"
        content["sections"][0]["blocks"].append({"type": "list", "items": ["one", "two"]})
        return content

    def translated(self, strings):
        """A lesson whose translation has these texts."""
        self.write("lesson", self.lesson())
        self.assertEqual(self.run_tool("translate", "lesson", "es").returncode, 0)
        self.edit(lambda content: [content["strings"][key].update(text=text) for key, text in strings.items()])
        return self.run_tool("translate", "lesson", "es")

    def test_it_makes_room_for_every_string_in_reading_order(self):
        self.write("lesson", self.lesson())
        result = self.run_tool("translate", "lesson", "es")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("5 strings, 0 translated, 5 missing, 0 stale, 0 unused", result.stdout)
        made = self.read()
        self.assertEqual((made["translates"], made["language"], made["$schema"]),
                         ("lesson", "es", "../schema/translation.schema.json"))
        self.assertEqual(list(made["strings"]), ["title", "start/title", "start-text/text", "start-list/items/0",
                                                 "start-list/items/1"])
        entry = made["strings"]["start-text/text"]
        self.assertEqual((entry["source"], entry["text"]), ("Some **strong** words.", ""))
        for key in made["strings"]:
            self.assertIn(f"  {key}\n", result.stdout)

    def test_blocks_get_ids_and_nothing_else_in_the_file_changes(self):
        text = '\ufeff{ "format": 1, "id": "lesson", "title": "T", "language": "en",\n "sections": [ { "id": "a", "blocks": [\n' \
               '\t{ "text": "é\\"", "type" : "text" },{"type":"text","id":"a-text","text":"x"}, {"type":"divider"},\n' \
               '  {"type":"text","text":"🙂"}] } ] }\n'
        path = self.write("lesson", text)
        result = self.run_tool("translate", path, "es")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("id", result.stdout)
        expected = text.replace('"type" : "text" }', '"type" : "text", "id": "a-text-2" }').replace(
            '{"type":"text","text":"🙂"}', '{"type":"text", "id": "a-text-3","text":"🙂"}')
        self.assertEqual(path.read_text(), expected)

    def test_calling_it_twice_changes_nothing(self):
        self.translated({"title": "Título"})
        before = {path: path.read_bytes() for path in (self.folder / "content/bytes").iterdir()}
        result = self.run_tool("translate", "lesson", "es")
        self.assertIn("Nothing to change in", result.stdout)
        self.assertEqual({path: path.read_bytes() for path in (self.folder / "content/bytes").iterdir()}, before)

    def test_what_is_translated_needs_no_source_beside_it(self):
        result = self.translated({"title": "Título"})
        self.assertIn("1 translated, 4 missing", result.stdout)
        self.assertEqual(list(self.read()["strings"]["title"]), ["of", "text"])

    def test_a_changed_source_makes_a_translation_stale_until_it_is_mended(self):
        self.translated({"start-text/text": "Palabras **fuertes**."})
        self.edit(lambda content: content["sections"][0]["blocks"][0].update(text="Other words."),
                  self.folder / "content/bytes/lesson.json")
        of = self.read()["strings"]["start-text/text"]["of"]
        checked = self.run_tool("check", "content")
        self.assertEqual(checked.returncode, 0, checked.stderr)
        self.assertRegex(checked.stderr, r"lesson\.es\.json:\d+:\d+: strings\.start-text/text\.text: warning: .*"
                                         r'"Other words\.".*\[translation-stale\]')
        result = self.run_tool("translate", "lesson", "es")
        self.assertIn("Stale", result.stdout)
        self.assertIn("4 missing, 1 stale", result.stdout)
        entry = self.read()["strings"]["start-text/text"]
        self.assertEqual(entry, {"of": of, "source": "Other words.", "text": "Palabras **fuertes**."})
        self.edit(lambda content: (content["strings"]["start-text/text"].pop("of"),
                                   content["strings"]["start-text/text"].update(text="Otras palabras.")))
        self.assertIn("4 missing, 0 stale", self.run_tool("translate", "lesson", "es").stdout)
        self.assertNotEqual(self.read()["strings"]["start-text/text"]["of"], of)

    def test_no_words_are_lost(self):
        self.translated({"title": "Título", "start-list/items/1": "dos"})
        self.edit(lambda content: content["strings"]["title"].update(note="Mine.", **{"x-mine": [1, 2.5, None, True]}))
        self.edit(lambda content: content.update(note={"for": "me"}))
        self.edit(lambda content: content["sections"][0]["blocks"][1]["items"].pop(),
                  self.folder / "content/bytes/lesson.json")
        checked = self.run_tool("check", "content/bytes/lesson.es.json")
        self.assertRegex(checked.stderr, r'did you mean "start-list/items/0"\?.*\[translation-unknown-key\]')
        self.assertIn("1 unused", self.run_tool("translate", "lesson", "es").stdout)
        made = self.read()
        self.assertEqual(made["x-unused"]["start-list/items/1"]["text"], "dos")
        self.assertEqual(made["note"], {"for": "me"})
        self.assertEqual(made["strings"]["title"]["note"], "Mine.")
        self.assertEqual(made["strings"]["title"]["x-mine"], [1, 2.5, None, True])
        # When the string comes back, so does its translation.
        self.edit(lambda content: content["sections"][0]["blocks"][1]["items"].append("two"),
                  self.folder / "content/bytes/lesson.json")
        self.assertIn("2 translated, 3 missing, 0 stale, 0 unused", self.run_tool("translate", "lesson", "es").stdout)
        self.assertEqual(self.read()["strings"]["start-list/items/1"]["text"], "dos")
        self.assertNotIn("x-unused", self.read())

    def test_a_byte_in_a_folder_has_its_translation_and_its_scenario_beside_it(self):
        story = scenario()
        story["nodes"]["monday"].pop("text")
        story["nodes"]["monday"]["blocks"] = [{"type": "text", "text": "It's Monday."}]
        path = self.write_scenario(story)
        result = self.run_tool("translate", path.parent, "ar")
        self.assertEqual(result.returncode, 0, result.stderr)
        made = self.read(path.with_name("byte.ar.json"))
        self.assertEqual(made["$schema"], "../../schema/translation.schema.json")
        for key in ("story/title", "story/cast/grace/name", "story/variables/trust/label", "story/nodes/lunch/talk/text",
                    "story/nodes/monday/blocks/monday-text/text", "story/endings/autumn/text"):
            self.assertIn(key, made["strings"])
        self.assertEqual(json.loads(path.read_text())["nodes"]["monday"]["blocks"][0]["id"], "monday-text")

    def test_misuse_and_trouble_have_their_exit_codes(self):
        self.write("lesson", self.lesson())
        self.write("broken", "{")
        for arguments, code, words in ((["lesson", "Spanish"], 2, "language tag"), (["lesson", 'es","x-a":"'], 2, "language tag"),
                                       (["lesson", "../es"], 2, "language tag"), (["lesson", "en"], 2, "itself"),
                                       (["lesson"], 2, "language"), (["nowhere", "es"], 1, "There is no Byte"),
                                       (["broken", "es"], 1, "byte check")):
            result = self.run_tool("translate", *arguments)
            self.assertEqual(result.returncode, code, arguments)
            self.assertIn(words, result.stderr)
        self.assertEqual(len(list((self.folder / "content/bytes").iterdir())), 2)

    def test_a_translation_that_cannot_be_understood_is_left_as_it_is(self):
        self.write("lesson", self.lesson())
        self.translation().write_text('{"format": 1, "translates": "lesson", "language": "es", "strings": {"title": "T"}}')
        before = self.translation().read_text()
        result = self.run_tool("translate", "lesson", "es")
        self.assertEqual(result.returncode, 1)
        self.assertIn("[type-wrong]", result.stderr)
        self.assertIn("left as it is", result.stderr)
        self.assertEqual(self.translation().read_text(), before)

    def test_check_knows_translations_from_bytes(self):
        self.translated({"title": "Título"})
        for path in ("content", "content/bytes/lesson.json", "content/bytes/lesson.es.json"):
            result = self.run_tool("check", path)
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertRegex(result.stderr, r"content/bytes/lesson\.es\.json:\d+:\d+: strings: note: 4 of 5 strings .*"
                                            r"\[translation-missing\]\n")
        self.translation().rename(self.translation("other"))
        result = self.run_tool("check", "content")
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stderr, r'other\.es\.json: .*"other\.json".*\[translation-without-byte\]')

    def test_build_writes_a_page_for_each_language(self):
        self.translated({"title": "Título", "start-text/text": "Palabras."})
        result = self.build()
        self.assertEqual(result.returncode, 0, result.stderr)
        folder = self.folder / "site/bytes/lesson"
        source, spanish = ((folder / name).read_text() for name in ("index.html", "index.es.html"))
        for page in (source, spanish):
            self.assertIn('<link rel="alternate" hreflang="en" href="index.html">', page)
            self.assertIn('<link rel="alternate" hreflang="es" href="index.es.html">', page)
        self.assertIn('<html lang="es"', spanish)
        self.assertIn("<title>Título</title>", spanish)
        self.assertIn("Todas las lecciones", spanish)
        self.assertRegex(source, r'Also in:.*<a href="index\.es\.html"><span lang="es" dir="auto">Español</span></a>')
        self.assertRegex(spanish, r'También en:.*<a href="index\.html"><span lang="en" dir="auto">English</span></a>')
        # Of the list nothing is translated, of the section's title neither.
        self.assertRegex(spanish, r'<ul id="start-list"[^>]*lang="en"')
        self.assertRegex(spanish, r'<h2[^>]*><span lang="en" dir="auto">Start</span>')
        data = json.loads(re.search(r'id="byte-data">([^<]*)<', spanish)[1])
        self.assertEqual((data["id"], data["language"]), ("lesson", "es"))
        self.assertEqual(data["editions"], [{"language": "en", "name": "English", "href": "index.html"}])
        self.assertEqual(data["cost"]["text"], len(spanish.encode()))
        catalogue = (self.folder / "site/index.html").read_text()
        self.assertEqual(catalogue.count('href="bytes/lesson/index.html"'), 1)
        self.assertIn('<a href="bytes/lesson/index.es.html"><span lang="es" dir="auto">Español</span></a>', catalogue)
        self.assertIn("1 lesson in site.", result.stdout)

    def test_a_broken_translation_takes_no_other_page_along(self):
        self.translated({"title": "{{name}}"})
        result = self.build()
        self.assertEqual(result.returncode, 1)
        self.assertIn("[placeholder-reserved]", result.stderr)
        self.assertTrue((self.folder / "site/bytes/lesson/index.html").exists())
        self.assertFalse((self.folder / "site/bytes/lesson/index.es.html").exists())
        self.assertNotIn("hreflang", self.page("lesson"))

    def test_a_translation_brings_its_own_pictures(self):
        svg = '<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="8">%s</svg>'
        (self.folder / "content/bytes/cover.svg").write_text(svg % (8, ""))
        self.write("lesson", self.lesson() | {"cover": {"src": "cover.svg", "alt": "Words."}})
        self.run_tool("translate", "lesson", "es")
        self.assertNotIn("cover/src", self.read()["strings"])
        self.edit(lambda content: content["strings"].update({"cover/src": {"text": "cover.es.svg"}}))
        result = self.run_tool("check", "content")
        self.assertRegex(result.stderr, r"lesson\.es\.json:\d+:\d+: strings\.cover/src\.text: .*\[file-missing\]")
        (self.folder / "content/bytes/cover.es.svg").write_text(svg % (16, "<animate/>"))
        result = self.run_tool("check", "content")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertRegex(result.stderr, r"lesson\.es\.json:\d+:\d+: strings\.cover/src\.text: warning: .*\[still-missing\]")
        self.build()
        spanish = (self.folder / "site/bytes/lesson/index.es.html").read_text()
        self.assertIn('src="cover.es.svg"', spanish)
        self.assertIn('width="16"', spanish)
        self.assertTrue((self.folder / "site/bytes/lesson/cover.es.svg").exists())
        self.assertIn('src="cover.svg"', self.page("lesson"))

    def site(self, **more):
        (self.folder / "content/site.json").write_text(json.dumps({
            "format": 1, "title": "Lessons", "language": "en", "languages": ["en", "es", "fr"],
            "translations": [{"language": "es", "title": "Lecciones", "summary": "Cortas."}]} | more))

    def test_a_site_has_its_pages_in_each_of_its_languages(self):
        self.site()
        self.translated({"title": "Título"})
        result = self.build()
        self.assertEqual(result.returncode, 0, result.stderr)
        site = self.folder / "site"
        english, spanish, french = ((site / name).read_text() for name in ("index.html", "index.es.html", "index.fr.html"))
        for page in (english, spanish, french):
            self.assertIn('<link rel="alternate" hreflang="es" href="index.es.html">', page)
        self.assertIn("<title>Lecciones</title>", spanish)
        self.assertIn('href="bytes/lesson/index.es.html">', spanish)
        self.assertIn("Título", spanish)
        self.assertNotIn("Título", english + french)
        # What is not translated is marked, and the lesson's own page is what there is.
        self.assertRegex(french, r'(?s)<html lang="fr".*<h1[^>]* lang="en"[^>]*><span>Lessons</span>')
        self.assertRegex(french, r'<li [^>]*lang="en".*href="bytes/lesson/index\.html">')
        lesson = (site / "bytes/lesson/index.es.html").read_text()
        for page in ("index", "about", "offline"):
            self.assertIn(f'href="../../{page}.es.html"', lesson)
            self.assertTrue((site / f"{page}.es.html").exists())
            self.assertIn(f'href="../../{page}.html"', self.page("lesson"))
        listed = json.loads((site / "files.json").read_text())["shell"]
        self.assertLessEqual({"index.fr.html", "about.fr.html", "offline.fr.html"}, {one["name"] for one in listed})

    def test_what_comes_next_is_named_in_the_pages_language(self):
        self.translated({"title": "Título"})
        self.write("another", byte("another") | {"next": [{"byte": "lesson"}]})
        self.run_tool("translate", "another", "es")
        self.run_tool("translate", "another", "fr")

        def card(language):
            page = (self.folder / "site/bytes/another" / f"index.{language}.html").read_text()
            return re.search(r'<a id="page:next-lesson"[^>]*href="([^"]*)".*?<span id="page:next-lesson-title"([^>]*)>(.*?)</', page)

        self.assertEqual(self.build().returncode, 0)
        self.assertEqual(card("es")[1], "../lesson/index.es.html")
        self.assertIn("Título", card("es")[3])
        self.assertEqual(card("fr")[1], "../lesson/index.html")
        self.assertIn('lang="en"', card("fr")[2])
        # Another title, and no title in that language any more.
        self.edit(lambda content: content["strings"]["title"].update(text="Nuevo"))
        self.assertEqual(self.build().returncode, 0)
        self.assertIn("Nuevo", card("es")[3])
        self.translation().unlink()
        self.build()
        self.assertEqual(card("es")[1], "../lesson/index.html")

    def test_what_is_not_translated_is_counted_for_each_language(self):
        self.site()
        self.translated({"title": "Título", "start/title": "Principio"})
        self.edit(lambda content: content["sections"][0].update(title="Beginning"), self.folder / "content/bytes/lesson.json")
        self.write("another", byte("another"))
        for result in (self.run_tool("check", "content"), self.build()):
            self.assertIn("es: 1 lesson translated, 5 strings of which 3 missing and 1 stale, 1 lesson not translated.\n", result.stdout)
            self.assertIn("fr: 2 lessons not translated.\n", result.stdout)
            self.assertNotIn("en:", result.stdout)
        # Said again by a build that has nothing to do.
        self.assertIn("3 missing and 1 stale", self.build().stdout)
        counts = json.loads(self.run_tool("check", "content", "--format", "json").stdout)["translations"]
        self.assertEqual(counts, [{"language": "es", "lessons": 1, "strings": 5, "missing": 3, "stale": 1}])

    def test_check_finds_a_site_language_without_words(self):
        interface = ("--interface", ROOT / "assets/interface")
        self.write("lesson", self.lesson())
        self.site(languages=["en", "es", "tlh"])
        result = self.run_tool("check", "content", *interface)
        self.assertEqual(result.returncode, 0)
        self.assertRegex(result.stderr, r'site\.json:\d+:\d+: languages\[2\]: warning: the player has no words in "tlh".*'
                                        r"tlh\.json.*\[language-without-words\]")
        self.site(language="tlh", languages=["es", "tlh"])
        result = self.run_tool("check", "content", *interface)
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stderr, r'languages\[1\]: the player has no words in "tlh", the site\'s language')


if __name__ == "__main__":
    unittest.main(verbosity=0)
