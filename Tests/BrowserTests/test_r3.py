"""r3: four project tables of 2022, typed as printed, refused, set beside the policy's points, and exported."""

import re

import paper
import pytest
from county import County
from printed import bare, need
from program import Program
from project_sheets import project_sheets

need("r3")
UNIT = "301001"
ERRORS = [
    # 社零: no totals, 8 points at 100 %, two rows without a name, one of them without a reason, a blank actual value
    "A13 project-1/total/budget", "A13 project-1/total/executed", "B01 project-1/total/score",
    "B16 project-1/economic.1/reason", "H01 project-1/satisfaction.1/actual", "H02 project-1/economic.1/name",
    "H02 project-1/quantity.1/name",
    # 招商: 7 points at 100 %, two deductions without a reason
    "B01 project-2/total/score", "B16 project-2/ecological.1/reason", "B16 project-2/quantity.2/reason",
    # 储备粮: 646.26 + 202.33 is not 666.59, 6 points at 100 %, nine deductions without a reason
    "A12 project-3/total/budget", "A12 project-3/total/executed", "B01 project-3/total/score",
    *(f"B16 project-3/{line}/reason" for line in (
        "quantity.1", "quality.1", "cost.1", "cost.2", "economic.2", "ecological.1", "ecological.2", "sustained.1",
        "satisfaction.2")),
    # 破产补助: 9 points at 100 %, three deductions without a reason, 到位率 against 100%, no units
    "B01 project-4/total/score", "B16 project-4/quantity.1/reason", "B16 project-4/quality.1/reason",
    "B16 project-4/sustained.1/reason", "G07 project-4/quality.1/actual", "H01 project-4/project/department",
    "H01 project-4/project/implementer",
]
WARNINGS = [
    *(f"B19 project-1/{node}.1/points" for node in (
        "quality", "timeliness", "cost", "social", "ecological", "sustained")),
    "B20 project-1/quantity.1/points", "G12 project-1/quantity.1/target", "H04 project-1",
    "B03 project-2/quantity.2/score", "B09 project-2/ecological.1/score", "B10 project-2/cost.1/score",
    "B10 project-2/cost.2/score", "H04 project-2",
    *(f"B19 project-2/{node}.1/points" for node in ("quality", "timeliness", "economic", "social", "sustained")),
    *(f"B09 project-3/{line}/score" for line in (
        "quantity.1", "quality.1", "cost.1", "cost.2", "economic.2", "ecological.1", "ecological.2", "sustained.1",
        "satisfaction.2")),
    # An event is counted under satisfaction; two indicators of quality bear the names of two of quantity.
    "Q02 project-3/satisfaction.1/name", "T13 project-3/quality.1/name", "T13 project-3/quality.2/name",
    "B09 project-4/quantity.1/score", "B09 project-4/sustained.1/score", "H04 project-4",
    # Budgets that equal what was spent and are a third of the first ones; everybody satisfied, nobody asked.
    "Q15 project-2/total/budget", "Q15 project-3/total/budget", "Q08 project-2/satisfaction.1/actual",
    "Q08 project-3/satisfaction.2/actual",
    # Rates of work under cost.
    "Q03 project-3/cost.1/target", "Q03 project-3/cost.2/target",
]
# The sources of every project were spent to the last digit; of the first one they are a quarter more than at first.
HINTS = ["Q13 project-1/fiscal/executed", "Q15 project-1/fiscal/budget"]
# What r3 prints, and the points that the policy's rules give; None where they can give none.
POINTS = {
    "project-1": {"total/score": ("8", None), "quantity.1": ("45", None), "economic.1": ("25", None),
                  "satisfaction.1": ("10", None), "sum": "88"},
    "project-2": {"total/score": ("7", "10"), "quantity.1": ("20", "20"), "quantity.2": ("5", "8"),
                  "cost.1": ("10", "4.55"), "cost.2": ("10", "0"), "ecological.1": ("25", "30"),
                  "satisfaction.1": ("10", "10"), "sum": "87"},
    "project-3": {"total/score": ("6", "10"), "quantity.1": ("8", "10"), "quantity.2": ("5", "5"),
                  "quality.1": ("9", "10"), "quality.2": ("5", "5"), "timeliness.1": ("5", "5"),
                  "timeliness.2": ("5", "5"), "cost.1": ("3", "5"), "cost.2": ("3", "5"), "economic.1": ("5", "5"),
                  "economic.2": ("2", "5"), "ecological.1": ("4", "5"), "ecological.2": ("4", "5"),
                  "sustained.1": ("7", "10"), "satisfaction.1": ("5", "5"), "satisfaction.2": ("4", "5"), "sum": "80"},
    "project-4": {"total/score": ("9", "10"), "quantity.1": ("28", "30"), "quality.1": ("17", None),
                  "sustained.1": ("25", "30"), "satisfaction.1": ("10", "10"), "sum": "89"},
}
# Totals that stand beside the printed ones: the sum of the sources.
TOTALS = {"project-1": ["39", "48.92", "48.92"], "project-2": ["400", "119.34", "119.34"],
          "project-3": ["2000", "848.59", "848.59"], "project-4": ["52.75", "50.82", "50.82"]}


