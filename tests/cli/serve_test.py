"""byte serve from outside: what it answers to requests, and what a change of a file brings."""
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import unittest
import urllib.request

from support import ROOT, TOOL, ToolCase, byte

# Long enough for a slow machine; nothing here measures speed.
PATIENCE = 60


class Server:
    """A served content folder. `stop` ends it as Ctrl+C does."""

    def __init__(self, folder: pathlib.Path, *arguments):
        self.errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [*TOOL, "serve", "--content", "content", "--assets", "assets", "--interface", str(ROOT / "assets/interface"),
             "--port", "0", *arguments],
            cwd=folder, stdout=subprocess.PIPE, stderr=self.errors, text=True)
        self.lines = []
        self.address = None
        for line in self.process.stdout:
            self.lines.append(line)
            found = re.search(r"at (http://[^ ]+) — Ctrl\+C ends it\.", line)
            if found:
                self.address = found.group(1)
                break
        self.port = int(re.search(r":(\d+)/$", self.address).group(1)) if self.address else 0

    def stop(self, how=signal.SIGINT) -> int:
        self.process.send_signal(how)
        code = self.process.wait(PATIENCE)
        self.lines += self.process.stdout.readlines()
        self.process.stdout.close()
        return code

    def error_text(self) -> str:
        self.errors.seek(0)
        return self.errors.read()

    def ask(self, target: str, method: str = "GET", **headers):
        """Sends the target as it is, which urllib would not; (status, headers, body)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, target, skip_host="Host" in headers)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            response = connection.getresponse()
            return response.status, response.headers, response.read()
        finally:
            connection.close()


class Events:
    """A page's stream of changes."""

    def __init__(self, server: Server, path: str):
        self.stream = urllib.request.urlopen(f"{server.address}.byte/events?{path}", timeout=PATIENCE)
        self.kind = self.stream.headers["Content-Type"]

    def next(self) -> dict:
        # The server's signs of life keep the connection from timing out.
        end = time.monotonic() + PATIENCE
        for line in self.stream:
            if line.startswith(b"data: "):
                return json.loads(line[len(b"data: "):])
            if time.monotonic() > end:
                raise AssertionError(f"no change was told within {PATIENCE} s")
        raise AssertionError("the stream ended")

    def until(self, is_wanted) -> dict:
        """A change may be built in two steps; the last one counts."""
        while True:
            change = self.next()
            if is_wanted(change):
                return change

    def close(self):
        self.stream.close()


