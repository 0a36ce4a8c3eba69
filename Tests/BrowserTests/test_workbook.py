"""工作簿: a filing is exported, filled in elsewhere, looked through and taken back."""

import subprocess

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from desk import Desk
from program import binary
from workbooks import cell, content, opened, places

UNIT, OTHER = "101003", "101001"


def desk_of(browser, program, account, width=1366, **options):
    desk = Desk(browser, program.base, viewport={"width": width, "height": 900}, **options)
    program.sign_in(desk.page, account)
    return desk


def exported(session, program, unit):
    answer = session.get(f"{program.base}/filings/{program.filing(unit)}/export/xlsx")
    assert answer.status_code == 200
    return answer.content


@pytest.fixture(scope="module")
def handler(program):
    return program.session(f"jb{UNIT}")


@pytest.fixture(scope="module")
def filled(program, handler, tmp_path_factory):
    """The unit's workbook with two amounts, a bad one, a new line and a section typed into it."""
    folder = tmp_path_factory.mktemp("workbook")
    book = opened(exported(handler, program, UNIT))
    cell(book, "base/reception/last").value = 1.25
    cell(book, "base/abroad/budget").value = "五万"
    cell(book, "base/specialFunds+1/name").value = "校舍修缮专项资金"
    cell(book, "base/specialFunds+1/final").value = 12.5
    section = next(name for name in places(book) if name.startswith("report/"))
    cell(book, section).value = "工作簿里写的一段话𠮷。"
    path = folder / "填好.xlsx"
    path.write_bytes(content(book))
    return path


class TestTheWorkbookItself:
    def test_it_opens_elsewhere_with_its_texts_rules_and_protection(self, program, handler):
        book = opened(exported(handler, program, UNIT))
        hidden = [sheet.title for sheet in book if sheet.sheet_state != "visible"]
        assert len(hidden) == 1 and book.sheetnames[-1] == hidden[0]
        base = cell(book, "base/reception/final").parent
        assert base.protection.sheet and base.protection.password is None and not base.protection.insertRows
        assert not cell(book, "base/reception/final").protection.locked
        formulas = [c for row in base.iter_rows() for c in row if c.data_type == "f"]
        assert formulas and all(c.protection.locked for c in formulas)
        kinds = {rule.type for rule in base.data_validations.dataValidation}
        assert {"decimal", "whole"} <= kinds
        assert base.print_title_rows and base.freeze_panes and base.page_setup.paperSize == 9
        assert base.merged_cells.ranges and "报告" in book.sheetnames

    def test_computed_cells_hold_what_the_page_shows(self, program, handler):
        raw = exported(handler, program, UNIT)
        assert raw == exported(handler, program, UNIT), "the same filing gives the same bytes"


