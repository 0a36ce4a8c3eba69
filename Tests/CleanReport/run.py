"""Audits a report without a fault, then the same report with one fault planted at a time.

The clean report must give no error and no warning. Every line of faults.tsv names the checks that may find it, what
stands in the report and what stands there instead; cells of a row are parted by bars. One of these checks must report
it with evidence in the lines that were changed.
Closes with "N passed, N failed".
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from suite import audited, run  # noqa: E402

FOLDER = Path(__file__).resolve().parent


def flattened(text):
    """A row of cells as a flattened Word file has it; other text as it is."""
    text = text.replace("\\n", "\n")
    if "|" not in text:
        return text
    return "\t" + text.replace("|", "\n\t")


def faults():
    """The checks, what stands there and what is planted instead."""
    for line in (FOLDER / "faults.tsv").read_text().splitlines():
        checks, right, wrong = line.split("\t")
        yield checks.split(), flattened(right), flattened(wrong)


def planted(report, right, wrong):
    """The report with the fault, and the numbers of the lines that changed."""
    # A row may begin in the middle: its first cell then stands behind other cells.
    if right not in report and right.startswith("\t"):
        right, wrong = right[1:], wrong[1:]
    if report.count(right) != 1:
        raise SystemExit(f"stands there {report.count(right)} times: {right!r}")
    start = report.index(right)
    first = report.count("\n", 0, start) + 1
    return report.replace(right, wrong), set(range(first, first + wrong.count("\n") + 1))


def grave(findings):
    return {(one["check"], one["message"]) for one in findings if one["severity"] != "info"}


def tests():
    report = (FOLDER / "report.txt").read_text()
    cases = list(faults())
    with tempfile.TemporaryDirectory(prefix="jiheng-faults.") as folder:
        (Path(folder) / "clean.txt").write_text(report)
        lines = []
        for number, (_, right, wrong) in enumerate(cases):
            text, changed = planted(report, right, wrong)
            lines.append(changed)
            (Path(folder) / f"{number:03}.txt").write_text(text)
        found = audited(folder)
    clean = found["clean"]
    yield "a report without a fault gives no error and no warning", not grave(clean), grave(clean)
    for number, (checks, right, wrong) in enumerate(cases):
        findings = [one for one in found[f"{number:03}"] if one["check"] in checks and one not in clean]
        # What is missing from a section is told at its heading, a missing section at the one before it.
        near = lines[number] | {line - back for line in lines[number] for back in (1, 2) if checks[0][:2] == "H1"}
        here = [one for one in findings if {place["line"] for place in one["evidence"]} & near]
        others = sorted({one["check"] for one in found[f"{number:03}"] if one not in clean})
        name = f"{' or '.join(checks)} finds {wrong.strip()[:40]!r}".replace("\\n", " ").replace("\\t", "|")
        yield name, bool(here), f"found {others}" + ("" if not findings else ", at other lines")


if __name__ == "__main__":
    sys.exit(run(tests()))
