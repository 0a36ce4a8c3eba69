"""What is offered at a cell: what belongs into its row, names used before, who changed it last."""

import re

import pytest
from desk import Desk

UNIT, SISTER = "601001", "101003"
HELP = "填报基本支出以外的所有项目支出。"


@pytest.fixture(scope="module")
def filing(program):
    return program.filing(UNIT)


@pytest.fixture(scope="module")
def desk(browser, program):
    desk = Desk(browser, program.base, viewport={"width": 1366, "height": 900})
    program.sign_in(desk.page, f"jb{UNIT}")
    yield desk
    assert desk.faults == []
    desk.close()


@pytest.mark.parametrize("has_scripts", [True, False])
def test_what_belongs_into_a_row_opens_at_a_question_mark_by_keyboard(browser, program, filing, has_scripts):
    desk = Desk(browser, program.base, java_script_enabled=has_scripts)
    program.sign_in(desk.page, f"jb{UNIT}")
    desk.open_sheet(filing, "base")
    mark = desk.page.get_by_role("button", name="项目支出怎么填")
    text = desk.page.locator("#base_projectExpenditure_help")
    assert text.is_hidden() and text.text_content() == HELP
    mark.focus()
    desk.page.keyboard.press("Enter")
    assert text.is_visible()
    desk.page.keyboard.press("Escape")
    assert text.is_hidden()
    desk.close()


def test_a_row_is_pasted_by_its_label_though_it_has_a_question_mark(desk, filing):
    desk.open_sheet(filing, "base")
    assert desk.page.evaluate("""() => import(document.querySelector('script[src*="editor.js"]').src
      .replace('editor.js', 'sheetgrid.js')).then(({ SheetGrid }) => {
        const grid = new SheetGrid(document.querySelector('form.editor'), new Map());
        return grid.rows.map((row, index) => grid.labelOf(index)).filter(label => label.includes('项目支出'));
      })""") == ["项目支出"]


def test_those_who_only_read_get_no_question_marks(browser, program, filing):
    desk = Desk(browser, program.base)
    program.sign_in(desk.page, f"sh{UNIT}")
    desk.open_sheet(filing, "base")
    assert desk.page.locator(".help, .help-text").count() == 0
    desk.close()


def test_names_used_before_are_offered_and_taken_by_keyboard(browser, program):
    """A new line of another unit of the department, which shares names, though not filings."""
    lead = Desk(browser, program.base)
    program.sign_in(lead.page, "sh101001")
    lead.open_sheet(program.filing("101002"), "self")
    names = [name.strip() for name in lead.page.locator('[data-cell$="/name"]').all_inner_texts()]
    lead.close()
    desk = Desk(browser, program.base, viewport={"width": 1366, "height": 900})
    program.sign_in(desk.page, f"jb{SISTER}")
    assert desk.go(f"/filings/{program.filing('101002')}/sheets/self") == 404
    desk.forgive("404")
    desk.open_sheet(program.filing(SISTER), "self")
    line = desk.add_line("quantity")
    desk.field(f"{line}/name").click()
    desk.page.keyboard.insert_text(names[0][:2])
    options = desk.page.get_by_role("option")
    options.filter(has_text=names[0]).wait_for()
    while desk.page.locator('[role=option][aria-selected=true]').count() == 0 or (
            desk.page.locator('[role=option][aria-selected=true]').inner_text() != names[0]):
        desk.page.keyboard.press("ArrowDown")
    desk.page.keyboard.press("Enter")
    assert desk.field(f"{line}/name").input_value() == names[0]
    assert options.count() == 0 or not options.first.is_visible()
    desk.page.keyboard.press("Tab")
    desk.saved()
    desk.open_sheet(program.filing(SISTER), "self")
    assert desk.field(f"{line}/name").input_value() == names[0]
    assert desk.faults == []
    desk.close()


def test_an_offer_that_is_not_taken_changes_no_key(desk, filing):
    desk.open_sheet(filing, "self")
    line = desk.add_line("quantity")
    desk.type(f"{line}/name", "没有人用过的名称")
    assert desk.field(f"{line}/name").input_value() == "没有人用过的名称"
    assert desk.page.locator(".suggestions:popover-open").count() == 0
    desk.page.locator(f'button[value="remove:{line.split("/")[1]}"]').click()
    desk.page.locator(f'[data-cell="{line}/name"]').wait_for(state="detached")


def test_nobody_is_offered_names_of_other_departments(program):
    session = program.session(f"sh{UNIT}")
    address = f"{program.base}/filings/{program.filing(SISTER)}/sheets/self/indicator-names"
    assert session.get(address).status_code == 404
    own = session.get(f"{program.base}/filings/{program.filing(UNIT)}/sheets/self/indicator-names")
    assert own.status_code == 200 and own.json() == {}


def test_who_changed_a_cell_last_stands_at_it(browser, program, desk, filing):
    desk.open_sheet(filing, "base")
    desk.type("base/abroad/last", "1.5")
    desk.saved()
    bar = desk.page.locator("[data-formula-bar]")
    desk.field("base/abroad/last").click()
    assert re.search(r"最后修改：您 \d\d:\d\d:\d\d", bar.inner_text())
    desk.open_sheet(filing, "base")
    desk.field("base/abroad/last").click()
    handler = desk.page.locator(".who a").inner_text().split(" ")[0]
    said = re.search(r"最后修改：(\S+) \d+月\d+日 \d\d:\d\d", bar.inner_text())
    assert said and said[1] == handler
    reader = Desk(browser, program.base)
    program.sign_in(reader.page, f"sh{UNIT}")
    reader.open_sheet(filing, "base")
    assert handler in reader.page.locator('td[data-cell="base/abroad/last"]').get_attribute("title")
    reader.open_sheet(filing, "report")
    section = reader.page.locator(".report-section", has=reader.field("report/organisation/text"))
    assert re.match(rf"最后修改：{handler} \d+月\d+日", section.locator(".section-changed").inner_text())
    reader.close()


def test_a_cell_in_error_stays_readable(browser, program):
    """Cells for numbers of people bear the name of the little red numbers in tabs: they must not look like them."""
    desk = Desk(browser, program.base)
    program.sign_in(desk.page, "jb501001")
    desk.go("/filings")
    desk.press("填报")
    cell = desk.page.locator("td.cell.count.flagged.error").first
    others = desk.page.locator("td.cell.amount.required").first
    assert cell.evaluate("e => getComputedStyle(e).backgroundColor") == others.evaluate(
        "e => getComputedStyle(e).backgroundColor")
    desk.close()
