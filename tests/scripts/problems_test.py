"""docs/problems.py: what it finds, and that a page which is out of date fails."""
import importlib.util
import pathlib
import re
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
spec = importlib.util.spec_from_file_location("problems", ROOT / "docs/problems.py")
problems = importlib.util.module_from_spec(spec)
spec.loader.exec_module(problems)


class Problems(unittest.TestCase):
    def test_every_code_has_a_line(self):
        headers = [ROOT / "src/content/codes.h", ROOT / "src/content/author/site_codes.h",
                   ROOT / "src/content/author/roadmap_codes.h", ROOT / "src/content/author/import/codes.h"]
        codes = [code for header in headers for code in re.findall(r' = "([a-z0-9-]+)"', header.read_text(encoding="utf-8"))]
        self.assertGreater(len(codes), 140)
        lines = re.findall(r"^\| \[?`([a-z0-9-]+)`(?:\]\(\S+\))? \| \w* ?\| .+ \|$", problems.page(), re.MULTILINE)
        self.assertEqual(lines, codes)

    def test_an_example_is_of_the_file_called_after_its_code(self):
        message, file = problems.examples()["question-no-correct"]
        self.assertTrue(message.endswith('no option is marked "correct" — add "correct": true to at least one.'))
        self.assertEqual(str(file), "tests/data/bytes/broken/question-no-correct.json")

    def test_a_message_is_shown_letter_by_letter(self):
        self.assertEqual(problems.as_code("**a** | `b`"), "`` **a** \\| `b` ``")

    def test_a_page_out_of_date_fails(self):
        with tempfile.TemporaryDirectory() as folder:
            problems.PAGE = pathlib.Path(folder) / "problems.md"
            problems.sys.argv = ["problems.py", "--check"]
            with self.assertRaises(SystemExit):
                problems.main()
            problems.PAGE.write_text(problems.page().replace("Folders", "Folder"), encoding="utf-8")
            with self.assertRaises(SystemExit):
                problems.main()
            problems.PAGE.write_text(problems.page(), encoding="utf-8")
            problems.main()


if __name__ == "__main__":
    unittest.main(verbosity=0)