@pytest.mark.journey
class TestRoundTrip:
    def test_the_preview_tells_each_change_and_what_cannot_be_taken(self, browser, program, filled):
        desk = desk_of(browser, program, f"jb{UNIT}")
        desk.go(f"/filings/{program.filing(UNIT)}")
        desk.page.get_by_role("link", name="导出、导入工作簿").click()
        desk.page.get_by_label("文件", exact=True).set_input_files(filled)
        desk.press("查看改动")
        rows = desk.page.locator("table.workbook tbody tr")
        text = desk.page.locator("main").inner_text()
        assert rows.count() == 5 and "1 处不能导入" in text and "还没有写入" in text
        assert "不是数字，请只填数字" in rows.filter(has_text="五万").inner_text()
        assert "新增行" in rows.filter(has_text="校舍修缮专项资金").first.inner_text()
        assert Axe().run(desk.page).violations_count == 0
        assert desk.faults == []
        desk.close()

    def test_what_somebody_changes_during_the_preview_is_not_overwritten(self, browser, program, handler, filled):
        desk = desk_of(browser, program, f"jb{UNIT}")
        filing = program.filing(UNIT)
        desk.go(f"/filings/{filing}/workbook")
        desk.page.get_by_label("文件", exact=True).set_input_files(filled)
        desk.press("查看改动")
        assert program.save(handler, filing, {"base/reception/last": "7.75"}).json()["problems"] == []
        desk.press("确认导入")
        row = desk.page.locator("table.workbook tbody tr").filter(has_text="7.75")
        assert "还没有写入任何内容" in desk.page.locator("main").inner_text() and row.count() == 1
        assert "7.75" in row.inner_text() and "1.25" in row.inner_text()
        row.get_by_label("改为工作簿中的").check()
        desk.press("确认导入")
        assert "已导入" in desk.page.locator(".notice.success").inner_text()
        desk.open_sheet(filing, "base")
        assert desk.shown("base/reception/last") == "1.25"
        assert "校舍修缮专项资金" in desk.page.content()
        desk.forgive("409")
        assert desk.faults == []
        desk.close()

    def test_all_of_it_is_one_entry_of_the_history(self, browser, program):
        desk = desk_of(browser, program, f"jb{UNIT}")
        desk.go(f"/filings/{program.filing(UNIT)}/history")
        assert "校舍修缮专项资金" in desk.page.locator("main").inner_text()
        desk.close()

    def test_it_works_without_scripts_and_on_a_phone(self, browser, program, handler, tmp_path):
        book = opened(exported(handler, program, UNIT))
        cell(book, "base/reception/last").value = 3.5
        path = tmp_path / "改.xlsx"
        path.write_bytes(content(book))
        desk = desk_of(browser, program, f"jb{UNIT}", width=390, java_script_enabled=False)
        desk.go(f"/filings/{program.filing(UNIT)}/workbook")
        desk.page.get_by_label("文件", exact=True).set_input_files(path)
        desk.press("查看改动")
        assert desk.page.locator("table.workbook tbody tr").count() == 1
        desk.press("确认导入")
        assert "改动了 1 处" in desk.page.locator(".notice.success").inner_text()
        desk.close()

    def test_cells_are_found_again_after_rows_were_inserted(self, program, handler, tmp_path):
        book = opened(exported(handler, program, UNIT))
        sheet, row, name = places(book)["base/specialFunds+5/name"]
        amount = places(book)["base/specialFunds+5/final"][2]
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        sheet.insert_rows(row + 1, 2)
        sheet.cell(row + 1, name).value = "插入行的专项资金"
        sheet.cell(row + 1, amount).value = 4.25
        cell(book, "base/officeExpense/budget").value = 19.5
        sheet.title = "改过的名称"
        path = tmp_path / "插入行.xlsx"
        path.write_bytes(content(book))
        done = subprocess.run(
            [binary(), "import", "workbook", path, "--by", f"jb{UNIT}", "--data", program.data],
            capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        answer = handler.get(f"{program.base}/filings/{program.filing(UNIT)}/export/json").json()
        texts = {one["address"]: one["text"] for one in next(
            sheet for sheet in answer["sheets"] if sheet["id"] == "base")["cells"]}
        assert float(texts["base/officeExpense/budget"]) == 19.5
        line = next(place for place, text in texts.items() if text == "插入行的专项资金")
        assert texts[line.replace("/name", "/final")] == "4.25"


class TestRefusals:
    def send(self, program, session, unit, data, name="a.xlsx"):
        return session.post(
            f"{program.base}/filings/{program.filing(unit)}/workbook", data={"csrf": session.csrf},
            files={"file": (name, data)}, allow_redirects=False)

    def test_what_is_no_such_workbook_is_refused_with_the_reason(self, program, handler):
        plain = openpyxl.Workbook()
        whole = exported(handler, program, UNIT)
        foreign = exported(program.session("finance"), program, OTHER)
        for data, words in [
            (content(plain), "不是从本系统导出的工作簿"), (b"PK\x03\x04 nothing", "文件"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "打开密码"), (whole[: len(whole) // 2], ""),
            (foreign, "的工作簿，不能导入"), (b"", "请选择"),
        ]:
            answer = self.send(program, handler, UNIT, data, "a.xlsx" if data else "")
            assert answer.status_code == 422 and words in answer.text, words

    def test_only_the_handler_may_bring_one_back(self, program, handler):
        whole = exported(handler, program, UNIT)
        reviewer = program.session(f"sh{OTHER}")
        assert self.send(program, reviewer, UNIT, whole).status_code == 403
        assert self.send(program, program.session("admin"), UNIT, whole).status_code == 404
        forged = program.session(f"jb{UNIT}")
        forged.csrf = "0" * 64
        assert self.send(program, forged, UNIT, whole).status_code == 403

    def test_the_command_takes_a_folder_and_tells_of_each(self, program, handler, tmp_path):
        book = opened(exported(handler, program, UNIT))
        cell(book, "base/reception/budget").value = 2.5
        (tmp_path / "好.xlsx").write_bytes(content(book))
        cell(book, "base/reception/budget").value = "无数"
        (tmp_path / "坏.xlsx").write_bytes(content(book))
        done = subprocess.run(
            [binary(), "import", "workbook", tmp_path, "--by", f"jb{UNIT}", "--data", program.data],
            capture_output=True, text=True)
        assert done.returncode == 1 and "改动 1 处" in done.stdout and "没有导入" in done.stdout
        assert "不是数字" in done.stdout and "2 个工作簿，1 个全部导入" in done.stdout
