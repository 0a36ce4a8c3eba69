"""People sign in with another system: there and back, bound to one identity, and told why when it comes to nothing."""

import pytest
import requests
from program import Program
from provider import Provider


@pytest.fixture
def provider(tmp_path):
    provider = Provider(tmp_path)
    yield provider
    provider.end()


@pytest.fixture
def program(provider, tmp_path):
    program = Program.demo(*provider.options(tmp_path))
    yield program
    program.end()


def sign_in(page, program, user: str, start="/sign-in"):
    page.goto(program.base + start)
    page.get_by_role("link", name="用云溪统一认证登录").click()
    page.fill("#user", user)
    page.click("button")
    page.wait_for_url(program.base + "/**")


def refusal(page) -> str:
    return page.get_by_role("alert").inner_text()


def test_a_person_signs_in_without_a_secret_and_arrives_where_they_wanted_to_go(page, program):
    sign_in(page, program, "jb101003", start="/filings")
    assert page.url == program.base + "/filings"
    page.goto(program.base + "/account")
    assert "jb101003" in page.locator("dl.facts").inner_text()
    cookies = {one["name"]: one for one in page.context.cookies()}
    assert "jiheng-sign-on" not in cookies and cookies["jiheng"]["httpOnly"]


def test_an_identity_stays_bound_until_it_is_released(page, program, provider, browser):
    sign_in(page, program, "sh101001")
    provider.subjects["sh101001"] = "somebody else who was given the name"
    other = browser.new_context().new_page()
    sign_in(other, program, "sh101001")
    assert refusal(other) == "账号“sh101001”已绑定云溪统一认证的另一个身份，请联系管理员。"
    admin = browser.new_context().new_page()
    program.sign_in(admin, "admin")
    admin.goto(program.base + "/admin/people?q=sh101001")
    admin.locator("tr", has_text="sh101001").get_by_role("link", name="修改").click()
    assert provider.issuer in admin.inner_text("main")
    admin.get_by_role("button", name="解除绑定").click()
    assert "统一身份绑定" not in admin.inner_text("main")
    page.reload()
    assert "/sign-in" in page.url
    sign_in(other, program, "sh101001")
    assert other.url == program.base + "/"
    admin.goto(program.base + "/admin/log")
    log = admin.inner_text("main")
    assert "绑定统一身份" in log and "解除统一身份绑定" in log and "经统一身份认证" in log


def test_who_has_no_account_or_is_not_let_in_is_told_so(page, program):
    sign_in(page, program, "nobody")
    assert refusal(page) == "云溪统一认证的账号“nobody”在本系统没有对应的账号，请联系管理员。"
    sign_in(page, program, "")
    assert refusal(page) == "云溪统一认证没有完成登录，请重试，或用账号和密码登录。"


@pytest.mark.parametrize("claim, value", [("aud", "another"), ("nonce", "another"), ("iss", "https://another"), ("exp", 1)])
def test_a_statement_that_is_not_for_this_sign_in_lets_nobody_in(page, program, provider, claim, value):
    provider.spoil = lambda claims: claims.update({claim: value})
    sign_in(page, program, "jb101003")
    assert refusal(page) == "云溪统一认证返回的身份无法核实，未能登录，请联系管理员。"
    page.goto(program.base + "/filings")
    assert "/sign-in" in page.url


def test_a_return_that_did_not_begin_in_this_browser_is_refused(program, provider):
    answer = requests.get(program.base + "/sign-in/identity/return?code=x&state=y", timeout=10)
    assert answer.status_code == 400 and "请重新点击" in answer.text
    begun = requests.get(program.base + "/sign-in/identity", timeout=10, allow_redirects=False)
    assert begun.status_code == 303 and begun.headers["Location"].startswith(provider.issuer + "/authorize?")
    assert "HttpOnly" in begun.headers["Set-Cookie"] and "SameSite=Lax" in begun.headers["Set-Cookie"]


def test_without_its_answer_people_are_sent_to_their_secrets(page, program, provider):
    provider.end()
    provider.server.server_close()
    page.goto(program.base + "/sign-in")
    page.get_by_role("link", name="用云溪统一认证登录").click()
    assert refusal(page) == "云溪统一认证暂时无法使用，请稍后再试，或用账号和密码登录。"
    program.sign_in(page, "jb101003")
    assert page.url == program.base + "/"


def test_where_no_other_system_is_set_the_addresses_are_unknown():
    program = Program.demo()
    try:
        for path in ["/sign-in/identity", "/sign-in/identity/return"]:
            assert requests.get(program.base + path, timeout=10).status_code == 404
        assert "统一" not in requests.get(program.base + "/sign-in", timeout=10).text
    finally:
        program.end()


def test_the_clients_secret_goes_nowhere_else(page, program, provider):
    provider.sends_on_to = provider.issuer + "/elsewhere"
    sign_in(page, program, "jb101003")
    assert refusal(page).startswith("云溪统一认证暂时无法使用")
    assert provider.authorizations == []


def test_who_came_from_the_provider_cannot_set_a_secret_without_the_one_time_one(page, program):
    sign_in(page, program, "jb101003")
    page.goto(program.base + "/account")
    page.fill("#secret", program.own_secret("jb101003"))
    page.fill("#repeated", program.own_secret("jb101003"))
    page.get_by_role("button", name="设置密码").click()
    assert "密码不对" in page.inner_text("main")
    page.fill("#present", program.accounts["jb101003"]["secret"])
    page.fill("#secret", program.own_secret("jb101003"))
    page.fill("#repeated", program.own_secret("jb101003"))
    page.get_by_role("button", name="设置密码").click()
    page.wait_for_url(program.base + "/")
