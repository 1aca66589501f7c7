"""What the tests of the author's tool share: a folder with lessons, and the tool run in it.

BYTE_TOOL is the tool's command: the native program, or `node byte.mjs`.
"""
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import tempfile
import unittest

TOOL = shlex.split(os.environ["BYTE_TOOL"])
ROOT = pathlib.Path(__file__).resolve().parents[2]
ENGINE_FILES = ["style.css", "no-script.css", "early.js", "player.js", "engine.js", "engine.wasm", "icon.svg",
                "icon-maskable.svg", "keep.js", "offline.js", "offline.css", "roadmap.js", "roadmap.css", "service-worker.js",
                "answer_file.js", "library.js", "drop.js", "play.js", "play.css", "author.js", "author.wasm", "local.js", "engine.wasm.lzma", "author.wasm.lzma",
                "further.css", "further.js", "further.wasm", "further.wasm.lzma"]


def byte(identity: str, text: str = "Some words.") -> dict:
    return {"format": 1, "id": identity, "title": f"About {identity}", "language": "en", "summary": "A few words.",
            "sections": [{"id": "start", "blocks": [{"type": "text", "text": text}]}]}


def scenario() -> dict:
    return {"format": 1, "title": "Dilemma", "start": "monday",
            "cast": [{"id": "grace", "name": "Grace", "portrait": {"src": "grace.svg", "decorative": True}}],
            "variables": {"trust": {"type": "integer", "start": 0, "min": 0, "max": 5, "label": "Trust"}},
            "nodes": {
                "monday": {"text": "It's Monday.", "choices": [
                    {"id": "ask", "text": "Ask", "set": ["trust += 1"], "points": 2, "goto": "lunch"},
                    {"id": "wait", "text": "Wait", "goto": "autumn"}]},
                "lunch": {"text": "It's noon.", "choices": [
                    {"id": "talk", "text": "Talk", "if": "trust == 1", "points": 3, "goto": "promoted"},
                    {"id": "work", "text": "Work", "goto": "autumn"}]}},
            "endings": {"promoted": {"kind": "good", "title": "Promoted", "text": "Well done."},
                        "autumn": {"kind": "open", "title": "Until autumn", "text": "Wait."}}}


class ToolCase(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / "content/bytes").mkdir(parents=True)
        (self.folder / "assets").mkdir()
        for name in ENGINE_FILES:
            (self.folder / "assets" / name).write_text(f"first {name}")

    def write(self, identity: str, content) -> pathlib.Path:
        path = self.folder / "content/bytes" / f"{identity}.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return path

    def write_scenario(self, content: dict, portrait: bool = True) -> pathlib.Path:
        """A Byte `dilemma` in a folder of its own; its scenario's file."""
        folder = self.folder / "content/bytes/dilemma"
        folder.mkdir(exist_ok=True)
        one = byte("dilemma")
        one["sections"][0]["blocks"].append({"type": "scenario", "src": "story.scenario.json"})
        (folder / "byte.json").write_text(json.dumps(one))
        if portrait:
            (folder / "grace.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>')
        path = folder / "story.scenario.json"
        path.write_text(json.dumps(content, indent=1))
        return path

    def write_media(self):
        """A Byte with a film, a sound, moving pictures and other sites' pages, and all its files."""
        blocks = [
            {"type": "video", "src": "film.mp4", "poster": {"src": "poster.svg"}, "transcript": ["It rolls."],
             "tracks": [{"src": "film.vtt", "language": "en", "label": "English"}]},
            {"type": "audio", "src": "tone.mp3", "transcript": ["A tone."]},
            {"type": "image", "src": "moving.svg", "alt": "It moves.", "still": {"src": "still.svg"}},
            {"type": "picture-story", "pictures": [{"src": "still.svg", "alt": "It stands.", "caption": "So."}],
             "sound": {"src": "tone.mp3", "transcript": ["A tone."]}},
            {"type": "embed", "src": "https://video.example.org/1", "title": "A film"},
            {"type": "embed", "src": "https://video.example.org/2", "title": "A film"},
            {"type": "embed", "src": "https://Maps.example.org:8443/", "title": "A map"}]
        content = byte("media")
        content["sections"][0]["blocks"] = blocks
        folder = self.folder / "content/bytes"
        svg = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="32">%s</svg>'
        (folder / "film.mp4").write_bytes(b"f" * 1_150_000)
        (folder / "tone.mp3").write_bytes(b"t" * 5_000)
        (folder / "film.vtt").write_text("WEBVTT\n")
        for name in ("poster", "still"):
            (folder / f"{name}.svg").write_text(svg % name)
        (folder / "moving.svg").write_text(svg % "<animate/>")
        return self.write("media", content)

    def run_tool(self, *arguments):
        return subprocess.run([*TOOL, *map(str, arguments)], cwd=self.folder, capture_output=True, text=True, timeout=60)

    def build(self):
        return self.run_tool("build", "--content", "content", "--assets", "assets", "--interface",
                             ROOT / "assets/interface", "--out", "site")

    def page(self, identity: str) -> str:
        return (self.folder / "site/bytes" / identity / "index.html").read_text()
