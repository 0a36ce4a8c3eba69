"""Nobody's typing is lost: two editors of a cell, no connection, an ended session, a filing sent meanwhile."""

import re
import signal
import time

import pytest
from desk import Desk

UNIT = "601001"
CELL = "base/reception/last"


@pytest.fixture(scope="module")
def filing(program):
    """The filing, which a second handler of the unit may also fill in."""
    admin = program.session("admin")
    page = admin.post(f"{program.base}/admin/people", data={
        "csrf": admin.csrf, "account": "second", "name": "何二", "post": "handler", "unit": UNIT}).text
    program.accounts["second"] = {"secret": re.search(r'class="secret">([^<]+)<', page)[1]}
    return program.filing(UNIT)


@pytest.fixture
def desks(browser, program, filing):
    """Makes desks with the base table open."""
    made = []

    def desk(account, cell_page="base"):
        new = Desk(browser, program.base, viewport={"width": 1440, "height": 900})
        program.sign_in(new.page, account)
        new.open_sheet(filing, cell_page)
        made.append(new)
        return new

    yield desk
    for desk in made:
        desk.close()


def held(program, cell):
    """What the server holds."""
    session = program.session(f"sh{UNIT}")
    page = session.get(f"{program.base}/filings/{program.filing(UNIT)}/sheets/{cell.split('/')[0]}").text
    return re.search(rf'id="{cell.replace("/", "_")}"[^>]*>([^<]*)<', page)[1].strip().replace(",", "")


def state(desk, words):
    desk.page.locator("[data-save-state]", has_text=words).wait_for()


def faults_but(desk, *words):
    desk.forgive(*words)
    return desk.faults


def collide(first, second, theirs, mine):
    """The second typed over what the first had saved meanwhile. Answers the choice shown in the cell."""
    first.type(CELL, theirs)
    first.saved()
    second.type(CELL, mine)
    choice = second.page.locator(f'td[data-cell="{CELL}"] .conflict-choice')
    choice.wait_for()
    return choice


def test_two_editors_see_both_texts_and_the_second_may_keep_the_own_one(program, desks):
    first, second = desks(f"jb{UNIT}"), desks("second")
    choice = collide(first, second, "11.1", "22.2")
    state(second, "有冲突：1 格")
    name = program.accounts[f"jb{UNIT}"]["name"]
    assert re.fullmatch(rf"{name} \d\d:\d\d:\d\d 把这里改成了“11.1”。", choice.locator("p").inner_text())
    assert choice.get_by_role("button").all_inner_texts() == ["用我的 22.2", "用对方的 11.1"]
    assert held(program, CELL) == "11.1"
    choice.get_by_role("button", name="用我的 22.2").click()
    second.saved()
    assert held(program, CELL) == "22.2" and first.faults + second.faults == []


def test_or_the_other_ones_while_other_cells_are_saved_on(program, desks):
    first, second = desks(f"jb{UNIT}"), desks("second")
    choice = collide(first, second, "33.3", "44.4")
    second.type("base/abroad/last", "1.5")
    second.page.wait_for_timeout(1500)
    assert (held(program, "base/abroad/last"), held(program, CELL)) == ("1.5", "33.3")
    choice.get_by_role("button", name="用对方的 33.3").click()
    second.saved()
    assert second.shown(CELL) == "33.3" and held(program, CELL) == "33.3"
    assert first.faults + second.faults == []


def test_different_cells_do_not_collide(program, desks):
    first, second = desks(f"jb{UNIT}"), desks("second")
    first.type("base/abroad/last", "0.4")
    second.type("base/abroad/budget", "0.5")
    first.saved()
    second.saved()
    assert (held(program, "base/abroad/last"), held(program, "base/abroad/budget")) == ("0.4", "0.5")


def test_without_a_connection_typing_goes_on_and_is_sent_when_it_is_back(program, desks):
    desk = desks(f"jb{UNIT}")
    desk.type(CELL, "5")
    desk.saved()
    desk.context.set_offline(True)
    desk.type(CELL, "6.5")
    state(desk, "未连接，已留在本机")
    desk.type("base/reception/budget", "7.5")
    desk.type("base/economyMeasures/text", "停电期间写下的措施。")
    assert "unsaved" in desk.page.locator(f'td[data-cell="{CELL}"]').get_attribute("class")
    assert held(program, CELL) == "5"
    desk.context.set_offline(False)
    desk.saved()
    assert [held(program, cell) for cell in (CELL, "base/reception/budget", "base/economyMeasures/text")] == [
        "6.5", "7.5", "停电期间写下的措施。"]
    assert faults_but(desk, "ERR_INTERNET_DISCONNECTED") == []


