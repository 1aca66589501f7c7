"""byte check from outside: exit codes, and what it prints."""
import json
import os
import shutil
import subprocess
import unittest
import xml.dom.minidom

from support import TOOL, ToolCase, byte, scenario


class Check(ToolCase):
    maxDiff = None

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
        lines = result.stderr.splitlines()
        self.assertEqual(len(lines), 6)
        for said, excerpt, caret in zip(lines[::3], lines[1::3], lines[2::3]):
            self.assertRegex(said, r"broken\.json:\d+:\d+: .+ \[[a-z-]+\]$")
            self.assertRegex(excerpt, r"^  \S.*")
            self.assertRegex(caret, r"^  ( *)\^$")
        self.assertIn('"text"', result.stderr)
        self.assertIn("title", result.stderr)

    def test_check_without_a_file_says_so(self):
        result = self.run_tool("check", "nowhere.json")
        self.assertEqual(result.returncode, 1)
        self.assertIn("nowhere.json", result.stderr)

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
            self.assertEqual(result.stderr.count("story.scenario.json:"), 3, result.stderr)
            self.assertRegex(result.stderr, r'story\.scenario\.json:10:\d+: cast\[0\]\.portrait\.src: there is no file "grace\.svg"')
            self.assertRegex(result.stderr, r"story\.scenario\.json:\d+:\d+: nodes\.lunch: no choice is offered after "
                                            r"monday: wait, where trust = 0 \(in 1 of 2 states\) .* \[node-dead-end\]")
            self.assertRegex(result.stderr, r"story\.scenario\.json:\d+:\d+: endings\.autumn: warning: .*\[ending-unreached\]")

    def test_each_problem_shows_its_line_and_points_at_its_place(self):
        path = self.write("good", '{"format": 1, "id": "good", "title": "日本\\u0000\tx", "language": "en",\n'
                                  '\t"sections": [{"id": "A b", "blocks": [{"type": "divider"}]}]}\n')
        text = path.read_bytes().replace(b"\\u0000\t", b"\x1b")
        path.write_bytes(text)
        result = self.run_tool("check", path)
        self.assertNotIn("\x1b", result.stderr)
        path.write_text(text.decode().replace("\x1b", ""))
        result = self.run_tool("check", path)
        lines = result.stderr.splitlines()
        self.assertIn('good.json:2:22: sections[0].id: "A b" cannot be an id', lines[0])
        self.assertEqual(lines[1], '   "sections": [{"id": "A b", "blocks": [{"type": "divider"}]}]}')
        self.assertEqual(lines[2].index("^"), lines[1].index('"A b"'))

    def test_strict_fails_on_warnings_and_not_on_notes(self):
        note = byte("note")
        del note["summary"]
        path = self.write("note", note)
        for arguments in ([], ["--strict"]):
            result = self.run_tool("check", path, *arguments)
            self.assertEqual(result.returncode, 0)
            self.assertIn("note: ", result.stderr)
        warning = self.write("warning", byte("warning", "Look [here](https://example.org)."))
        self.assertEqual(self.run_tool("check", warning).returncode, 0)
        result = self.run_tool("check", warning, "--strict")
        self.assertEqual(result.returncode, 1)
        self.assertIn("[link-says-nothing]", result.stderr)

    def test_json_says_all_of_it_on_standard_output_and_nothing_else(self):
        self.write_scenario(scenario())
        broken = byte("broken", "Look [here](https://example.org).")
        broken["titel"] = "</script>"
        self.write("broken", broken)
        result = self.run_tool("check", "--format", "json", "--map", "map.svg")
        self.assertEqual((result.returncode, result.stderr), (1, ""))
        self.assertTrue((self.folder / "map.svg").exists())
        found = json.loads(result.stdout)
        self.assertEqual(set(found), {"format", "files", "problems", "scenarios", "translations", "written", "errors", "warnings", "notes"})
        self.assertEqual(found["files"], ["content/bytes/broken.json", "content/bytes/dilemma/byte.json"])
        self.assertEqual((found["format"], found["errors"], found["warnings"], found["notes"]), (1, 1, 0, 1))
        first, second = found["problems"]
        self.assertEqual(set(first), {"file", "line", "column", "path", "severity", "code", "message", "remedy", "excerpt", "pointer",
                                      "caret"})
        self.assertEqual((first["severity"], first["code"], first["path"]), ("error", "field-unknown", "titel"))
        self.assertEqual(first["excerpt"][first["caret"]:][:7], '"titel"')
        self.assertEqual((second["severity"], second["code"]), ("note", "condition-always-true"))
        story, = found["scenarios"]
        self.assertEqual((story["file"], story["scenes"], story["choices"], story["states"], story["complete"]),
                         ("content/bytes/dilemma/story.scenario.json", 2, 4, 5, True))
        self.assertEqual({(ending["id"], tuple(ending["points"])) for ending in story["endings"]},
                         {("promoted", (5, 5)), ("autumn", (0, 2))})
        nowhere = self.run_tool("check", "nowhere.json", "--format", "json")
        self.assertEqual((nowhere.returncode, nowhere.stderr), (1, ""))
        self.assertEqual(json.loads(nowhere.stdout)["problems"][0]["code"], "file-unreadable")
        unknown = self.run_tool("check", "--format", "xml")
        self.assertEqual(unknown.returncode, 2)
        self.assertIn("xml not in {text,json}", unknown.stderr)

    @unittest.skipIf(TOOL[0].endswith("node"), "Node.js passes over names that are not UTF-8")
    def test_a_files_name_may_be_any_bytes(self):
        folder = os.fsencode(self.folder / "content/bytes")
        with open(folder + b"/a\xff\x1b[31m.json", "w") as file:
            file.write("{")
        for arguments in (("check",), ("check", "--format", "json")):
            result = subprocess.run([*TOOL, *arguments], cwd=self.folder, capture_output=True, timeout=60)
            self.assertEqual(result.returncode, 1)
            self.assertNotIn(b"\x1b", result.stdout + result.stderr)
        self.assertEqual(json.loads(result.stdout.decode())["files"], ["content/bytes/a\ufffd\x1b[31m.json"])

    def test_the_folder_of_all_lessons_stands_for_the_content_folder(self):
        self.write("one", byte("one"))
        self.write("broken", "{")
        for path in ("content/bytes", "content/bytes/", self.folder / "content/bytes"):
            result = self.run_tool("check", path)
            self.assertIn("2 lessons checked: 1 problem", result.stdout)
            self.assertIn("content/bytes/broken.json:1:", result.stderr)

    def test_what_is_not_there_is_said_once_and_with_a_remedy(self):
        result = self.run_tool("check", "nowhere.json")
        self.assertIn("nowhere.json: can't be read: No such file or directory — give the path", result.stderr)
        shutil.rmtree(self.folder / "content")
        result = self.run_tool("check")
        self.assertEqual(result.returncode, 1)
        self.assertIn("content: there is no such folder here — go to the folder", result.stderr)

    def test_a_site_that_cannot_be_read_is_a_problem(self):
        (self.folder / "content/site.json").mkdir()
        self.write("one", byte("one"))
        result = self.run_tool("check")
        self.assertEqual(result.returncode, 1)
        self.assertIn("content/site.json: is a folder, not a file — make it", result.stderr)

    def test_a_mistyped_subcommand_is_named(self):
        for name, words in (("chekc", 'no subcommand "chekc". Did you mean check?'), ("zzzzzz", "byte --help lists them")):
            result = self.run_tool(name)
            self.assertEqual(result.returncode, 2)
            self.assertIn(words, result.stderr)

    def test_fix_writes_missing_ids_and_nothing_else(self):
        story = scenario()
        del story["nodes"]["monday"]["choices"][0]["id"]
        self.write_scenario(story)
        path = self.folder / "content/bytes/dilemma/byte.json"
        before = ('{ "format": 1,\n  "title": "A", "summary": "B.", "language": "en",\r\n  "sections" :[\n'
                  '  { "note": "kept", "title": "Start here", "blocks": [\n'
                  '    {"type":"scenario","src":"story.scenario.json"},\n'
                  '    { "type": "question", "kind": "single", "prompt": "Tea or milk?", "explanation": "So.",\n'
                  '      "options": [ { "text": "Tea", "correct": true }, { "text": "Milk" } ] } ] } ] }\n')
        after = (before.replace('"title": "A"', '"id": "dilemma",\n  "title": "A"')
                 .replace('"note": "kept"', '"id": "start", "note": "kept"')
                 .replace('"kind"', '"id": "tea-milk", "kind"')
                 .replace('{ "text": "Tea"', '{ "id": "tea", "text": "Tea"').replace('{ "text": "Milk"', '{ "id": "milk", "text": "Milk"'))
        path.write_bytes(before.encode())
        self.assertEqual(self.run_tool("check", path).returncode, 1)
        self.assertEqual(path.read_bytes().decode(), before)
        result = self.run_tool("check", path, "--fix")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(path.read_bytes().decode(), after)
        self.assertEqual([line for line in result.stdout.splitlines() if "was written" in line], [
            'content/bytes/dilemma/byte.json:2:9: the id "dilemma" was written.'.replace("content", str(self.folder / "content")),
            *(f'{path}:{place} was written.' for place in (
                '5:11: sections[0]: the id "start"', '7:33: sections[0].blocks[1]: the id "tea-milk"',
                '8:28: sections[0].blocks[1].options[0]: the id "tea"',
                '8:77: sections[0].blocks[1].options[1]: the id "milk"')),
            f'{path.with_name("story.scenario.json")}:29:12: nodes.monday.choices[0]: the id "ask" was written.'])
        self.assertIn('"id": "ask",', path.with_name("story.scenario.json").read_text())
        again = self.run_tool("check", path, "--fix", "--format", "json")
        self.assertEqual(json.loads(again.stdout)["written"], [])
        self.assertEqual(path.read_bytes().decode(), after)

    def test_fix_leaves_a_file_alone_that_is_no_json(self):
        path = self.write("broken", '{"sections": [{"title": "A"},]}')
        result = self.run_tool("check", path, "--fix")
        self.assertEqual(result.returncode, 1)
        self.assertIn("[json-syntax]", result.stderr)
        self.assertEqual(path.read_text(), '{"sections": [{"title": "A"},]}')

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

    def test_a_picture_that_nobody_can_stop_is_remarked_upon(self):
        path = self.write_media()
        path.write_text(path.read_text().replace('"still": {"src": "still.svg"}', '"x-still": 0'))
        result = self.run_tool("check", path)
        self.assertEqual(result.returncode, 0)
        self.assertIn("1 remark", result.stdout)
        self.assertRegex(result.stderr, r"blocks\[2\]: warning: this picture moves.*\[still-missing\]")


if __name__ == "__main__":
    unittest.main(verbosity=0)
