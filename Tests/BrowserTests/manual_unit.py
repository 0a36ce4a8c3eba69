"""Chapters 4 and 5 as a unit walks them: filling in, sending, reviewing, returning."""

from manual_bureau import Bureau
from test_draft import report
from workbooks import cell, content, opened

UNIT = "601001"


class Unit(Bureau):
    def test_the_handler_fills_in_the_forms(self, camera, program, desks):
        desk = desks(f"jb{UNIT}", program)
        filing = program.filing(UNIT)
        page = desk.page
        desk.go("/filings")
        camera.see(page, 4)
        desk.open_sheet(filing, "base")
        for place in ("base/reception/final", "base/meetingsAndTraining/budget"):
            self.kept[place] = desk.shown(place)
        desk.field("base/reception/final").click()
        camera.shoot(page, "base-table", 4, height=900)
        desk.open_sheet(filing, "self")
        score = page.locator('tr.line [data-cell$="/score"]').first
        desk.field(score.get_attribute("data-cell")).click()
        camera.shoot(page, "self-table", 4, height=1080)

    def test_projects_are_added(self, camera, program, desks):
        desk = desks(f"jb{UNIT}", program)
        desk.go(f"/filings/{program.filing(UNIT)}/projects")
        camera.see(desk.page, 4)
        desk.press("新增项目")
        camera.see(desk.page, 4)
        desk.page.locator("summary", has_text="删除本项目").click()
        desk.press("确定删除")

    def test_the_report_takes_figures_from_cells(self, camera, program, desks):
        desk = desks(f"jb{UNIT}", program)
        page = desk.page
        desk.open_sheet(program.filing(UNIT), "report")
        section = page.locator(".report-section", has=desk.field("report/basic/text"))
        section.locator("summary").click()
        section.evaluate("element => scrollTo(0, scrollY + element.getBoundingClientRect().top - 120)")
        camera.shoot(page, "report", 4, from_top=False)

    def test_files_and_drafts(self, camera, program, desks):
        desk = desks("jb101003", program)
        page = desk.page
        filing = program.filing("101003")
        desk.go(f"/filings/{filing}/files")
        camera.see(page, 4)
        desk.go(f"/filings/{filing}/draft")
        camera.see(page, 4)
        page.get_by_label("报告文件").set_input_files({
            "name": "上年报告.docx", "mimeType": "application/octet-stream",
            "buffer": report("云溪县特殊教育学校", 2023)})
        desk.press("上传并预览")
        camera.shoot(page, "draft", 4, height=900)
        desk.go(f"/filings/{filing}/draft")
        camera.see(page, 4)

    def test_a_workbook_goes_out_and_comes_back(self, camera, program, desks):
        desk = desks("jb101003", program)
        page = desk.page
        filing = program.filing("101003")
        session = program.session("jb101003")
        book = opened(session.get(f"{program.base}/filings/{filing}/export/xlsx").content)
        cell(book, "base/reception/last").value = 1.25
        cell(book, "base/abroad/budget").value = "五万"
        cell(book, "base/reception/budget").value = 1.5
        program.save(session, filing, {"base/reception/budget": "1.4"})
        desk.go(f"/filings/{filing}/workbook")
        camera.see(page, 4)
        page.get_by_label("文件", exact=True).set_input_files(
            {"name": "填好.xlsx", "mimeType": "application/octet-stream", "buffer": content(book)})
        desk.press("查看改动")
        camera.shoot(page, "workbook", 4, height=720)

    def test_the_check_tells_what_stands_in_the_way(self, camera, program, desks):
        desk = desks(f"jb{UNIT}", program)
        page = desk.page
        filing = program.filing(UNIT)
        desk.open_sheet(filing, "base")
        desk.type("base/meetingsAndTraining/budget", "0")
        desk.type("base/reception/final", "")
        desk.saved()
        desk.open_sheet(filing, "report")
        text = desk.field("report/organisation/text").input_value()
        desk.type("report/organisation/text", f"{text}资料可发邮件至 yunxi-wenlv-gongkai-shili@qq.com 索取。")
        desk.type("report/problems/text", "")
        desk.saved()
        camera.see(page, 4)
        desk.go(f"/filings/{filing}/check")
        camera.shoot(page, "check", 4, height=1000)
        for name in ("score", "history"):
            desk.go(f"/filings/{filing}/{name}")
            camera.see(page, 4)
        other = desks("jb201001", program)
        other.go(f"/filings/{program.filing('201001')}/check")
        camera.see(other.page, 4)
