"""工作考核: what can be computed is, the bureau decides, the department reads it once it is released."""

import io
import re
import sqlite3
from pathlib import Path

import docx
import pytest
from test_publication import desk_of, looks

UNIT, TITLE = "201001", "2024年度市级自评"


def notice():
    document = docx.Document()
    for text in ["关于开展绩效自评的通知", "一、自评范围：局机关和所属单位。", "二、自评依据：预算绩效管理的规定。", "三、自评内容：资金和绩效。",
                 "四、程序和步骤：三月底前报送。", "附件：评分表"]:
        document.add_paragraph(text)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def criterion(desk, name):
    return desk.page.locator(f'[data-criterion="{name}"]')


@pytest.mark.journey
class TestAssessment:
    filing = 0

    def test_a_department_hands_in_what_will_be_marked(self, browser, program):
        bureau = desk_of(browser, program, "finance")
        bureau.go("/admin/tasks")
        bureau.page.get_by_label("任务名称").fill(TITLE)
        bureau.page.get_by_label("年度", exact=True).fill("2024")
        bureau.page.get_by_label("岳阳市2024年度部门整体支出绩效自评").check()
        bureau.page.get_by_label("截止日期").fill("2025-03-31")
        bureau.page.get_by_label("单位编码（不填为全部单位）").fill(UNIT)
        bureau.press("下达")
        bureau.close()
        unit = desk_of(browser, program, f"jb{UNIT}")
        unit.go("/filings")
        with unit.page.expect_navigation():
            unit.page.locator("tr", has_text=TITLE).get_by_role("button", name="填报").click()
        cls = type(self)
        cls.filing = int(re.search(r"/filings/(\d+)", unit.page.url).group(1))
        saved = program.save(program.session(f"jb{UNIT}"), cls.filing, {
            "base/staff/posts": "20", "self/goal/target": "完成年度任务。",
            "report/problems/text": "一是工作经费不足。二是专项资金缺口较大。", "report/measures/text": "一是完善绩效目标。二是增加资金投入。"})
        assert saved.status_code == 200
        unit.go(f"/filings/{cls.filing}/files")
        unit.page.get_by_label("类别").select_option(label="本部门的绩效自评通知")
        unit.page.get_by_label("文件", exact=True).set_input_files(
            {"name": "自评通知.docx", "mimeType": "application/octet-stream", "buffer": notice()})
        unit.press("上传")
        unit.close()
        # As if it had been sent three working days late and reviewed: 31 March 2025 is a Monday.
        (file,) = Path(program.data).glob("*.sqlite")
        with sqlite3.connect(file, timeout=20) as database:
            sent = database.execute("SELECT CAST(julianday('2025-04-03') - julianday('1970-01-01') AS INTEGER)").fetchone()
            database.execute("UPDATE filing SET stage = 'done', sent_day = ? WHERE id = ?", (sent[0], cls.filing))
        database.close()

    def test_the_bureau_finds_what_could_be_computed(self, browser, program):
        desk = desk_of(browser, program, "finance", java_script_enabled=False)
        desk.go(f"/filings/{self.filing}")
        desk.page.get_by_role("link", name="工作考核", exact=True).click()
        points = {name: criterion(desk, name).get_by_role("textbox").first.input_value() for name in [
            "noticeIssued", "noticeContent", "workingGroup", "unitCheck", "handedIn", "problems", "suggestions", "core"]}
        assert points == {
            "noticeIssued": "2", "noticeContent": "5", "workingGroup": "0", "unitCheck": "10", "handedIn": "7",
            "problems": "0", "suggestions": "", "core": ""}
        assert "没有读到“有关要求”" in criterion(desk, "noticeContent").inner_text()
        assert "10 − 1 × 3 = 7" in criterion(desk, "handedIn").inner_text()
        assert "16–18 分：反映问题、分析原因较全面" in criterion(desk, "problems").inner_text()
        link = criterion(desk, "noticeIssued").get_by_role("link", name="自评通知.docx")
        assert link.count() <= 1
        desk.press("反馈给单位")
        assert "还有没评分的项目，评完才能反馈。" in desk.page.locator(".error-summary").inner_text()
        desk.forgive("422")
        assert desk.faults == []
        desk.close()

    def test_other_points_need_a_reason_and_what_was_typed_stays(self, browser, program):
        desk = desk_of(browser, program, "finance")
        desk.go(f"/filings/{self.filing}/assessment")
        for name, points in {
                "core": "2.5", "relevant": "2", "measurable": "3", "suggestions": "13", "problems": "12"}.items():
            criterion(desk, name).get_by_label(re.compile("得分$")).fill(points)
        desk.press("保存评分")
        assert "“反映问题”的得分与系统计算的 0 不同，请写明理由。" in desk.page.locator(".error-summary").inner_text()
        assert criterion(desk, "core").get_by_label(re.compile("得分$")).input_value() == "2.5"
        criterion(desk, "problems").get_by_label(re.compile("理由$")).fill("附件中另有管理方面的问题清单。")
        desk.press("保存评分")
        total = float(re.search(r"得分 ([\d.]+) / 100", desk.page.locator("main").inner_text()).group(1))
        shown = [float(field.input_value()) for field in desk.page.locator(".criterion input").all()]
        assert total == pytest.approx(sum(shown)) and len(shown) == 14
        with desk.page.expect_download() as waiting:
            desk.page.get_by_role("link", name="导出评分表").click()
        (table,) = docx.Document(waiting.value.path()).tables
        printed = [[cell.text for cell in row.cells] for row in table.rows]
        assert [row[4] for row in printed[1:-1]] == [f"{points:g}" for points in shown]
        assert printed[-1][3:5] == ["100", f"{total:g}"] and printed[1][0] == "布置工作（10分）"
        for width in (1366, 390):
            desk.page.set_viewport_size({"width": width, "height": 900})
            looks(desk, "assessment", width)
        desk.forgive("422")
        assert desk.faults == []
        desk.close()

    def test_the_department_reads_it_after_the_release(self, browser, program):
        unit = desk_of(browser, program, f"sh{UNIT}")
        unit.go(f"/filings/{self.filing}/assessment")
        assert "还没有考核结果。" in unit.page.locator("main").inner_text()
        desk = desk_of(browser, program, "finance")
        desk.go(f"/filings/{self.filing}/assessment")
        desk.press("反馈给单位")
        assert "已反馈给单位" in desk.page.locator("main").inner_text()
        unit.go(f"/filings/{self.filing}/assessment")
        text = unit.page.locator("main").inner_text()
        assert "附件中另有管理方面的问题清单。" in text and unit.page.locator(".criterion input").count() == 0
        looks(unit, "assessment-unit", 1366)
        unit.go(f"/filings/{self.filing}/history")
        assert "工作考核评分 14 项" in unit.page.locator("main").inner_text()
        assert unit.faults == [] and desk.faults == []
        unit.close()
        desk.close()

    def test_subordinate_units_and_other_departments_have_none(self, browser, program):
        desk = desk_of(browser, program, "finance")
        assert desk.go(f"/filings/{program.filing('201002')}/assessment") == 404
        desk.forgive("404")
        desk.close()
        other = desk_of(browser, program, "jb301001")
        assert other.go(f"/filings/{self.filing}/assessment") == 404
        other.forgive("404")
        other.close()
