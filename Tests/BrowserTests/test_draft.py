"""导入: a report written elsewhere, or last year's, becomes a filing's draft, field by field."""

import io
import re

import pytest
from docx import Document
from test_publication import desk_of, looks



def report(title, year):
    """A report as another office writes it: labels in other words, a fund of its own, a section it alone has."""
    document = Document()
    document.add_heading(f"{year}年度{title}部门整体支出绩效自评报告", 0)
    document.add_paragraph("一、部门基本情况")
    document.add_paragraph("（一）部门职能职责")
    document.add_paragraph("负责全县商贸流通，管理3个市场。")
    document.add_paragraph("二、天气情况")
    document.add_paragraph("全年多雨。")
    document.add_paragraph("附件1")
    document.add_paragraph(f"{year}年度部门整体支出绩效评价基础数据表")
    rows = [
        ["财政供养人员情况（人）", "编制数", f"{year}年实际在职人数", "控制率"],
        ["", "20", "17", "85%"],
        ["经费控制情况（万元）", f"{year - 1}年决算数", f"{year}年预算数", f"{year}年决算数"],
        ["3、公务接待", "2.28", "2", "0.31"],
        ["3、上级专项资金", "200", "", "218"],
        ["冷链物流资金", "80", "", "118"],
        ["公用经费", "258.83", "90.76", "约222"],
        ["厉行节约保障措施", "超预算的支出不予安排。", "", ""],
    ]
    table = document.add_table(rows=len(rows), cols=4)
    for row, texts in zip(table.rows, rows):
        for cell, text in zip(row.cells, texts):
            cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def upload(desk, name, content):
    desk.page.get_by_label("报告文件").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content})
    desk.press("上传并预览")


def drafting(program):
    return next(code for code, unit in program.units.items() if unit["stage"] == "drafting")


