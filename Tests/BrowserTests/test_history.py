"""历史 with what stood in cells before and after, one cell's history, and the line above a sheet that is only read."""

import re
from datetime import date, timedelta

import pytest

UNIT = "101003"
CELL = "base/reception/final"
SECTION = "report/problems/text"


@pytest.fixture(scope="module")
def filing(program):
    return program.filing(UNIT)


def send(desk, filing):
    """Explains what has to be explained and sends the filing off."""
    for key in [item for item in desk.findings(filing).get("送审前须说明", [])]:
        desk.explain(filing, key[3], "已与决算核对。")
    desk.go(f"/filings/{filing}/check")
    desk.press("保存并送本单位审核")
    receipt = desk.page.locator(".notice.success", has_text="送审，现为“待单位审核”。")
    assert re.search(r"回执编号 [0-9A-F]{12}。", receipt.inner_text())


@pytest.mark.journey
class TestHistory:
    def test_it_shows_what_stood_in_the_cells_before_and_after(self, desks, filing):
        desk = desks(f"jb{UNIT}")
        desk.open_sheet(filing, "base")
        self.__class__.before = desk.shown(CELL)
        desk.type(CELL, "3.21")
        desk.saved()
        desk.type(CELL, self.before)
        desk.saved()
        desk.type("base/abroad/last", "0.40")
        desk.saved()
        desk.go(f"/filings/{filing}/history")
        entry = desk.page.locator("ol.timeline > li").first
        entry.locator("summary").click()
        row = entry.locator("table.diff tbody tr", has_text="出国经费")
        assert "0.40" in row.locator('td[data-label="现在"] ins').inner_text()
        # What is as it was at the beginning of the day is no change of that day.
        assert entry.locator("table.diff tbody tr", has_text="公务接待").count() == 0

    def test_it_names_the_rule_of_an_explanation_and_offers_no_changes_where_nothing_came_back(self, desks, program):
        desk = desks("finance")
        desk.go(f"/filings/{program.filing('202001')}/history")
        entry = desk.page.locator("ol.timeline > li", has_text="徐洋 说明")
        assert entry.get_by_role("link", name="姓名连同电话").get_attribute("href") == "/rules/P04"
        assert desk.page.get_by_role("link", name="查看最近一次退回后的变化").count() == 0
        desk.go(f"/filings/{program.filing(UNIT)}/history")
        assert desk.page.get_by_role("link", name="查看最近一次退回后的变化").count() == 1

    def test_a_cell_tells_all_that_ever_stood_in_it(self, desks, filing):
        desk = desks(f"jb{UNIT}")
        desk.open_sheet(filing, "base")
        desk.field(CELL).click()
        with desk.page.expect_navigation():
            desk.page.locator("[data-formula-bar]").get_by_role("link", name=re.compile("^最后修改：")).click()
        assert "公务接待" in desk.page.locator("h2").first.inner_text()
        rows = desk.page.locator("table.diff tbody tr")
        assert "3.21" in rows.nth(0).locator('td[data-label="原来"]').inner_text()
        assert "3.21" in rows.nth(1).locator('td[data-label="现在"]').inner_text()
        assert desk.send(f"/filings/{filing}/history?cell=base/nothing/here", method="GET")[0] == 404
        desk.forgive("404")

    def test_reviewers_read_only_the_sentences_and_files_that_changed(self, desks, program, filing):
        handler, reviewer = desks(f"jb{UNIT}"), desks(f"sh{UNIT}")
        send(handler, filing)
        reviewer.go(f"/filings/{filing}/check")
        reviewer.page.locator("summary", has_text="退回修改").click()
        reviewer.page.get_by_label("退回原因").fill("请补充问题，并附佐证。")
        reviewer.press("退回")
        handler.open_sheet(filing, "report")
        text = handler.field(SECTION).input_value()
        handler.type(SECTION, text + "（四）部分资料归档不及时，涉及档案12卷。")
        handler.saved()
        handler.go(f"/filings/{filing}/files")
        handler.page.get_by_label("文件", exact=True).set_input_files(
            {"name": "佐证.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF"})
        handler.press("上传")
        send(handler, filing)
        reviewer.go(f"/filings/{filing}/changes")
        row = reviewer.page.locator("table.diff tbody tr")
        assert row.count() == 1
        assert row.locator("del").count() == 0
        assert row.locator("ins").inner_text().strip() == "（四）部分资料归档不及时，涉及档案12卷。"
        assert "上传文件 佐证.pdf" in reviewer.page.locator("main").inner_text()

    def test_a_sheet_that_is_only_read_tells_of_its_cells_and_leads_to_a_note(self, desks, filing):
        desk = desks(f"sh{UNIT}")
        desk.open_sheet(filing, "base")
        bar = desk.page.locator("[data-reader-bar]")
        desk.page.locator(f'td[data-cell="{CELL}"]').click()
        assert "公务接待" in bar.inner_text() and "最后修改：" in bar.inner_text()
        desk.page.keyboard.press("ArrowUp")
        assert "出国经费" in bar.inner_text()
        desk.page.locator('td[data-cell="base/threePublic/final"]').click()
        assert "＝" in bar.inner_text()
        with desk.page.expect_navigation():
            bar.get_by_role("link", name="写批注").click()
        assert desk.page.locator("#place").input_value() == "base/threePublic/final"


