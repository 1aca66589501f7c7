"""The tool as a whole."""
import unittest

from support import ToolCase


class Tool(ToolCase):
    def test_misuse_is_another_exit_code(self):
        for arguments in ([], ["bild"], ["build", "--nonsense"], ["check", "--nonsense"]):
            self.assertEqual(self.run_tool(*arguments).returncode, 2, arguments)
        self.assertEqual(self.run_tool("--help").returncode, 0)


if __name__ == "__main__":
    unittest.main(verbosity=0)
