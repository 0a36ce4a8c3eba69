"""Audits reports that were damaged at random: whatever stands in them, every one is answered and the program goes on.

Usage: run.py [COUNT [SEED]]. The reports of Tests/OtherReports lose, repeat and exchange characters, and get line ends,
marks and figures where none belong: what libFuzzer, which must keep its inputs short, does not reach. A report that ends
the program is kept in .build/damaged. Closes with "N passed, N failed".
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
KEPT = PROJECT / ".build" / "damaged"
SCRAPS = [*"\n \t，、。；：|%019（）至-.,元年月\u3000", "\n\n", "万元", "其中："]
LONGEST = 30_000
BATCH = 50


def damaged(text, others, draw):
    """The text with a few or many places spoilt."""
    scalars = list(text[:LONGEST])
    for _ in range(draw.choice([5, 30, 120, 400])):
        place, kind = draw.randrange(len(scalars)), draw.random()
        if kind < 0.45:
            scalars.insert(place, draw.choice(SCRAPS))
        elif kind < 0.65:
            del scalars[place : place + draw.choice([1, 1, 2, 5])]
        elif kind < 0.8:
            other = draw.randrange(len(scalars))
            scalars[place], scalars[other] = scalars[other], scalars[place]
        elif kind < 0.9:
            scalars[place:place] = scalars[place : place + draw.randrange(1, 40)]
        else:
            other = draw.choice(others)
            start = draw.randrange(len(other) - 60)
            scalars[place:place] = other[start : start + draw.randrange(5, 60)]
        if len(scalars) < 100:
            break
    return "".join(scalars)


def unanswered(paths):
    """The reports that the program did not answer, found by halves."""
    command = [os.environ["JIHENG"], "audit", "--format", "json", "--fail-on", "never", *map(str, paths)]
    answer = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=600)
    if answer.returncode == 0:
        told = {Path(json.loads(line)["file"]).name for line in answer.stdout.splitlines()}
        return [(path, "no answer") for path in paths if path.name not in told]
    if len(paths) == 1:
        return [(paths[0], answer.stderr[:300])]
    middle = len(paths) // 2
    return unanswered(paths[:middle]) + unanswered(paths[middle:])


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    draw = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    texts = [path.read_text() for path in sorted((PROJECT / "Tests" / "OtherReports").glob("*.txt"))]
    failed = []
    with tempfile.TemporaryDirectory(prefix="jiheng-damaged.") as folder:
        paths = [Path(folder) / f"{number:05}.txt" for number in range(count)]
        for path in paths:
            path.write_text(damaged(draw.choice(texts), texts, draw))
        for start in range(0, count, BATCH):
            failed += unanswered(paths[start : start + BATCH])
        for path, said in failed:
            KEPT.mkdir(parents=True, exist_ok=True)
            (KEPT / path.name).write_bytes(path.read_bytes())
            print(f"{KEPT / path.name}: {said}")
    print(f"{count - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


sys.exit(main())
