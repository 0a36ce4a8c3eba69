"""Imports published reports that are not part of the project and compares each field with what the report prints.

What the tables of r1, r3 and r4 print is read from the reports by the readers of the browser tests, by the places of
cells and not by the importer's labels. Which section each heading of the five reports opens was written out by hand,
by line. Where the reports are absent nothing is tested. Closes with "N passed, N failed".
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("JIHENG_SHARED", PROJECT.parent / "shared"))
REPORTS = SHARED / "reports"
# Per cent of what is expected that must stand in the right field.
GOAL = 95

sys.path.insert(0, str(PROJECT / "Tests" / "BrowserTests"))
sys.path.insert(0, str(PROJECT / "Tests" / "ImportVariants"))

# The section that each heading of the outlines opens, by the line on which it stands.
HEADINGS = {
    "r0": """3 overview 4 functions 7 organisation 9 staffing 29 generalBudget 30 basic 31 projects 32 governmentFund
             34 stateCapital 36 socialInsurance 38 performance 49 problems 53 measures 57 disclosure 59 other""",
    "r1": """6 overview 7 functions 26 organisation 31 staffing 33 generalBudget 34 basic 38 projects 43 governmentFund
             45 stateCapital 47 socialInsurance 49 performance 57 problems 61 measures
             487 projectReport/allocation 488 projectReport/allocatedFunds 489 projectReport/targets
             490 projectReport/evaluation 494 projectReport/results 495 projectReport/funds
             498 projectReport/indicators 510 projectReport/problems 520 projectReport/measures
             523 projectReport/disclosure""",
    "r2": """1 overview 2 functions 20 organisation 36 generalBudget 37 basic 39 projects 41 governmentFund
             43 stateCapital 45 socialInsurance 47 performance 63 problems 65 measures 77 disclosure 79 other""",
    "r4": """7 overview 8 functions 18 organisation 20 generalBudget 21 basic 25 projects 27 governmentFund
             29 stateCapital 31 socialInsurance 33 performance 35 achievements 39 assets 41 problems 45 measures
             50 disclosure 53 other""",
}
# r3 follows no outline that a policy has: its own headings make one.
OWN_HEADINGS = {"r3": [1, 2, 25, 27, 28, 39, 42, 52, 65, 67]}
# Lines of prose of r0 and r2 that stand in a section, far from its heading.
INSIDE = {"r1": {24: "functions", 29: "organisation", 60: "problems"}, "r2": {18: "functions", 72: "measures"},
          "r4": {16: "functions", 47: "measures"}}


def imported(name):
    path = next(REPORTS.glob(f"{name}-*.txt"))
    command = [os.environ["JIHENG"], "import", "--format", "json", str(path)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def bare(text):
    return "".join(text.split())


class Fields:
    """The fields of one answer, by address, with the added lines by what they stand under and their order."""

    def __init__(self, answer):
        self.texts = {field["address"]: field["text"] for field in answer["fields"]}
        self.lines = {}
        for sheet in answer["sheets"]:
            for line in sheet["lines"]:
                self.lines.setdefault((sheet["id"], line["under"]), []).append(line["row"])

    def line(self, sheet, under, number):
        rows = self.lines.get((sheet, under), [])
        return rows[number] if number < len(rows) else "none"


def printed_cells(name, fields):
    """{address: printed text} of what the tables of r1 and r4 print."""
    from evaluation import COLUMNS, ROWS, Evaluation

    evaluation = Evaluation(name)
    cells = {**evaluation.typed_base(), **evaluation.computed_base(), **evaluation.typed_self(),
             **evaluation.computed_self()}
    counts = {}
    for node, texts in evaluation.indicators():
        line = fields.line("self", node, counts.get(node, 0))
        counts[node] = counts.get(node, 0) + 1
        cells |= {f"self/{line}/{column}": text for column, text in texts.items()}
    added = 0
    for label, *figures in evaluation.spending:
        if bare(label) in ROWS or not any(bare(figure) for figure in figures):
            continue
        line = fields.line("base", "projectExpenditure", added)
        added += 1
        cells |= {f"base/{line}/name": label} | {
            f"base/{line}/{column}": figure for column, figure in zip(COLUMNS, figures)}
    return {address: text for address, text in cells.items() if bare(text)}


def printed_projects(fields):
    """The same of the four project tables of r3."""
    from project_sheets import project_sheets

    cells = {}
    for number, printed in enumerate(project_sheets(), 1):
        sheet = f"project-{number}"
        cells |= {f"{sheet}/{place}": text for place, text in printed.typed().items()}
        cells |= {f"{sheet}/sum/points": printed.sum[0][1], f"{sheet}/sum/score": printed.sum[0][2],
                  f"{sheet}/total/points": printed.funds[1][5]}
        for node, place, texts in printed.indicators():
            line = fields.line(sheet, node, int(place.rsplit(".", 1)[1]) - 1)
            cells |= {f"{sheet}/{line}/{column}": text for column, text in texts.items()}
    return {address: text for address, text in cells.items() if bare(text)}


def table_tests():
    for name in ("r1", "r3", "r4"):
        answer = imported(name)
        fields = Fields(answer)
        expected = printed_projects(fields) if name == "r3" else printed_cells(name, fields)
        wrong = [f"{address}: {bare(text)!r}, not {fields.texts.get(address)!r}" for address, text in expected.items()
                 if bare(fields.texts.get(address, "")) != bare(text)]
        share = 100 * (len(expected) - len(wrong)) / len(expected)
        yield (f"{name}: {GOAL} % of the printed cells are in their fields", share >= GOAL,
               f"{share:.1f} % of {len(expected)}{', ' if wrong else ''}{'; '.join(wrong[:5])}")
        others = sorted(set(fields.texts) - set(expected))
        yield f"{name}: no other cell is filled", len(others) * 20 <= len(expected), f"{len(others)}: {others[:6]}"
        yield (f"{name}: every cell and heading is placed or listed",
               all(part["why"] and part["place"]["line"] for part in answer["unplaced"]), "")


def heading_tests():
    for name, written in HEADINGS.items():
        answer = imported(name)
        words = written.split()
        expected = {int(line): section if "/" in section else f"report/{section}"
                    for line, section in zip(words[::2], words[1::2])}
        found = {section["place"]["line"]: section["address"].rsplit("/", 1)[0] for section in answer["sections"]}
        wrong = [f"{line}: {found.get(line)}, not {section}" for line, section in expected.items()
                 if found.get(line) != section]
        wrong += [f"{line}: {found[line]} opens nothing" for line in found if line not in expected]
        share = 100 * (len(expected) - len(wrong)) / len(expected)
        yield (f"{name}: {GOAL} % of the headings open their sections", share >= GOAL,
               f"{share:.1f} % of {len(expected)} {wrong[:5]}")
        lines = next(REPORTS.glob(f"{name}-*.txt")).read_text().split("\n")
        texts = {section["address"].split("/")[1]: section["text"] for section in answer["sections"]
                 if section["address"].startswith("report/")}
        for line, section in INSIDE.get(name, {}).items():
            words = bare(re.sub(r"\[[^]]*\]", "", lines[line - 1]))[:30]
            yield f"{name}: line {line} stands in {section}", words in bare(texts.get(section, "")), ""
    for name, lines in OWN_HEADINGS.items():
        found = {section["place"]["line"] for section in imported(name)["sections"]}
        missing = [line for line in lines if line not in found]
        yield f"{name}: its own headings open sections", not missing, f"not {missing}"


def schema_tests():
    from schema import faults
    for path in sorted(REPORTS.glob("r*.txt")):
        wrong = faults(imported(path.name.split("-")[0]))
        yield f"{path.name}: the answer keeps its schema", not wrong, "; ".join(wrong)


def main():
    if not REPORTS.is_dir():
        print(f"skipped: there are no published reports in {REPORTS}")
        print("0 passed, 0 failed")
        return 0
    passed = failed = 0
    for tests in (table_tests, heading_tests, schema_tests):
        for name, holds, detail in tests():
            print(f"{'ok    ' if holds else 'FAILED'} {name} ({detail})")
            passed, failed = passed + holds, failed + (not holds)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
