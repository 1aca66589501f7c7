"""byte check from outside: exit codes, and what it prints."""
import json
import unittest
import xml.dom.minidom

from support import ToolCase, byte, scenario


class Check(ToolCase):
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

    def test_a_picture_that_nobody_can_stop_is_remarked_upon(self):
        path = self.write_media()
        path.write_text(path.read_text().replace('"still": {"src": "still.svg"}', '"x-still": 0'))
        result = self.run_tool("check", path)
        self.assertEqual(result.returncode, 0)
        self.assertIn("1 remark", result.stdout)
        self.assertRegex(result.stderr, r"blocks\[2\]: warning: this picture moves.*\[still-missing\]")


if __name__ == "__main__":
    unittest.main(verbosity=0)
