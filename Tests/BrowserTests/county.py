"""A county from nothing: the first 管理员 by the set-up link, then units, people and the yearly task, all on pages."""

from desk import SECRET, Desk


class County:
    """Desks by account; everyone has chosen an own secret."""

    def __init__(self, browser, program):
        self.browser = browser
        self.program = program
        self.desks = {}
        self.secrets = {}

    def __getitem__(self, account):
        return self.desks[account]

    def desk(self, account):
        self.desks[account] = Desk(self.browser, self.program.base, viewport={"width": 1366, "height": 768})
        return self.desks[account]

    def begin(self):
        """The first 管理员 by the printed link, which is then used up."""
        link = self.program.setup_link
        admin = self.desk("admin")
        admin.go(link)
        for label, text in [("账号", "admin"), ("姓名", "郑管理"), ("密码", SECRET), ("再输入一次", SECRET)]:
            admin.page.get_by_label(label, exact=True).fill(text)
        admin.press("建立管理员")
        admin.sign_in("admin", SECRET)
        return link

    def add_unit(self, code, name):
        page = self["admin"].page
        page.goto("/admin/units")
        page.get_by_label("编码", exact=True).fill(code)
        page.get_by_label("名称", exact=True).fill(name)
        self["admin"].press("新增")

    def add_person(self, account, name, posts, unit=""):
        """Makes a person and keeps the one-time secret that the page shows once."""
        page = self["admin"].page
        page.goto("/admin/people")
        form = page.locator("form.panel")
        form.get_by_label("账号", exact=True).fill(account)
        form.get_by_label("姓名", exact=True).fill(name)
        for post in posts:
            form.get_by_label(post).check()
        form.get_by_label("单位编码").fill(unit)
        self["admin"].press("新增并生成一次性密码")
        self.secrets[account] = page.locator("code.secret").inner_text()

    def launch(self, title, year, policies, deadline, units=()):
        page = self["admin"].page
        page.goto("/admin/tasks")
        page.get_by_label("任务名称").fill(title)
        page.get_by_label("年度", exact=True).fill(year)
        for policy in policies:
            page.get_by_label(policy).check()
        page.get_by_label("截止日期").fill(deadline)
        page.get_by_label("单位编码（不填为全部单位）").fill(" ".join(units))
        self["admin"].press("下达")

    def let_in(self):
        """Everyone signs in for the first time and chooses a secret."""
        for account, secret in self.secrets.items():
            self.desk(account).first_sign_in(account, secret)

    def close(self):
        for desk in self.desks.values():
            desk.close()
