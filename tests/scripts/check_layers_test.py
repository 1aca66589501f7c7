"""The layer check finds what it is there to find, and lets pass what is right."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "check_layers.py"

# (file below src/, its text, what the fault's line says)
WRONG = [
    ("outline/a.cpp", '#include "app/app.h"\n', "src/outline/a.cpp:1: "),
    ("base/a.h", '\n#include "content/model.h"\n', "src/base/a.h:2: "),
    ("view/a.cpp", '#include "paint/painter.h"\n', "view must not know paint"),
    ("paint/a.cpp", '#include "content/model.h"\n', "paint must not know content"),
    ("paint/a.cpp", '#include "view/page.h"\n', "paint must not know view"),
    ("learning/a.cpp", '#include "outline/element.h"\n', "learning must not know outline"),
    ("app/a.cpp", '#include "content/author/rules.h"\n', "app must not know content/author"),
    ("app/a.cpp", '#include "platform/web/bridge.h"\n', "app must not know platform/web"),
    ("cli/a.cpp", '#include "paint/painter.h"\n', "cli must not know paint"),
    ("platform/web/a.cpp", '#include "platform/headless/geometry.h"\n', "must not know platform/headless"),
    ("view/a.cpp", '#include "../paint/painter.h"\n', "write the path from src/"),
    ("learning/a.cpp", "#include <nlohmann/json.hpp>\n", "this library"),
    ("view/a.cpp", "#include <imgui.h>\n", "this library"),
    ("app/a.cpp", '#include "imgui_internal.h"\n', "this library"),
    ("app/a.cpp", "#include <emscripten/html5.h>\n", "this library"),
    ("content/a.cpp", '#include "md4c.h"\n', "this library"),
    ("app/a.cpp", "#include <CLI/CLI.hpp>\n", "this library"),
    ("view/a.cpp", 'void f() { std::cout << "x"; }\n', "printing"),
    ("view/a.cpp", 'void f() { printf("x"); }\n', "printing"),
    ("view/a.cpp", 'void f() { std::fprintf(stderr, "x"); }\n', "printing"),
    ("content/a.cpp", "void f() { std::exit(1); }\n", "ending the program"),
    ("content/a.cpp", "void f() { exit(1); }\n", "ending the program"),
    ("learning/a.cpp", "auto t = std::chrono::steady_clock::now();\n", "time comes in"),
    ("learning/a.cpp", "using namespace std::chrono; auto t = system_clock::now();\n", "time comes in"),
    ("learning/a.cpp", "auto t = std::time(nullptr);\n", "time comes in"),
    ("paint/a.cpp", "#ifdef __EMSCRIPTEN__\n#endif\n", "no #ifdef"),
    ("misc/a.cpp", "int x;\n", "no layer"),
]

RIGHT = [
    ("view/a.cpp", '#include "outline/element.h"\n#include "learning/fold.h"\n#include <string>\n'),
    ("view/b.cpp", '#include "view/a.h"\n'),
    ("content/json.cpp", "#include <nlohmann/json.hpp>\n"),
    ("content/author/markup.cpp", '#include <md4c.h>\n#include "content/model.h"\n'),
    ("paint/a.cpp", '#include <imgui.h>\n#include "outline/element.h"\n'),
    ("platform/web/a.cpp", '#include <emscripten.h>\n#include "imgui_impl_opengl3.h"\n#include "app/app.h"\n'),
    ("cli/main.cpp", '#include <CLI/CLI.hpp>\nint main() { std::cout << "x"; exit(1); }\n'),
    ("learning/a.cpp", "// exit(1) and std::cout and steady_clock::now() in a comment\n/* printf( */\n"),
    ("learning/b.cpp", 'auto text = "call exit(1) or printf(x)";\n'),
    ("learning/c.cpp", "int on_exit(int); int x = on_exit(1); void f(T t) { t.exit(); snprintf(b, 2, s); }\n"),
    ("learning/d.cpp", "constexpr int kBig = 10'000; // '\nint y = 1'000'000;\n"),
    ("base/assert.h", 'inline void fail() { std::fprintf(stderr, "x"); std::abort(); }\n'),
]


def run_check(files):
    with tempfile.TemporaryDirectory() as root:
        for name, text in files:
            file = pathlib.Path(root, "src", name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        result = subprocess.run([sys.executable, CHECK, root], capture_output=True, text=True, check=False)
        return result.returncode, result.stdout + result.stderr


class LayerCheck(unittest.TestCase):
    def test_finds_each_fault(self):
        for name, text, expected in WRONG:
            with self.subTest(name=name, text=text):
                code, output = run_check([(name, text)])
                self.assertEqual(code, 1, output)
                self.assertIn(expected, output)
                self.assertIn("1 files, 1 faults", output)

    def test_lets_pass_what_is_right(self):
        for name, text in RIGHT:
            with self.subTest(name=name, text=text):
                code, output = run_check([(name, text)])
                self.assertEqual(code, 0, output)

    def test_names_all_faults_at_once(self):
        code, output = run_check([(name, text) for name, text in RIGHT] + [
            ("base/x.cpp", '#include "view/page.h"\nvoid f() { exit(1); }\n'),
            ("view/x.cpp", "#include <imgui.h>\n"),
        ])
        self.assertEqual(code, 1)
        self.assertIn(f"{len(RIGHT) + 2} files, 3 faults", output)


if __name__ == "__main__":
    unittest.main()
