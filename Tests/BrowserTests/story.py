"""One department's year, from an empty database to two filings done: the steps that r1 and r4 have in common.

A subclass says which report is typed, which findings an expert expects, and what is supplied after the refusal.
"""

import re

import docx
import paper
import pytest
from county import County
from desk import SECRET
from evaluation import Evaluation
from printed import bare
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

    # From nothing to a task

    def test_the_printed_link_makes_the_first_administrator_once(self):
        link = self.county.begin()
        assert self.county["admin"].heading() == "郑管理，您好"
        stranger = self.county.desk("stranger")
        assert stranger.go(link) == 404
        stranger.forgive("404")

    def test_the_administrator_makes_units_people_and_the_task(self):
        county = self.county
        for code in (LEAD, SUB):
            county.add_unit(code, self.unit(code))
            county.add_person(f"jb{code}", f"经办{code[-1]}", ["经办岗"], code)
            county.add_person(f"sh{code}", f"审核{code[-1]}", ["审核岗"], code)
        county.add_person("both", "兼岗", ["经办岗", "审核岗"], SUB)
        county.add_person("finance", "财政经办", ["绩效经办"])
        county.launch("2024年度绩效自评", "2024", self.policies, DEADLINE)
        page = county["admin"].page
        assert page.locator("tbody tr").count() == 1
        page.goto("/admin/units")
        assert page.locator("tbody tr").count() == 2

    def test_everyone_chooses_an_own_secret_and_the_one_time_secret_is_void(self):
        self.county.let_in()
        stranger = self.county["stranger"]
        stranger.sign_in(f"jb{SUB}", self.county.secrets[f"jb{SUB}"])
        assert "账号或密码不对" in stranger.page.locator(".error-summary").inner_text()
        stranger.forgive("422")
        stranger.sign_in(f"jb{SUB}", SECRET)
        assert stranger.heading() == "经办2，您好"

    def test_the_lead_unit_cannot_begin_before_its_subordinate_is_done(self):
        lead = self.county[f"jb{LEAD}"]
        lead.go("/filings")
        row = lead.page.locator("tbody tr")
        assert row.get_by_role("button", name="填报").is_disabled()
        assert f"所属单位尚未全部办结：{self.subordinate}。" in row.inner_text()
        path = row.locator("form").get_attribute("action")
        status, text = lead.send(path, f"csrf={lead.token()}")
        lead.forgive("409")
        assert status == 409 and f"所属单位尚未全部办结：{self.subordinate}。" in text
        lead.go("/filings")
        assert row.locator(".state").inner_text() == "未填报"

    # Filling in

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
            ("送审前须改正", self.errors), ("送审前须说明", self.warnings), ("提示", self.hints)] if items}
        button = desk.page.get_by_role("button", name="保存并送本单位审核")
        assert button.is_disabled()
        assert desk.page.locator("ul.refusals li").all_inner_texts() == [
            f"还有 {len(self.errors)} 处错误须改正。", f"还有 {len(self.warnings)} 处须说明原因。"]
        status, text = self.move(desk, unit, "submit")
        assert status == 409 and f"还有 {len(self.errors)} 处错误须改正。" in text
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
        """Every required section that is still blank, of every report."""
        desk.open_sheet(self.filing[unit], "base")
        reports = [tab for tab in desk.page.locator("nav.tabs a").all() if "报告" in tab.inner_text()]
        for sheet in [report.get_attribute("data-sheet") for report in reports]:
            desk.open_sheet(self.filing[unit], sheet)
            blank = desk.page.locator("nav.outline a.missing")
            for cell in [link.get_attribute("data-outline") for link in blank.all()]:
                desk.type(cell, self.section(cell))
            self.finish_report(desk, sheet)
            desk.saved()
            assert blank.count() == 0

    def section(self, cell):
        return f"本年按规定开展{len(cell)}项工作，金额和人数以所附表格为准，资料齐全，可供查验。"

    def finish_report(self, desk, sheet):
        """Where more than filled sections is asked for."""

    def test_warnings_are_explained_where_they_stand(self):
        self.explain_all(self.county[f"jb{SUB}"], SUB)

    def explain_all(self, desk, unit):
        warnings = desk.findings(self.filing[unit]).get("送审前须说明", [])
        assert sorted(f"{code} {self.place(unit, cell)}" for code, cell, _, _ in warnings) == sorted(self.explained())
        for code, _, _, key in warnings:
            desk.explain(self.filing[unit], key, f"已核对{code}所说的数，与决算一致，口径见报告。")
        lists = desk.findings(self.filing[unit])
        assert "送审前须说明" not in lists and len(lists["已说明"]) == len(warnings)

    def explained(self):
        """The warnings that stay after the supplies, in sorting order."""
        return self.warnings

    # Reviews

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
        assert "请填写退回原因" in reviewer.page.locator(".error-summary").inner_text()
        reviewer.forgive("422")
        reviewer.page.get_by_label("退回原因").fill("请把原因写具体。")
        reviewer.press("退回")
        assert reviewer.stage(self.filing[SUB]) == "填报中"
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
        assert rows.locator("del").inner_text() == before
        assert rows.locator("ins").inner_text() == text
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
