#!/usr/bin/env python3
"""Runs the fuzzers of preset `fuzz`, each a fixed number of inputs from a fixed seed, or for as long as you like.

    tests/fuzz/run.py                       all targets, as ./scripts/test.sh --full does
    tests/fuzz/run.py byte gift             only these
    tests/fuzz/run.py byte --seconds 600    until then, with a seed by chance

The fuzzers start from what lies in tests/data and content, laid into build/fuzz/seeds. With --seconds they go on from
what they found of interest before, in build/fuzz/corpus. What does not hold is kept in build/fuzz/finds/<target>/.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build/fuzz"
LARGEST_SEED = 60_000

LESSONS = ["tests/data/bytes/*/*.json", "content/bytes/*/byte.json", "src/cli/templates/*/byte.json"]
SCENARIOS = ["tests/data/**/*.scenario.json", "content/**/*.scenario.json"]
HEX = "0123456789abcdef"

# For each target: the files that it starts from, its dictionary, and how many inputs are an ordinary run.
TARGETS = {
    "byte": (LESSONS, "byte.dict", 4_000),
    "player": (LESSONS, "byte.dict", 3_000),
    "scenario": (SCENARIOS, "byte.dict", 4_000),
    "expression": ([], "expression.dict", 100_000),
    "markup": (["content/bytes/*/byte.json"], "markup.dict", 40_000),
    "json": (["tests/data/bytes/*/*.json", "content/site.json"], "json.dict", 40_000),
    "events": ([], "events.dict", 20_000),
    "messages": ([], "events.dict", 3_000),
    "gift": (["tests/data/import/*.gift"], "gift.dict", 6_000),
    "markdown": (["tests/data/import/*.md", "docs/*.md"], "markup.dict", 4_000),
    "html": (["tests/data/import/*.gift", "tests/data/import/*.md"], "html.dict", 20_000),
    "translation": (["tests/data/translations/**/*.json", "content/bytes/*/byte.*.json"], "json.dict", 3_000),
    "roadmap": (["tests/data/roadmaps/*/*.json"], "roadmap.dict", 20_000),
    "site": (["tests/data/sites/**/*.json", "content/site.json"], "site.dict", 20_000),
    "zip": (["tests/data/zips/*.zip"], None, 20_000),
    "fix": (LESSONS + SCENARIOS, "byte.dict", 4_000),
}


def strings_in(value, keys):
    """All strings below `value` that stand under one of `keys`."""
    if isinstance(value, list):
        for item in value:
            yield from strings_in(item, keys)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in keys:
                for one in item if isinstance(item, list) else [item]:
                    if isinstance(one, str):
                        yield one
            yield from strings_in(item, keys)


def events():
    """Some records of everything that a learner can do in tests/data/bytes/valid/branching.json and gated.json."""
    made = []
    data = {
        "started": {"seed": 7, "key": "a"}, "chose": {"on": True}, "checked": {}, "retried": {}, "hinted": {},
        "read": {}, "forgot": {}, "placed": {"group": "a"}, "rated": {"level": 2}, "wrote": {"text": "So it is"},
        "helped": {"on": True}, "took": {"step": 0}, "rewound": {"step": 0}, "reached": {"done": 1, "all": 2},
    }
    for n, (kind, fields) in enumerate(data.items(), 1):
        for byte, subject in (("branching", "walk"), ("branching", "walk/start/stay"), ("gated", "first/a"), ("gated", "first")):
            device = HEX[n] * 32
            name = hashlib.sha256(f"{kind} {byte} {subject}".encode()).hexdigest()[:32]
            made.append({"v": 1, "id": name, "device": device, "n": n, "at": 1000 * n, "byte": byte, "version": "1",
                         "kind": kind, "subject": subject, "data": fields})
    return made


def made_seeds(target):
    """Seeds that no file holds as they are."""
    if target == "expression":
        for pattern in SCENARIOS + ["tests/data/bytes/valid/branching.json"]:
            for file in ROOT.glob(pattern):
                try:
                    yield from strings_in(json.loads(file.read_text()), {"if", "set"})
                except ValueError:
                    continue
        yield from ("trust >= 2 and not applied", "path == move or (good-will - 1 < -trust)", "trust += 1", "path = leave")
    elif target == "markup":
        for file in ROOT.glob("content/bytes/*/byte.json"):
            yield from strings_in(json.loads(file.read_text()), {"text", "prompt", "feedback", "items", "explanation"})
        yield from ("*a* **b** `c` [d](https://example.org \"e\") \\* &amp; <b>", "***a** b*", "``a`b``", "![a](b)")
    elif target == "events":
        all_events = events()
        yield json.dumps(all_events)
        for event in all_events:
            yield json.dumps([event])
    elif target == "messages":
        inputs = [{"type": "loaded", "device": "a" * 32, "last": 3, "events": events()[:6]},
                  {"type": "arrived", "events": events()[6:9]}, {"type": "store-unavailable", "reason": "private"},
                  {"type": "saved", "ids": ["a" * 32]}, {"type": "save-failed", "ids": ["a" * 32], "reason": "full"},
                  {"type": "face-changed", "plain": True}, {"type": "saving-changed", "on": True},
                  {"type": "toggled", "id": "first/a", "on": True}, {"type": "activated", "id": "first:check"},
                  {"type": "wrote", "id": "first", "text": "So it is"}]
        frames = [json.dumps({"now": 1000 + i, "entropy": f"{i:032x}", "inputs": [one]}) for i, one in enumerate(inputs)]
        yield "\n".join(frames)
        yield from frames


def lay_seeds(target):
    folder = BUILD / "seeds" / target
    folder.mkdir(parents=True, exist_ok=True)
    patterns = TARGETS[target][0] + [f"tests/fuzz/finds/{target}/*"]
    seeds = [file.read_bytes() for pattern in patterns for file in ROOT.glob(pattern)]
    seeds += [seed.encode() for seed in made_seeds(target)]
    for seed in seeds:
        if len(seed) <= LARGEST_SEED:
            (folder / hashlib.sha1(seed).hexdigest()).write_bytes(seed)
    return folder


def run(target, seconds):
    _, dictionary, runs = TARGETS[target]
    seeds = lay_seeds(target)
    finds = BUILD / "finds" / target
    finds.mkdir(parents=True, exist_ok=True)
    command = [BUILD / "tests/fuzz" / f"fuzz_{target}", f"-artifact_prefix={finds}/", "-timeout=300", "-rss_limit_mb=3000",
               "-max_len=20000", "-print_final_stats=1", "-verbosity=1"]
    if dictionary:
        command.append(f"-dict={ROOT / 'tests/fuzz/dictionaries' / dictionary}")
    if seconds:
        corpus = BUILD / "corpus" / target
        corpus.mkdir(parents=True, exist_ok=True)
        command += [f"-max_total_time={seconds}", corpus, seeds]
    else:
        # The seeds come first, and count. What is found goes into a folder that goes, so that every run is the same.
        count = sum(1 for _ in seeds.iterdir())
        forgotten = tempfile.TemporaryDirectory()
        command += [f"-runs={runs + count}", "-seed=1", forgotten.name, seeds]
    log = BUILD / "finds" / f"{target}.log"
    with log.open("w") as output:
        code = subprocess.run([str(part) for part in command], cwd=ROOT, stdout=output, stderr=output).returncode
    if code == 0:
        print(f"{target}: holds", flush=True)
        return True
    lines = log.read_text(errors="replace").splitlines()
    told = [line for line in lines if any(mark in line for mark in ("DOES NOT HOLD", "ERROR:", "runtime error", "Test unit written"))]
    print(f"{target}: DOES NOT HOLD; all of it is in {log.relative_to(ROOT)}", *told[:6], sep="\n  ", flush=True)
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="target", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=0, help="how long each runs, instead of a number of inputs")
    parser.add_argument("--no-build", action="store_true", help="the fuzzers are there already")
    chosen = parser.parse_args()
    unknown = [target for target in chosen.targets if target not in TARGETS]
    if unknown:
        parser.error(f"There is no target {unknown[0]}. There are: {', '.join(TARGETS)}.")
    if not chosen.no_build:
        subprocess.run(["cmake", "--preset", "fuzz"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["cmake", "--build", "--preset", "fuzz"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    held = [run(target, chosen.seconds) for target in chosen.targets or TARGETS]
    print(f"{sum(held)} of {len(held)} targets hold")
    sys.exit(0 if all(held) else 1)


if __name__ == "__main__":
    main()
