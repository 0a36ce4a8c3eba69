"""Undoing goes on where lines are added and removed, though the page is loaded anew; a removed line is undone too."""

import re

import pytest

UNIT = "601001"


@pytest.fixture(scope="module")
def filing(program):
    return program.filing(UNIT)


@pytest.fixture
def desk(desks, filing):
    desk = desks(f"jb{UNIT}")
    desk.page.goto("about:blank")
    desk.open_sheet(filing, "self")
    desk.page.evaluate("sessionStorage.clear()")
    return desk


def undo(desk):
    desk.page.keyboard.press("Control+z")
    desk.saved()


def redo(desk):
    desk.page.keyboard.press("Control+y")
    desk.saved()


def leave_out(desk):
    """Says that an indicator without lines does not apply; answers how it is called."""
    with desk.page.expect_navigation():
        desk.page.locator("form.editor").get_by_role("button", name=re.compile("^不涉及")).first.click()
    message = desk.page.locator(".editor-message", has_text=re.compile("^已删除“"))
    message.wait_for()
    return re.search("“(.+)”", message.inner_text()).group(1)


def is_left_out(desk, name):
    return desk.page.get_by_role("button", name=f"恢复 {name}", exact=True).count() == 1


def restore_all(desk):
    buttons = desk.page.locator("form.editor").get_by_role("button", name=re.compile("^恢复 "))
    while buttons.count():
        with desk.page.expect_navigation():
            buttons.first.click()


def new_line(desk, **texts):
    line = desk.add_line("quantity")
    for column, text in texts.items():
        desk.type(f"{line}/{column}", text)
    desk.saved()
    return line


def remove(desk, line):
    with desk.page.expect_navigation():
        desk.page.locator(f'button[value="remove:{line.split("/")[1]}"]').click()


def line_named(desk, name):
    names = desk.page.locator('textarea[name^="self/"][name$="/name"]').evaluate_all(
        "(fields, name) => fields.filter((field) => field.value === name).map((field) => field.name)", name)
    return names[0].rsplit("/", 1)[0] if names else None


def test_steps_survive_a_new_line_and_an_indicator_that_does_not_apply(desk):
    line = new_line(desk, name="讲座", target="≥10场")
    desk.type(f"{line}/target", "≥12场")
    desk.saved()
    other = desk.add_line("quantity")
    for button in (re.compile("^恢复 "), re.compile("^不涉及")):
        with desk.page.expect_navigation():
            desk.page.locator("form.editor").get_by_role("button", name=button).first.click()
    removed = desk.page.get_by_role("button", name=re.compile("^恢复 ")).count()
    desk.page.locator(".editor-message", has_text=re.compile("^已删除“")).wait_for()
    assert desk.page.get_by_role("button", name="撤销", exact=True).first.is_enabled()
    desk.field(f"{line}/name").click()
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Control+z")
    assert desk.page.get_by_role("button", name=re.compile("^恢复 ")).count() == removed - 1
    desk.field(f"{line}/name").click()
    undo(desk)
    assert desk.shown(f"{line}/target") == "≥10场"
    undo(desk)
    assert desk.shown(f"{line}/target") == ""
    remove(desk, line)
    remove(desk, other)


def test_undoing_after_a_removal_puts_the_line_back_and_then_goes_on(desk):
    line = new_line(desk, name="展览", target="≥5场", points="3")
    desk.type(f"{line}/target", "≥6场")
    desk.saved()
    remove(desk, line)
    desk.page.locator(".editor-message", has_text="已删除“展览”").wait_for()
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Control+z")
    desk.saved()
    back = line_named(desk, "展览")
    assert [desk.shown(f"{back}/{column}") for column in ("target", "points")] == ["≥6场", "3"]
    undo(desk)
    assert desk.shown(f"{back}/target") == "≥5场"
    remove(desk, back)


