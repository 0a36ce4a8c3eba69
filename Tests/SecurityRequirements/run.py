"""Holds Documentation/SecurityRequirements.md true: its links, the tests that it names, its counts and its list of gaps.

Every requirement stands there once, in the chapter of its number. A test is named behind a link to its file, and must
be a test or a function of that file. What holds partly or not at all must stand in the list of gaps, and nothing else.
Closes with "N passed, N failed".
"""

import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from suite import run  # noqa: E402

DOCUMENT = Path(__file__).resolve().parents[2] / "Documentation/SecurityRequirements.md"
ANSWERS = ["holds", "holds partly", "does not hold", "does not apply"]
# How many requirements of each level the standard has.
LEVELS = {"1": 70, "2": 183}
NUMBER = r"V(\d+)\.\d+\.\d+"
LINK = re.compile(r"\[[^\]]+\]\(([^)#]+)(?:#[^)]*)?\)")
NAMED_TEST = re.compile(r"\[[^\]]+\]\(([^)]+)\) `([^`]+)`")
# A row of a summary or of a chapter, a chapter, an item of the list of gaps.
COUNT = re.compile(r"\| ([a-z ]+) \| (\d+) \| (\d+) \| (\d+) \|")
HEADING = re.compile(r"## V(\d+) ")
GAP = re.compile(r"\d+\. ")
UNTESTED = re.compile(r"(\d+) of those that hold have no test")


def requirements(text):
    """Chapter of the heading, number, level, answer, and the cell with the tests."""
    chapter = None
    for line in text.splitlines():
        if heading := HEADING.match(line):
            chapter = heading[1]
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and re.fullmatch(NUMBER, cells[0]):
            number, level, _, answer, _, tests = cells
            yield chapter, number, level, answer, tests


def is_test(name, path):
    """Whether a file has a test, or a function of its suite, with this name."""
    text, name = path.read_text(), re.escape(name)
    if path.suffix == ".py":
        return re.search(rf"^\s*def {name}\(", text, re.MULTILINE) is not None
    return re.search(rf'func (?:`{name}`|{name})\s*\(|@Test\(\s*"{name}"', text) is not None


def linked(text):
    """That every link leads to something."""
    for target in sorted(set(LINK.findall(text))):
        if "://" not in target:
            yield f"{target} exists", (DOCUMENT.parent / target).exists(), "no such file"


def named(rows):
    """That every row has a fitting cell of tests, and every test is one."""
    for _, number, _, answer, tests in rows:
        found = NAMED_TEST.findall(tests)
        expected = "–" if answer == "does not apply" else "no test"
        yield f"{number} names tests or says that there are none", bool(found) or tests == expected, repr(tests)
        for target, name in found:
            path = DOCUMENT.parent / target
            yield f"{number} names {name!r} in {path.name}", path.is_file() and is_test(name, path), "no such test"


def counted(text, rows):
    """That the summary counts what the tables hold."""
    kinds = Counter((answer, level) for _, _, level, answer, _ in rows)
    told = {words: tuple(map(int, counts)) for words, *counts in COUNT.findall(text)}
    for answer in ANSWERS:
        right = (kinds[answer, "1"], kinds[answer, "2"], kinds[answer, "1"] + kinds[answer, "2"])
        yield f"the summary counts what {answer}", told.get(answer) == right, f"{told.get(answer)}, not {right}"
    right = (LEVELS["1"], LEVELS["2"], sum(LEVELS.values()))
    yield "the summary counts all", told.get("all") == right, f"{told.get('all')}, not {right}"
    count = sum(answer == "holds" and tests == "no test" for _, _, _, answer, tests in rows)
    yield "the summary counts what has no test", UNTESTED.findall(text) == [str(count)], f"not {count}"


def complete(text, rows):
    """That every requirement is there once, in its place, and answered in one of four ways."""
    numbers = [number for _, number, _, _, _ in rows]
    twice = [number for number, count in Counter(numbers).items() if count > 1]
    yield "no number stands twice", not twice, twice
    order = sorted(numbers, key=lambda number: [int(part) for part in number[1:].split(".")])
    yield "numbers are in their order", numbers == order, "are not"
    strayed = [number for chapter, number, _, _, _ in rows if re.fullmatch(NUMBER, number)[1] != chapter]
    yield "every number is in its chapter", not strayed, strayed
    levels = Counter(level for _, _, level, _, _ in rows)
    yield "no requirement is missing", levels == LEVELS, dict(levels)
    other = [number for _, number, _, answer, _ in rows if answer not in ANSWERS]
    yield "every answer is one of the four", not other, other
    items = "\n".join(line for line in text.splitlines() if GAP.match(line))
    gaps = {match[0] for match in re.finditer(NUMBER, items)}
    wanting = {number for _, number, _, answer, _ in rows if answer in ("holds partly", "does not hold")}
    yield "every gap is in the list", wanting <= gaps, sorted(wanting - gaps)
    yield "the list has gaps alone", gaps <= wanting, sorted(gaps - wanting)


def tests():
    text = DOCUMENT.read_text()
    rows = list(requirements(text))
    for look in (linked(text), named(rows), counted(text, rows), complete(text, rows)):
        yield from look


if __name__ == "__main__":
    sys.exit(run(tests()))
