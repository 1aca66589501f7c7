#!/usr/bin/env python3
"""Writes the zips of this folder, and table.json, which says of each what comes out of it: the names of its files, or
the code it is refused with. Both readers of zips are held to that table: tests/cli/import_test.py and
tests/web/unzip.test.mjs.

    tests/data/zips/make.py

What it writes is the same every time, with the same version of zlib.
"""
import io
import json
import pathlib
import struct
import zipfile

FOLDER = pathlib.Path(__file__).resolve().parent
WHEN = (2020, 1, 1, 0, 0, 0)
BYTE = json.dumps({"format": 1, "id": "zipped", "title": "Zipped", "language": "en", "sections": [
    {"id": "start", "blocks": [{"type": "text", "text": "Some words."}]}]}).encode()


def info(name, method=zipfile.ZIP_DEFLATED, mode=0o100644):
    one = zipfile.ZipInfo(name, WHEN)
    one.compress_type = method
    one.create_system = 3
    one.external_attr = mode << 16
    return one


def zipped(*files):
    """The bytes of a zip of (name or ZipInfo, bytes)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files:
            archive.writestr(name if isinstance(name, zipfile.ZipInfo) else info(name), content)
    return out.getvalue()


def renamed(zip_bytes, old, new):
    """Both headers say another name of the same length; zipfile itself would not write it."""
    assert len(old) == len(new) and zip_bytes.count(old) == 2
    return zip_bytes.replace(old, new)


def patched(zip_bytes, offset, layout, value, header=b"PK\x01\x02"):
    """One number changed in the last central header, or in another header."""
    data = bytearray(zip_bytes)
    struct.pack_into(layout, data, data.rindex(header) + offset, value)
    return bytes(data)


def both_patched(zip_bytes, central, local, layout, value):
    return patched(patched(zip_bytes, central, layout, value), local, layout, value, b"PK\x03\x04")


def with_descriptor():
    """Sizes behind the data, as who writes into a pipe has them."""
    class Pipe(io.RawIOBase):
        def __init__(self):
            self.data = bytearray()

        def writable(self):
            return True

        def write(self, part):
            self.data += part
            return len(part)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w") as archive:
        archive.writestr(info("byte.json"), BYTE)
    return bytes(pipe.data)


def quine_like_overlap():
    """Two names in the directory for the same data."""
    one = zipped(("a.json", BYTE))
    end = one.rindex(b"PK\x05\x06")
    start = one.rindex(b"PK\x01\x02")
    central = one[start:end]
    both = central + central.replace(b"a.json", b"b.json")
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, len(both), start, 0)
    return one[:start] + both + tail


ZEROS = bytes(33 << 20)
plain = zipped(("byte.json", BYTE), ("a.svg", b"<svg/>"))
stored = zipped((info("byte.json", zipfile.ZIP_STORED), BYTE))
ZIPS = {
    # What comes out, in the order of the zip.
    "plain": (plain, ["byte.json", "a.svg"]),
    "stored": (stored, ["byte.json"]),
    "empty": (zipped(), []),
    "in-a-folder": (zipped((info("trust/", mode=0o40755), b""), ("trust/byte.json", BYTE),
                           ("trust/p/a.svg", b"<svg/>")),
                    ["trust/byte.json", "trust/p/a.svg"]),
    "passed-over": (zipped(("byte.json", BYTE), ("__MACOSX/._byte.json", b"x"), (".DS_Store", b"x"),
                           (".git/config", b"x"), ("a/.hidden", b"x")), ["byte.json"]),
    "other-scripts": (zipped(("مرشد.json", BYTE), ("中/é.svg", b"<svg/>")), ["مرشد.json", "中/é.svg"]),
    "empty-file": (zipped(("byte.json", BYTE), ("a.svg", b"")), ["byte.json", "a.svg"]),
    "with-comment": (plain[:-2] + struct.pack("<H", 5) + b"hello", ["byte.json", "a.svg"]),
    "with-descriptor": (with_descriptor(), ["byte.json"]),
    "from-dos": (patched(plain, 38, "<L", 0x20), ["byte.json", "a.svg"]),
    "largest-count": (zipped(*((f"{i}.svg", b"x") for i in range(500))), [f"{i}.svg" for i in range(500)]),
    # What is refused.
    "up": (zipped(("byte.json", BYTE), ("../evil.json", b"x")), "zip-outside"),
    "up-inside": (zipped(("a/../../evil.json", b"x")), "zip-outside"),
    "up-ignored": (zipped(("__MACOSX/../evil.json", b"x")), "zip-outside"),
    "absolute": (zipped(("/etc/evil.json", b"x")), "zip-outside"),
    "drive": (zipped(("C:/evil.json", b"x")), "zip-outside"),
    "backslash": (renamed(zipped(("a/evil.json", b"x")), b"a/evil", b"a\\evil"), "zip-outside"),
    "nul": (renamed(zipped(("a.json_.svg", b"x")), b"a.json_.svg", b"a.json\0.svg"), "zip-name"),
    "control": (zipped(("a\x1b[2J.svg", b"x")), "zip-name"),
    "later-control": (zipped(("a\x85.svg", b"x")), "zip-name"),
    "not-utf8": (renamed(zipped(("a_.svg", b"x")), b"a_.svg", b"a\xe9.svg"), "zip-name"),
    "no-name": (zipped(("a//b.svg", b"x")), "zip-name"),
    "dot-at-end": (zipped(("a./b.svg", b"x")), "zip-name"),
    "long-name": (zipped(("a" * 201 + ".svg", b"x")), "zip-name"),
    "link": (zipped(("byte.json", BYTE), (info("a.svg", mode=0o120777), b"/etc/passwd")), "zip-link"),
    "device": (zipped((info("a.svg", mode=0o020666), b"")), "zip-link"),
    "twice": (zipped(("a.svg", b"x"), ("A.SVG", b"y")), "zip-duplicate"),
    "file-and-folder": (zipped(("a/b.svg", b"x"), ("A", b"y")), "zip-duplicate"),
    "encrypted": (both_patched(stored, 8, 6, "<H", 1), "zip-encrypted"),
    "lzma": (zipped((info("byte.json", zipfile.ZIP_LZMA), BYTE)), "zip-method"),
    "unknown-method": (both_patched(stored, 10, 8, "<H", 99), "zip-method"),
    "too-many": (zipped(*((f"{i}.svg", b"x") for i in range(501))), "zip-too-many"),
    "bomb": (zipped(("byte.json", BYTE), ("a.svg", ZEROS)), "zip-entry-too-big"),
    "many-bombs": (zipped(*((f"{i}.svg", ZEROS[:22 << 20]) for i in range(3))), "zip-too-big"),
    # The directory says 10 bytes; what is packed is 33 MB.
    "lying-bomb": (both_patched(zipped(("a.svg", ZEROS)), 24, 22, "<L", 10), "zip-broken"),
    "too-short": (both_patched(zipped(("a.svg", b"x" * 100)), 24, 22, "<L", 101), "zip-broken"),
    "checksum": (both_patched(stored, 16, 14, "<L", 1), "zip-broken"),
    "packed-checksum": (both_patched(zipped(("a.svg", b"x" * 100)), 16, 14, "<L", 1), "zip-broken"),
    "two-names": (patched(plain, 46, "<B", ord("b")), "zip-broken"),
    "overlap": (quine_like_overlap(), "zip-broken"),
    "cut-off": (plain[:-30], "zip-broken"),
    "no-zip": (b"This is no zip.", "zip-broken"),
    "nothing": (b"", "zip-broken"),
    "behind-it": (plain + b"more", "zip-broken"),
    "before-it": (b"more" + plain, "zip-broken"),
    "damaged-data": (plain.replace(zipped(("a.svg", b"<svg/>"))[35:41], b"\xff" * 6, 1), "zip-broken"),
    "zip64": (patched(plain, 16, "<L", 0xFFFFFFFF, b"PK\x05\x06"), "zip-broken"),
    "split": (patched(plain, 4, "<H", 1, b"PK\x05\x06"), "zip-broken"),
}


def main():
    for old in FOLDER.glob("*.zip"):
        old.unlink()
    table = []
    for name, (data, outcome) in ZIPS.items():
        (FOLDER / f"{name}.zip").write_bytes(data)
        table.append({"zip": f"{name}.zip", "files" if isinstance(outcome, list) else "refused": outcome})
    lines = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in table)
    (FOLDER / "table.json").write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    main()
