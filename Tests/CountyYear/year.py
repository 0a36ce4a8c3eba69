"""A county's year from an empty database to publication: the bureau at its browser, the units' systems by the interface."""

import csv
import io
import re
from datetime import date, timedelta

from county import County
from plan import structure, texts
from test_api import Client
from test_sample import drawn_again

TITLE = "2024年度部门整体支出绩效自评"
POLICIES = ["湖南省县级2024年度部门整体支出绩效自评", "湖南省县级2024年度项目支出绩效自评"]
EXPLANATION = "已核对原始凭证，数据属实，原因见自评报告。"


class Year:
    """The county in its making. Steps are called in order; what the program says is kept by unit."""

    def __init__(self, browser, program, plan):
        self.program, self.plan = program, plan
        self.county = County(browser, program)
        self.clients = {}
        self.filings = {}
        self.findings = {}
        self.done = []

    def close(self):
        self.county.close()

    @property
    def faults(self):
        """What no page may show: errors of scripts, answers of 500."""
        return [fault for desk in self.county.desks.values() for fault in desk.faults]

    def client(self, account):
        if account not in self.clients:
            self.clients[account] = Client(self.program, account)
        return self.clients[account]

    # The bureau sets the year up, in the browser

    def found(self):
        """The first administrator by the printed link; units and people by lists."""
        self.county.begin()
        units = [["单位编码", "单位名称"], *([code, name] for code, name in self.plan.units.items())]
        self.take_over("/admin/import/units", "单位.csv", units)
        people = [["账号", "姓名", "手机号码", "岗位", "单位编码"], ["finance", "梁静", "", "绩效经办", ""]]
        for number, code in enumerate(self.plan.units):
            people.append([f"jb{code}", f"经办{number}", "", "经办岗", code])
            people.append([f"sh{code}", f"审核{number}", "", "审核岗", code])
        self.take_over("/admin/import/people", "人员.csv", people)
        row = self.county["admin"].page.locator("tbody tr", has=self.county["admin"].page.get_by_text("finance", exact=True))
        self.county.secrets["finance"] = row.locator("code.secret").inner_text()
        self.county.let_in()
        return len(units) - 1, len(people) - 1

    def take_over(self, path, name, rows):
        admin = self.county["admin"]
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        admin.go(path)
        admin.page.get_by_label("文件", exact=True).set_input_files(
            {"name": name, "mimeType": "text/csv", "buffer": text.getvalue().encode()})
        admin.press("核对")
        admin.press("确认导入")

    def launch(self, title=TITLE, policies=POLICIES, units=()):
        """Hands a yearly task down to these units, or to every one. Answers the filings of all of them."""
        self.deadline = date.today() + timedelta(days=30)
        self.county.launch(title, "2024", policies, self.deadline.isoformat(), units)
        self.task = max(task["id"] for task in self.client("finance").all("/tasks?limit=200"))
        for filing in self.client("finance").all(f"/filings?limit=200&task={self.task}"):
            self.filings[filing["unit"]["code"]] = filing["id"]
        return self.filings

    # The units report, by the interface

    def report(self, code):
        """Types everything of a unit's plan. Answers what was refused."""
        handler, path = self.client(f"jb{code}"), f"/filings/{self.filings[code]}"
        moved = handler("POST", path + "/moves", {"move": "start"})
        if moved.status_code != 200:
            return [moved.text]
        wanted = self.plan.contents[code]
        edits = structure(wanted, handler("GET", path + "/content").json())
        # At most so many in one request.
        for begin in range(0, len(edits), 100):
            answer = handler("PATCH", path + "/cells", {"changes": [], "structure": edits[begin:begin + 100]})
            if answer.status_code != 200:
                return [answer.text]
        cells = texts(wanted)
        answer = handler(
            "PATCH", path + "/cells", {"changes": [{"cell": cell, "text": text} for cell, text in cells.items()]})
        if answer.status_code != 200:
            return [answer.text]
        told = answer.json()
        written = texts(handler("GET", path + "/content").json())
        self.findings[code] = handler("GET", path + "/findings").json()["items"]
        different = [cell for cell in cells if written.get(cell) != cells[cell]]
        return told["problems"] + told["conflicts"] + different

    def send(self, code):
        """Explains what must be explained and sends. Answers why not, or nothing."""
        handler, path = self.client(f"jb{code}"), f"/filings/{self.filings[code]}"
        for finding in self.findings[code]:
            if finding["severity"] == "warning":
                handler("POST", path + "/explanations", {"finding": finding["key"], "text": EXPLANATION})
        return self.refusal(handler("POST", path + "/moves", {"move": "submit"}))

    def approve(self, code, reviewer):
        return self.refusal(self.client(f"sh{reviewer}")(
            "POST", f"/filings/{self.filings[code]}/moves", {"move": "approve"}))

    @staticmethod
    def refusal(answer):
        return "" if answer.status_code == 200 else answer.text

    def stage(self, code):
        return self.client("finance")("GET", f"/filings/{self.filings[code]}").json()["stage"]

    # The bureau looks through them, in the browser

    def mark(self, code):
        """核查: a line's points taken down by one, with the reason. Answers whether the page keeps it."""
        desk = self.county["finance"]
        desk.go(f"/filings/{self.filings[code]}/review")
        row = desk.page.locator("table.review tbody tr").nth(1)
        row.locator("input.number").fill("1")
        row.locator("textarea").fill("佐证材料不足。")
        desk.press("保存核查")
        return "佐证材料不足。" in desk.page.locator("table.review").first.inner_html()

    def approve_all(self):
        """Everything that waits for the bureau at once. Answers how many waited and what the page says of them."""
        desk = self.county["finance"]
        desk.go("/reviews")
        waiting = int(re.search(r"待审核 (\d+) 份", desk.page.locator("main").inner_text()).group(1))
        desk.page.locator("[data-tick-all]").check()
        desk.press("批量审核通过")
        desk.press("确认审核通过")
        desk.page.get_by_text(re.compile("已办理 \\d+ 家")).first.wait_for(timeout=120_000)
        return waiting, desk.page.locator("main").inner_text()

    def draw(self, ratio):
        """抽评. Answers the chosen units, and those that another program chooses by the same seed."""
        desk = self.county["finance"]
        desk.go("/progress")
        desk.page.get_by_role("link", name="抽评", exact=True).click()
        desk.page.get_by_label("每个部门抽取的比例（%）").fill(str(ratio))
        desk.press("抽取")
        path = re.search(r"/tasks/\d+/samples/\d+", desk.page.url).group(0)
        rows = list(csv.DictReader(io.StringIO(
            desk.page.request.get(f"{desk.address}{path}/candidates.csv").body().decode("utf-8-sig"))))
        return {row["单位编码"] for row in rows if row["是否抽中"] == "是"}, drawn_again(rows), len(rows)

    def judge(self, code, points):
        """The result of a sample: points that differ from the unit's own."""
        desk = self.county["finance"]
        desk.go(f"/filings/{self.filings[code]}/samples")
        desk.page.get_by_label("抽评总分").fill(points)
        desk.page.get_by_label("抽评结论").select_option(label="自评有偏差")
        desk.page.get_by_label("抽评结果", exact=True).fill("抽查凭证三十份，其中二份佐证材料不足。")
        desk.press("保存抽评结果")
        desk.go(f"/filings/{self.filings[code]}/samples")
        return points in desk.page.locator("main").inner_text()

    def ranked(self, task=1):
        """结果: the units of a task with their totals, as the file of the page says."""
        desk = self.county["finance"]
        desk.go(f"/progress?task={task}")
        desk.page.get_by_role("link", name="结果", exact=True).click()
        assert re.search(r"/tasks/(\d+)", desk.page.url).group(1) == f"{task}"
        answer = desk.page.request.get(f"{desk.address}/tasks/{task}/results/csv")
        return list(csv.DictReader(io.StringIO(answer.body().decode("utf-8-sig"))))

    # What is public

    def publish_on_page(self, code):
        reviewer = self.sign_in(f"sh{code}")
        reviewer.go(f"/filings/{self.filings[code]}/publication")
        reviewer.publish("公开")
        return reviewer.page.get_by_text("第 1 版于").count() == 1

    def sign_in(self, account):
        """A desk of its own, with a secret of its own."""
        desk = self.county.desk(account)
        desk.first_sign_in(account, self.reset(account))
        return desk

    def reset(self, account):
        """A new one-time secret, by the command line."""
        return re.search(r"\b[A-Z0-9]{4}(-[A-Z0-9]{4}){2}\b", self.program.run("account", "reset", account)).group(0)

    def publish(self, code):
        client, path = self.client(f"sh{code}"), f"/filings/{self.filings[code]}"
        seen = client("GET", path + "/stretches")
        if seen.status_code != 200:
            return seen.text
        made = client("POST", path + "/publications", {}, If_Match=seen.headers["ETag"])
        return "" if made.status_code == 201 else made.text


