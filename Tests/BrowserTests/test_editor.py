"""The table editor with its scripts: what it says while saving, recalculation, keys, blocks, findings, synced values."""

import re
import threading

import pytest
import requests
from desk import Desk

UNIT = "601001"


@pytest.fixture(scope="module")
def filing(program):
    return program.filing(UNIT)


@pytest.fixture(scope="module")
def reader(program):
    """Reads back past the browser what the server holds."""
    session = program.session(f"sh{UNIT}")

    def text(cell):
        page = session.get(f"{program.base}/filings/{program.filing(UNIT)}/sheets/{cell.split('/')[0]}").text
        found = re.search(rf'id="{cell.replace("/", "_")}"[^>]*>([^<]*)<', page)
        return found[1].strip().replace(",", "")

    return text


@pytest.fixture(scope="module")
def handler(browser, program, filing):
    desk = Desk(browser, program.base, viewport={"width": 1440, "height": 900},
                permissions=["clipboard-read", "clipboard-write"])
    program.sign_in(desk.page, f"jb{UNIT}")
    yield desk
    desk.close()


@pytest.fixture
def desk(handler, filing):
    """The base table, freshly opened; no fault may be left behind."""
    handler.open_sheet(filing, "base")
    yield handler
    faults = list(handler.faults)
    handler.faults.clear()
    handler.page.evaluate("localStorage.clear()")
    assert faults == []


def focused(desk):
    return desk.page.evaluate("document.activeElement.closest('[data-cell]')?.dataset.cell")


def state(desk):
    return desk.page.locator("[data-save-state]").inner_text()


def count(tab):
    """The number on a tab that scripts keep true."""
    return int(re.match(r"\d+", tab.text_content())[0])


def test_a_save_is_told_while_it_runs_and_when_it_is_done(desk, reader):
    hold = threading.Event()

    def wait(route):
        assert desk.page.locator("[data-save-state].saving").inner_text() == "正在保存"
        hold.set()
        route.continue_()

    desk.page.route("**/cells", wait)
    desk.type("base/abroad/last", "3.25")
    desk.saved()
    desk.page.unroute("**/cells")
    assert hold.is_set()
    assert re.fullmatch(r"已保存 \d\d:\d\d:\d\d", state(desk))
    assert reader("base/abroad/last") == "3.25"


def test_a_large_block_is_saved_first_and_its_findings_are_asked_for_afterwards(desk):
    asked = []
    desk.page.on("request", lambda request: asked.append(request) if request.url.endswith(("/cells", "/findings")) else None)
    desk.type("base/abroad/last", "1.25")
    desk.saved()
    assert [request.url.rsplit("/", 1)[1] for request in asked] == ["cells"]
    asked.clear()
    cells = desk.page.eval_on_selector_all("input[inputmode=decimal]:not([readonly])", "all => all.map((one) => one.name)")[:24]
    with desk.page.expect_response("**/findings") as told:
        desk.page.evaluate(
            "(cells) => { for (const cell of cells) { const input = document.querySelector(`[name='${cell}']`);"
            " input.value = '7'; input.dispatchEvent(new Event('input', { bubbles: true })); } }", cells)
        desk.saved()
    assert [request.url.rsplit("/", 1)[1] for request in asked] == ["cells", "findings"]
    saved = asked[0].response().json()
    assert "findings" not in saved and saved["version"] == told.value.json()["version"]
    keys = {finding["key"] for finding in told.value.json()["findings"] if finding["sheet"] == "base"}
    desk.page.wait_for_function("(count) => document.querySelectorAll('[data-findings] > .finding-list > li').length === count", arg=len(keys))
    shown = desk.page.eval_on_selector_all("[data-findings] > .finding-list > li", "items => items.map((item) => item.dataset.key)")
    assert set(shown) == keys and keys


def test_what_follows_from_a_cell_comes_with_its_save(desk, reader):
    for cell, text in {"base/vehiclePurchase/final": "0.1", "base/vehicleRunning/final": "2.2",
                       "base/abroad/final": "0.03", "base/reception/final": "1.67"}.items():
        desk.type(cell, text)
    desk.saved()
    assert desk.shown("base/vehicles/final") == "2.3"
    assert desk.shown("base/threePublic/final") == "4"
    assert (reader("base/vehicles/final"), reader("base/threePublic/final")) == ("2.3", "4")


