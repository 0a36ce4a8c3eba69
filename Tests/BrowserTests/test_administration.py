"""Deputies, handing over, the log, and the three administrators, as their people see them."""

import re
from datetime import date, timedelta

from desk import Desk

TODAY = date.today()


def main(desk):
    return desk.page.locator("main").inner_text()


def person(desk, account):
    """Opens the page of an account."""
    desk.go(f"/admin/people?q={account}")
    row = desk.page.locator("tbody tr", has=desk.page.get_by_text(account, exact=True))
    row.get_by_role("link", name=re.compile("修改")).click()
    desk.page.wait_for_url(re.compile(r"people/\d+$"))


def begin(desk, unit, filing):
    """Begins a filing, or changes a cell of it where it was begun."""
    desk.go("/filings")
    button = desk.page.locator("tr", has_text=unit).get_by_role("button", name=re.compile("填报"))
    if button.count():
        with desk.page.expect_navigation():
            button.click()
    else:
        desk.open_sheet(filing, "base")
        desk.type("base/meetingsAndTraining/final", "0.12")
        desk.saved()


def test_a_deputy_acts_until_it_is_ended_and_the_history_names_both(desks, program):
    desk, page = desks("admin"), desks("admin").page
    filing = program.filing("101003")
    other = desks("jb201001")
    assert other.go(f"/filings/{filing}/history") == 404
    other.forgive("404")
    person(desk, "jb101003")
    page.get_by_label("代行人的账号").fill("jb201001")
    page.get_by_label("最后一天", exact=True).fill((TODAY - timedelta(days=1)).isoformat())
    desk.press("授权代理")
    desk.forgive("422")
    assert "请填最后一天" in main(desk) and "请填原因" in main(desk)
    page.get_by_label("最后一天", exact=True).fill((TODAY + timedelta(days=5)).isoformat())
    page.locator("#deputyReason").fill("出差")
    desk.press("授权代理")
    assert re.search(r"代 \S+：101003", main(desk))
    other.go("/account")
    assert "代行岗位" in main(other)
    begin(other, "101003", filing)
    other.go(f"/filings/{filing}/history")
    assert re.search(r"\S+ 代 \S+ ", desks("jb201001").page.locator(".timeline").inner_text())
    with page.expect_navigation():
        page.get_by_role("button", name=re.compile("^终止")).click()
    assert "已于" in main(desk)
    assert other.go(f"/filings/{filing}/history") == 404
    other.forgive("404")
    assert program.run("verify").strip().endswith("没有发现问题。")


def test_all_posts_are_handed_over_with_what_is_under_way(desks):
    desk, page = desks("admin"), desks("admin").page
    person(desk, "jb101003")
    page.get_by_role("link", name="移交岗位、办理离岗").click()
    page.wait_for_url(re.compile("handover"))
    assert "101003" in main(desk) and "等待办理的自评" in main(desk)
    page.get_by_label("接手人的账号").fill("nobody")
    page.get_by_label("原因", exact=True).fill("轮岗")
    desk.press("移交全部岗位")
    desk.forgive("422")
    assert "没有这个账号，或已停用。" in main(desk)
    page.get_by_label("接手人的账号").fill("sh101003")
    page.get_by_label(re.compile("^离岗")).check()
    desk.press("移交全部岗位")
    assert page.locator("#closed").is_checked()
    person(desk, "sh101003")
    assert page.locator('[value="handler@101003"]').first.is_checked()


def test_the_log_tells_of_it_and_can_be_filtered_checked_and_taken_away(desks, program):
    desk, page = desks("admin"), desks("admin").page
    desk.go("/admin/log")
    assert "移交岗位" in main(desk) and "授权代理" in main(desk)
    page.locator("#group").select_option("signIn")
    with page.expect_navigation():
        page.get_by_role("button", name="筛选").click()
    assert "移交岗位" not in page.locator("tbody").inner_text() and "登录" in page.locator("tbody").inner_text()
    page.get_by_role("link", name="校验日志").click()
    page.wait_for_url(re.compile("log/check"))
    assert "没有发现改动" in main(desk)
    desk.go("/admin/log?q=jb101003")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("^导出以上条件")).click()
    text = open(download.value.path(), encoding="utf-8-sig").read()
    assert text.startswith('"序号","时间","事项","对象","内容","经办人","来源","校验值"') and '"移交岗位"' in text
    desk.go("/admin/log?group=exports")
    assert "管理日志" in page.locator("tbody").inner_text()


def test_three_people_take_the_place_of_one(browser, desks, program):
    desk, page = desks("admin"), desks("admin").page
    secrets = {}
    for account in ["xitong", "anquan", "shenji"]:
        desk.go("/admin/people")
        form = page.locator("form.panel")
        form.get_by_label("账号", exact=True).fill(account)
        form.get_by_label("姓名", exact=True).fill(account)
        form.get_by_label("绩效经办").check()
        desk.press("新增并生成一次性密码")
        secrets[account] = page.locator("code.secret").inner_text()
    page.get_by_role("link", name="三员分立").click()
    page.wait_for_url(re.compile("separation"))
    for label, account in [("系统管理员的账号", "xitong"), ("安全管理员的账号", "anquan"), ("审计管理员的账号", "shenji")]:
        page.get_by_label(label).fill(account)
    desk.press("分立三员")
    desk.forgive("422")
    assert "请确认已经了解后果。" in main(desk)
    page.get_by_label(re.compile("^我已了解")).check()
    desk.press("分立三员")
    assert desk.go("/admin/people") == 403 and desk.go("/admin/units") == 403
    desk.forgive("403")
    allowed = {
        "xitong": {"/admin/units", "/admin/calendar"}, "anquan": {"/admin/people", "/admin/tokens", "/admin/retention", "/admin/second-factor"},
        "shenji": {"/admin/log"}}
    for account, paths in allowed.items():
        own = Desk(browser, program.base, viewport={"width": 1366, "height": 900})
        own.first_sign_in(account, secrets[account])
        for path in set().union(*allowed.values()):
            assert (own.go(path) == 200) == (path in paths), (account, path)
        own.close()
    program.run("account", "unite", "admin")
    assert desk.go("/admin/people") == 200 and desk.go("/admin/log") == 200
    assert "合并三员" in main(desk)
