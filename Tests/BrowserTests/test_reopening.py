"""重新打开: the bureau opens what is done again; the unit sees why; the ledger tells which text is public."""

import sqlite3
from pathlib import Path

UNIT, REASON = "201002", "决算批复调整了公用经费，请据此修改。"


def main(desk):
    return desk.page.locator("main").inner_text()


def done(program, unit):
    """Puts a unit's filing to the end, as if it had been reviewed."""
    with sqlite3.connect(Path(program.data) / "jiheng.sqlite", timeout=20) as database:
        database.execute(
            "UPDATE filing SET stage = 'done', is_returned = 0, sent_day = 20000 WHERE id = ?",
            (program.filing(unit),))
    database.close()


def test_a_reason_is_asked_for_and_what_was_chosen_stays(desks, program):
    done(program, UNIT)
    desk, page = desks("finance"), desks("finance").page
    desk.go(f"/filings/{program.filing(UNIT)}/check")
    page.locator("summary", has_text="重新打开").click()
    page.get_by_label("打开到").select_option("unitReview")
    desk.press("重新打开")
    desk.forgive("422")
    assert "请填写原因" in page.locator(".error-summary").inner_text()
    assert page.get_by_label("打开到").input_value() == "unitReview"


def test_the_unit_finds_it_with_the_reason_and_the_public_text_stays(desks, program):
    filing = program.filing(UNIT)
    reviewer, bureau, handler = desks(f"sh{UNIT}"), desks("finance"), desks(f"jb{UNIT}")
    done(program, UNIT)
    reviewer.go(f"/filings/{filing}/publication")
    reviewer.publish("公开")
    bureau.go(f"/filings/{filing}/check")
    bureau.page.locator("summary", has_text="重新打开").click()
    bureau.page.get_by_label("重新打开原因").fill(REASON)
    bureau.press("重新打开")
    assert "办结后重新打开" in main(bureau)
    handler.go("/")
    assert "办结后重新打开" in main(handler) and f"原因：{REASON}" in main(handler)
    handler.go(f"/filings/{filing}/history")
    assert REASON in main(handler)
    handler.open_sheet(filing, "base")
    assert handler.page.locator(".editor:not(.readonly)").count() == 1
    bureau.go("/tasks/1/disclosures")
    assert "由重新打开前的版本公开" in bureau.page.locator("tr", has_text=UNIT).inner_text()
    reviewer.go(f"/filings/{filing}/publication")
    assert "公开的仍是原来的文本" in main(reviewer)
    assert reviewer.page.get_by_role("button", name="公开新版本").count() == 0
    assert reviewer.go(f"/public/{filing}") == 200
    done(program, UNIT)
    reviewer.go(f"/filings/{filing}/publication")
    reviewer.page.get_by_label("更正说明").fill("按决算批复更正")
    reviewer.publish("公开新版本")
    bureau.go("/tasks/1/disclosures")
    assert "由重新打开前的版本公开" not in main(bureau)


def test_a_reviewer_returns_it_to_the_handler_over_the_step_between(desks, program):
    filing = program.filing("101002")
    with sqlite3.connect(Path(program.data) / "jiheng.sqlite", timeout=20) as database:
        database.execute("UPDATE filing SET stage = 'departmentReview' WHERE id = ?", (filing,))
    database.close()
    desk, page = desks("sh101001"), desks("sh101001").page
    desk.go(f"/filings/{filing}/check")
    page.locator("summary", has_text="退回修改").click()
    assert page.get_by_label("退回到").input_value() == "unitReview"
    page.get_by_label("退回到").select_option("drafting")
    page.get_by_label("退回原因").fill("请核对在职人数。")
    desk.press("退回")
    assert desk.page.locator(".head .state").first.inner_text() == "被退回"


def test_an_archived_task_says_why_not(desks, program):
    done(program, UNIT)
    with sqlite3.connect(Path(program.data) / "jiheng.sqlite", timeout=20) as database:
        database.execute("UPDATE task SET phase = 'archived', is_closed = 1")
    database.close()
    desk = desks("finance")
    desk.go(f"/filings/{program.filing(UNIT)}/check")
    assert "任务已结束或归档，不能重新打开自评" in main(desk)
    assert desk.page.get_by_role("button", name="重新打开").is_disabled()
