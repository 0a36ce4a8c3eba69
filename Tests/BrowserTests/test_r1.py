"""r1: a county bureau's forms, 96 points, typed as printed at two units, refused, completed, reviewed and exported."""

import paper
from printed import bare, need
from story import LEAD, SUB
from story_review import Review

need("r1")

FUNDS = [("农贸市场改造", "77.7"), ("企业补助", "97.3"), ("废品回收站点规范管理", "14.5"), ("家电以旧换新", "28.5")]
REASONS = {
    "self/基本支出/reason": "年底集中报账，控制不够均衡；下年按季安排用款。",
    "self/政策知晓率/reason": "入户宣传未覆盖偏远村组；下年每季度走访一次。",
}
TARGETS = {"self/农贸市改造/target": "≥77.7万元", "self/家电以旧换新/target": "≥28.5万元"}
PROJECT_LINES = [
    ("quantity", "扶持对象数量", "≥1个", "1个", "20"), ("quality", "验收合格率", "100%", "100%", "20"),
    ("timeliness", "完成期限", "2024年12月31日前", "2024年12月10日", "10"),
    ("social", "群众知晓率", "≥90%", "92%", "30"), ("satisfaction", "受益对象满意度", "≥90%", "95%", "10"),
]


class TestR1(Review):
    report = "r1"
    policies = ["湖南省县级2024年度部门整体支出绩效自评", "湖南省县级2024年度项目支出绩效自评"]
    subordinate = "投资促进事务中心"
    uploads = ["部门整体支出绩效自评报告", "项目绩效自评报告"]
    errors = [
        "B16 self/基本支出/reason",  # 8 of 10 without a reason
        "B16 self/政策知晓率/reason",  # 13 of 15 without a reason
        "C07 base/specialFunds/final",  # 218 without lines and project sheets
        "G07 self/农贸市改造/actual",  # 达标 against 77.7万元
        "G07 self/家电以旧换新/actual",  # 达标 against 28.5万元
        "H09 files",  # the department's report
        "H09 files",  # the projects' report
        "H21 base/buildings/none",
    ]
    warnings = [
        "B09 self/基本支出/score",  # 106.2万元 of 106.2万元, yet 2 points lost
        "B09 self/政策知晓率/score",  # 100% of 100%, yet 2 points lost
        "C04 self/total/initial",  # 264.01 against 264.01 + 74
        "D15 report/basic/text",  # 471.83万元 of basic expenditure, an indicator of the same name says 106.2万元
        "E03 base/procurement/final",  # 31 after 12.6 the year before
        "E03 base/projectExpenditure/final",  # 245 after 8562.37
        "H07 base/vehiclePurchase/last",
        "Q05 self/保工资/name",  # says only that money was spent
        "Q05 self/支出正确率/name",
        "Q08 self/受益对象满意率/actual",  # 100%, and nobody was asked
        "Q20 base/procurement/budget",  # 31 without a budget
        "Q21 base/meetingsAndTraining/final",  # 1.71 of 0
        "Q21 base/operatingExpense/final",  # 221.98 of 90.76
    ]
    hints = [
        "Q04 self/支出及时率/name",
        "Q15 self/total/budget",  # 716.83 to the last digit, 264.01 at the year's beginning
    ]

    def explained(self):
        # The four project sheets that are supplied have nobody in their foot.
        feet = [f"H16 project-{number}/footer/preparer" for number in range(1, len(FUNDS) + 1)]
        return [warning for warning in self.warnings if not warning.startswith("B09")] + feet

    def correction(self):
        return "self/政策知晓率/reason", "入户宣传少了四个偏远村，未达预期；下年每季度走访一次。"

    def supply(self, desk, unit):
        desk.open_sheet(self.filing[unit], "base")
        for name, amount in FUNDS:
            line = desk.add_line("specialFunds")
            self.names[unit, line] = name
            desk.type(f"{line}/name", f"{name}专项资金")
            desk.type(f"{line}/final", amount)
            desk.saved()
        desk.page.get_by_label("本年无完工项目").check()
        desk.saved()
        assert [desk.shown(f"base/specialFunds/{column}") for column in ("last", "budget", "final")] == [
            "8394.85", "", "218"]
        desk.open_sheet(self.filing[unit], "self")
        for place, text in {**REASONS, **TARGETS}.items():
            desk.type(self.cell(unit, place), text)
        desk.saved()
        for name, amount in FUNDS:
            self.supply_project(desk, unit, name, amount)

    def supply_project(self, desk, unit, name, amount):
        """One sheet of its own for a fund, full marks."""
        if name == FUNDS[0][0]:
            desk.go(f"/filings/{self.filing[unit]}/projects")
        desk.press("新增项目")
        sheet = desk.page.locator("form.editor").get_attribute("data-sheet")
        texts = {"project/name": name, "project/department": self.unit(LEAD), "project/implementer": self.unit(unit),
                 "fiscal/initial": amount, "fiscal/budget": amount, "fiscal/executed": amount,
                 "goal/target": f"{name}资金按批复用完。", "goal/actual": f"资金{amount}万元全部支付，一处验收合格。"}
        for place, text in texts.items():
            desk.type(f"{sheet}/{place}", text)
        for node, name_, target, actual, points in PROJECT_LINES:
            self.type_line(desk, unit, node, {
                "name": name_, "target": target, "actual": actual, "points": points, "score": points})
        desk.saved()
        assert desk.shown(f"{sheet}/total/executed") == amount
        assert (desk.shown(f"{sheet}/sum/points"), desk.shown(f"{sheet}/sum/score")) == ("100", "100")

    def finish_report(self, desk, sheet):
        if sheet == "report":
            desk.type("report/performance/text", "{{self/total/rate}}的预算得到执行，自评得分{{self/sum/score}}分，等级为“优秀”。")

    def test_the_document_equals_the_printed_base_table_but_for_what_was_supplied(self):
        for unit in (SUB, LEAD):
            exported = self.exported(unit)[0]
            printed = list(self.evaluation.base_rows)
            funds = [row for row in exported if row[0].endswith("专项资金") and not row[0].startswith("3、")]
            assert funds == [[f"{name}专项资金", "", "", amount] for name, amount in FUNDS]
            placeholders = [row for row in printed if "××专项资金" in row[0]]
            assert len(placeholders) == 2
            assert exported[-2] == ["", "无"]
            blank_buildings = printed[-2]
            assert not any(bare(cell) for cell in blank_buildings)
            assert paper.differences(
                [row for row in printed if row not in placeholders and row is not blank_buildings],
                [row for row in exported if row not in funds and row != ["", "无"]]) == []

    def test_the_document_equals_the_printed_self_table_but_for_what_was_supplied(self):
        for unit in (SUB, LEAD):
            exported = [row for table in self.exported(unit)[1:3] for row in table]
            filled = [row for row in self.evaluation.self_rows
                      if len(row) < 9 or any(bare(cell) for cell in row[:3] + row[3:4]) and bare(row[2] + row[3])]
            reasons = {**REASONS, "self/政策知晓率/reason": self.correction()[1]} if unit == SUB else REASONS
            expected = [
                ("产出指标（50分）", "达标", "≥77.7万元"), ("家电以旧换新", "达标", "≥28.5万元"),
                ("成本指标", "", reasons["self/基本支出/reason"]), ("社会效益指标", "", reasons["self/政策知晓率/reason"]),
            ]
            if unit == SUB:
                expected.insert(0, ("单位名称", self.evaluation.unit, self.subordinate))
            assert paper.differences(filled, exported) == expected
