"""Blocks pasted from a spreadsheet: into texts as into figures, and what the notice says of them."""

import pytest

UNIT = "601001"


@pytest.fixture(scope="module")
def filing(program):
    return program.filing(UNIT)


@pytest.fixture
def desk(desks):
    desk = desks(f"jb{UNIT}")
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return desk


def paste(desk, text, html=None):
    desk.page.evaluate("""([text, html]) => navigator.clipboard.write([new ClipboardItem({
      "text/plain": new Blob([text], {type: "text/plain"}),
      ...(html ? {"text/html": new Blob([html], {type: "text/html"})} : {}),
    })])""", [text, html])
    desk.page.keyboard.press("Control+v")


def notice(desk, text):
    note = desk.page.locator(".editor-message", has_text=text)
    note.wait_for()
    return note


@pytest.fixture
def lines(desk, filing):
    """Addresses of three new lines for indicators of quantity, from the top."""
    desk.open_sheet(filing, "self")
    made = [desk.add_line("quantity") for _ in range(3)]
    yield made
    desk.page.evaluate("localStorage.clear()")
    desk.open_sheet(filing, "self")
    for line in made:
        button = desk.page.locator(f'button[value="remove:{line.split("/")[1]}"]')
        if button.count():
            with desk.page.expect_navigation():
                button.click()


BLOCK = "义诊\t≥20场\t22场\n巡讲\t≥8场\t9场\n"


def shown(desk, line):
    return [desk.shown(f"{line}/{column}") for column in ("name", "target", "actual")]


def test_a_block_pasted_into_a_text_that_was_clicked_is_laid_over_the_cells(desk, lines):
    desk.field(f"{lines[0]}/name").click()
    paste(desk, BLOCK)
    notice(desk, "粘贴：填入 6 格")
    desk.saved()
    assert [shown(desk, line) for line in lines[:2]] == [["义诊", "≥20场", "22场"], ["巡讲", "≥8场", "9场"]]


def test_also_into_one_that_is_being_written_and_from_one_column(desk, lines):
    desk.field(f"{lines[0]}/name").click()
    desk.page.keyboard.insert_text("写到一半")
    paste(desk, "义诊\n巡讲\n体检\n")
    notice(desk, "粘贴：填入 3 格")
    desk.saved()
    assert [desk.shown(f"{line}/name") for line in lines] == ["义诊", "巡讲", "体检"]
    desk.page.keyboard.press("Control+z")
    assert desk.shown(f"{lines[0]}/name") == "写到一半"


def test_lines_of_text_stay_one_text_in_a_paragraph_that_is_being_written(desk, filing):
    desk.open_sheet(filing, "base")
    field = desk.field("base/economyMeasures/text")
    for html in (None, "<table><tr><td>一是从严审批。</td></tr><tr><td>二是集中采购。</td></tr></table>"):
        field.click()
        desk.page.keyboard.press("Control+a")
        paste(desk, "一是从严审批。\n\t二是集中采购。", html)
        assert field.input_value().split() == ["一是从严审批。", "二是集中采购。"]
    desk.page.keyboard.press("Control+a")
    paste(desk, "各项措施：\n会议\t减少2次", "<p>各项措施：</p><table><tr><td>会议</td><td>减少2次</td></tr></table>")
    assert field.input_value().split() == ["各项措施：", "会议", "减少2次"]
    desk.page.keyboard.press("Tab")
    desk.saved()
    assert desk.page.locator(".editor-message").count() == 0


def test_rows_without_a_place_are_counted_in_a_warning(desk, lines):
    """The notice says so even where most of the block found its place, and of lines that they can be added."""
    last = desk.page.locator("tr.line textarea[name$='/name']").last
    last.scroll_into_view_if_needed()
    last.click()
    before = last.input_value()
    paste(desk, "满意度一\n满意度二\n满意度三\n")
    note = notice(desk, "粘贴：填入 1 格；2 行没有位置，没有填入，请先添加行再粘贴。")
    assert "warning" in note.get_attribute("class")
    note.get_by_role("button", name="撤销").click()
    desk.saved()
    assert last.input_value() == before


