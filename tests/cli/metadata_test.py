"""What a built site says to search engines, library catalogues and those who share a link."""
import html
import json
import re
import unittest
import xml.etree.ElementTree as xml

from support import ToolCase, byte, scenario

HOSTILE = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> \"' & ]]> \u2028"
# https://www.w3.org/community/reports/a11y-discov-vocab/
MODES = {"textual", "visual", "auditory"}
FEATURES = {"readingOrder", "structuralNavigation", "tableOfContents", "displayTransformability", "unlocked",
            "alternativeText", "closedCaptions", "transcript"}
HAZARDS = {"none", "noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard", "unknownFlashingHazard",
           "unknownMotionSimulationHazard", "unknownSoundHazard"}


def as_list(value):
    return value if isinstance(value, list) else [value]


class Metadata(ToolCase):
    def resource(self, identity: str) -> dict:
        found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', self.page(identity), re.S)
        self.assertEqual(len(found), 1)
        return json.loads(found[0])

    def write_site(self, **fields):
        (self.folder / "content/site.json").write_text(json.dumps(
            {"format": 1, "title": "Our lessons", "language": "en"} | fields))

    def head(self, identity: str) -> dict:
        return {html.unescape(name): html.unescape(value) for name, value in
                re.findall(r'<meta (?:name|property)="([^"]*)" content="([^"]*)">', self.page(identity))}

    def test_a_lesson_is_a_learning_resource(self):
        content = byte("one") | {
            "summary": "In short.", "objective": "Tell one from the other.", "skills": ["asking"], "topics": ["career", "work"],
            "minutes": 5, "level": "starter", "license": "CC-BY-SA-4.0", "author": {"name": "Grace", "role": "Teacher"}}
        content["sections"][0]["blocks"].append({
            "type": "question", "id": "q", "kind": "single", "prompt": "Which?",
            "options": [{"id": "a", "text": "A", "correct": True}, {"id": "b", "text": "B"}]})
        self.write("one", content)
        self.assertEqual(self.build().returncode, 0)
        self.assertEqual(self.resource("one"), {
            "@context": "https://schema.org", "@type": "LearningResource", "name": "About one", "description": "In short.",
            "inLanguage": "en", "learningResourceType": "lesson", "interactivityType": "mixed",
            "teaches": ["Tell one from the other.", "asking"],
            "assesses": ["Tell one from the other.", "asking"], "keywords": ["career", "work"],
            "educationalLevel": "Beginner", "timeRequired": "PT5M",
            "license": "https://creativecommons.org/licenses/by-sa/4.0/", "isAccessibleForFree": True,
            "author": {"@type": "Person", "name": "Grace", "jobTitle": "Teacher"}, "accessMode": "textual",
            "accessModeSufficient": [{"@type": "ItemList", "itemListElement": ["textual"]}],
            "accessibilityFeature": ["readingOrder", "structuralNavigation", "tableOfContents", "displayTransformability",
                                     "unlocked"],
            "accessibilityHazard": "none",
            "accessibilityControl": ["fullKeyboardControl", "fullMouseControl", "fullTouchControl"],
            "accessibilitySummary": "Everything can be read as text, also by a screen reader, and done with a keyboard alone."})

    def test_what_is_not_said_is_not_claimed(self):
        content = byte("one")
        del content["summary"]
        self.write("one", content)
        self.build()
        for key in ("description", "teaches", "assesses", "keywords", "educationalLevel", "timeRequired", "license", "author",
                    "url"):
            self.assertNotIn(key, self.resource("one"))
        self.assertEqual(self.resource("one")["interactivityType"], "expositive")

    def test_other_licences_are_named(self):
        for name, license in (("cc0", "CC0-1.0"), ("own", "Ask us"), ("odd", "CC-BY-9.0"), ("short", "CC-")):
            self.write(name, byte(name) | {"license": license})
        self.build()
        self.assertEqual(self.resource("cc0")["license"], "https://creativecommons.org/publicdomain/zero/1.0/")
        for name, license in (("own", "Ask us"), ("odd", "CC-BY-9.0"), ("short", "CC-")):
            self.assertEqual(self.resource(name)["license"], {"@type": "CreativeWork", "name": license})

    def test_accessibility_is_said_from_the_files_in_the_vocabulary_s_words(self):
        self.write_media()
        self.write_scenario(scenario())
        for change in ("whole", "silent", "unknown"):
            content = json.loads((self.folder / "content/bytes/media.json").read_text()) | {"id": change}
            blocks = content["sections"][0]["blocks"]
            if change != "unknown":
                del blocks[4:]
            if change == "silent":
                del blocks[0]["transcript"], blocks[0]["tracks"]
            self.write(change, content)
        self.assertEqual(self.build().returncode, 0)
        for identity in ("media", "dilemma", "whole", "silent", "unknown"):
            resource = self.resource(identity)
            self.assertLessEqual(set(as_list(resource["accessMode"])), MODES)
            self.assertLessEqual(set(as_list(resource["accessibilityFeature"])), FEATURES)
            self.assertLessEqual(set(as_list(resource["accessibilityHazard"])), HAZARDS)
        whole, silent, unknown = (self.resource(name) for name in ("whole", "silent", "unknown"))
        self.assertEqual(whole["accessMode"], ["textual", "visual", "auditory"])
        self.assertEqual([row["itemListElement"] for row in whole["accessModeSufficient"]],
                         [["textual"], ["textual", "visual", "auditory"]])
        self.assertLess({"alternativeText", "closedCaptions", "transcript"}, set(whole["accessibilityFeature"]))
        self.assertEqual(whole["accessibilityHazard"],
                         ["unknownFlashingHazard", "unknownMotionSimulationHazard", "unknownSoundHazard"])
        self.assertEqual([row["itemListElement"] for row in silent["accessModeSufficient"]], [["textual", "visual", "auditory"]])
        self.assertFalse({"closedCaptions", "transcript"} & set(silent["accessibilityFeature"]))
        self.assertIn("not all written down", silent["accessibilitySummary"])
        for key in ("accessModeSufficient", "accessibilityControl"):
            self.assertNotIn(key, unknown, "nobody knows what another site shows")

    def test_a_picture_that_moves_by_itself_may_flash(self):
        self.write_media()
        content = byte("one")
        content["sections"][0]["blocks"] = [{"type": "image", "src": "moving.svg", "alt": "It moves."}]
        self.write("one", content)
        self.build()
        self.assertIn("unknownFlashingHazard", self.resource("one")["accessibilityHazard"])

    def test_hostile_words_stay_words(self):
        self.write("one", byte("one") | {
            "title": HOSTILE, "summary": HOSTILE, "objective": HOSTILE, "skills": [HOSTILE], "topics": [HOSTILE],
            "license": HOSTILE, "author": {"name": HOSTILE, "role": HOSTILE}})
        self.write_site(title=HOSTILE, address="https://example.org/")
        self.assertEqual(self.build().returncode, 0)
        resource = self.resource("one")
        for words in (resource["name"], resource["description"], resource["teaches"][0], resource["teaches"][1],
                      resource["keywords"], resource["license"]["name"], resource["author"]["jobTitle"]):
            self.assertEqual(words, HOSTILE)
        self.assertEqual(self.head("one")["og:title"], HOSTILE)
        for name in ("index.html", "accessibility.html"):
            page = (self.folder / "site/bytes/one" / name).read_text()
            self.assertNotIn("<script>alert", page)
            self.assertNotIn("<img src=x", page)
            self.assertEqual(page.count("<script"), page.count("</script>"))

    def test_a_shared_link_shows_what_the_lesson_is(self):
        self.write_media()
        self.write("one", byte("one") | {"summary": "In short.", "language": "pt-BR",
                                         "cover": {"src": "moving.svg", "alt": "It moves.", "still": {"src": "still.svg"}}})
        self.write_site()
        self.build()
        head = self.head("one")
        self.assertEqual({name: value for name, value in head.items() if name.startswith("og:")}, {
            "og:type": "article", "og:title": "About one", "og:description": "In short.", "og:site_name": "Our lessons",
            "og:locale": "pt_BR"})
        self.assertNotIn("canonical", self.page("one"))
        self.write_site(address="https://example.org/lessons/")
        self.build()
        head = self.head("one")
        self.assertEqual(head["og:url"], "https://example.org/lessons/bytes/one/index.html")
        self.assertEqual(head["og:image"], "https://example.org/lessons/bytes/one/still.svg")
        self.assertEqual(head["og:image:alt"], "It moves.")
        self.assertIn('<link rel="canonical" href="https://example.org/lessons/bytes/one/index.html">', self.page("one"))
        self.assertEqual(self.resource("one")["url"], "https://example.org/lessons/bytes/one/index.html")
        self.assertIn('<link rel="canonical" href="https://example.org/lessons/index.html">',
                      (self.folder / "site/index.html").read_text())

    def test_a_site_with_an_address_has_a_sitemap_and_one_without_has_none(self):
        self.write("one", byte("one"))
        self.write("hidden", byte("hidden") | {"listed": False})
        self.write_site(address="https://example.org/a&b/")
        self.build()
        sitemap, robots = self.folder / "site/sitemap.xml", self.folder / "site/robots.txt"
        places = [place.text for place in xml.parse(sitemap).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
        self.assertEqual(places, ["https://example.org/a&b/index.html", "https://example.org/a&b/bytes/one/index.html"])
        self.assertFalse(robots.exists(), "it counts at a host's root only")
        self.write_site(address="https://example.org/")
        self.build()
        self.assertIn("Sitemap: https://example.org/sitemap.xml\n", robots.read_text())
        self.write_site()
        self.build()
        self.assertFalse(sitemap.exists() or robots.exists())

    def test_a_sitemap_that_somebody_else_wrote_stays(self):
        self.write("one", byte("one"))
        self.build()
        (self.folder / "site/sitemap.xml").write_text("mine")
        self.build()
        self.assertEqual((self.folder / "site/sitemap.xml").read_text(), "mine")


class Report(ToolCase):
    def report(self, identity: str) -> dict:
        """What is said about each criterion."""
        page = (self.folder / "site/bytes" / identity / "accessibility.html").read_text()
        return {number: html.unescape(re.sub("<[^>]*>", "", note)) for number, note in
                re.findall(r' id="wcag:([\d.]+):note"[^>]*>(.*?)</li>', page)}

    def test_every_lesson_has_its_report_and_links_to_it(self):
        self.write("one", byte("one"))
        self.assertEqual(self.build().returncode, 0)
        self.assertRegex(self.page("one"), r'<a id="page:accessibility"[^>]* href="accessibility.html">')
        report = self.report("one")
        self.assertGreater(len(report), 30)
        self.assertTrue(report["1.1.1"].startswith("Not used here: there are no pictures"))
        self.assertTrue(report["2.1.1"].startswith("Yes: "))
        for number, note in report.items():
            self.assertRegex(note, r"^(Yes|Not used here|Not known|To be mended): [a-z]", number)
            self.assertNotIn("wcag-", note)

    def test_no_words_are_missing_whatever_a_lesson_has(self):
        self.write_media()
        self.write_scenario(scenario())
        content = json.loads((self.folder / "content/bytes/media.json").read_text()) | {"id": "silent"}
        blocks = content["sections"][0]["blocks"]
        for block in blocks:
            block.pop("transcript", None)
            block.pop("tracks", None)
        blocks[2].pop("still")
        blocks.append({"type": "text", "text": "Bonjour.", "language": "fr"})
        self.write("silent", content)
        self.assertEqual(self.build().returncode, 0)
        for identity in ("media", "dilemma", "silent"):
            page = (self.folder / "site/bytes" / identity / "accessibility.html").read_text()
            self.assertIsNone(re.search(r">[^<]*\b(access|wcag|problem)-[a-z0-9.-]+", page), identity)
            self.assertNotIn("{", re.sub(r"<[^>]*>", "", page))
        silent, media = self.report("silent"), self.report("media")
        for number in ("1.2.1", "1.2.2", "1.2.3", "2.2.2"):
            self.assertTrue(silent[number].startswith("To be mended"), number)
            self.assertTrue(media[number].startswith("Yes"), number)
        page = (self.folder / "site/bytes/silent/accessibility.html").read_text()
        self.assertIn("silent.json, line 1, column", page)
        self.assertIn("sections[0].blocks[0]", page)
        self.assertTrue(silent["3.1.2"].startswith("Yes"))
        self.assertTrue(media["3.1.2"].startswith("Not used"))

    def test_a_report_needs_no_engine(self):
        self.write("one", byte("one"))
        self.build()
        page = (self.folder / "site/bytes/one/accessibility.html").read_text()
        self.assertNotIn("player", re.sub(r"<p .*?</p>", "", page))
        self.assertNotIn("data-engine", page)


if __name__ == "__main__":
    unittest.main(verbosity=0)
