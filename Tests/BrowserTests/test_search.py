"""检索: words in the reports, indicators and project names of every filing that the reader may look at."""

import time
from urllib.parse import quote

import pytest
from test_publication import desk_of, looks


@pytest.fixture(scope="module")
def bureau(browser, program):
    desk = desk_of(browser, program, "finance", java_script_enabled=False)
    yield desk
    assert desk.faults == []
    desk.close()


def hits(desk, words, **conditions):
    more = "".join(f"&{name}={value}" for name, value in conditions.items())
    assert desk.go(f"/search?q={quote(words)}{more}") == 200
    return [item.inner_text() for item in desk.page.locator(".found > li").all()]


def test_the_form_leads_to_marked_places(bureau):
    bureau.go("/")
    bureau.page.get_by_role("navigation", name="主菜单").get_by_role("link", name="检索").click()
    assert bureau.page.get_by_text("可以检索什么").count() == 1
    bureau.page.get_by_label("词语").fill("展会")
    bureau.press("检索")
    found = bureau.page.locator(".found > li")
    assert found.count() > 0
    for item in found.all():
        assert "展会" in item.locator("mark").all_inner_texts()
        assert "云溪县国际贸易促进委员会" in item.inner_text()


def test_words_of_one_and_two_characters_are_found_and_several_must_all_occur(bureau):
    assert len(hits(bureau, "谈")) > 0
    assert len(hits(bureau, "洽谈")) > 0
    both = hits(bureau, "招商洽谈 30次")
    assert len(both) == 3 and any("开展招商洽谈活动" in item for item in both)
    assert hits(bureau, "招商洽谈 特教学生") == []
    assert bureau.page.get_by_text("没有找到“招商洽谈 特教学生”。").count() == 1
    # Each pair of characters occurs, the word does not.
    assert hits(bureau, "商洽场") == []


def test_a_hit_leads_to_its_section_or_cell(bureau, program):
    hits(bureau, "带动的税收尚未入库", kind="indicator")
    bureau.page.locator(".found a").first.click()
    address = bureau.page.url
    assert f"/filings/{program.filing('202001')}/sheets/self#self_" in address and address.endswith("_reason")
    assert "带动的税收尚未入库" in bureau.page.locator(f"[id='{address.split('#')[1]}']").inner_text()
    hits(bureau, "农贸市场改造专项资金", kind="project")
    bureau.page.locator(".found a").first.click()
    assert bureau.page.url.endswith("_project_name")
    hits(bureau, "本年度无此项支出", kind="report")
    bureau.page.locator(".found a").first.click()
    assert bureau.page.url.endswith("_text")
    assert bureau.page.locator(f"[id='{bureau.page.url.split('#')[1]}']").count() == 1


def test_figures_in_the_prose_are_found_as_they_read(bureau):
    assert any("云溪县商务局" in item for item in hits(bureau, "基本支出共计471.83万元"))


def test_conditions_narrow_and_pages_follow(bureau, program):
    everything = hits(bureau, "年")
    assert len(everything) == 20
    bureau.page.get_by_role("link", name="下一页").click()
    assert bureau.page.locator(".found > li").count() == 20
    assert all("已办结" in item for item in hits(bureau, "支出", stage="done"))
    assert all("教育局" in item or "学校" in item or "中学" in item for item in hits(bureau, "支出", department="101"))
    assert hits(bureau, "支出", year="2019") == []


def test_units_find_their_department_only(browser, program):
    desk = desk_of(browser, program, "jb201001")
    assert hits(desk, "展会") == [] and hits(desk, "农贸市场") != []
    assert hits(desk, "展会", department="202") == []
    assert desk.faults == []
    desk.close()


def test_the_administrator_finds_nothing(browser, program):
    desk = desk_of(browser, program, "admin")
    assert hits(desk, "支出") == []
    desk.close()


def test_what_was_just_saved_is_found_within_seconds(browser, program):
    session = program.session("jb601001")
    filing = program.filing("601001")
    assert program.save(session, filing, {"report/problems/text": "无人机巡查尚未开展。"}).status_code == 200
    desk = desk_of(browser, program, "finance2")
    for _ in range(40):
        if hits(desk, "无人机巡查"):
            break
        time.sleep(0.25)
    assert len(hits(desk, "无人机巡查")) == 1
    desk.close()


@pytest.mark.parametrize("width", [1366, 390])
def test_it_looks_as_it_should(browser, program, width):
    desk = desk_of(browser, program, "finance", viewport={"width": width, "height": 900})
    hits(desk, "专项资金")
    looks(desk, "search", width)
    desk.close()