def test_a_removed_line_can_be_put_back(desks, program):
    desk = desks("jb601001")
    filing = program.filing("601001")
    desk.open_sheet(filing, "self")
    line = desk.add_line("quantity")
    for column, text in {"name": "借阅图书", "target": "≥900册", "actual": "950册", "points": "5"}.items():
        desk.type(f"{line}/{column}", text)
    desk.saved()
    desk.press("删除 借阅图书")
    note = desk.page.locator(".editor-message", has_text="已删除“借阅图书”")
    with desk.page.expect_navigation():
        note.get_by_role("button", name="恢复").click()
    desk.saved()
    (name,) = desk.page.locator('textarea[name^="self/"][name$="/name"]').evaluate_all(
        "fields => fields.filter(field => field.value === '借阅图书').map(field => field.name)")
    back = name.rsplit("/", 1)[0]
    assert [desk.shown(f"{back}/{column}") for column in ("target", "actual", "points")] == ["≥900册", "950册", "5"]
    desk.open_sheet(filing, "self")
    assert desk.shown(f"{back}/target") == "≥900册"
    assert desk.page.locator(".editor-message").count() == 0


def test_a_project_is_not_removed_by_one_press(desks, program):
    desk = desks("jb601001")
    desk.go(f"/filings/{program.filing('601001')}/projects")
    desk.press("新增项目")
    address = desk.page.url
    desk.page.locator("summary", has_text="删除本项目").click()
    assert "不能撤销" in desk.page.locator("details.confirm").inner_text()
    assert desk.page.url == address
    desk.press("确定删除")
    assert desk.page.url != address


def test_a_password_is_issued_anew_only_after_asking(desks):
    desk = desks("admin")
    desk.go("/admin/people?q=jb501001")
    row = desk.page.locator("tbody tr")
    row.locator("summary", has_text="重发一次性密码").click()
    assert desk.page.locator("#secret").count() == 0 and "随即失效" in row.inner_text()
    desk.press("确定重发")
    assert desk.page.locator("#secret").inner_text()


def test_lists_are_sorted_by_their_headings_and_found_again_as_they_were_left(desks):
    desk = desks("finance")
    desk.go("/query?stage=done")
    desk.page.locator("thead").get_by_role("link", name="单位").click()
    desk.page.locator('th[aria-sort="ascending"]', has_text="单位").wait_for()
    codes = desk.page.locator("tbody th .sub").all_inner_texts()
    assert codes == sorted(codes) and len(codes) > 1
    desk.page.locator("thead").get_by_role("link", name="单位").click()
    desk.page.locator('th[aria-sort="descending"]', has_text="单位").wait_for()
    assert desk.page.locator("tbody th .sub").all_inner_texts() == codes[::-1]
    desk.page.locator("thead").get_by_role("link", name="得分").click()
    desk.page.locator('th[aria-sort="ascending"]', has_text="得分").wait_for()
    scores = [float(text) for text in desk.page.locator('td[data-label="得分"]').all_inner_texts()]
    assert scores == sorted(scores) and len(set(scores)) > 1
    desk.page.locator("thead").get_by_role("link", name="单位").click()
    desk.page.locator("thead").get_by_role("link", name="单位").click()
    desk.page.locator('th[aria-sort="descending"]', has_text="单位").wait_for()
    desk.go("/")
    desk.page.locator(".topnav").get_by_role("link", name="查询", exact=True).click()
    desk.page.locator('th[aria-sort="descending"]', has_text="单位").wait_for()
    assert desk.page.locator("#stage").input_value() == "done"


def test_a_sign_in_leads_to_what_was_asked_for(browser, program, desks):
    desks("finance")
    context = browser.new_context(base_url=program.base)
    page = context.new_page()
    page.goto("/query?stage=done&sort=unit-down")
    page.get_by_label("账号或手机号码").fill("finance")
    page.get_by_label("密码").fill(program.own_secret("finance"))
    page.get_by_role("button", name="登录", exact=True).click()
    page.wait_for_url(re.compile(r"/query\?stage=done&sort=unit-down$"))
    context.close()


def test_last_years_words_stand_below_a_section_that_is_written(desks, program):
    """The county's next year: a unit's new report beside the one before."""
    bureau, unit = desks("finance"), desks("jb601001")
    unit.open_sheet(program.filing("601001"), "report")
    unit.type("report/organisation/text", "本校内设教务、总务2个股室。")
    unit.saved()
    bureau.go("/admin/tasks/1")
    bureau.press("复制为 2025 年度草稿")
    bureau.page.get_by_label("截止日期").fill((date.today() + timedelta(days=60)).isoformat())
    bureau.page.get_by_label(re.compile("^单位编码")).fill("601001")
    bureau.press("保存草稿")
    bureau.press("下达")
    unit.go("/filings")
    unit.press("填报")
    filing = re.search(r"/filings/(\d+)/", unit.page.url)[1]
    unit.open_sheet(filing, "report")
    section = unit.page.locator(".report-section", has=unit.field("report/organisation/text"))
    section.locator("summary", has_text="2024年度这一节怎么写的").click()
    assert "内设教务、总务2个股室" in section.locator(".last-year").inner_text()