@pytest.mark.journey
class TestR3:
    @pytest.fixture(scope="class", autouse=True)
    def world(self, request, browser, tmp_path_factory):
        cls = request.cls
        cls.printed = project_sheets()
        cls.folder = tmp_path_factory.mktemp("r3")
        program = Program.empty()
        cls.county = County(browser, program)
        cls.lines = {}
        yield
        cls.county.close()
        program.end()

    @pytest.fixture(autouse=True)
    def no_faults(self):
        yield
        faults = [fault for desk in self.county.desks.values() for fault in desk.faults]
        assert faults == []

    @property
    def desk(self):
        return self.county["jb"]

    def named(self, cell):
        """An address with quantity.1 and the like in the place of the line's id."""
        line = "/".join(cell.split("/")[:2])
        return cell.replace(line, self.lines.get(line, line))

    def test_the_policy_of_2022_makes_a_task_of_projects_alone(self):
        county = self.county
        county.begin()
        county.add_unit(UNIT, bare(self.printed[0].head[1][1]))
        county.add_person("jb", "经办", ["经办岗"], UNIT)
        county.launch("2022年度项目支出绩效自评", "2022", ["湖南省县级2022年度项目支出绩效自评"], "2099-08-31")
        county.let_in()
        self.desk.go("/filings")
        self.desk.press("填报")
        type(self).filing = re.search(r"/filings/(\d+)", self.desk.page.url)[1]

    @pytest.mark.parametrize("number", range(4))
    def test_a_project_is_typed_as_printed(self, number):
        desk, printed = self.desk, self.printed[number]
        desk.go(f"/filings/{self.filing}/projects")
        desk.press("新增项目")
        sheet = desk.page.locator("form.editor").get_attribute("data-sheet")
        assert sheet == f"project-{number + 1}"
        # Two of the printed tables leave blank what an added project begins with.
        begun = {"project/department": "", "project/implementer": ""}
        for place, text in (begun | printed.typed()).items():
            desk.type(f"{sheet}/{place}", text)
        for node, place, texts in printed.indicators():
            line = desk.add_line(node)
            self.lines[line] = f"{sheet}/{place}"
            for column, text in texts.items():
                if bare(text):
                    desk.type(f"{line}/{column}", text)
        desk.saved()
        assert desk.shown(f"{sheet}/sum/points") == bare(printed.sum[0][1]) == "100"
        assert desk.shown(f"{sheet}/sum/score") == bare(printed.sum[0][2])

    def test_the_points_of_the_rules_stand_beside_the_printed_ones(self):
        lines = {name: line for line, name in self.lines.items()}
        for sheet, points in POINTS.items():
            self.desk.open_sheet(self.filing, sheet)
            shown = {}
            for place in points:
                cell = (f"{sheet}/sum/score" if place == "sum" else f"{sheet}/total/score" if place == "total/score"
                        else f"{lines[f'{sheet}/{place}']}/score")
                written = self.desk.shown(cell)
                shown[place] = written if place == "sum" else (written, self.beside(cell))
            assert shown == points
            assert [self.beside(f"{sheet}/total/{column}") for column in ("initial", "budget", "executed")] == (
                TOTALS[sheet])

    def beside(self, cell):
        """The figure that the rule gives; None where it gives none."""
        words = self.desk.proposal(cell)
        return words.removeprefix("按规则").strip() or None

    def test_the_document_equals_the_printed_tables_cell_by_cell(self):
        desk = self.desk
        desk.go(f"/filings/{self.filing}/check")
        with desk.page.expect_download() as waiting:
            desk.page.get_by_role("link", name="导出自评报告").click()
        path = self.folder / "r3.docx"
        waiting.value.save_as(path)
        rows = [row for table in paper.tables(path) for row in table]
        starts = [number for number, row in enumerate(rows) if row[0] == "项目支出名称"] + [len(rows)]
        assert len(starts) == 5
        for number, printed in enumerate(self.printed):
            assert paper.differences(printed.rows, rows[starts[number]:starts[number + 1]]) == []
        footers = [bare(text) for text in paper.paragraphs(path) if "填表人" in text]
        assert footers == [
            "".join(f"{caption}：{printed.footer[caption]}" for caption in printed.footer) for printed in self.printed]

    def test_sending_is_refused_for_exactly_what_an_expert_would_say(self):
        lists = {heading: sorted(f"{code} {self.named(cell)}" for code, cell, _, _ in items)
                 for heading, items in self.desk.findings(self.filing).items()}
        assert lists["送审前须改正"] == sorted(ERRORS)
        assert lists["送审前须说明"] == sorted(WARNINGS)
        assert lists["提示"] == sorted(HINTS)
        assert list(lists) == ["送审前须改正", "送审前须说明", "提示"]
        assert self.desk.page.get_by_role("button", name="保存并送本单位审核").is_disabled()
