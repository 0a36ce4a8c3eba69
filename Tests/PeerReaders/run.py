"""Compares what our readers see in random documents and workbooks with what python-docx and openpyxl see.

Usage: run.py [COUNT [SEED]]: so many documents, half of them made by python-docx and half by our writer, and so many
workbooks made by openpyxl. Our readers run in a test of Core, which writes what it sees beside each file; CORE_TESTS
names its program where it is not to be found by swift. Closes with "N passed, N failed".
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import documents
import workbooks

PROJECT = Path(__file__).resolve().parents[2]
BATCH = 500
FILTER = "PeerReadingTests"


def read(folder, count, seed):
    """Lets our readers look at every file of a folder."""
    program = os.environ.get("CORE_TESTS")
    command = ([program, "--testing-library", "swift-testing", "--filter", FILTER] if program else
               ["swift", "test", "--package-path", str(PROJECT / "Core"), "--skip-build", "--filter", FILTER])
    environment = os.environ | {"JIHENG_PEER_FILES": str(folder), "JIHENG_PEER_COUNT": str(count),
                                "JIHENG_PEER_SEED": str(seed)}
    answer = subprocess.run(command, capture_output=True, text=True, env=environment)
    if answer.returncode != 0:
        raise SystemExit(f"our readers failed:\n{answer.stdout[-3000:]}{answer.stderr[-1000:]}")


def difference(ours, theirs, place=""):
    """The first place at which they differ, in words; empty where they agree."""
    if type(ours) is not type(theirs):
        return f"{place}: {str(ours)[:80]!r}, not {str(theirs)[:80]!r}"
    if isinstance(ours, dict):
        for key in sorted(set(ours) | set(theirs)):
            if key not in ours or key not in theirs:
                return f"{place}/{key}: {str(ours.get(key))[:80]!r}, not {str(theirs.get(key))[:80]!r}"
            if found := difference(ours[key], theirs[key], f"{place}/{key}"):
                return found
        return ""
    if isinstance(ours, list):
        if len(ours) != len(theirs):
            return f"{place}: {len(ours)}, not {len(theirs)}: {str(ours)[:120]} / {str(theirs)[:120]}"
        for number, (own, other) in enumerate(zip(ours, theirs)):
            if found := difference(own, other, f"{place}/{number}"):
                return found
        return ""
    return "" if ours == theirs else f"{place}: {ours!r}, not {theirs!r}"


def compared(folder):
    """What differs, by file."""
    wrong, counts = [], {"docx": 0, "xlsx": 0, "own": 0}
    for path in sorted(folder.iterdir()):
        if path.suffix == ".json":
            continue
        ours = json.loads(path.with_name(path.name + ".json").read_text())
        if path.suffix == ".xlsx":
            for sheet in ours:
                sheet["merges"].sort()
        theirs = documents.seen(path) if path.suffix == ".docx" else workbooks.seen(path)
        counts["own" if path.name.startswith("own") else path.suffix[1:]] += 1
        if found := difference(ours, theirs):
            wrong.append(f"{path.name} {found}")
    return wrong, counts


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 2024
    chooser = random.Random(seed)
    totals, below = {"docx": 0, "xlsx": 0, "own": 0}, {"docx": [], "xlsx": [], "own": []}
    for start in range(0, count, BATCH):
        size = min(BATCH, count - start)
        with tempfile.TemporaryDirectory(prefix="jiheng-peers.") as name:
            folder = Path(name)
            for number in range(size):
                if number % 2 == 0:
                    documents.write(folder / f"{start + number}.docx", random.Random(chooser.randrange(1 << 30)))
                workbooks.write(folder / f"{start + number}.xlsx", random.Random(chooser.randrange(1 << 30)))
            read(folder, size // 2, seed + start)
            wrong, counts = compared(folder)
            for kind, number in counts.items():
                totals[kind] += number
            for line in wrong:
                kind = "own" if line.startswith("own") else line.split(" ")[0].rpartition(".")[2]
                below[kind].append(f"{line} (from {start})")
        if count > BATCH:
            print(f"{start + size} of {count}, {sum(map(len, below.values()))} differ", file=sys.stderr, flush=True)
    tests = {
        "docx": "documents of python-docx are seen as it sees them",
        "own": "documents of our own are seen by python-docx as we see them",
        "xlsx": "workbooks of openpyxl are seen as it sees them",
    }
    failed = 0
    for kind, words in tests.items():
        faults = below[kind]
        failed += bool(faults)
        print(f"{'FAILED' if faults else 'ok    '} {totals[kind]} {words} ({len(faults)} differ, seed {seed})")
        print("".join(f"    {line}\n" for line in faults[:8]), end="")
    print(f"{len(tests) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
