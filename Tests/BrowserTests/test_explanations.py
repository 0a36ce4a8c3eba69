"""Explanations of warnings that are being typed outlast what loads the page anew; noted ones are forgotten."""

import pytest

UNIT = "601001"
FIRST = "已核对原始凭证，数据属实。"
SECOND = "因机构调整，口径与上年不同。"


@pytest.fixture(scope="module")
def filing(program):
    """With warnings in two tables."""
    cells = {"base/meetingsAndTraining/final": "99", "base/reception/final": "88", "self/total/executed": "1"}
    program.save(program.session(f"jb{UNIT}"), program.filing(UNIT), cells)
    return program.filing(UNIT)


@pytest.fixture
def desk(desks):
    return desks(f"jb{UNIT}")


def boxes(desk):
    """The boxes of warnings that are not explained yet."""
    return desk.page.locator("li.finding.warning form.explain textarea")


def kept(desk):
    return desk.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('jiheng.explanations.'))")


def test_noting_one_on_the_page_of_checks_leaves_the_others_typed(desk, filing):
    desk.go(f"/filings/{filing}/check")
    assert boxes(desk).count() >= 2
    keys = desk.page.locator("li.finding.warning").evaluate_all("items => items.map((item) => item.dataset.key)")[:2]
    item = {key: desk.page.locator(f'li.finding[data-key="{key}"]') for key in keys}
    item[keys[0]].locator("textarea").fill(FIRST)
    item[keys[1]].locator("textarea").fill(SECOND)
    desk.press("记下说明", item[keys[0]])
    assert "已说明" in item[keys[0]].inner_text()
    assert item[keys[1]].locator("textarea").input_value() == SECOND
    assert "尚未记下，已从本机恢复。" in item[keys[1]].inner_text()
    desk.press("记下说明", item[keys[1]])
    assert "已说明" in item[keys[1]].inner_text() and kept(desk) == []
    for key in keys:
        item[key].locator("textarea").fill("")
        desk.press("记下说明", item[key])
    assert kept(desk) == []


def test_what_is_typed_beside_a_table_outlasts_a_new_line_and_the_answer_of_a_save(desk, filing):
    desk.open_sheet(filing, "self")
    mine = desk.page.locator('aside.findings li[data-key^="H20:"] textarea')
    mine.fill(FIRST)
    line = desk.add_line("quantity")
    assert mine.input_value() == FIRST
    desk.type(f"{line}/name", "座谈")
    desk.saved()
    assert mine.input_value() == FIRST
    desk.go("/")
    desk.open_sheet(filing, "self")
    assert mine.input_value() == FIRST
    mine.fill("")
    assert kept(desk) == []
    with desk.page.expect_navigation():
        desk.page.locator(f'button[value="remove:{line.split("/")[1]}"]').click()


def test_another_person_on_this_machine_does_not_see_it(browser, program, desk, filing):
    desk.go(f"/filings/{filing}/check")
    boxes(desk).first.fill(SECOND)
    desk.context.clear_cookies()
    program.sign_in(desk.page, f"sh{UNIT}")
    desk.go(f"/filings/{filing}/check")
    assert desk.page.locator("main").is_visible() and SECOND not in desk.page.content()
    desk.context.clear_cookies()
    program.sign_in(desk.page, f"jb{UNIT}")
    desk.go(f"/filings/{filing}/check")
    assert boxes(desk).first.input_value() == SECOND
    boxes(desk).first.fill("")
