"""r4: a district council's forms, 98 points, by a city's policy; the signs are taken out of its actual values."""

import paper
from printed import bare, need
from story import LEAD, SUB
from story_review import Review

need("r4")

ACTUALS = {
    "分解招商引资任务指标": ("＝100%", "100%"), "拓展宣传推介渠道": ("＝100%", "100%"), "加强廉政教育率": ("＝100%", "100%"),
    "预算控制率": ("≦100%", "100%"), "招商对象满意度": ("≥90%", "90%"),
}


class TestR4(Review):
    report = "r4"
    policies = ["岳阳市2024年度部门整体支出绩效自评"]
    subordinate = "投资促进事务中心"
    uploads = ["部门整体支出绩效自评报告"]
    errors = [
        *(f"G05 self/{name}/actual" for name in ACTUALS),  # a target's sign before what was done
        "H09 files",
        "H21 base/buildings/none",
    ]
    warnings = [
        "B18 self/投资过亿项目/reason",  # 19 of 8, and only 无偏差
        "B19 self/无可持续影响/points",
        "B19 self/无生态效益/points",
        "H16 base/footer/preparer",  # the printed report leaves out who filled it in
        "H16 self/footer/preparer",
    ]
    hints = [
        "B29 self/招商引资/score",  # 有效推进 gives 13 of 15 here and 15 of 15 in the next row
        "C04 self/total/initial",  # 124.08 against 174.1 + 20.62, which is the adjusted budget
        "E04 base/projectExpenditure/final",  # nothing the year before
        "G11 self/分解招商引资任务指标/target",
        "Q15 self/total/budget",  # 194.72 to the last digit, 124.08 at the year's beginning
    ]

    lead_hints = ["W04 files", "W04 files"]  # neither the department's own notice nor its working group

    def type_added_rows(self, desk, unit):
        (row,) = [row for row in self.evaluation.spending if bare(row[0]).startswith("4.")]
        self.type_line(desk, unit, "projectExpenditure", dict(zip(("name", "last", "budget", "final"), row)))

    def supply(self, desk, unit):
        desk.open_sheet(self.filing[unit], "base")
        desk.page.get_by_label("本年无完工项目").check()
        desk.saved()
        desk.open_sheet(self.filing[unit], "self")
        for name, (_, actual) in ACTUALS.items():
            desk.type(self.cell(unit, f"self/{name}/actual"), actual)
        desk.saved()

    def finish_report(self, desk, sheet):
        desk.type("report/performance/text", "{{self/total/rate}}%的预算得到执行，自评得分{{self/sum/score}}分，等级为“优”。")

    def correction(self):
        return "self/招商引资/reason", "两个项目推迟签约；下年一季度签约并按月调度。"

    def test_the_document_equals_the_printed_base_table_but_for_the_declaration(self):
        for unit in (SUB, LEAD):
            exported = self.exported(unit)[0]
            assert exported[-2] == ["", "无"] and not any(bare(cell) for cell in self.evaluation.buildings[1])
            printed = [row for row in self.evaluation.base_rows if row is not self.evaluation.buildings[1]]
            assert paper.differences(printed, exported[:-2] + exported[-1:]) == []

    def test_the_document_equals_the_printed_self_table_but_for_the_signs(self):
        for unit in (SUB, LEAD):
            exported = [row for table in self.exported(unit)[1:3] for row in table]
            expected = [("质量指标" if number == 0 else name, *texts) for number, (name, texts) in
                        enumerate(ACTUALS.items())]
            expected[3] = ("成本指标", *ACTUALS["预算控制率"])
            expected[4] = ("满意度指标（10分）", *ACTUALS["招商对象满意度"])
            if unit == SUB:
                reason = self.evaluation.indicators()[8][1]["reason"]
                expected.insert(4, ("效益指标（30分）", bare(reason), self.correction()[1]))
                expected.insert(0, ("市级预算部门名称", self.evaluation.unit, self.subordinate))
            assert paper.differences(self.evaluation.self_rows, exported) == expected