def test_after_another_step_that_step_comes_first(desk):
    kept = new_line(desk, name="培训", target="≥2期")
    line = new_line(desk, name="巡演", target="≥7场")
    remove(desk, line)
    desk.page.locator(".editor-message", has_text="已删除“巡演”").wait_for()
    desk.type(f"{kept}/target", "≥3期")
    desk.saved()
    undo(desk)
    assert desk.shown(f"{kept}/target") == "≥2期"
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Control+z")
    desk.saved()
    back = line_named(desk, "巡演")
    assert desk.shown(f"{back}/target") == "≥7场"
    remove(desk, back)
    remove(desk, kept)


def test_what_somebody_else_wrote_meanwhile_is_not_undone(desk, program, filing):
    line = new_line(desk, name="读书会", target="≥4场")
    session = program.session(f"jb{UNIT}")
    assert program.save(session, filing, {f"{line}/target": "≥9场"}).status_code == 200
    other = desk.add_line("quantity")
    desk.field(f"{line}/name").click()
    undo(desk)
    assert desk.shown(f"{line}/target") == "≥9场" and desk.shown(f"{line}/name") == ""
    remove(desk, line)
    remove(desk, other)


def test_indicators_that_do_not_apply_come_back_one_after_the_other_and_go_again(desk, filing):
    restore_all(desk)
    line = new_line(desk, name="沙龙", target="≥3场")
    first = leave_out(desk)
    desk.type(f"{line}/target", "≥4场")
    desk.saved()
    desk.open_sheet(filing, "base")
    desk.open_sheet(filing, "self")
    undo(desk)
    assert desk.shown(f"{line}/target") == "≥3场" and is_left_out(desk, first)
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Control+z")
    assert not is_left_out(desk, first)
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Control+y")
    assert is_left_out(desk, first)
    redo(desk)
    assert desk.shown(f"{line}/target") == "≥4场"
    assert not desk.page.get_by_role("button", name="重做", exact=True).is_enabled()
    remove(desk, line)


def test_redoing_goes_on_after_the_page_is_loaded_anew(desk):
    line = new_line(desk, name="赛事", target="≥6场")
    desk.type(f"{line}/target", "≥8场")
    desk.saved()
    undo(desk)
    assert desk.shown(f"{line}/target") == "≥6场"
    desk.page.reload()
    desk.page.wait_for_load_state()
    assert desk.page.get_by_role("button", name="重做", exact=True).is_enabled()
    redo(desk)
    assert desk.shown(f"{line}/target") == "≥8场"
    undo(desk)
    remove(desk, line)


def test_what_the_server_spells_otherwise_is_undone_after_the_page_is_loaded_anew(desk, filing):
    desk.open_sheet(filing, "base")
    cell = "base/reception/final"
    before = desk.shown(cell)
    desk.type(cell, "1.25万元")
    desk.saved()
    assert desk.shown(cell) == "1.25"
    desk.type(cell, "12500元")
    desk.saved()
    assert desk.shown(cell) == "1.25"
    desk.page.reload()
    desk.page.wait_for_load_state()
    undo(desk)
    assert desk.shown(cell) == before


def test_a_line_that_came_back_is_removed_again_by_redoing(desk):
    line = new_line(desk, name="书展", target="≥2期")
    remove(desk, line)
    desk.page.locator(".editor-message", has_text="已删除“书展”").wait_for()
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Control+z")
    desk.saved()
    assert line_named(desk, "书展")
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Control+y")
    assert line_named(desk, "书展") is None
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Control+z")
    desk.saved()
    back = line_named(desk, "书展")
    assert desk.shown(f"{back}/target") == "≥2期"
    remove(desk, back)


def test_what_somebody_else_wrote_meanwhile_is_not_redone(desk, program, filing):
    line = new_line(desk, name="诗会", target="≥4场")
    desk.type(f"{line}/target", "≥5场")
    desk.saved()
    undo(desk)
    session = program.session(f"jb{UNIT}")
    assert program.save(session, filing, {f"{line}/target": "≥9场"}).status_code == 200
    desk.page.reload()
    desk.page.wait_for_load_state()
    assert not desk.page.get_by_role("button", name="重做", exact=True).is_enabled()
    assert desk.shown(f"{line}/target") == "≥9场"
    remove(desk, line)
