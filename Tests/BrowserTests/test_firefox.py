"""A smoke run in Debian's Firefox ESR: sign in, type a cell, see it saved, open the check page."""

import os
import shutil
import subprocess
import tempfile
import time

import pytest

from program import free_port

FIREFOX = os.environ.get("FIREFOX") or shutil.which("firefox-esr")


@pytest.fixture
def firefox():
    if not FIREFOX:
        pytest.skip("firefox-esr is not installed")
    from marionette_driver.marionette import Marionette

    port = free_port()
    profile = tempfile.mkdtemp(prefix="jiheng-firefox-")
    with open(os.path.join(profile, "user.js"), "w") as preferences:
        preferences.write(f'user_pref("marionette.port", {port});\n')
    process = subprocess.Popen(
        [FIREFOX, "--headless", "--marionette", "--no-remote", "--profile", profile],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"HOME": profile},
    )
    driver = Marionette("127.0.0.1", port=port, startup_timeout=90)
    driver.start_session()
    yield driver
    driver.delete_session()
    process.terminate()
    process.wait(20)
    shutil.rmtree(profile, ignore_errors=True)


def wait(condition, seconds: float = 20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := condition():
            return value
        time.sleep(0.2)
    raise AssertionError("did not come to pass")


def test_a_cell_typed_in_firefox_is_saved(program, firefox):
    account = "jb601001"
    session = program.session(account)
    firefox.navigate(program.base + "/sign-in")
    firefox.find_element("id", "name").send_keys(account)
    firefox.find_element("id", "secret").send_keys(program.own_secret(account))
    firefox.find_element("css selector", "button.primary").click()
    wait(lambda: firefox.get_url() == program.base + "/")
    filing = program.filing("601001")
    firefox.navigate(f"{program.base}/filings/{filing}/sheets/base")
    cell = firefox.find_element("id", "base_abroad_final")
    firefox.execute_script("arguments[0].focus(); arguments[0].select();", script_args=(cell,))
    cell.send_keys("2.75\ue007")
    state = firefox.find_element("css selector", "[data-save-state]")
    wait(lambda: "2.75" in session.get(f"{program.base}/filings/{filing}/sheets/base").text)
    wait(lambda: state.text.startswith("已保存"))
    total = firefox.find_element("id", "base_threePublic_final").text.replace(",", "")
    assert float(total) >= 2.75
    firefox.navigate(f"{program.base}/filings/{filing}/check")
    assert "检查与送审" in firefox.title