class Serve(ToolCase):
    def setUp(self):
        super().setUp()
        for name in ("live.js", "live.css"):
            (self.folder / "assets" / name).write_text(f"first {name}")

    def serve(self, *arguments) -> Server:
        server = Server(self.folder, *arguments)
        self.addCleanup(server.errors.close)
        self.addCleanup(lambda: server.process.poll() is None and server.stop())
        self.assertIsNotNone(server.address, server.error_text())
        return server

    def events(self, server: Server, path: str) -> Events:
        events = Events(server, path)
        self.addCleanup(events.close)
        return events

    def test_a_worker_that_another_site_left_here_takes_itself_away(self):
        self.write("one", byte("one"))
        server = self.serve()
        status, headers, body = server.ask("/service-worker.js")
        self.assertEqual((status, headers["Content-Type"], headers["Cache-Control"]), (200, "text/javascript; charset=utf-8", "no-cache"))
        self.assertIn(b"self.registration.unregister()", body)
        self.assertNotIn(b"filesSha256", body)

    def test_pages_and_files_are_served(self):
        self.write_media()
        server = self.serve()
        cases = {"/": "text/html; charset=utf-8", "/bytes/media/": "text/html; charset=utf-8",
                 "/play.html": "text/html; charset=utf-8", "/catalogue.json": "application/json; charset=utf-8",
                 "/bytes/media/film.mp4": "video/mp4", "/bytes/media/film.vtt": "text/vtt; charset=utf-8",
                 "/bytes/media/still.svg": "image/svg+xml", "/.byte/live.js": "text/javascript; charset=utf-8",
                 "/.byte/live.css": "text/css; charset=utf-8", "/bytes/media/tone.mp3?a=/..": "audio/mpeg"}
        engine = json.loads(server.ask("/files.json")[2])["engine"]
        wasm = next(row["name"] for row in engine if row["name"].endswith(".wasm"))
        cases[f"/{wasm}"] = "application/wasm"
        for target, kind in cases.items():
            with self.subTest(target):
                status, headers, body = server.ask(target)
                self.assertEqual((status, headers["Content-Type"]), (200, kind))
                self.assertEqual(headers["Cache-Control"], "no-cache")
                self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
                self.assertEqual(int(headers["Content-Length"]), len(body))
                self.assertGreater(len(body), 0)
        self.assertEqual(server.ask("/bytes/media/film.mp4")[2], b"f" * 1_150_000)

    def test_pages_get_the_live_script_and_files_on_the_disk_do_not(self):
        self.write("ask", byte("ask"))
        server = self.serve()
        served = server.ask("/bytes/ask/")[2].decode()
        self.assertEqual(served.count('<script defer src="/.byte/live.js"></script>'), 1)
        self.assertLess(served.index("/.byte/live.js"), served.index("</head>"))
        written = (self.folder / ".byte/site/bytes/ask/index.html").read_text()
        self.assertNotIn(".byte", written)
        self.assertEqual((self.folder / ".byte/.gitignore").read_text(), "*\n")

    def test_a_folder_without_a_slash_leads_to_the_one_with(self):
        self.write("ask", byte("ask"))
        server = self.serve()
        for target, location in {"/bytes/ask": "/bytes/ask/", "/bytes/ask?a=b": "/bytes/ask/?a=b",
                                 "//bytes/ask": "/bytes/ask/"}.items():
            status, headers, _ = server.ask(target)
            self.assertEqual((status, headers["Location"]), (301, location), target)

    def test_nothing_outside_of_the_site_is_served(self):
        self.write("ask", byte("ask"))
        (self.folder / "secret.txt").write_text("secret")
        server = self.serve()
        site = self.folder / ".byte/site"
        (site / "bytes/ask/inner.svg").symlink_to("index.html")
        (site / "bytes/ask/outer.txt").symlink_to(self.folder / "secret.txt")
        (site / "bytes/outer").symlink_to(self.folder / "content")
        (site / ".hidden.txt").write_text("secret")
        self.assertEqual(server.ask("/bytes/ask/inner.svg")[0], 200)
        for target in ["/../secret.txt", "/../../secret.txt", "/bytes/../../../secret.txt", "/%2e%2e/%2e%2e/secret.txt",
                       "/..%2f..%2fsecret.txt", "/bytes/%2E%2E/%2E%2E/%2E%2E/secret.txt", "/..%5c..%5csecret.txt",
                       "/bytes/ask/outer.txt", "/bytes/outer/bytes/ask.json", "/.hidden.txt", "/.byte/site/index.html",
                       "/.byte/../../secret.txt", "/.byte/live.js/../../secret.txt", "/.byte/live.js%00", "/index.html%00.svg",
                       "//etc/passwd", f"/{self.folder}/secret.txt", "/%", "/%ff", "*", "http://127.0.0.1/secret.txt",
                       "/none.html", "/bytes/none/", "/index.html/"]:
            with self.subTest(target):
                status, _, body = server.ask(target)
                self.assertEqual(status, 404)
                self.assertNotIn(b"secret", body)
                self.assertNotIn(b"root:", body)

    def test_head_says_what_get_would(self):
        self.write_media()
        server = self.serve()
        for target in ("/", "/bytes/media/film.mp4", "/none", "/bytes/media", "/.byte/live.js"):
            with self.subTest(target):
                status, headers, body = server.ask(target, "HEAD")
                self.assertEqual(body, b"")
                whole = server.ask(target)
                self.assertEqual((status, headers["Content-Type"], headers["Content-Length"]),
                                 (whole[0], whole[1]["Content-Type"], whole[1]["Content-Length"]))

    def test_other_methods_are_refused(self):
        server = self.serve()
        for method in ("POST", "PUT", "DELETE", "OPTIONS"):
            status, headers, _ = server.ask("/", method)
            self.assertEqual((status, headers["Allow"]), (405, "GET, HEAD"), method)

    def test_other_names_for_this_machine_are_refused(self):
        server = self.serve()
        self.assertEqual(server.ask("/", Host=f"localhost:{server.port}")[0], 200)
        for host in ("example.org", f"example.org:{server.port}", "127.0.0.1.example.org"):
            self.assertEqual(server.ask("/", Host=host)[0], 403, host)

    def test_films_can_be_asked_for_in_parts(self):
        self.write_media()
        film = bytes(range(256)) * 4000
        (self.folder / "content/bytes/film.mp4").write_bytes(film)
        server = self.serve()
        size = len(film)
        for wish, first, last in (("bytes=0-", 0, size - 1), ("bytes=1000-1999", 1000, 1999), ("bytes=-10", size - 10, size - 1),
                                  (f"bytes={size - 1}-{size + 5}", size - 1, size - 1)):
            with self.subTest(wish):
                status, headers, body = server.ask("/bytes/media/film.mp4", Range=wish)
                self.assertEqual(status, 206)
                self.assertEqual(headers["Content-Range"], f"bytes {first}-{last}/{size}")
                self.assertEqual(headers["Content-Length"], str(last - first + 1))
                self.assertEqual(body, film[first:last + 1])
        status, headers, _ = server.ask("/bytes/media/film.mp4", Range=f"bytes={size}-")
        self.assertEqual((status, headers["Content-Range"]), (416, f"bytes */{size}"))
        status, headers, body = server.ask("/bytes/media/film.mp4", Range="bytes=0-1,4-5")
        self.assertEqual((status, headers["Content-Type"], body), (200, "video/mp4", film))

    def test_what_a_browser_has_is_not_sent_again(self):
        self.write_media()
        server = self.serve()
        tag = server.ask("/bytes/media/film.mp4")[1]["ETag"]
        status, _, body = server.ask("/bytes/media/film.mp4", If_None_Match=tag)
        self.assertEqual((status, body), (304, b""))

    def test_a_change_is_told_to_the_pages_that_it_changes(self):
        self.write("ask", byte("ask"))
        self.write("tell", byte("tell"))
        server = self.serve()
        ask, tell = self.events(server, "/bytes/ask/"), self.events(server, "/bytes/tell/")
        self.assertEqual(ask.kind, "text/event-stream")
        before, other = ask.next(), tell.next()
        self.assertEqual((before["version"], before["problems"]), (1, []))
        self.assertIn(f'"page":"{before["page"]}"', server.ask("/bytes/ask/")[2].decode())

        self.write("ask", byte("ask", "Quite other words."))
        after = ask.until(lambda change: change["page"] != before["page"])
        self.assertGreater(after["version"], 1)
        self.assertEqual(tell.until(lambda change: change["version"] == after["version"])["page"], other["page"])
        page = server.ask("/bytes/ask/")[2].decode()
        self.assertIn("Quite other words.", page)
        self.assertIn(f'"page":"{after["page"]}"', page)

    def test_a_picture_that_changes_is_told(self):
        self.write_media()
        server = self.serve()
        events = self.events(server, "/bytes/media/")
        before = events.next()
        svg = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="32">STILL</svg>'
        (self.folder / "content/bytes/still.svg").write_text(svg)
        events.until(lambda change: change["page"] != before["page"])
        self.assertEqual(server.ask("/bytes/media/still.svg")[2].decode(), svg)

    def test_a_change_that_leaves_size_and_time_alone_is_seen(self):
        # Of a time to come, so that it counts as changed just now however long the server takes to start.
        path = self.write("ask", byte("ask", "Some words."))
        later = path.stat().st_mtime_ns + 10**12
        os.utime(path, ns=(later, later))
        facts = path.stat()
        server = self.serve()
        events = self.events(server, "/bytes/ask/")
        before = events.next()
        self.write("ask", byte("ask", "Same words."))
        os.utime(path, ns=(later, later))
        self.assertEqual(path.stat().st_size, facts.st_size)
        events.until(lambda change: change["page"] != before["page"])

    def test_a_broken_lesson_is_said_and_its_page_stays(self):
        self.write("ask", byte("ask"))
        self.write("tell", byte("tell"))
        server = self.serve()
        ask, tell = self.events(server, "/bytes/ask/"), self.events(server, "/bytes/tell/")
        before = ask.next()
        self.write("ask", "{")
        broken = ask.until(lambda change: change["problems"])
        self.assertEqual(broken["page"], before["page"])
        problem = broken["problems"][0]
        self.assertEqual((problem["severity"], problem["file"], problem["line"]), ("error", "content/bytes/ask.json", 1))
        self.assertTrue(problem["message"] and problem["remedy"] and problem["column"] and problem["code"])
        self.assertEqual(tell.until(lambda change: change["version"] == broken["version"])["problems"], [])
        self.assertIn("Some words.", server.ask("/bytes/ask/")[2].decode())

        self.write("ask", byte("ask", "Mended words."))
        ask.until(lambda change: not change["problems"] and change["page"] != before["page"])
        self.assertEqual(server.stop(), 0)
        said = [line for line in server.error_text().splitlines() if line.startswith("content/bytes/ask.json:1:")]
        self.assertEqual(len(said), len(set(said)), "each problem is said once")
        self.assertTrue(said)
        self.assertIn("All is mended.\n", server.lines)

    def test_a_lesson_that_was_never_built_says_why_and_appears(self):
        self.write("ask", "{")
        server = self.serve()
        events = self.events(server, "/bytes/ask/")
        self.assertEqual(events.next()["page"], "none")
        status, headers, body = server.ask("/bytes/ask/")
        self.assertEqual((status, headers["Content-Type"]), (404, "text/html; charset=utf-8"))
        page = body.decode()
        self.assertIn("content/bytes/ask.json:1:", page)
        self.assertIn('"page":"none"', page)
        self.assertIn("/.byte/live.js", page)
        self.write("ask", byte("ask"))
        events.until(lambda change: change["page"] != "none")
        self.assertIn("Some words.", server.ask("/bytes/ask/")[2].decode())

    def test_many_pages_can_be_open(self):
        self.write("ask", byte("ask"))
        server = self.serve()
        streams = [self.events(server, "/bytes/ask/") for _ in range(40)]
        for stream in streams:
            stream.next()
        self.assertEqual(server.ask("/")[0], 200)
        self.write("ask", byte("ask", "Quite other words."))
        for stream in streams:
            self.assertGreater(stream.next()["version"], 1)

    def test_a_new_site_folder_is_not_taken_for_a_change(self):
        self.write("ask", byte("ask"))
        server = self.serve("--out", "content/site")
        events = self.events(server, "/bytes/ask/")
        self.assertEqual(events.next()["version"], 1)
        self.write("ask", byte("ask", "Quite other words."))
        self.assertEqual(events.next()["version"], 2)
        self.assertEqual(server.stop(), 0)
        self.assertEqual([line for line in server.lines if line.startswith("Built again")], ["Built again: 1 lesson.\n"])

    def test_it_ends_at_once_when_told_to(self):
        for how in (signal.SIGINT, signal.SIGTERM):
            server = self.serve()
            self.events(server, "/").next()
            self.assertEqual(server.stop(how), 0)

    def test_a_port_that_is_taken_is_said(self):
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]
            result = self.run_tool("serve", "--assets", "assets", "--interface", ROOT / "assets/interface", "--port", port)
        self.assertEqual(result.returncode, 1)
        self.assertIn(f"Port {port} is taken", result.stderr)
        self.assertIn("--port", result.stderr)

    def test_a_second_server_does_not_share_the_port(self):
        server = self.serve()
        result = self.run_tool("serve", "--assets", "assets", "--interface", ROOT / "assets/interface", "--port", server.port)
        self.assertEqual(result.returncode, 1)
        self.assertIn("is taken", result.stderr)

    def test_an_address_that_is_not_here_is_said(self):
        result = self.run_tool("serve", "--assets", "assets", "--interface", ROOT / "assets/interface", "--port", "0",
                               "--host", "192.0.2.1")
        self.assertEqual(result.returncode, 1)
        self.assertIn("http://192.0.2.1:0/ can't be listened at", result.stderr)

    def test_what_is_open_to_the_network_is_said(self):
        self.assertNotIn("network", "".join(self.serve().lines))
        server = self.serve("--host", "0.0.0.0")
        self.assertEqual(server.ask("/", Host="some.name")[0], 200)
        self.assertEqual(server.stop(), 0)
        self.assertIn("Everybody in your network can read these lessons", "".join(server.lines))

    def test_a_folder_that_is_not_there_is_said(self):
        shutil.rmtree(self.folder / "content")
        result = self.run_tool("serve", "--assets", "assets", "--interface", ROOT / "assets/interface", "--port", "0")
        self.assertEqual(result.returncode, 1)
        self.assertIn("There is no folder content", result.stderr)


if __name__ == "__main__":
    unittest.main()