@pytest.mark.journey
class TestDraft:
    def test_a_file_that_cannot_be_read_is_refused_with_the_reason(self, browser, program):
        desk = desk_of(browser, program, f"jb{drafting(program)}")
        desk.go(f"/filings/{program.filing(drafting(program))}/draft")
        upload(desk, "坏.docx", b"PK\x03\x04 no package")
        assert desk.page.locator("#file-error").inner_text() != ""
        desk.forgive("422")
        desk.close()

    def test_a_file_of_another_unit_is_pointed_out(self, browser, program):
        code = drafting(program)
        desk = desk_of(browser, program, f"jb{code}")
        for title, is_other in [("青禾县财政局", True), (program.units[code]["name"], False)]:
            desk.go(f"/filings/{program.filing(code)}/draft")
            upload(desk, "报告.docx", report(title, 2023))
            told = "不是本单位，请确认没有选错文件" in desk.page.locator("main").inner_text()
            assert told == is_other, title
        desk.close()

    def test_a_preview_shows_every_field_with_its_ground_and_what_found_no_place(self, browser, program):
        desk = desk_of(browser, program, f"jb{drafting(program)}")
        desk.go(f"/filings/{program.filing(drafting(program))}")
        desk.page.get_by_role("link", name="导入", exact=True).click()
        upload(desk, "上年报告.docx", report("示例单位", 2024))
        text = desk.page.locator("main").inner_text()
        assert "从“上年报告.docx”带入" in text
        assert desk.page.get_by_label("带入到 3、公务接待，2024年决算数").input_value() == "0.31"
        assert desk.page.locator("tr", has_text="公用经费，2024年决算数").get_by_text("不是数字").count() == 1
        assert not desk.page.get_by_label("带入 公用经费，2024年决算数").is_checked()
        assert desk.page.locator("#unplaced").get_by_text("全年多雨。").count() == 1
        desk.page.locator("tr", has_text="公务接待，2024年决算数").get_by_role("link").click()
        assert desk.page.locator(".original :target").inner_text() == "0.31"
        for width in (1366, 390):
            desk.page.set_viewport_size({"width": width, "height": 900})
            looks(desk, "draft", width)
        assert desk.faults == []
        desk.close()

    def test_what_is_ticked_is_taken_as_it_was_corrected_and_nothing_else(self, browser, program):
        unit = drafting(program)
        desk = desk_of(browser, program, f"jb{unit}", java_script_enabled=False)
        desk.go(f"/filings/{program.filing(unit)}/draft")
        desk.page.get_by_role("link", name="上年报告.docx").click()
        for box in desk.page.locator("input[name=take]").all():
            box.set_checked(False)
        desk.page.get_by_label("带入 公用经费，2024年决算数").check()
        desk.page.get_by_label("带入到 公用经费，2024年决算数").fill("222.5")
        desk.page.locator("tr", has=desk.page.locator("input[value='冷链物流资金']")).locator("[name=take]").check()
        desk.press("带入勾选的内容")
        assert desk.page.get_by_text("已带入 2 处。").count() == 1
        desk.go(f"/filings/{program.filing(unit)}/sheets/base")
        assert desk.page.locator("[name='base/operatingExpense/final']").input_value() == "222.5"
        values = [field.input_value() for field in desk.page.locator("[name^='base/r'][name$='/name']").all()]
        assert "冷链物流资金" in values
        assert desk.faults == []
        desk.close()

    def test_nothing_ticked_says_so_and_keeps_what_was_typed(self, browser, program):
        unit = drafting(program)
        desk = desk_of(browser, program, f"jb{unit}", java_script_enabled=False)
        desk.go(f"/filings/{program.filing(unit)}/draft")
        desk.page.get_by_role("link", name="上年报告.docx").click()
        for box in desk.page.locator("input[name=take]").all():
            box.set_checked(False)
        desk.page.get_by_label("带入到 3、公务接待，2024年预算数").fill("2.5")
        desk.press("带入勾选的内容")
        assert desk.page.get_by_text("没有勾选要带入的内容。").count() == 1
        assert desk.page.get_by_label("带入到 3、公务接待，2024年预算数").input_value() == "2.5"
        desk.forgive("422")
        desk.close()

    def test_all_that_is_beyond_doubt_in_a_part_is_taken_whatever_is_ticked(self, browser, program):
        unit = drafting(program)
        desk = desk_of(browser, program, f"jb{unit}", java_script_enabled=False)
        desk.go(f"/filings/{program.filing(unit)}/draft")
        desk.page.get_by_role("link", name="上年报告.docx").click()
        part = desk.page.get_by_role("button", name=re.compile(r"^基础表：带入有把握的 \d+ 处$"))
        count = int(re.search(r"\d+", part.inner_text()).group())
        assert count == desk.page.locator("tbody", has=part).locator("input[name=take]:checked").count() > 0
        for box in desk.page.locator("input[name=take]").all():
            box.set_checked(False)
        with desk.page.expect_navigation():
            part.click()
        assert desk.page.get_by_text(f"已带入 {count} 处。").count() == 1
        assert part.count() == 0
        assert desk.faults == []
        desk.close()

    def test_all_that_is_beyond_doubt_is_taken_at_once_and_the_rest_is_left(self, browser, program):
        unit = [code for code, unit in program.units.items() if unit["stage"] == "drafting"][-1]
        desk = desk_of(browser, program, f"jb{unit}", java_script_enabled=False)
        desk.go(f"/filings/{program.filing(unit)}/draft")
        upload(desk, "上年报告.docx", report("示例单位", 2024))
        everything = desk.page.get_by_role("button", name=re.compile(r"^带入全部有把握的 \d+ 处$"))
        count = int(re.search(r"\d+", everything.inner_text()).group())
        assert count == desk.page.locator("input[name=take]:checked").count() > 0
        with desk.page.expect_navigation():
            everything.click()
        assert desk.page.get_by_text(f"已带入 {count} 处。").count() == 1
        assert everything.count() == 0
        assert desk.page.locator("input[name=take]").count() > desk.page.locator("input[name=take]:checked").count() == 0
        assert not desk.page.get_by_label("带入 公用经费，2024年决算数").is_checked()
        assert desk.faults == []
        desk.close()

    def test_the_file_can_be_removed_and_others_never_see_it(self, browser, program):
        unit = drafting(program)
        reviewer = desk_of(browser, program, f"sh{unit}")
        assert reviewer.go(f"/filings/{program.filing(unit)}/draft") == 403
        reviewer.forgive("403")
        reviewer.close()
        desk = desk_of(browser, program, f"jb{unit}")
        desk.go(f"/filings/{program.filing(unit)}/draft")
        for width in (1366, 390):
            desk.page.set_viewport_size({"width": width, "height": 900})
            looks(desk, "draft-sources", width)
        desk.page.get_by_role("button", name="删除 上年报告.docx").click()
        assert desk.page.get_by_role("link", name="上年报告.docx").count() == 0
        assert desk.faults == []
        desk.close()
