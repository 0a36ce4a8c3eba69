"""Audits published reports that are not part of the project and compares with what people found in them.

Two have a written truth: recall and precision must reach the goals. Of three others every finding is judged in
Documentation/JudgedFindings.md. Where the reports are absent nothing is tested. Closes with "N passed, N failed".
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
JUDGED = PROJECT / "Documentation" / "JudgedFindings.md"
# Per cent: errors found, all certain findings found, findings that are true.
GOALS = {"recall error": 95, "all certain": 90, "precision on judged": 95}
ROW = re.compile(r"\| (r\d) \| (\d+):(\d+) \| ([A-Z]\d\d) \| (true|false) \| (.+) \|")


def jiheng():
    program = os.environ.get("JIHENG")
    if not program:
        raise SystemExit("JIHENG must name the program")
    return program


def scores():
    """The line of totals that the scoring tool prints for the reports with a truth."""
    command = f"{jiheng()} audit --format json --fail-on never {{file}}"
    tool = [sys.executable, str(SHARED / "tools" / "score_audit.py"), "--cmd", command, str(REPORTS / "truth")]
    lines = subprocess.run(tool, capture_output=True, text=True, check=True).stdout.splitlines()
    total = next(line for line in lines if line.startswith("TOTAL:"))
    print(total)
    return {name: float(re.search(name + r"[^%]*?([\d.]+)%", total)[1]) for name in GOALS}


def findings(name):
    """Line, column and code of everything that is found in a report."""
    path = next(REPORTS.glob(f"{name}-*.txt"))
    command = [jiheng(), "audit", "--format", "json", "--fail-on", "never", str(path)]
    answer = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    found = set()
    for finding in answer["findings"]:
        place = (finding["evidence"] or [{"line": 0, "column": 0}])[0]
        found.add((place["line"], place["column"], finding["check"]))
    return found


def bytes_of(path):
    command = [jiheng(), "audit", "--format", "json", "--fail-on", "never", str(path)]
    return subprocess.run(command, capture_output=True, check=True).stdout


def judgements():
    """By report: every judged finding, and whether it is true."""
    judged = {}
    for report, line, column, check, verdict, _ in ROW.findall(JUDGED.read_text()):
        judged.setdefault(report, {})[int(line), int(column), check] = verdict == "true"
    return judged


def tests():
    reached = scores()
    for name, goal in GOALS.items():
        yield f"{name} is at least {goal} %", reached[name] >= goal, f"{reached[name]} %"
    for path in sorted(REPORTS.glob("r*.txt")):
        # Every process hashes with another seed: an order taken from a dictionary shows.
        answers = {bytes_of(path) for _ in range(5)}
        yield f"{path.name[:2]} gives the same bytes every time", len(answers) == 1, f"{len(answers)} answers"
    judged = judgements()
    for report in sorted(judged):
        new = sorted(findings(report) - set(judged[report]))
        yield f"every finding in {report} is judged", not new, f"not judged: {new}"
    verdicts = [
        is_true for report in judged for place, is_true in judged[report].items() if place in findings(report)]
    share = 100 * verdicts.count(False) / max(1, len(verdicts))
    yield "at most 5 % of the judged findings are false", share <= 5, f"{share:.1f} % of {len(verdicts)}"


def main():
    if not REPORTS.is_dir():
        print(f"skipped: there are no published reports in {REPORTS}")
        print("0 passed, 0 failed")
        return 0
    passed = failed = 0
    for name, holds, detail in tests():
        print(f"{'ok    ' if holds else 'FAILED'} {name} ({detail})")
        passed, failed = passed + holds, failed + (not holds)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
