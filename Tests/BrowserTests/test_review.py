"""核查、批注、申诉: the bureau's points and opinions beside the unit's, remarks on cells, and answers."""

import pytest
from test_publication import desk_of, looks

UNIT = "201001"


@pytest.mark.journey
class TestReview:
    def test_the_bureau_enters_points_and_must_say_why_they_differ(self, browser, program):
        desk = desk_of(browser, program, "finance", java_script_enabled=False)
        desk.go(f"/filings/{program.filing(UNIT)}")
        desk.page.get_by_role("link", name="核查", exact=True).click()
        row = desk.page.locator("table.review tbody tr").nth(1)
        name = row.get_by_role("link").first.inner_text()
        points = row.locator("input.number")
        points.fill("999")
        desk.press("保存核查")
        assert desk.page.get_by_text(f"“{name}”的核查分不能超过分值").count() >= 1
        row = desk.page.locator("table.review tbody tr").nth(1)
        assert row.locator("input.number").input_value() == "999"
        row.locator("input.number").fill("1")
        desk.press("保存核查")
        assert desk.page.get_by_text("请写明意见").count() >= 1
        desk.page.locator("table.review tbody tr").nth(1).locator("textarea").fill("佐证材料不足。")
        desk.press("保存核查")
        assert "核查后" in desk.page.locator("section.panel").first.inner_text()
        desk.forgive("422")
        assert desk.faults == []
        desk.close()

    def test_the_unit_reads_them_when_it_is_over_and_appeals(self, browser, program):
        desk = desk_of(browser, program, f"sh{UNIT}")
        desk.go(f"/filings/{program.filing(UNIT)}/review")
        assert desk.page.get_by_text("佐证材料不足。").count() == 1
        assert desk.page.locator("table.review input").count() == 0
        desk.page.get_by_role("link", name="批注", exact=True).click()
        desk.page.get_by_label("类别").select_option(label="申诉")
        desk.page.get_by_label("内容").fill("佐证材料已补充上传，请重新核定。")
        desk.press("提交")
        assert desk.page.locator(".opinion", has_text="请重新核定").count() == 1
        assert desk.page.get_by_role("button", name="标为已处理").count() == 0
        assert desk.faults == []
        desk.close()

    def test_the_bureau_answers_remarks_on_a_cell_and_settles(self, browser, program):
        desk = desk_of(browser, program, "finance")
        filing = program.filing(UNIT)
        desk.go(f"/filings/{filing}/notes?place=base/reception/final")
        assert desk.page.locator("#place").input_value() == "base/reception/final"
        desk.page.get_by_label("内容").fill("请核对接待费。")
        desk.press("提交")
        thread = desk.page.locator(".opinion", has_text="请重新核定")
        thread.get_by_label("答复").fill("已核，维持原分。")
        desk.press("答复", within=thread)
        thread = desk.page.locator(".opinion", has_text="请重新核定")
        assert "维持原分" in thread.inner_text()
        desk.press("标为已处理", within=thread)
        assert desk.page.locator(".opinion.settled", has_text="请重新核定").count() == 1
        desk.go(f"/filings/{filing}/sheets/base")
        assert desk.page.get_by_text("本表有 1 条待处理的批注").count() == 1
        for width in (1366, 390):
            desk.page.set_viewport_size({"width": width, "height": 900})
            for name in ("notes", "review"):
                desk.go(f"/filings/{filing}/{name}")
                looks(desk, name, width)
        assert desk.faults == []
        desk.close()

    def test_other_units_see_nothing_of_it(self, browser, program):
        desk = desk_of(browser, program, "jb202001")
        for name in ("review", "notes"):
            assert desk.go(f"/filings/{program.filing(UNIT)}/{name}") == 404
        desk.forgive("404")
        desk.close()
