"""Both forms typed as printed at the subordinate unit, refused, and completed."""

import re

from printed import bare
from story import LEAD, SUB
from story_begin import Begin


class Fill(Begin):
    def begin(self, unit):
        desk = self.county[f"jb{unit}"]
        desk.go("/filings")
        desk.press("填报")
        self.filing[unit] = re.search(r"/filings/(\d+)/", desk.page.url)[1]
        return desk

    def type_as_printed(self, desk, unit):
        """Both forms, cell by cell, each text with the blanks that surround it in print."""
        desk.open_sheet(self.filing[unit], "base")
        for cell, text in self.evaluation.typed_base().items():
            desk.type(cell, text)
        self.type_added_rows(desk, unit)
        desk.saved()
        desk.open_sheet(self.filing[unit], "self")
        for cell, text in self.evaluation.typed_self().items():
            desk.type(cell, text)
        for node, texts in self.evaluation.indicators():
            self.type_line(desk, unit, node, texts)
        desk.saved()

    def type_added_rows(self, desk, unit):
        """Rows of 基础表 that a person adds."""

    def type_line(self, desk, unit, under, texts):
        line = desk.add_line(under)
        self.names[unit, line] = bare(texts["name"])
        for column, text in texts.items():
            if bare(text):
                desk.type(f"{line}/{column}", text)

    def check_typed(self, desk, unit):
        """What the program works out equals what is printed; nothing typed was altered but for blanks."""
        for sheet, typed, computed in [
            ("base", self.evaluation.typed_base(), self.evaluation.computed_base()),
            ("self", self.evaluation.typed_self(), self.evaluation.computed_self()),
        ]:
            desk.open_sheet(self.filing[unit], sheet)
            assert {cell: bare(desk.shown(cell)) for cell in computed} == computed
            assert {cell: bare(desk.shown(cell)) for cell in typed} == {
                cell: bare(text).replace(",", "") for cell, text in typed.items()}

    def check_refusal(self, desk, unit):
        assert self.told(desk, unit) == {heading: sorted(items) for heading, items in [
            ("送审前须改正", self.errors), ("送审前须说明", self.warnings),
            ("提示", self.hints + (self.lead_hints if unit == LEAD else []))] if items}
        button = desk.page.get_by_role("button", name="保存并送本单位审核")
        assert button.is_disabled()
        assert desk.page.locator("ul.refusals li").all_inner_texts() == [
            f"还有 {len(self.errors)} 处须改正。", f"还有 {len(self.warnings)} 处须说明原因。"]
        status, text = self.move(desk, unit, "submit")
        assert status == 409 and f"还有 {len(self.errors)} 处须改正。" in text
        assert desk.stage(self.filing[unit]) == "填报中"

    def test_the_subordinate_unit_types_the_forms_as_printed(self):
        desk = self.begin(SUB)
        self.type_as_printed(desk, SUB)
        self.check_typed(desk, SUB)

    def test_sending_is_refused_for_exactly_what_an_expert_would_say(self):
        self.check_refusal(self.county[f"jb{SUB}"], SUB)

    def test_every_finding_leads_to_its_cell(self):
        desk = self.county[f"jb{SUB}"]
        for number in range(len(self.errors) + len(self.warnings)):
            desk.go(f"/filings/{self.filing[SUB]}/check")
            item = desk.page.locator("li.finding").nth(number)
            cell = item.get_attribute("data-cells").split(" ")[0]
            with desk.page.expect_navigation():
                item.locator(".finding-title a").click()
            if cell:
                desk.page.wait_for_function("id => document.activeElement.id === id", arg=cell.replace("/", "_"))
            else:
                assert desk.page.url.endswith("/files")

    def test_what_the_report_leaves_out_is_supplied(self):
        desk = self.county[f"jb{SUB}"]
        self.supply(desk, SUB)
        self.write_report(desk, SUB)
        assert self.told(desk, SUB).get("送审前须改正") is None

    def write_report(self, desk, unit):
        """Every required section that is still blank or begun with no more than a colon, of every report."""
        desk.open_sheet(self.filing[unit], "base")
        reports = [tab for tab in desk.page.locator("nav.tabs a").all() if "报告" in tab.inner_text()]
        for sheet in [report.get_attribute("data-sheet") for report in reports]:
            desk.open_sheet(self.filing[unit], sheet)
            blank = desk.page.locator("nav.outline a.missing")
            for cell in [link.get_attribute("data-outline") for link in blank.all()]:
                desk.type(cell, self.section(cell))
            for field in desk.page.locator("textarea.prose").all():
                if field.input_value().endswith("："):
                    desk.type(field.get_attribute("name"), field.input_value() + self.section(field.get_attribute("name")))
            self.finish_report(desk, sheet)
            desk.saved()
            assert blank.count() == 0

    def section(self, cell):
        return f"本年按规定开展{len(cell)}项工作，金额和人数以所附表格为准，资料随部门决算在政府网站公开。"

    def finish_report(self, desk, sheet):
        """Where more than filled sections is asked for."""

    def test_warnings_are_explained_where_they_stand(self):
        self.explain_all(self.county[f"jb{SUB}"], SUB)

    def explain_all(self, desk, unit):
        warnings = desk.findings(self.filing[unit]).get("送审前须说明", [])
        told = sorted(f"{code} {self.place(unit, cell)}" for code, cell, _, _ in warnings)
        due = sorted(self.explained())
        assert told == due, f"too many {sorted(set(told) - set(due))}, missing {sorted(set(due) - set(told))}"
        for code, _, _, key in warnings:
            desk.explain(self.filing[unit], key, f"已核对{code}所说的数，与决算一致，口径见报告。")
        lists = desk.findings(self.filing[unit])
        assert "送审前须说明" not in lists and len(lists["已说明"]) == len(warnings)

    def explained(self):
        """The warnings that stay after the supplies, in sorting order."""
        return self.warnings