def test_what_was_typed_before_the_window_closed_comes_back_in_the_next(program, desks):
    desk = desks(f"jb{UNIT}")
    desk.context.set_offline(True)
    desk.type(CELL, "8.5")
    state(desk, "未连接，已留在本机")
    desk.page.close()
    # What the window sends in closing must fail too, which a busy machine brings about a moment later.
    time.sleep(2)
    desk.context.set_offline(False)
    assert held(program, CELL) == "6.5"
    desk.page = desk.context.new_page()
    desk.open_sheet(program.filing(UNIT), "base")
    desk.page.locator(".editor-message", has_text="上次有 1 格没有送出，已从本机恢复并补存。").wait_for()
    desk.saved()
    assert held(program, CELL) == desk.shown(CELL) == "8.5"


def test_a_server_that_stands_still_is_waited_for(program, desks):
    desk = desks(f"jb{UNIT}")
    desk.page.route("**/cells", lambda route: route.fulfill(status=503, json={"message": "数据库暂时不可用"}))
    desk.type(CELL, "9.25")
    state(desk, "未连接，已留在本机")
    desk.page.unroute("**/cells")
    desk.saved()
    assert held(program, CELL) == "9.25"


def test_a_server_that_is_stopped_in_the_middle_of_a_save_gets_it_when_it_goes_on(program, desks):
    desk = desks(f"jb{UNIT}")
    program.process.send_signal(signal.SIGSTOP)
    try:
        desk.type(CELL, "9.5")
        desk.type("base/reception/budget", "9.75")
        state(desk, "正在保存")
    finally:
        program.process.send_signal(signal.SIGCONT)
    desk.saved()
    assert (held(program, CELL), held(program, "base/reception/budget")) == ("9.5", "9.75")
    assert desk.faults == []


def test_an_ended_session_keeps_the_typing_until_the_person_is_back(program, desks):
    desk = desks(f"jb{UNIT}")
    desk.context.clear_cookies()
    desk.type(CELL, "10.5")
    state(desk, "登录已过期，已留在本机。")
    desk.type("base/reception/budget", "10.75")
    assert held(program, CELL) == "9.5"
    desk.page.locator("[data-save-state]").get_by_role("link", name="重新登录").click()
    desk.page.get_by_label("账号或手机号码").fill(f"jb{UNIT}")
    desk.page.get_by_label("密码").fill(program.secrets[f"jb{UNIT}"])
    desk.press("登录")
    assert desk.page.url.endswith(f"/filings/{program.filing(UNIT)}/sheets/base")
    desk.page.locator(".editor-message", has_text="上次有 2 格没有送出").wait_for()
    desk.saved()
    assert (held(program, CELL), held(program, "base/reception/budget")) == ("10.5", "10.75")
    assert faults_but(desk, "401") == []


def test_another_person_who_signs_in_on_this_machine_does_not_send_it(program, desks):
    desk = desks(f"jb{UNIT}")
    desk.context.clear_cookies()
    desk.type(CELL, "66")
    state(desk, "登录已过期")
    program.sign_in(desk.page, "second")
    desk.open_sheet(program.filing(UNIT), "base")
    desk.page.wait_for_timeout(1500)
    assert desk.shown(CELL) == held(program, CELL) == "10.5"
    assert desk.page.locator(".editor-message").count() == 0


def test_report_text_survives_a_lost_connection_too(program, desks):
    desk = desks(f"jb{UNIT}", "report")
    cell = "report/organisation/text"
    desk.context.set_offline(True)
    desk.type(cell, "年末内设股室三个，没有所属事业单位。")
    state(desk, "未连接，已留在本机")
    desk.context.set_offline(False)
    desk.saved()
    assert held(program, cell) == "年末内设股室三个，没有所属事业单位。"


def test_a_filing_that_was_sent_meanwhile_takes_nothing_and_says_so(program, desks):
    desk = desks(f"jb{UNIT}")
    desk.page.route("**/cells", lambda route: route.fulfill(
        status=409, json={"message": "当前为“待单位审核”，不能进行此操作。"}))
    desk.type(CELL, "77")
    state(desk, "当前为“待单位审核”")
    assert desk.page.locator("[data-save-state]").get_by_role("link", name="刷新页面").is_visible()
    assert desk.shown(CELL) == "77"
