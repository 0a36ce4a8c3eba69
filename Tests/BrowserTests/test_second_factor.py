"""双重验证: set up on the page of the own account, asked for at sign-in, and ended."""

import base64
import hashlib
import hmac
import io
import struct
import time

import zxingcpp
from PIL import Image

from desk import SECRET, Desk


def code(key, ahead=0):
    """The six digits of RFC 6238 for a key in Base32, so many half minutes ahead."""
    key = key.replace(" ", "")
    key += "=" * (-len(key) % 8)
    digest = hmac.new(base64.b32decode(key), struct.pack(">q", int(time.time()) // 30 + ahead), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def test_the_code_of_an_authenticator_is_asked_for_until_it_is_ended(browser, program):
    desk = Desk(browser, program.base)
    page = desk.page
    try:
        desk.first_sign_in("jb401001", program.accounts["jb401001"]["secret"])
        desk.go("/account")
        page.get_by_label("现在的密码").fill("x")
        desk.press("启用双重验证")
        assert "密码不对" in page.locator("main").inner_text()
        page.get_by_label("现在的密码").fill(SECRET)
        desk.press("启用双重验证")
        key = page.locator(".steps .secret").inner_text()
        address = page.get_by_role("link", name="直接添加").get_attribute("href")
        assert address.startswith("otpauth://totp/") and f"secret={key.replace(' ', '')}&" in address
        picture = Image.open(io.BytesIO(page.locator("svg.qr-code").screenshot()))
        assert [code.text for code in zxingcpp.read_barcodes(picture)] == [address]
        page.get_by_label("动态验证码").fill("12345")
        desk.press("确认启用")
        assert "动态验证码不对" in page.locator("main").inner_text()
        page.get_by_label("动态验证码").fill(code(key))
        desk.press("确认启用")
        assert "已启用" in page.locator("main").inner_text()
        desk.go("/account")
        page.get_by_role("button", name="停用双重验证").wait_for()

        with page.expect_navigation():
            page.locator('form[action="/sign-out"] button').first.click()
        desk.sign_in("jb401001", SECRET)
        assert "账号、密码或动态验证码不对" in page.locator("main").inner_text()
        page.get_by_label("账号或手机号码").fill("jb401001")
        page.get_by_label("密码").fill(SECRET)
        page.get_by_label("动态验证码").fill(code(key, ahead=1))
        desk.press("登录")
        page.get_by_role("heading", name="您好").wait_for()
    finally:
        desk.forgive("422")
        assert not desk.faults
        desk.close()


def set_up(desk):
    """A second factor, from the page of the own account or the one that asks for it."""
    desk.page.get_by_label("现在的密码").fill(SECRET)
    desk.press("启用双重验证")
    desk.page.get_by_label("动态验证码").fill(code(desk.page.locator(".steps .secret").inner_text()))
    desk.press("确认启用")


def test_whoever_must_have_one_sets_it_up_before_anything_else(browser, program):
    admin, finance, handler = (Desk(browser, program.base) for _ in range(3))
    try:
        admin.first_sign_in("admin", program.accounts["admin"]["secret"])
        admin.go("/admin/second-factor")
        admin.page.get_by_label("要求谁启用").select_option("bureau")
        admin.press("保存要求")
        assert "请先在“账户”页为自己启用双重验证" in admin.page.locator("main").inner_text()
        admin.go("/account")
        set_up(admin)
        finance.first_sign_in("finance", program.accounts["finance"]["secret"])
        handler.first_sign_in("jb501001", program.accounts["jb501001"]["secret"])
        admin.go("/admin/second-factor")
        admin.page.get_by_label("要求谁启用").select_option("bureau")
        admin.press("保存要求")
        # Also in the session that was open before.
        finance.go("/query")
        assert "您的岗位须启用双重验证" in finance.page.locator("main").inner_text()
        set_up(finance)
        finance.go("/query")
        finance.page.get_by_role("heading", name="查询").wait_for()
        handler.go("/query")
        handler.page.get_by_role("heading", name="查询").wait_for()
        admin.go("/admin/second-factor")
        admin.page.get_by_label("要求谁启用").select_option("nobody")
        admin.press("保存要求")
    finally:
        admin.forgive("422")
