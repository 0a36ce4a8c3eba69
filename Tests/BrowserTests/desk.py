"""One person at a browser: signs in, fills in cells as a person does, reads what the pages say."""

import re

SECRET = "Browser-tests-only-5"
"""What everybody in these tests chooses as the own secret."""


class Desk:
    """A browser context of its own, so a session of its own."""

    def __init__(self, browser, address, **options):
        self.address = address
        self.context = browser.new_context(base_url=address, locale="zh-CN", **options)
        self.context.set_default_timeout(20_000)
        self.page = self.context.new_page()
        self.faults = []
        self.watch(self.page)

    def watch(self, page):
        """Collects what must not happen on any page."""
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("console", lambda message: message.type == "error" and self.faults.append(message.text))
        page.on("response", lambda answer: answer.status >= 500 and self.faults.append(f"{answer.status} {answer.url}"))

    def forgive(self, *words):
        """Strikes faults that hold one of the words: the test brought them about."""
        self.faults = [fault for fault in self.faults if not any(word in fault for word in words)]

    def close(self):
        self.context.close()

    # Coming in and going about

    def go(self, path):
        """Opens an address and answers its status."""
        return self.page.goto(path).status

    def sign_in(self, account, secret):
        self.go("/sign-in")
        self.page.get_by_label("账号或手机号码").fill(account)
        self.page.get_by_label("密码").fill(secret)
        self.press("登录")

    def first_sign_in(self, account, one_time_secret):
        """Signs in with the one-time secret and chooses an own one."""
        self.sign_in(account, one_time_secret)
        self.page.get_by_label("新密码").fill(SECRET)
        self.page.get_by_label("再输入一次").fill(SECRET)
        self.press("设置密码")
        self.page.get_by_role("heading", name="您好").wait_for()

    def press(self, name, within=None):
        """Presses a button that leads to another page, and waits for that page."""
        with self.page.expect_navigation():
            (within or self.page).get_by_role("button", name=name, exact=True).click()

    def publish(self, name="公开"):
        """Opens what asks once more, and says yes."""
        self.page.locator("summary", has_text=re.compile(f"^{name}$")).click()
        self.press("确定公开")

    def heading(self):
        return self.page.locator("h1").first.inner_text()

    # Filling in

    def open_sheet(self, filing, sheet):
        assert self.go(f"/filings/{filing}/sheets/{sheet}") == 200

    def field(self, cell):
        return self.page.locator(f'[id="{cell.replace("/", "_")}"]')

    def type(self, cell, text):
        """Clicks into a cell, replaces what stands there and leaves it with Tab."""
        self.field(cell).click()
        keyboard = self.page.keyboard
        keyboard.press("Control+a")
        if text.isascii() and text:
            keyboard.type(text)
        elif text:
            keyboard.insert_text(text)
        else:
            keyboard.press("Delete")
        keyboard.press("Tab")

    def saved(self):
        """Waits until everything typed is on the server."""
        self.page.locator("[data-save-state].saved", has_text=re.compile("^已保存 ")).wait_for()

    def shown(self, cell):
        """What stands in a cell, typed or worked out, without separators."""
        field = self.field(cell)
        is_input = field.evaluate("field => 'value' in field && field.localName !== 'output'")
        text = field.input_value() if is_input else field.inner_text()
        return text.replace(",", "").strip()

    def proposal(self, cell):
        return self.page.locator(f'[data-proposal="{cell}"]').inner_text().strip()

    def add_line(self, under):
        """Adds a line and answers its address, such as self/r4."""
        before = set(self.lines())
        with self.page.expect_navigation():
            self.page.locator(f'button[name="action"][value="add:{under}"]').click()
        (new,) = set(self.lines()) - before
        return new

    def lines(self):
        """Addresses of the added lines of the open sheet, from the top."""
        rows = self.page.locator("tr.line [data-cell]").evaluate_all(
            "cells => cells.map(cell => cell.dataset.cell.split('/').slice(0, 2).join('/'))")
        return list(dict.fromkeys(rows))

    # What the pages say

    def findings(self, filing):
        """The lists of 检查与送审: {heading: [(code, first place, message, key)]}."""
        assert self.go(f"/filings/{filing}/check") == 200
        return self.page.locator("section[data-check]").evaluate_all("""sections => Object.fromEntries(
          sections.map(section => [section.querySelector("h2").firstChild.textContent.trim(),
            [...section.querySelectorAll("li.finding")].map(item => [
              item.querySelector("a[href^='/rules/']").pathname.split("/").pop(),
              item.dataset.cells.split(" ")[0] || item.querySelector(".finding-title a").pathname.split("/").pop(),
              item.querySelector(".finding-message").textContent, item.dataset.key])]))""")

    def explain(self, filing, key, text):
        """Writes an explanation beside a warning on 检查与送审."""
        self.go(f"/filings/{filing}/check")
        item = self.page.locator("li.finding").filter(has=self.page.locator(f'input[name="key"][value="{key}"]'))
        item.get_by_label("说明").fill(text)
        self.press("记下说明", item)

    def stage(self, filing):
        self.go(f"/filings/{filing}/check")
        return self.page.locator(".head .state").inner_text()

    def send(self, path, body="", headers=None, method="POST"):
        """What a script on the page could send: the answer's status and text."""
        return tuple(self.page.evaluate("""async ([path, method, body, headers]) => {
          const answer = await fetch(path, {method, body: method === "GET" ? undefined : body, headers});
          return [answer.status, await answer.text()];
        }""", [path, method, body, headers or {"Content-Type": "application/x-www-form-urlencoded"}]))

    def token(self):
        return self.page.locator('input[name="csrf"]').first.input_value()
