import os

import pytest
from playwright.sync_api import sync_playwright

from desk import Desk
from program import Program


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def program():
    program = Program.demo()
    yield program
    program.end()


@pytest.fixture(scope="module")
def desks(browser, program):
    """Desks by account, each signed in once; nothing may have gone wrong on their pages."""
    made = {}

    def desk(account, **options):
        if account not in made:
            made[account] = Desk(browser, program.base, viewport={"width": 1366, "height": 900}, **options)
            program.sign_in(made[account].page, account)
        return made[account]

    yield desk
    for desk in made.values():
        assert desk.faults == []
        desk.close()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1366, "height": 900}, locale="zh-CN")
    page = context.new_page()
    yield page
    context.close()


# A journey is a class whose tests are steps: what comes after a step that failed was not reached, and says so.


def pytest_runtest_makereport(item, call):
    if call.excinfo is not None and not call.excinfo.errisinstance(pytest.skip.Exception):
        if item.get_closest_marker("journey"):
            item.parent.failed_step = getattr(item.parent, "failed_step", None) or item.name


def pytest_runtest_setup(item):
    failed = getattr(item.parent, "failed_step", None)
    if item.get_closest_marker("journey") and failed is not None:
        pytest.fail(f"Not reached: {failed} failed.", pytrace=False)
