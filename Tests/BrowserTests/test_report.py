"""Reports: cells stand in the text by their names, with and without scripts; what is missing, optional or wrong shows."""

import re

import pytest
from desk import Desk

UNIT = "601001"
SECTION = "report/organisation/text"
NAME = "【三公经费，2024年决算数】"
ADDRESS = re.compile(r"\{\{|\b(?:base|self|project-\d+)/\w+/\w+")


@pytest.fixture(scope="module")
def filing(program):
    return program.filing(UNIT)


@pytest.fixture(scope="module")
def stored(program, filing):
    """What the server holds, past the pages."""
    session = program.session(f"jb{UNIT}")

    def text(section=SECTION):
        report, part, _ = section.split("/")
        reports = session.get(f"{program.base}/filings/{filing}/export/json").json()["reports"]
        sections = next(item for item in reports if item["id"] == report)["sections"]
        return next(item for item in sections if item["id"] == part)

    text.session = session
    return text


@pytest.fixture(scope="module", params=[True, False], ids=["with scripts", "without scripts"])
def desk(request, browser, program):
    desk = Desk(browser, program.base, viewport={"width": 1366, "height": 900}, java_script_enabled=request.param)
    program.sign_in(desk.page, f"jb{UNIT}")
    desk.has_scripts = request.param
    yield desk
    assert desk.faults == []
    desk.close()


def keep(desk):
    """Saves what was written: by itself, or with the button."""
    if desk.has_scripts:
        desk.page.keyboard.press("Tab")
        desk.saved()
    else:
        desk.press("保存")


def preview(desk, section=SECTION):
    return desk.page.locator(f'[data-preview="{section}"]')


def test_no_cell_address_is_shown(desk, filing):
    for sheet in ("report", "projectReport"):
        desk.open_sheet(filing, sheet)
        texts = [field.input_value() for field in desk.page.locator("textarea.prose").all()]
        assert [text for text in texts if ADDRESS.search(text)] == []
        assert not ADDRESS.search(desk.page.locator("main").inner_text())
    desk.open_sheet(filing, "report")
    assert "【公用经费，2024年决算数】" in desk.field("report/basic/text").input_value()


def test_a_name_becomes_the_cells_figure_and_stays_a_name_in_the_editor(desk, program, filing, stored):
    desk.open_sheet(filing, "report")
    desk.field(SECTION).fill(f"三公经费{NAME}万元，【没有这个数】。")
    keep(desk)
    desk.open_sheet(filing, "report")
    assert desk.field(SECTION).input_value() == f"三公经费{NAME}万元，【没有这个数】。"
    figure = preview(desk).locator(".chip").inner_text()
    assert re.fullmatch(r"[\d.]+", figure)
    assert preview(desk).inner_text().endswith(f"三公经费{figure}万元，【没有这个数】。")
    program.save(stored.session, filing, {"base/reception/final": "7.77" if desk.has_scripts else "8.88"})
    desk.open_sheet(filing, "report")
    changed = preview(desk).locator(".chip").inner_text()
    assert changed != figure
    held = stored()
    assert "三公经费{{base/threePublic/final}}万元，【没有这个数】。" in held.values()
    assert f"三公经费{changed}万元，【没有这个数】。" in held.values()


def test_an_unchanged_report_is_not_saved_anew(desk, program, filing, stored):
    desk.open_sheet(filing, "report")
    before = desk.page.locator("form.editor").get_attribute("data-version")
    if not desk.has_scripts:
        keep(desk)
    desk.open_sheet(filing, "report")
    assert desk.page.locator("form.editor").get_attribute("data-version") == before


def test_a_renamed_cell_stays_bound_on_a_page_that_knows_its_old_name(desk, program, filing, stored):
    desk.open_sheet(filing, "self")
    first = desk.page.locator('tr.line [data-cell$="/name"]').first.get_attribute("data-cell")
    name = desk.field(first).input_value()
    score = first.replace("/name", "/score")
    program.save(stored.session, filing, {SECTION: f"得分{{{{{score}}}}}"})
    desk.open_sheet(filing, "report")
    assert desk.field(SECTION).input_value() == f"得分【{name}，得分】"
    program.save(stored.session, filing, {first: "改过的名称"})
    desk.field(SECTION).fill(f"共得分【{name}，得分】")
    keep(desk)
    desk.open_sheet(filing, "report")
    assert desk.field(SECTION).input_value() == "共得分【改过的名称，得分】"
    program.save(stored.session, filing, {first: name})


def test_a_section_that_may_stay_blank_says_so(desk, program, filing, stored):
    program.save(stored.session, filing, {"report/other/text": "", "report/stateCapital/text": ""})
    desk.open_sheet(filing, "report")
    state = lambda row: desk.page.locator(f'[data-outline="report/{row}/text"] .outline-state').inner_text()
    classes = lambda row: desk.page.locator(f'[data-outline="report/{row}/text"]').get_attribute("class")
    assert (state("other"), state("stateCapital"), state("basic")) == ("可不写", "未写", "已写")
    assert "missing" not in classes("other") and "missing" in classes("stateCapital")