def test_cells_beyond_the_last_column_are_counted_too(desk, filing):
    desk.open_sheet(filing, "base")
    desk.field("base/abroad/final").click()
    paste(desk, "1.5\t2.5\t3.5\n")
    note = notice(desk, "2 格没有位置，没有填入")
    assert "warning" in note.get_attribute("class")
    desk.saved()


def test_cells_that_are_refused_are_not_counted_as_filled(desk, filing):
    desk.open_sheet(filing, "base")
    desk.field("base/abroad/last").click()
    paste(desk, "1.5\tabc\t2.5\n")
    note = notice(desk, "粘贴：填入 2 格；1 格不是数字，请改正。")
    assert "warning" in note.get_attribute("class")
    desk.page.locator('td[data-cell="base/abroad/budget"] p.problem').wait_for()
    assert "填入 2 格；1 格不是数字，请改正。" in note.inner_text()
    desk.type("base/abroad/budget", "2")
    desk.saved()


def test_and_what_only_the_server_refuses_is_said_when_it_has_answered(desk, filing):
    desk.open_sheet(filing, "base")
    desk.field("base/abroad/last").click()
    paste(desk, "1.6\t1234567890123\t2.6\n")
    notice(desk, "粘贴：填入 2 格；1 格没有存下，请改正。")
    desk.type("base/abroad/budget", "2")
    desk.saved()


def test_the_notice_undoes_the_paste_and_nothing_that_came_after_it(desk, filing):
    desk.open_sheet(filing, "base")
    desk.type("base/reception/last", "7")
    desk.saved()
    desk.field("base/abroad/last").click()
    paste(desk, "4.5\t5.5\n")
    note = notice(desk, "粘贴：填入 2 格")
    undo = note.get_by_role("button", name="撤销")
    assert undo.is_visible()
    desk.type("base/reception/last", "8")
    assert undo.count() == 0 and note.is_visible()
    desk.saved()
    desk.page.keyboard.press("Control+z")
    assert desk.shown("base/reception/last") == "7"
    assert undo.count() == 0
    desk.page.keyboard.press("Control+z")
    desk.saved()
    assert desk.shown("base/abroad/last") != "4.5"
    assert not note.is_visible()


def test_names_that_stand_there_already_are_names_when_the_block_begins_at_one(desk, lines):
    desk.field(f"{lines[0]}/name").click()
    paste(desk, BLOCK)
    notice(desk, "粘贴：填入 6 格")
    desk.saved()
    desk.field(f"{lines[0]}/name").click()
    paste(desk, "义诊\t≥30场\t32场\n巡讲\t≥9场\t10场\n")
    notice(desk, "粘贴：填入 6 格；其中 4 格与原来不同")
    assert [shown(desk, line) for line in lines[:2]] == [["义诊", "≥30场", "32场"], ["巡讲", "≥9场", "10场"]]
    desk.saved()


def test_rows_below_the_last_line_are_told_as_lost(desk, filing):
    desk.open_sheet(filing, "self")
    line = desk.add_line("satisfaction")
    desk.field(f"{line}/name").click()
    paste(desk, "群众满意度\t≥90%\t95%\n企业满意度\t≥90%\t93%\n学生满意度\t≥90%\t92%\n")
    notice(desk, "2 行没有位置，没有填入，请先添加行再粘贴")
    assert shown(desk, line) == ["群众满意度", "≥90%", "95%"]
    desk.saved()
    with desk.page.expect_navigation():
        desk.page.locator(f'button[value="remove:{line.split("/")[1]}"]').click()


def test_amounts_are_taken_as_spreadsheets_show_them(desk, filing):
    desk.open_sheet(filing, "base")
    desk.field("base/abroad/last").click()
    paste(desk, "(5.2)\t￥1,234.5\t—\n")
    notice(desk, "粘贴：填入 3 格")
    assert [desk.shown(f"base/abroad/{column}") for column in ("last", "budget", "final")] == ["-5.2", "1234.5", "0"]
    desk.saved()
    desk.type("base/abroad/last", ".5")
    assert desk.shown("base/abroad/last") == "0.5"
    desk.saved()
