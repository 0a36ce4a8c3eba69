"""A made-up county's whole year, from the first administrator to publication, held against plain sums and planted faults.

run.py [UNITS PROJECTS FAULTS SEED], 12 40 0.4 5 where nothing is said; for the size of a county: 120 500 0.08 7.
"""

import os
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "BrowserTests")]

from playwright.sync_api import sync_playwright  # noqa: E402

import sums  # noqa: E402
from dashboard import check_dashboard  # noqa: E402
from marking import departments, marking  # noqa: E402
from plan import Plan  # noqa: E402
from program import Program  # noqa: E402
from suite import run  # noqa: E402
from year import Year  # noqa: E402


def steps(year, plan):
    """Each step with whether it holds and what is so otherwise."""
    units, people = year.found()
    yield "units and people are taken over from lists", (units, people) == (len(plan.units), 2 * len(plan.units) + 1), (units, people)
    filings = year.launch()
    yield "the task reaches every unit", sorted(filings) == sorted(plan.units), sorted(filings)
    yield from reporting(year, plan)
    yield from reviewing(year, plan)
    yield from dashboards(year)
    yield from publishing(year)
    leads = departments(plan, max(1, len(plan.units) // 40))
    yield "some department is fit to report to the city", leads != [], plan.faults
    yield from marking(year, plan, leads)
    yield "no page failed", year.faults == [], year.faults
    verified = year.program.run("verify")
    yield "the history of every filing proves true", "不一致" not in verified, verified


def reporting(year, plan):
    refused, untrue, unfound = {}, {}, []
    for code in plan.order:
        # A department opens when its institutions are done.
        if any(year.stage(unit) != "done" for unit in plan.institutions(code)) and code.endswith("001"):
            continue
        problems = year.report(code)
        if problems:
            refused[code] = problems[:3]
            continue
        serious = [finding for finding in year.findings[code] if finding["severity"] != "info"]
        fault = plan.faults.get(code)
        if fault:
            if not {finding["check"] for finding in serious} & set(fault["rules"]):
                unfound.append((code, fault["kind"], sorted({finding["check"] for finding in serious})))
            continue
        if serious:
            untrue[code] = [(finding["check"], finding["message"]) for finding in serious]
        why = year.send(code) or year.approve(code, code)
        if not why and not code.endswith("001"):
            why = year.approve(code, code[:3] + "001")
        if why:
            refused[code] = why
    reported = [code for code in plan.faults if code in year.findings]
    yield "some filings are wrong on purpose", reported != [], plan.faults
    yield "every text that is sent stands as it was sent", refused == {}, refused
    yield "nothing is found in filings that nobody made wrong", untrue == {}, untrue
    yield ("of the planted faults 95 % are found", len(unfound) <= 0.05 * len(reported),
           f"{len(reported)} planted, not found: {unfound}")
    print(f"{len(year.findings)} filings typed, {len(reported)} of them with a fault, {len(reported) - len(unfound)} found")


def reviewing(year, plan):
    waiting = [code for code in year.findings if year.stage(code) == "financeReview"]
    yield "departments wait for the bureau", waiting != [], {code: year.stage(code) for code in year.findings}
    if not waiting:
        return
    yield "the bureau marks a line down and says why", year.mark(waiting[0]), waiting[0]
    seen, told = year.approve_all()
    yield "all that wait are approved at once", f"已办理 {len(waiting)} 家，未办理 0 家" in told and seen == len(waiting), told
    year.done = [code for code in year.findings if year.stage(code) == "done"]
    chosen, again, candidates = year.draw(15)
    yield "anybody draws the same sample", chosen == again and chosen and candidates == len(year.done), (chosen, again)
    judged = min(chosen)
    yield "the result of a sample is kept", year.judge(judged, "85.5"), judged
    rows = year.ranked()
    yield "every finished filing has its place in the results", {row["单位编码"] for row in rows} >= set(year.done), rows[:3]


def dashboards(year):
    desk, data = year.county["finance"], year.program.data
    for scope in ["", "&units=lead", "&units=subordinate", "&done=1"]:
        try:
            check_dashboard(desk, data, scope)
            wrong = ""
        except AssertionError as error:
            wrong = str(error)
        yield f"the dashboard shows the plain sums{scope}", wrong == "", wrong
    counts, _ = sums.stages(data)
    progress = year.client("finance")("GET", "/tasks/1/progress").json()
    stages = ["notStarted", "drafting", "unitReview", "departmentReview", "financeReview", "done"]
    yield "progress counts what is stored", [progress[stage] for stage in stages] == [counts.get(stage, 0) for stage in stages], progress


def publishing(year):
    first, *others = year.done
    yield "a reviewer publishes on the page", year.publish_on_page(first), first
    refused = {code: why for code in others if (why := year.publish(code))}
    yield "the others publish by the interface", refused == {}, refused
    public = year.client("finance").all("/publications?limit=200")
    yield "what is public is what was finished", {item["unit"]["code"] for item in public} == set(year.done), len(public)


def main():
    units, projects, faults, seed = sys.argv[1:] or ["12", "40", "0.4", "5"]
    plan = Plan(units, projects, faults, seed)
    print(f"{len(plan.units)} units, {len(plan.faults)} faults planted")
    program = Program.empty()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        year = Year(browser, program, plan)
        try:
            return run(steps(year, plan))
        finally:
            year.close()
            browser.close()
            program.end()


if __name__ == "__main__":
    sys.exit(main())