def test_a_finding_appears_beside_the_sheet_and_leaves_when_it_is_mended(desk):
    right = desk.shown("base/operatingExpense/final")
    panel = desk.page.locator("aside.findings li.finding", has_text="公用经费 999999 万元，超过基本支出")
    tab = desk.page.locator('nav.tabs [data-count="base"]')
    before = count(tab)
    desk.type("base/operatingExpense/final", "999999")
    desk.saved()
    panel.wait_for()
    assert count(tab) > before
    assert "flagged" in desk.page.locator('td[data-cell="base/operatingExpense/final"]').get_attribute("class")
    desk.type("base/operatingExpense/final", right)
    desk.saved()
    panel.wait_for(state="detached")
    assert count(tab) == before


def test_the_other_tables_findings_stand_folded_below_from_the_beginning_and_after_a_save(desk, program, filing):
    def elsewhere():
        box = desk.page.locator("aside.findings details.findings-elsewhere")
        links = box.locator("a").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
        return box.locator("summary").inner_text(), links

    other = program.session(f"jb{UNIT}")
    program.save(other, filing, {"self/total/budget": "1"})
    desk.open_sheet(filing, "base")
    before = elsewhere()
    assert re.fullmatch(r"其他表还有 \d+ 处", before[0]) and all(f"/filings/{filing}/" in link for link in before[1])
    desk.type("base/businessWork/last", desk.shown("base/businessWork/last") + "1")
    desk.saved()
    assert elsewhere() == before
    desk.page.keyboard.press("Control+z")
    desk.saved()


def test_an_unreadable_number_is_told_at_its_cell_and_kept_there(desk, filing, reader):
    before = reader("base/abroad/budget")
    desk.type("base/abroad/budget", "五万")
    field = desk.field("base/abroad/budget")
    desk.page.locator('td[data-cell="base/abroad/budget"] p.problem', has_text="不是数字").wait_for()
    assert field.get_attribute("aria-invalid") == "true" and field.input_value() == "五万"
    assert state(desk).endswith("1 格未存：请改正")
    assert reader("base/abroad/budget") == before
    desk.open_sheet(filing, "base")
    desk.page.locator('td[data-cell="base/abroad/budget"] p.problem').wait_for()
    told = desk.page.locator(".editor-message")
    assert told.inner_text().startswith("上次有 1 格没有送出，已从本机恢复，但有 1 格没有存下，请改正：“2、出国经费，2024年预算数”。")
    assert field.input_value() == "五万"
    desk.type("base/abroad/budget", "5")
    desk.saved()
    assert reader("base/abroad/budget") == "5" and field.get_attribute("aria-invalid") is None


def test_over_long_text_is_told_with_its_length_and_kept(desk, reader):
    before = reader("base/economyMeasures/text")
    desk.type("base/economyMeasures/text", "长" * 6000)
    desk.page.locator('td[data-cell="base/economyMeasures/text"] p.problem', has_text="现有 6000 字").wait_for()
    # What is cleaned away before a text is stored is not counted here either.
    desk.type("base/economyMeasures/text", "  " + "长" * 6000 + "　\n\n")
    counter = desk.page.locator('td[data-cell="base/economyMeasures/text"] .counter')
    assert counter.inner_text().startswith("6000 / ")
    assert reader("base/economyMeasures/text") == before
    desk.type("base/economyMeasures/text", before)
    desk.saved()


def test_enter_arrows_and_tab_walk_between_cells_as_in_a_spreadsheet(desk):
    press = desk.page.keyboard.press
    desk.field("base/businessWork/last").click()
    walk = [
        ("Enter", "base/maintenance/last"), ("Shift+Enter", "base/businessWork/last"),
        ("ArrowRight", "base/businessWork/budget"), ("ArrowDown", "base/maintenance/budget"),
        ("ArrowLeft", "base/maintenance/last"), ("ArrowUp", "base/businessWork/last"),
        ("ArrowUp", "base/projectExpenditure/last"), ("ArrowDown", "base/businessWork/last"),
        ("Tab", "base/businessWork/budget"), ("Shift+Tab", "base/businessWork/last"),
    ]
    seen = []
    for key, _ in walk:
        press(key)
        seen.append((key, focused(desk)))
    assert seen == walk


