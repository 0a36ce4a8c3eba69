"""What goes over the network besides the pages: headers, cookies and connections, and when a session is over."""

import sqlite3
import subprocess
import time
from pathlib import Path

import pytest
import requests
from program import Program, binary


@pytest.fixture(scope="module")
def program():
    program = Program.demo()
    yield program
    program.end()


@pytest.fixture(scope="module")
def secure():
    program = Program.demo("--secure")
    yield program
    program.end()


def is_in(program, session) -> bool:
    return session.get(program.base + "/account", allow_redirects=False).status_code == 200


def cookies(answer) -> list[str]:
    return answer.raw.headers.getlist("Set-Cookie")


@pytest.mark.parametrize("path", ["/sign-in", "/public", "/no-such-page", "/healthz", "/api/v1/openapi.json"])
def test_every_answer_says_what_browsers_may_do_with_it(program, path):
    headers = requests.get(program.base + path, allow_redirects=False).headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin" and headers["Cache-Control"]
    assert "Strict-Transport-Security" not in headers, "nobody came by https"


def sign_in(program, account="finance", session=None):
    session = session or requests.Session()
    return session.post(
        program.base + "/sign-in", data={"name": account, "secret": program.accounts[account]["secret"]},
        allow_redirects=False)


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(program, secure):
    plain, browser = cookies(sign_in(program))
    assert plain.startswith("jiheng=") and browser.startswith("jiheng-browser=") and "Max-Age=" in browser
    for cookie in (plain, browser):
        assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Secure" not in cookie
    answer = sign_in(secure)
    kept, browser = cookies(answer)
    assert kept.startswith("__Host-jiheng=") and browser.startswith("__Host-jiheng-browser=")
    for cookie in (kept, browser):
        assert "HttpOnly" in cookie and "; Path=/;" in cookie and "; Secure" in cookie
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_a_browser_that_is_known_stays_open_while_others_fail(program):
    session = program.session("sh401001")
    data = {"name": "sh401001", "secret": "wrong-wrong-wrong"}
    for _ in range(5):
        assert requests.post(program.base + "/sign-in", data=data).status_code == 422
    data["secret"] = program.secrets["sh401001"]
    assert requests.post(program.base + "/sign-in", data=data).status_code == 422
    del session.cookies["jiheng"]
    answer = session.post(program.base + "/sign-in", data=data, allow_redirects=False)
    assert answer.status_code == 303
    assert len(cookies(answer)) == 1


def test_who_signs_out_is_out_and_cannot_come_back_with_the_cookie(program):
    session = program.session("jb601001")
    token = session.cookies["jiheng"]
    session.post(program.base + "/sign-out", data={"csrf": session.csrf})
    again = requests.Session()
    again.cookies["jiheng"] = token
    assert not is_in(program, again)


def test_a_new_sign_in_ends_the_session_before_it(program):
    first = program.session("jb401001")
    token = first.cookies["jiheng"]
    first.post(program.base + "/sign-in", data={"name": "jb401001", "secret": program.secrets["jb401001"]})
    assert is_in(program, first) and first.cookies["jiheng"] != token
    old = requests.Session()
    old.cookies["jiheng"] = token
    assert not is_in(program, old)


@pytest.mark.parametrize("column, hours", [("seen_at", 2), ("began_at", 12)])
def test_a_session_is_over_after_two_idle_hours_and_after_twelve_in_any_case(program, column, hours):
    account = {"seen_at": "jb301001", "began_at": "jb501001"}[column]
    session = program.session(account)
    with sqlite3.connect(Path(program.data) / "jiheng.sqlite", timeout=30) as database:
        place = "person_id = (SELECT id FROM person WHERE account = ?)"
        database.execute(f"UPDATE session SET {column} = ? WHERE {place}", (int(time.time()) - hours * 3600 + 30, account))
        database.commit()
        assert is_in(program, session)
        database.execute(f"UPDATE session SET {column} = ? WHERE {place}", (int(time.time()) - hours * 3600, account))
        database.commit()
    assert not is_in(program, session)


def test_secrets_go_over_the_network_in_the_clear_only_where_somebody_said_so(tmp_path):
    done = subprocess.run(
        [binary(), "serve", "--data", str(tmp_path), "--host", "0.0.0.0"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 64 and "请在前面设置 https 代理并加 --secure" in done.stderr
    assert not list(tmp_path.iterdir())


def test_who_is_refused_something_stands_in_the_programs_log(program):
    session = program.session("jb601001")
    assert session.get(program.base + "/admin/people").status_code == 403
    log = Path(program.log.name).read_text()
    assert "kind=forbidden" in log and "path=/admin/people" in log


def test_people_see_where_they_are_signed_in_and_end_it_elsewhere(program):
    here, there = program.session("sh601001"), program.session("sh601001")
    there.headers["User-Agent"] = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0 Safari/537.36 Edg/126.0"
    third = requests.Session()
    third.headers["User-Agent"] = there.headers["User-Agent"]
    third.post(program.base + "/sign-in", data={"name": "sh601001", "secret": program.secrets["sh601001"]})
    assert "Edge（Windows）" in here.get(program.base + "/account").text
    answer = here.post(program.base + "/account/sessions", data={"csrf": here.csrf})
    assert "没有在别处登录" in answer.text and is_in(program, here)
    assert not is_in(program, there) and not is_in(program, third)
