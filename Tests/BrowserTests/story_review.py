"""Sent, taken back, reviewed, returned, corrected and done; then the lead unit, and the documents of both."""

import re

import docx
import paper
from printed import bare
from story import LEAD, SUB
from story_fill import Fill


class Review(Fill):
    def test_a_second_handler_who_is_also_reviewer_adds_a_word(self):
        desk = self.county["both"]
        desk.open_sheet(self.filing[SUB], "base")
        text = desk.shown("base/economyMeasures/text")
        desk.type("base/economyMeasures/text", f"{text}（核）")
        desk.saved()
        desk.type("base/economyMeasures/text", text)
        desk.saved()

    def test_sending_works_and_can_be_taken_back_before_anyone_looks(self):
        desk = self.county[f"jb{SUB}"]
        self.press_move(desk, SUB, "保存并送本单位审核")
        assert desk.stage(self.filing[SUB]) == "待单位审核"
        desk.open_sheet(self.filing[SUB], "base")
        assert desk.page.locator("form.editor").count() == 0
        self.press_move(desk, SUB, "取消送审")
        assert desk.stage(self.filing[SUB]) == "填报中"
        self.press_move(desk, SUB, "保存并送本单位审核")

    def test_whoever_changed_the_filing_does_not_review_it(self):
        desk = self.county["both"]
        status, text = self.move(desk, SUB, "approve")
        assert status == 403 and "您修改过本次送审的内容" in text
        assert self.move(desk, SUB, "return", reason="x")[0] == 403
        desk.go(f"/filings/{self.filing[SUB]}/check")
        assert desk.page.get_by_role("button", name="审核通过").is_disabled()

    def test_the_reviewer_finds_it_waiting_and_then_it_cannot_be_taken_back(self):
        reviewer = self.county[f"sh{SUB}"]
        reviewer.go("/reviews")
        reviewer.page.get_by_role("link", name="复核", exact=True).click()
        reviewer.page.locator(".editor.readonly").wait_for()
        assert reviewer.page.locator("table.sheet input").count() == 0
        handler = self.county[f"jb{SUB}"]
        handler.go(f"/filings/{self.filing[SUB]}/check")
        assert handler.page.get_by_role("button", name="取消送审").is_disabled()
        assert "下一环节已经打开查看" in handler.page.locator("ul.refusals").inner_text()
        status, text = self.move(handler, SUB, "withdraw")
        assert status == 409 and "下一环节已经打开查看" in text

    def test_a_return_needs_a_reason_which_the_handler_then_reads(self):
        reviewer = self.county[f"sh{SUB}"]
        reviewer.go(f"/filings/{self.filing[SUB]}/check")
        reviewer.page.locator("summary", has_text="退回修改").click()
        reviewer.press("退回")
        assert "请填写原因" in reviewer.page.locator(".error-summary").inner_text()
        reviewer.forgive("422")
        reviewer.page.get_by_label("退回原因").fill("请把原因写具体。")
        reviewer.press("退回")
        assert reviewer.stage(self.filing[SUB]) == "被退回"
        handler = self.county[f"jb{SUB}"]
        handler.go("/")
        assert "请把原因写具体。" in handler.page.locator("ul.todo").inner_text()
        handler.go(f"/filings/{self.filing[SUB]}/check")
        assert "请把原因写具体。" in handler.page.locator(".notice.warning").inner_text()

    def test_after_the_correction_the_reviewer_sees_the_change_and_nothing_else(self):
        place, text = self.correction()
        cell = self.cell(SUB, place)
        handler, reviewer = self.county[f"jb{SUB}"], self.county[f"sh{SUB}"]
        handler.open_sheet(self.filing[SUB], cell.split("/")[0])
        before = handler.shown(cell)
        handler.type(cell, text)
        handler.saved()
        self.press_move(handler, SUB, "保存并送本单位审核")
        reviewer.go(f"/filings/{self.filing[SUB]}/changes")
        rows = reviewer.page.locator("table.diff tbody tr")
        assert rows.count() == 1
        # What differs is marked; long stretches that stayed are told by their ends.
        for label, mark, whole in (("原来", "del", before), ("现在", "ins", text)):
            shown = rows.locator(f'td[data-label="{label}"] .text-diff')
            assert all(bare(piece) in bare(whole) for piece in shown.inner_text().split("……"))
            kept = shown.evaluate("box => [...box.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent)")
            marked = shown.locator(mark).all_inner_texts()
            assert kept or bare("".join(marked)) == bare(whole)
            assert not any(bare(piece) in bare(before) for piece in marked if mark == "ins")
        assert "经办2" in rows.inner_text()
        reviewer.open_sheet(self.filing[SUB], cell.split("/")[0])
        changed = reviewer.page.locator("td.cell.changed")
        assert changed.evaluate_all("cells => cells.map(cell => cell.dataset.cell)") == [cell]
        assert changed.locator("del.before").inner_text() == before
        assert bare(changed.locator(".value").inner_text()) == bare(text)

    def test_the_department_reviews_its_subordinate_and_the_filing_is_done(self):
        self.press_move(self.county[f"sh{SUB}"], SUB, "审核通过，送主管部门审核")
        department = self.county[f"jb{LEAD}"]
        department.go("/reviews")
        assert self.subordinate in department.page.locator("table.list").inner_text()
        self.press_move(department, SUB, "审核通过，办结")
        assert department.stage(self.filing[SUB]) == "已办结"

    # The lead unit

    def test_the_lead_unit_types_the_same_and_is_refused_for_the_same(self):
        desk = self.begin(LEAD)
        self.type_as_printed(desk, LEAD)
        self.check_typed(desk, LEAD)
        self.check_refusal(desk, LEAD)

    def test_the_lead_unit_supplies_the_rest_and_uploads_its_reports(self):
        desk = self.county[f"jb{LEAD}"]
        self.supply(desk, LEAD)
        self.upload_reports(desk, LEAD)
        assert self.told(desk, LEAD).get("送审前须改正") is None
        self.explain_all(desk, LEAD)

    def upload_reports(self, desk, unit):
        document = docx.Document()
        document.add_paragraph("自评报告")
        path = self.folder / "自评报告.docx"
        document.save(path)
        desk.go(f"/filings/{self.filing[unit]}/files")
        for title in self.uploads:
            desk.page.get_by_label("类别").select_option(label=title)
            desk.page.get_by_label("文件").set_input_files(path)
            desk.press("上传")
            assert desk.page.locator("section.panel", has_text=title).locator("li.file").count() == 1

    def test_the_lead_unit_goes_through_its_reviewer_to_the_finance_bureau(self):
        handler, reviewer, finance = (self.county[name] for name in (f"jb{LEAD}", f"sh{LEAD}", "finance"))
        self.press_move(handler, LEAD, "保存并送本单位审核")
        self.press_move(reviewer, LEAD, "审核通过，送财政审核")
        assert reviewer.page.get_by_role("button", name="取消送审").is_enabled()
        for own in (handler, reviewer):
            assert self.move(own, LEAD, "approve")[0] == 403
        finance.go("/reviews")
        finance.page.get_by_role("link", name="复核", exact=True).click()
        finance.page.locator(".editor.readonly").wait_for()
        assert self.move(reviewer, LEAD, "withdraw")[0] == 409
        self.press_move(finance, LEAD, "审核通过，办结")
        assert finance.stage(self.filing[LEAD]) == "已办结"

    def test_the_history_tells_every_step(self):
        desk = self.county[f"jb{LEAD}"]
        assert desk.go(f"/filings/{self.filing[SUB]}/history") == 200
        words = [item.replace("\n", " ") for item in desk.page.locator("ol.timeline > li").all_inner_texts()]
        moves = [(who, what) for item in reversed(words)
                 for who, what in re.findall(r"(\S+) (开始填报|送审|取消送审|退回|审核通过) ", item)]
        assert moves == [
            ("经办2", "开始填报"), ("经办2", "送审"), ("经办2", "取消送审"), ("经办2", "送审"), ("审核2", "退回"),
            ("经办2", "送审"), ("审核2", "审核通过"), ("经办1", "审核通过")]

    # The document

    def exported(self, unit):
        """Tables of the document that the query page's button gives."""
        desk = self.county[f"jb{LEAD}"]
        desk.go("/query")
        row = desk.page.locator("tbody tr", has_text=self.unit(unit))
        with desk.page.expect_download() as waiting:
            row.get_by_role("link", name="导出自评报告").click()
        path = self.folder / f"{unit}.docx"
        waiting.value.save_as(path)
        return paper.tables(path)
