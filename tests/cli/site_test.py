"""An organisation's own site.json, from outside: what byte build makes of it, and what byte check says."""
import json
import re
import shutil
import unittest

from support import ROOT, ToolCase, byte

FULL = ROOT / "tests/data/sites/valid/full"


class Site(ToolCase):
    def setUp(self):
        super().setUp()
        self.write("good", byte("good"))

    def use(self, **changes):
        """The full site with some fields changed; None takes one out."""
        shutil.copy(FULL / "logo.svg", self.folder / "content/logo.svg")
        site = json.loads((FULL / "site.json").read_text()) | changes
        path = self.folder / "content/site.json"
        path.write_text(json.dumps({key: value for key, value in site.items() if value is not None}))
        return path

    def pages(self):
        return {"": (self.folder / "site/index.html").read_text(), "../../": self.page("good")}

    def style(self, page: str) -> str:
        name = re.search(r'<link rel="stylesheet" href="[./]*(engine/style\.[0-9a-f]+\.css)"', page)[1]
        return (self.folder / "site" / name).read_text()

    def test_every_page_says_whose_it_is(self):
        self.use()
        result = self.build()
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        for root, page in self.pages().items():
            footer = page[page.index("<footer"):]
            self.assertIn("Example Works Council", footer)
            for address, words in (("https://example.org/imprint", "Imprint"), (f"{root}privacy.html", "How we treat data"),
                                   ("mailto:lessons@example.org", "Contact")):
                self.assertRegex(footer, f'href="{re.escape(address)}"[^>]*><span>{words}</span></a>')

    def test_the_logo_goes_along_under_a_name_of_its_own(self):
        self.use()
        self.build()
        for root, page in self.pages().items():
            logo = re.search(r'<img [^>]*class="logo"[^>]*>', page)[0]
            address = re.search(r'src="([^"]*)"', logo)[1]
            self.assertRegex(address, "^" + re.escape(root) + r"engine/logo\.[0-9a-f]{10}\.svg$")
            self.assertEqual((self.folder / "site" / address[len(root):]).read_bytes(), (FULL / "logo.svg").read_bytes())
            for attribute in ('alt="Example Works Council"', 'width="160"', 'height="48"'):
                self.assertIn(attribute, logo)
        self.assertIn("engine/logo.", (self.folder / "site/files.json").read_text())

    def test_its_colours_come_after_the_players_in_the_one_style_sheet(self):
        self.build()
        plain = self.style(self.page("good"))
        self.assertEqual(plain, "first style.css")
        self.use()
        self.build()
        page = self.page("good")
        self.assertEqual(page.count('rel="stylesheet"'), 2, "one, and the one for pages without scripts")
        style = self.style(page)
        self.assertTrue(style.startswith("first style.css:root,html[data-theme=light]{"), style)
        self.assertIn("--primary:#7A1F5C", style)
        self.assertIn("prefers-color-scheme:dark", style)

    def test_the_engine_gets_the_same_colours(self):
        self.use()
        self.build()
        data = json.loads(re.search(r'id="interface-data">([^<]*)<', self.page("good"))[1])
        theme = json.loads((ROOT / "assets/theme.json").read_text())["themes"]
        tokens = sorted(theme["light"])
        colors = re.findall("........", data["site-colors"])
        self.assertEqual(len(colors), 3 * len(tokens))
        light, dark, contrast = (dict(zip(tokens, colors[i * len(tokens):])) for i in range(3))
        self.assertEqual((light["primary"], dark["primary"], contrast["primary"]), ("7A1F5CFF", "EFA9D2FF", "5A0F42FF"))
        self.assertEqual((light["right"], light["shadow"]), (theme["light"]["right"][1:] + "FF", theme["light"]["shadow"][1:]))
        self.assertIn(f"--hover:#{light['hover'][:6]}", self.style(self.page("good")))

    def test_a_site_that_says_nothing_adds_nothing_to_its_pages(self):
        self.use(owner=None, logo=None, imprint=None, privacy=None, contact=None, colors=None)
        self.build()
        for page in self.pages().values():
            for word in ("owner", "page:site-imprint", "page:site-privacy", "logo", "site-colors"):
                self.assertNotIn(word, page)

    def test_a_page_says_what_is_kept_and_whose_the_site_is(self):
        self.use()
        self.build()
        page = (self.folder / "site/about.html").read_text()
        self.assertIn('lang="en"', page)
        self.assertIn("This site belongs to Example Works Council.", page)
        self.assertRegex(page, 'owner-more"[^<]*><span>[^<]*</span><a href="privacy.html"><span>How we treat data</span></a>')
        for words in ("no cookie", "names begin with “byte-player”", "press “Remove my answers”", "MIT License", 'href="https://example.org/imprint"'):
            self.assertIn(words, page)
        self.assertEqual(len(re.findall("<script", page)), 1)
        for root, other in self.pages().items():
            self.assertIn(f'id="page:site-about" href="{root}about.html"', other)
            self.assertNotIn("privacy-kept", other, "its words are no burden to learners")

    def test_that_page_is_in_the_sites_language(self):
        self.use(language="es", languages=None, owner=None, privacy=None)
        self.build()
        page = (self.folder / "site/about.html").read_text()
        for words in ('<html lang="es"', "Por qué no hay aviso de cookies", "Este sitio no dice de quién es.", "pulsa «Borrar mis respuestas»"):
            self.assertIn(words, page)
        self.assertIsNone(re.search(r"<span>[a-z]+(-[a-z]+)+</span>", page), "a phrase is missing")

    def test_links_that_only_look_like_the_sites_own_are_refused(self):
        for address in ("//example.org/imprint", "/imprint", "\\\\example.org", "../up.html", "javascript:alert(1)"):
            self.use(imprint=address)
            result = self.build()
            self.assertEqual(result.returncode, 1, address)
            self.assertIn("site.json:1:", result.stderr)

    def test_colours_that_cannot_be_read_leave_the_players(self):
        self.use(colors={"light": {"primary": "#3AA6B0"}})
        result = self.build()
        self.assertEqual(result.returncode, 1)
        self.assertIn("[contrast-low]", result.stderr)
        self.assertEqual(self.style(self.page("good")), "first style.css")

    def test_nothing_that_a_site_says_becomes_markup(self):
        hostile = "</script><img src=x onerror=alert(1)>\" onclick=\"1"
        self.use(owner=hostile, title=hostile, imprint={"text": hostile, "href": "https://example.org/\"onclick=1"},
                 logo={"src": "logo.svg", "alt": hostile})
        self.build()
        for page in self.pages().values():
            self.assertNotIn("<img src=x", page)
            self.assertIsNone(re.search(r"<[^>\"]*(\"[^\"]*\"[^>\"]*)*\sonclick=", page))
            self.assertEqual(page.count("<script"), page.count("</script>"))

    def test_a_check_of_the_content_looks_at_the_site_as_well(self):
        path = self.use(logo={"src": "Logo.svg", "alt": "Ours"}, languages=None, translations=None)
        result = self.run_tool("check", "content")
        self.assertEqual(result.returncode, 1)
        self.assertIn('site.json:1:', result.stderr)
        self.assertIn('there is no file "Logo.svg" here — put it beside site.json', result.stderr)
        self.assertIn("1 lesson checked: 1 problem", result.stdout)
        alone = self.run_tool("check", path)
        self.assertEqual(alone.stderr.count("site.json:"), 1)
        self.assertIn("The site checked: 1 problem", alone.stdout)


if __name__ == "__main__":
    unittest.main(verbosity=0)
