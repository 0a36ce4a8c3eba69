"""Word 模板: an office edits the starting template in Word, uploads it, and every Word file is made from it."""

import io
import re

from docx import Document
from test_publication import desk_of, looks

UNIT, NAME = "201001", "云溪县商务局"


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def template(*faults):
    """As an office writes it: placeholders split over runs, a table with one row for all indicators."""
    document = Document()
    heading = document.add_paragraph()
    for piece, bold in (("{{单位", True), ("名称}}", None), ("{{自评年度}}年", None)):
        heading.add_run(piece).bold = bold
    document.add_paragraph("执行数{{整体支出绩效自评表.全年执行数}}万元。")
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(table.rows[0].cells, ("一级指标", "三级指标", "得分")):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, ("{{指标.一级指标}}", "{{指标.名称}}", "{{指标.得分}}")):
        cell.text = text
    document.add_paragraph("{{报告正文}}")
    for fault in faults:
        document.add_paragraph(fault)
    return saved(document)


def upload(desk, content, button="检查并启用"):
    desk.page.get_by_label("模板文件").set_input_files(
        {"name": "本县模板.docx", "mimeType": "application/octet-stream", "buffer": content})
    desk.press(button)


def task_page(desk):
    desk.go("/admin/tasks")
    desk.page.locator("table").get_by_role("link").first.click()
    desk.page.get_by_role("link", name="设置模板").click()


def exported(desk, program):
    answer = desk.page.request.get(f"{program.base}/filings/{program.filing(UNIT)}/export/docx")
    assert answer.status == 200
    return answer.body()


class TestTemplate:
    def test_a_faulty_template_is_not_taken_and_every_fault_is_told_with_its_place(self, browser, program):
        desk = desk_of(browser, program, "admin", java_script_enabled=False)
        task_page(desk)
        assert desk.page.get_by_text("内置版式（按 GB/T 9704 排版）。").count() == 1
        upload(desk, template("{{单位名}}", "{{#项目}}"))
        said = desk.page.get_by_role("alert").inner_text()
        assert "有 2 处需要改正" in said
        assert "没有“{{单位名}}”这个占位符，是否为“{{单位名称}}”？" in said
        assert "“{{#项目}}”没有对应的“{{/项目}}”。" in said
        assert desk.page.get_by_text("内置版式（按 GB/T 9704 排版）。").count() == 1
        desk.forgive("422")
        assert desk.faults == []
        desk.close()

    def test_the_starting_template_can_be_handed_in_as_it_is(self, browser, program):
        desk = desk_of(browser, program, "admin")
        task_page(desk)
        with desk.page.expect_download() as download:
            desk.page.get_by_role("link", name="下载起始模板").click()
        start = download.value.path().read_bytes()
        texts = [paragraph.text for paragraph in Document(io.BytesIO(start)).paragraphs]
        assert "{{报告正文}}" in texts and "{{报告标题}}" in texts
        upload(desk, start)
        assert desk.page.get_by_text("停用，恢复内置版式").count() == 1
        desk.press("停用，恢复内置版式")
        assert desk.faults == []
        desk.close()

    def test_the_list_of_placeholders_shows_what_they_stand_for_today(self, browser, program):
        desk = desk_of(browser, program, "finance")
        task_page(desk)
        desk.page.get_by_role("link", name="占位符一览").click()
        desk.page.get_by_label("单位编码").fill(UNIT)
        desk.press("查看")
        row = desk.page.locator("tr", has=desk.page.get_by_text("{{单位名称}}", exact=True))
        assert NAME in row.inner_text()
        assert desk.page.get_by_text("{{指标.名称}}", exact=True).count() >= 1
        for width in (1366, 390):
            desk.page.set_viewport_size({"width": width, "height": 900})
            looks(desk, "placeholders", width)
        assert desk.faults == []
        desk.close()

    def test_a_good_template_makes_the_word_file_and_is_taken_away_again(self, browser, program):
        desk = desk_of(browser, program, "finance")
        before = exported(desk, program)
        task_page(desk)
        with desk.page.expect_download() as download:
            desk.page.get_by_label("模板文件").set_input_files(
                {"name": "本县模板.docx", "mimeType": "application/octet-stream", "buffer": template()})
            desk.page.get_by_label("预览用的单位编码").fill(UNIT)
            desk.page.get_by_role("button", name="检查并预览").click()
        preview = download.value.path().read_bytes()
        desk.page.reload()
        assert desk.page.get_by_text("内置版式（按 GB/T 9704 排版）。").count() == 1
        upload(desk, template())
        for width in (1366, 390):
            desk.page.set_viewport_size({"width": width, "height": 900})
            looks(desk, "template", width)
        made = exported(desk, program)
        assert made == preview == exported(desk, program)
        document = Document(io.BytesIO(made))
        first = document.paragraphs[0]
        assert first.text == f"{NAME}2024年" and first.runs[0].text == NAME and first.runs[0].bold
        assert re.fullmatch(r"执行数[\d.,]+万元。", document.paragraphs[1].text)
        rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
        assert rows[0] == ["一级指标", "三级指标", "得分"] and len(rows) > 5
        assert all(row[0].endswith("分）") and row[1] and re.fullmatch(r"[\d.]+", row[2]) for row in rows[1:])
        assert any(paragraph.style.name == "Heading 1" for paragraph in document.paragraphs)
        assert not any("{{" in paragraph.text for paragraph in document.paragraphs)
        desk.press("停用，恢复内置版式")
        assert exported(desk, program) == before
        state = desk.page.locator("tr", has=desk.page.get_by_role("link", name="本县模板.docx")).first
        assert "停用" in state.inner_text()
        assert desk.faults == []
        desk.close()
