#!/usr/bin/env python3
"""Counts the instructions of one frame under callgrind and compares them with the number in frame_cost.txt.

frame_cost_test.py <program> [--record]

Fails above 110 % of the kept number, and below 80 % as well, so that a gain is recorded and then held. Instructions depend on
the compiler and its library; the number is for Debian 12's GCC and the preset `dev`.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

KEPT = pathlib.Path(__file__).with_name("frame_cost.txt")


def count(program: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", "--toggle-collect=measured_frame", f"--callgrind-out-file={folder}/out", program],
            capture_output=True, text=True, check=True)
    return int(re.search(r"Collected : (\d+)", run.stderr).group(1))


def main() -> int:
    instructions = count(sys.argv[1])
    if "--record" in sys.argv:
        KEPT.write_text(f"{instructions}\n")
        return 0
    kept = int(KEPT.read_text())
    share = instructions / kept
    print(f"{instructions:,} instructions for a frame of a 1,000-block Byte, {share:.0%} of the kept {kept:,}")
    if instructions == 0 or not 0.8 <= share <= 1.1:
        print("Find out why, then keep the new number: frame_cost_test.py <program> --record")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
