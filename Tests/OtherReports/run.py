"""Audits fictional reports as other provinces write them, none like another, and compares with what an expert finds.

Beside every report stands a list, NAME.tsv: the checks that may find it, the line, what stands there, and why. One of
these checks must report it with evidence there. Every error and warning besides must be none at all: what is not on
the list is right. A line that begins with "info" names findings that are worth a look and may be there or not.
Closes with "N passed, N failed".
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from suite import audited, run  # noqa: E402

FOLDER = Path(__file__).resolve().parent


def expected(path, text):
    """Checks, whether they must report it, where it stands, and why."""
    lines = text.splitlines(keepends=True)
    for row in path.read_text().splitlines():
        checks, number, quote, why = row.split("\t")
        start = sum(len(line) for line in lines[: int(number) - 1])
        place = text.find(quote, start, start + len(lines[int(number) - 1]))
        if place < 0:
            raise SystemExit(f"{path.name}: {quote!r} does not stand in line {number}")
        codes = checks.split()
        yield [code for code in codes if code != "info"], "info" not in codes, range(place, place + len(quote)), why


def touches(finding, place):
    return any(one["start"] < place.stop and place.start < one["end"] for one in finding["evidence"])


def told(finding):
    lines = sorted({one["line"] for one in finding["evidence"]})
    return f"{finding['check']} {finding['severity']} at {lines}: {finding['message']}"


def tests():
    found = audited(FOLDER)
    for path in sorted(FOLDER.glob("*.txt")):
        text = path.read_text()
        right = set()
        for checks, is_due, place, why in expected(path.with_suffix(".tsv"), text):
            hits = [index for index, one in enumerate(found[path.stem]) if one["check"] in checks and touches(one, place)]
            right.update(hits)
            if is_due:
                yield f"{path.stem}: {' or '.join(checks)} finds {text[place.start:place.stop][:30]!r}", bool(hits), why
        false = [
            told(one) for index, one in enumerate(found[path.stem]) if one["severity"] != "info" and index not in right]
        yield f"{path.stem}: nothing else is an error or a warning", not false, "; ".join(false)


if __name__ == "__main__":
    sys.exit(run(tests()))