def test_what_is_wrong_with_a_section_stands_at_it(desk, program, filing, stored):
    program.save(stored.session, filing, {"report/problems/text": "", "report/functions/text": "负责文化、旅游、广电、体育工作。"})
    desk.open_sheet(filing, "report")
    section = desk.page.locator(".report-section", has=desk.field("report/problems/text"))
    assert "flagged" in section.get_attribute("class")
    flag = section.locator(".section-flags li")
    assert flag.first.inner_text().startswith(("须改正", "须说明"))
    link = desk.page.locator(f'aside.findings a[href="#report_problems_text"]').first
    link.click()
    if desk.has_scripts:
        desk.page.wait_for_function("document.activeElement.id === 'report_problems_text'")
    desk.field("report/problems/text").fill("（一）用款进度前低后高，原因是项目招标较晚。")
    keep(desk)
    if desk.has_scripts:
        section.locator(".section-flags").wait_for(state="detached")
        assert "flagged" not in section.get_attribute("class")
    desk.open_sheet(filing, "report")
    assert section.locator(".section-flags").count() == 0


def test_the_outline_shows_the_gravity_of_its_sections_and_where_the_caret_is(desk, program, filing, stored):
    program.save(stored.session, filing, {"report/problems/text": "", "report/functions/text": "负责文化、旅游、广电、体育工作。"})
    desk.open_sheet(filing, "report")

    def tone(locator, edge):
        return locator.evaluate(f"item => getComputedStyle(item).{edge}")

    seen = set()
    for link in desk.page.locator(".outline a.flagged").all():
        section = desk.page.locator(".report-section", has=desk.field(link.get_attribute("data-outline")))
        severity = next(name for name in ("error", "warning") if name in section.get_attribute("class").split())
        assert severity in link.get_attribute("class").split()
        assert tone(link, "borderLeftColor") in tone(section, "boxShadow")
        seen.add(severity)
    assert seen
    if not desk.has_scripts:
        return
    for link in desk.page.locator(".outline a").all():
        desk.field(link.get_attribute("data-outline")).focus()
        desk.page.wait_for_timeout(50)
        current = desk.page.locator(".outline a[aria-current]")
        assert current.get_attribute("data-outline") == link.get_attribute("data-outline")


def test_those_who_only_read_see_the_same_flags_and_no_address(browser, program, filing, stored):
    program.save(stored.session, filing, {"report/problems/text": ""})
    reader = Desk(browser, program.base)
    program.sign_in(reader.page, f"sh{UNIT}")
    reader.open_sheet(filing, "report")
    section = reader.page.locator(".report-section", has=reader.field("report/problems/text"))
    assert "flagged" in section.get_attribute("class") and section.locator(".section-flags li").count() > 0
    assert not ADDRESS.search(reader.page.locator("main").inner_text())
    reader.close()


def test_a_name_is_put_where_the_caret_stands(browser, program, filing):
    desk = Desk(browser, program.base, viewport={"width": 1366, "height": 900})
    program.sign_in(desk.page, f"jb{UNIT}")
    desk.open_sheet(filing, "report")
    desk.field(SECTION).fill("共万元。")
    desk.field(SECTION).press("Home")
    desk.field(SECTION).press("ArrowRight")
    section = desk.page.locator(".report-section", has=desk.field(SECTION))
    section.locator("summary", has_text="插入数据").click()
    section.get_by_role("button", name=NAME).click()
    assert desk.field(SECTION).input_value() == f"共{NAME}万元。"
    search = section.get_by_label("查找其他数据")
    search.fill("【编制数】")
    assert desk.field(SECTION).input_value() == f"共{NAME}【编制数】万元。"
    desk.page.keyboard.press("Tab")
    desk.saved()
    assert preview(desk).locator(".chip").count() == 2 and desk.faults == []
    desk.close()


def test_two_writers_of_a_section_see_names_in_the_conflict(browser, program, filing, stored):
    desk = Desk(browser, program.base, viewport={"width": 1366, "height": 900})
    program.sign_in(desk.page, f"jb{UNIT}")
    program.save(stored.session, filing, {SECTION: "起初。"})
    desk.open_sheet(filing, "report")
    program.save(stored.session, filing, {SECTION: "他人写的{{base/threePublic/final}}。"})
    desk.field(SECTION).fill("我写的。")
    desk.page.keyboard.press("Tab")
    box = desk.page.locator(".conflict-choice")
    box.wait_for()
    assert NAME in box.inner_text() and not ADDRESS.search(box.inner_text())
    box.get_by_role("button", name=re.compile("用对方的")).click()
    desk.saved()
    assert desk.field(SECTION).input_value() == f"他人写的{NAME}。"
    desk.close()


def test_the_count_comes_when_the_end_is_near_and_is_read_out(browser, program, filing):
    desk = Desk(browser, program.base, viewport={"width": 1366, "height": 900})
    program.sign_in(desk.page, f"jb{UNIT}")
    desk.open_sheet(filing, "report")
    assert desk.page.locator(".counter").count() == 0
    section = desk.page.locator(".report-section", has=desk.field("report/other/text"))
    desk.field("report/other/text").fill("长" * 16_001)
    assert section.locator(".counter").inner_text() == "16001 / 20000 字"
    section.locator("[role=status]", has_text="还可写 3999 字").wait_for(state="attached")
    desk.field("report/other/text").fill("无")
    assert section.locator(".counter").is_hidden()
    desk.close()