def test_typing_replaces_escape_brings_back_and_f2_edits(desk, reader):
    keyboard = desk.page.keyboard
    desk.type("base/officeExpense/last", "18.06")
    desk.saved()
    desk.field("base/officeExpense/last").click()
    keyboard.type("7")
    assert desk.field("base/officeExpense/last").input_value() == "7"
    keyboard.press("Escape")
    assert desk.field("base/officeExpense/last").input_value() == "18.06"
    keyboard.press("F2")
    keyboard.type("5")
    keyboard.press("Home")
    keyboard.type("1")
    keyboard.press("Enter")
    desk.saved()
    assert focused(desk) == "base/utilitiesAndTravel/last"
    assert reader("base/officeExpense/last") == "118.065"


def test_undo_and_redo_go_back_and_forth_over_cells_and_are_saved(desk, reader):
    cells = {"base/procurement/last": "1.01", "base/procurement/budget": "2.02"}
    for cell, text in cells.items():
        desk.type(cell, text)
    desk.saved()
    for cell, text in {"base/procurement/last": "30", "base/procurement/budget": "40"}.items():
        desk.type(cell, text)
    desk.saved()
    press = desk.page.keyboard.press
    press("Control+z")
    press("Control+z")
    desk.saved()
    assert {cell: reader(cell) for cell in cells} == cells
    press("Control+y")
    desk.saved()
    assert (reader("base/procurement/last"), reader("base/procurement/budget")) == ("30", "2.02")


def test_a_block_is_filled_down_and_emptied(desk, reader):
    press = desk.page.keyboard.press
    desk.type("base/officeExpense/budget", "6.6")
    desk.field("base/officeExpense/budget").click()
    for key in ("Shift+ArrowDown", "Shift+ArrowDown", "Control+d"):
        press(key)
    desk.saved()
    rows = ("officeExpense", "utilitiesAndTravel", "meetingsAndTraining")
    assert [reader(f"base/{row}/budget") for row in rows] == ["6.6"] * 3
    press("Delete")
    desk.saved()
    assert [reader(f"base/{row}/budget") for row in rows] == [""] * 3
    press("Control+z")
    desk.saved()
    assert [reader(f"base/{row}/budget") for row in rows] == ["6.6"] * 3


def paste(desk, text):
    desk.page.evaluate("text => navigator.clipboard.writeText(text)", text)
    desk.page.keyboard.press("Control+v")


def test_a_pasted_block_fills_cells_skips_sums_and_is_undone_at_once(desk, reader):
    cells = [f"base/{row}/{column}" for row in ("vehiclePurchase", "vehicleRunning", "abroad", "reception")
             for column in ("last", "budget", "final")]
    before = [reader(cell) for cell in cells]
    desk.field("base/vehicles/last").focus()
    paste(desk, "9\t9\t9\n1\t1,234.5\t３\n４.5\t5\t\n7\t8\t9\n10\t11\t12\n")
    desk.page.locator(".editor-message", has_text="粘贴：填入 12 格").wait_for()
    desk.saved()
    assert [reader(cell) for cell in cells] == ["1", "1234.5", "3", "4.5", "5", "", "7", "8", "9", "10", "11", "12"]
    assert reader("base/threePublic/last") == "22.5"
    desk.page.locator(".editor-message").get_by_role("button", name="撤销").click()
    desk.saved()
    assert [reader(cell) for cell in cells] == before


def test_a_pasted_block_with_headings_and_labels_finds_its_rows_and_columns(desk, reader):
    desk.field("base/reception/last").click()
    paste(desk, "项目\t2024年决算数\t2023年决算数\n会议费、培训费\t1.5\t2.5\n3、公务接待\t0.7\t0.9\n没有这一行\t1\t1\n")
    desk.page.locator(".editor-message", has_text="没有对上的行：没有这一行").wait_for()
    desk.saved()
    assert [reader(f"base/{place}") for place in (
        "meetingsAndTraining/final", "meetingsAndTraining/last", "reception/final", "reception/last")] == [
        "1.5", "2.5", "0.7", "0.9"]


