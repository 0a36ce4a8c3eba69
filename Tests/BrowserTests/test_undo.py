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
