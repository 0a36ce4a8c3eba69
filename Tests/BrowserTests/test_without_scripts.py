"""Fill, send and review work in a browser without scripts; so does the story of a return."""

import re

import pytest
from desk import Desk

UNIT, LEAD = "101002", "101001"
CELL = "base/reception/last"


@pytest.fixture(scope="module")
def filing(program):
    return program.filing(UNIT)


@pytest.fixture(scope="module")
def desks(browser, program):
    made = {}

    def desk(account):
        if account not in made:
            made[account] = Desk(browser, program.base, java_script_enabled=False)
            program.sign_in(made[account].page, account)
        return made[account]

    yield desk
    for desk in made.values():
        desk.close()


def stage(desk, filing):
    desk.go(f"/filings/{filing}/check")
    return desk.page.locator(".head .state").inner_text()


def send_back(desk, filing, reason):
    desk.go(f"/filings/{filing}/check")
    desk.page.locator("summary", has_text="退回修改").click()
    desk.page.get_by_label("退回原因").fill(reason)
    desk.press("退回")


@pytest.mark.journey
class TestWithoutScripts:
    def test_reviewers_send_a_filing_back_step_by_step(self, desks, filing):
        send_back(desks(f"sh{LEAD}"), filing, "请本单位先核对三公经费。")
        assert stage(desks(f"sh{UNIT}"), filing) == "待单位审核"
        send_back(desks(f"sh{UNIT}"), filing, "请核对接待费。")
        assert stage(desks(f"jb{UNIT}"), filing) == "被退回"

    def test_the_whole_sheet_is_saved_with_one_button(self, desks, filing):
        desk = desks(f"jb{UNIT}")
        desk.open_sheet(filing, "base")
        desk.field(CELL).fill("1,003.5")
        desk.field("base/abroad/last").fill("0.5")
        desk.press("保存")
        assert desk.field(CELL).input_value() == "1003.5"
        assert desk.field("base/abroad/last").input_value() == "0.5"
        sums = [desk.field(f"base/{row}/last") for row in ("vehicles", "threePublic")]
        vehicles, total = (float(cell.inner_text().replace(",", "")) for cell in sums)
        assert total == round(vehicles + 1003.5 + 0.5, 2)

    def test_what_cannot_be_taken_is_told_at_the_top_and_at_its_field_and_the_rest_is_kept(self, desks, filing):
        desk = desks(f"jb{UNIT}")
        desk.open_sheet(filing, "base")
        desk.field(CELL).fill("三千")
        desk.field("base/abroad/last").fill("0.75")
        with desk.page.expect_navigation() as waiting:
            desk.page.get_by_role("button", name="保存", exact=True).click()
        assert waiting.value.status == 422
        summary = desk.page.locator(".error-summary")
        assert summary.get_by_role("link", name=re.compile("不是数字")).get_attribute("href") == "#base_reception_last"
        assert desk.field(CELL).input_value() == "三千"
        assert desk.field(CELL).get_attribute("aria-invalid") == "true"
        assert desk.field("base/abroad/last").input_value() == "0.75"
        desk.open_sheet(filing, "base")
        assert desk.field(CELL).input_value() == "1003.5"
        assert desk.field("base/abroad/last").input_value() == "0.75"

    def test_what_somebody_else_saved_meanwhile_is_not_overwritten_unseen(self, desks, program, filing):
        desk = desks(f"jb{UNIT}")
        desk.open_sheet(filing, "base")
        session = program.session(f"jb{UNIT}")
        program.save(session, filing, {CELL: "12"})
        desk.field(CELL).fill("13")
        desk.press("保存")
        assert "他人已改为“12”" in desk.page.locator(".error-summary").inner_text()
        assert desk.field(CELL).input_value() == "13"
        desk.press("保存")
        desk.open_sheet(filing, "base")
        assert desk.field(CELL).input_value() == "13"

    def test_lines_are_added_and_removed(self, desks, filing):
        desk = desks(f"jb{UNIT}")
        desk.open_sheet(filing, "self")
        line = desk.add_line("quantity")
        desk.field(f"{line}/name").fill("临时指标")
        desk.press("保存")
        assert desk.field(f"{line}/name").input_value() == "临时指标"
        desk.press("删除 临时指标")
        assert desk.field(f"{line}/name").count() == 0

    def test_warnings_are_explained_and_the_filing_is_sent(self, desks, filing):
        desk = desks(f"jb{UNIT}")
        for _ in range(20):
            desk.go(f"/filings/{filing}/check")
            section = desk.page.locator("section.panel", has=desk.page.get_by_role("heading", name="送审前须说明"))
            if section.count() == 0:
                break
            desk.page.locator("form.explain textarea").first.fill("数据已与决算核对。")
            section.get_by_role("button", name="记下说明").first.click()
        assert desk.page.get_by_role("heading", name="送审前须改正").count() == 0
        desk.press("保存并送本单位审核")
        assert stage(desk, filing) == "待单位审核"

    def test_the_reviewer_reads_the_changes_and_both_reviews_pass_it(self, desks, filing):
        reviewer = desks(f"sh{UNIT}")
        reviewer.go(f"/filings/{filing}/changes")
        assert "13" in reviewer.page.locator("table.diff").inner_text()
        reviewer.open_sheet(filing, "base")
        assert reviewer.page.locator("td.cell.changed").count() >= 2
        reviewer.go(f"/filings/{filing}/check")
        reviewer.press("审核通过，送主管部门审核")
        lead = desks(f"jb{LEAD}")
        lead.go(f"/filings/{filing}/check")
        lead.press("审核通过，办结")
        assert stage(lead, filing) == "已办结"

    def test_the_finished_filing_is_found_looked_at_and_taken_away(self, desks, filing):
        desk = desks(f"jb{UNIT}")
        desk.go("/query?stage=done")
        desk.page.get_by_role("link", name=re.compile("^查看")).first.click()
        assert desk.page.locator(".editor.readonly").count() == 1
        with desk.page.expect_download() as waiting:
            desk.page.get_by_role("link", name="导出自评报告").click()
        assert waiting.value.suggested_filename.endswith(".docx")