def test_a_copied_block_is_tab_separated(desk):
    desk.field("base/reception/last").click()
    for key in ("Shift+ArrowRight", "Shift+ArrowRight", "Control+c"):
        desk.page.keyboard.press(key)
    copied = desk.page.evaluate("navigator.clipboard.readText()")
    assert copied == "\t".join(desk.shown(f"base/reception/{column}") for column in ("last", "budget", "final"))


def test_an_input_method_composes_in_a_cell_undisturbed(desk, reader):
    """Keys that belong to the input method neither walk nor save half a word."""
    client = desk.context.new_cdp_session(desk.page)
    desk.field("base/economyMeasures/text").click()
    desk.page.keyboard.press("Control+a")
    for text in ("yan", "yan ge"):
        client.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
        desk.page.keyboard.press("ArrowDown")
    assert focused(desk) == "base/economyMeasures/text"
    desk.page.keyboard.insert_text("严格审批，节约开支。")
    desk.page.keyboard.press("Tab")
    desk.saved()
    assert reader("base/economyMeasures/text") == "严格审批，节约开支。"


def test_f8_leads_from_problem_to_problem(desk):
    desk.type("base/staff/posts", "")
    desk.type("base/basicExpenditure/last", "")
    desk.saved()
    desk.page.locator("aside.findings li.finding", has_text="编制数未填").wait_for()
    seen = set()
    for _ in range(desk.page.locator("aside.findings li.finding").count()):
        desk.page.keyboard.press("F8")
        seen.add(focused(desk))
    assert {"base/staff/posts", "base/basicExpenditure/last"} <= seen
    for cell in ("base/staff/posts", "base/basicExpenditure/last"):
        desk.type(cell, "30")
    desk.saved()


def test_the_budget_systems_value_stays_beside_an_edit(desk, program, filing, reader):
    token = program.run("account", "token", "预算系统").strip()
    answer = requests.put(
        f"{program.base}/api/v1/budget-data/2024/{UNIT}", headers={"Authorization": f"Bearer {token}"},
        json=[{"place": "base/businessWork/budget", "value": "66.6"}])
    assert answer.status_code == 200
    desk.open_sheet(filing, "base")
    holder = desk.page.locator('td[data-cell="base/businessWork/budget"]')
    assert holder.get_attribute("data-synced") == "66.6"
    desk.type("base/businessWork/budget", "70")
    desk.saved()
    assert "edited" in holder.get_attribute("class")
    desk.field("base/businessWork/budget").click()
    bar = desk.page.locator("[data-formula-bar]")
    assert "预算系统" in bar.inner_text() and "66.6" in bar.inner_text()
    desk.open_sheet(filing, "base")
    assert "edited" in holder.get_attribute("class") and holder.get_attribute("data-synced") == "66.6"


def test_the_rules_points_are_taken_over_with_one_key(desk, filing):
    desk.open_sheet(filing, "self")
    line = desk.add_line("quantity")
    for column, text in {"name": "演出场次", "target": "≥80场", "actual": "50场", "points": "8"}.items():
        desk.type(f"{line}/{column}", text)
    desk.saved()
    assert desk.proposal(f"{line}/score").split() == ["按规则", "5"]
    desk.field(f"{line}/score").click()
    desk.page.keyboard.press("Control+Enter")
    desk.saved()
    assert desk.shown(f"{line}/score") == "5"
    desk.page.locator(f'button[value="remove:{line.split("/")[1]}"]').click()
    desk.page.locator(f'[data-cell="{line}/score"]').wait_for(state="detached")


def test_zoom_and_full_width_change_the_sheet_and_nothing_else(desk, filing):
    def size():
        return desk.page.locator("table.sheet").bounding_box()

    before = size()
    desk.page.get_by_role("button", name="放大").click()
    assert size()["height"] > before["height"]
    desk.page.get_by_role("button", name="缩小").click()
    desk.page.get_by_role("button", name="全宽").click()
    assert size()["width"] > before["width"]
    assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.page.get_by_role("button", name="全宽").click()
    assert size() == before
