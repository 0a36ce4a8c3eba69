"""Chapters 8 and 9: a report from elsewhere is checked; what keeps typing from being lost."""

import re

import checkup_files
from manual_review import Review

CELL = "base/reception/last"


class Readers(Review):
    def test_a_report_is_checked(self, camera, program, desks):
        desk = desks("jb101003", program)
        page = desk.page
        desk.go("/checkup")
        camera.see(page, 8)
        page.get_by_label("自评报告").set_input_files(
            {"name": "青禾县 自评报告.docx", "mimeType": "application/octet-stream", "buffer": checkup_files.word()})
        desk.press("开始体检")
        page.get_by_role("link", name="再体检一份").wait_for()
        camera.see(page, 8)
        desk.go("/checkup")
        page.get_by_label("自评报告").set_input_files(
            {"name": "自评报告.txt", "mimeType": "text/plain", "buffer": checkup_files.text().encode()})
        desk.press("开始体检")
        page.get_by_role("link", name="再体检一份").wait_for()
        camera.shoot(page, "checkup", 8, height=806)
        desk.go("/rules")
        camera.see(page, 8)
        desk.go("/rules/A02")
        camera.shoot(page, "rule", 8, height=900)
        bureau = desks("finance", program)
        bureau.go(f"/filings/{program.filing('201001')}/audits")
        camera.see(bureau.page, 8)

    def test_what_cannot_be_done_is_told(self, camera, program, desks):
        desk = desks("somebody", program)
        desk.sign_in("nobody", "wrong secret 1")
        camera.see(desk.page, 9)
        desk.forgive("422")
        desk.go("/help")
        camera.see(desk.page, 9)
        unit = desks("jb101003", program)
        unit.go("/filings/9999")
        camera.see(unit.page, 9)
        unit.forgive("404")

    def test_two_who_change_one_cell_see_both_texts(self, camera, program, desks):
        admin = program.session("admin")
        page = admin.post(f"{program.base}/admin/people", data={
            "csrf": admin.csrf, "account": "second", "name": "何明", "post": "handler", "unit": "101003"}).text
        program.accounts["second"] = {"secret": re.search(r'class="secret">([^<]+)<', page)[1]}
        first, second = desks("jb101003", program), desks("second", program)
        for desk in (first, second):
            desk.open_sheet(program.filing("101003"), "base")
        first.type(CELL, "2.15")
        first.saved()
        second.type(CELL, "2.25")
        second.page.locator(f'td[data-cell="{CELL}"] .conflict-choice').wait_for()
        camera.shoot(second.page, "conflict", 9, height=860)
        second.page.get_by_role("button", name=re.compile("^用对方的")).click()
        second.saved()

    def test_what_is_typed_without_a_connection_is_sent_later(self, camera, program, desks):
        desk = desks("jb101003", program)
        page = desk.page
        desk.open_sheet(program.filing("101003"), "base")
        desk.context.set_offline(True)
        desk.type(CELL, "2.35")
        page.locator("[data-save-state]", has_text="未连接，已留在本机").wait_for()
        camera.shoot(page, "offline", 9, element=".savebar")
        desk.page.close()
        desk.context.set_offline(False)
        desk.page = desk.context.new_page()
        desk.watch(desk.page)
        desk.go("/")
        # A new process of the browser may learn late what a closed one kept.
        desk.page.wait_for_function("Object.keys(localStorage).some((key) => key.startsWith('jiheng.outbox.'))")
        camera.see(desk.page, 9)
        desk.open_sheet(program.filing("101003"), "base")
        desk.page.locator(".editor-message", has_text="已从本机恢复并补存").wait_for()
        camera.see(desk.page, 9)
        desk.forgive("ERR_INTERNET_DISCONNECTED")

    def test_an_ended_session_says_so(self, camera, program, desks):
        desk = desks("second", program)
        desk.open_sheet(program.filing("101003"), "base")
        desk.context.clear_cookies()
        desk.type(CELL, "2.45")
        desk.page.locator("[data-save-state]", has_text="登录已过期").wait_for()
        camera.see(desk.page, 9)
        desk.forgive("401")
