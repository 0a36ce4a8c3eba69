"""One department's year, from an empty database to two filings done: what the steps of r1 and r4 stand on.

The steps are in story_begin.py, story_fill.py and story_review.py, each class on the one before. A test's class says
which report is typed, which findings an expert expects, and what is supplied after the refusal.
"""

import pytest
from county import County
from evaluation import Evaluation
from program import Program

LEAD, SUB = "201001", "201002"
DEADLINE = "2099-03-31"


@pytest.mark.journey
class Story:
    report = ""
    policies = []
    subordinate = "所属事务中心"
    errors = []
    warnings = []
    hints = []
    lead_hints = []

    # What a subclass knows

    def supply(self, desk, unit):
        """Fills in what the report leaves out, on pages."""
        raise NotImplementedError

    def correction(self):
        """(cell by indicator, text): what the handler changes after the return."""
        raise NotImplementedError

    # Where things are

    @pytest.fixture(scope="class", autouse=True)
    def world(self, request, browser, tmp_path_factory):
        cls = request.cls
        cls.evaluation = Evaluation(cls.report)
        cls.folder = tmp_path_factory.mktemp(cls.report)
        program = Program.empty()
        cls.county = County(browser, program)
        cls.filing = {}
        cls.names = {}
        yield
        cls.county.close()
        program.end()

    @pytest.fixture(autouse=True)
    def no_faults(self):
        """After every step: no script error, no console message, no 5xx at anybody's desk."""
        yield
        faults = [(account, fault) for account, desk in self.county.desks.items() for fault in desk.faults]
        for desk in self.county.desks.values():
            desk.faults.clear()
        assert faults == []

    def unit(self, code):
        return {LEAD: self.evaluation.unit, SUB: self.subordinate}[code]

    def place(self, unit, cell):
        """An address with the indicator's or the fund's name in the place of the line's id."""
        sheet, row, *column = cell.split("/") if "/" in cell else (cell, "")
        name = self.names.get((unit, f"{sheet}/{row}"))
        return "/".join([sheet, name or row, *column]).rstrip("/")

    def cell(self, unit, place):
        """The other way round."""
        sheet, row, column = place.split("/")
        known = {name: line for (code, line), name in self.names.items()
                 if code == unit and line.startswith(f"{sheet}/")}
        return f"{known.get(row, f'{sheet}/{row}')}/{column}"

    def told(self, desk, unit):
        """The lists of 检查与送审 as "code place", each sorted."""
        lists = desk.findings(self.filing[unit])
        return {heading: sorted(f"{code} {self.place(unit, cell)}" for code, cell, _, _ in items)
                for heading, items in lists.items()}

    def move(self, desk, unit, name, **fields):
        """Posts a move past the page's buttons. Answers status and text."""
        desk.go(f"/filings/{self.filing[unit]}/check")
        token = desk.token() if desk.page.locator('input[name="csrf"]').count() else ""
        body = "&".join(f"{key}={value}" for key, value in {"csrf": token, **fields}.items())
        answer = desk.send(f"/filings/{self.filing[unit]}/moves/{name}", body)
        desk.forgive(f"status of {answer[0]}")
        return answer

    def press_move(self, desk, unit, button):
        desk.go(f"/filings/{self.filing[unit]}/check")
        desk.press(button)
