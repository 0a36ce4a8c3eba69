"""自评工作考核 in the year: some departments report to the city too, by its policy, and the bureau marks how they did it."""

import copy
import io
import re
from datetime import date

import docx

TITLE = "2024年度部门整体支出绩效自评（报市）"
POLICIES = ["岳阳市2024年度部门整体支出绩效自评", "湖南省县级2024年度项目支出绩效自评"]
# The points of the printed table, in its order.
MOST = {"noticeIssued": 2, "noticeContent": 6, "workingGroup": 2, "unitCheck": 10, "handedIn": 10, "reportBody": 8,
        "reportAnnexes": 7, "weights": 5, "thirdLevel": 5, "measurable": 5, "core": 3, "relevant": 2, "problems": 20,
        "suggestions": 15}
# What a person judges, and what is taken down with a reason.
JUDGED = {"core": "2.5", "relevant": "2", "problems": "17", "suggestions": "13"}
TAKEN_DOWN = ("reportAnnexes", 1.5, "附件的目录与所附各表次序不一致。")
# What the notice of a department speaks of; it says nothing of 有关要求.
NOTICE = ["关于开展绩效自评的通知", "一、自评范围：机关和所属单位。", "二、自评依据：预算绩效管理的规定。",
          "三、自评内容：资金和绩效。", "四、程序和步骤：三月底前报送。", "附件：评分表"]
# What the city's outline asks for and a county's report may not have.
MORE = {"achievements": "年度重点工作按计划完成，预算执行和绩效目标的完成情况见附表。",
        "assets": "固定资产按规定登记、使用和处置，账实相符。",
        "disclosure": "自评结果用于改进管理和编制下一年度预算，并按规定公开。", "other": "没有其他需要说明的情况。"}


def departments(plan, most):
    """Those whose units are all right, by the tree of indicators that the city's policy has, the smallest first."""
    def fits(code):
        trees = [sheet["indicators"]["tree"] for sheet in plan.contents[code]["sheets"] if "indicators" in sheet]
        return code not in plan.faults and set(trees) == {"classic"}

    leads = [code for code in plan.units if code.endswith("001")]
    whole = [
        lead for lead in leads
        if all(code in plan.contents and fits(code) for code in [lead, *plan.institutions(lead)])]
    return sorted(whole, key=lambda lead: (len(plan.institutions(lead)), lead))[:most]


def for_city(content):
    """The same report by the city's outline: no section on staffing of its own, no report on projects."""
    content = copy.deepcopy(content)
    content["reports"] = [report for report in content["reports"] if report["id"] == "report"]
    for report in content["reports"]:
        sections = {section["id"]: section for section in report["sections"]}
        staffing = sections.pop("staffing")
        sections["organisation"]["raw"] += "\n" + staffing["raw"]
        for name, text in MORE.items():
            if not sections.get(name, {}).get("raw"):
                sections[name] = {"id": name, "raw": text}
        report["sections"] = list(sections.values())
    return content


def notice():
    document = docx.Document()
    for text in NOTICE:
        document.add_paragraph(text)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


class Marking:
    """The city's task beside the county's: the same units, other filings."""

    def __init__(self, year, plan, leads):
        self.year, self.leads = copy.copy(year), leads
        self.order = sorted(
            (code for lead in leads for code in [lead, *plan.institutions(lead)]),
            key=lambda code: (code.endswith("001"), code))
        self.year.plan = copy.copy(plan)
        self.year.plan.contents = {code: for_city(plan.contents[code]) for code in self.order}
        self.year.findings = {}
        self.plan = plan

    def launch(self):
        self.year.filings = {}
        return self.year.launch(TITLE, POLICIES, self.order)

    def report(self, code):
        """A unit's way to the end of its reviews, or what was in it."""
        year = self.year
        problems = year.report(code)
        if code.endswith("001"):
            self.attach(code)
        serious = [finding for finding in year.findings[code] if finding["severity"] == "error"]
        if problems or serious:
            return problems or [(finding["check"], finding["message"]) for finding in serious]
        lead = code[:3] + "001"
        reviews = [f"sh{code}", "finance" if code == lead else f"sh{lead}"]
        why = year.send(code)
        for account in reviews:
            why = why or year.refusal(year.client(account)(
                "POST", f"/filings/{year.filings[code]}/moves", {"move": "approve"}))
        return why

    def attach(self, lead):
        """The department's notice, on the page; there is no paper on a working group."""
        desk = self.year.sign_in(f"jb{lead}")
        desk.go(f"/filings/{self.year.filings[lead]}/files")
        desk.page.get_by_label("类别").select_option(label="本部门的绩效自评通知")
        desk.page.get_by_label("文件", exact=True).set_input_files(
            {"name": "自评通知.docx", "mimeType": "application/octet-stream", "buffer": notice()})
        desk.press("上传")

    def expected(self, lead):
        """What must be proposed, by the printed table: of what this script knows better than the program."""
        undone = sum(self.year.stage(code) != "done" for code in [lead, *self.plan.institutions(lead)])
        late = max(0, (date.today() - self.year.deadline).days)
        return {"noticeIssued": 2, "noticeContent": 6 - 1, "workingGroup": 0, "unitCheck": 10 - min(10, undone),
                "handedIn": 10 - min(10, late), "thirdLevel": self.named(lead)}

    def named(self, lead):
        """All five points where every indicator of the department's table has a name."""
        (tree,) = [sheet["indicators"] for sheet in self.year.plan.contents[lead]["sheets"]
                   if sheet["kind"] == "selfEvaluation"]
        nodes = [node for group in tree["groups"] for node in group["nodes"]]
        full = sum(any(line["name"] for line in node["lines"]) for node in nodes)
        return round(5 * full / len(nodes), 2)

    def mark(self, lead):
        """Marks a department on the page. Answers what was proposed, what was entered, the total and what is printed."""
        desk = self.year.county["finance"]
        path = f"/filings/{self.year.filings[lead]}/assessment"
        desk.go(path)
        field = {name: desk.page.locator(f'[data-criterion="{name}"]').get_by_label(re.compile("得分$")) for name in MOST}
        proposed = {name: field[name].input_value() for name in MOST}
        row, less, reason = TAKEN_DOWN
        entered = proposed | JUDGED | {row: f"{float(proposed[row]) - less:g}"}
        for name, points in entered.items():
            if points != proposed[name]:
                field[name].fill(points)
        desk.press("保存评分")
        refused = desk.page.locator(".error-summary").inner_text()
        desk.forgive("422")
        desk.page.locator(f'[data-criterion="{row}"]').get_by_label(re.compile("理由$")).fill(reason)
        desk.press("保存评分")
        desk.press("反馈给单位")
        total = float(re.search(r"得分 ([\d.]+) / 100", desk.page.locator("main").inner_text()).group(1))
        answer = desk.page.request.get(f"{desk.address}{path}/docx")
        (table,) = docx.Document(io.BytesIO(answer.body())).tables
        printed = [row.cells[4].text for row in table.rows[1:-1]]
        return {name: float(points) for name, points in proposed.items() if points}, {
            name: float(points) for name, points in entered.items()}, total, [float(text) for text in printed], refused

    def read_by_unit(self, lead):
        """What the department reads of its marks."""
        desk = self.year.county[f"jb{lead}"]
        desk.go(f"/filings/{self.year.filings[lead]}/assessment")
        return desk.page.locator("main").inner_text()


def marking(year, plan, leads):
    """Each step with whether it holds and what is so otherwise."""
    city = Marking(year, plan, leads)
    filings = city.launch()
    yield "the city's task reaches the units of some departments", sorted(filings) == sorted(city.order), filings
    refused = {code: why for code in city.order if (why := city.report(code))}
    yield "they report by the city's forms and are approved", refused == {}, refused
    if refused:
        return
    totals = {}
    for lead in leads:
        proposed, entered, total, printed, refusal = city.mark(lead)
        name = plan.units[lead]
        wrong = {row: (proposed.get(row), points) for row, points in city.expected(lead).items()
                 if proposed.get(row) != points}
        yield f"{name}: marks are proposed as the printed table says", wrong == {}, wrong
        yield (f"{name}: what a person judges is not proposed", set(JUDGED).isdisjoint(proposed)
               and all(0 <= points <= MOST[row] for row, points in proposed.items()), proposed)
        yield f"{name}: other points need a reason", "请写明理由" in refusal, refusal
        totals[lead] = round(sum(entered.values()), 2)
        yield f"{name}: the total is the plain sum", total == totals[lead], (total, entered)
        yield f"{name}: the printed table bears the marks", printed == list(entered.values()), (printed, entered)
        text = city.read_by_unit(lead)
        yield f"{name}: the department reads marks and reason", TAKEN_DOWN[2] in text and f"{total:g} / 100" in text, text
    rows = {row["单位编码"]: row["工作考核得分"] for row in city.year.ranked(city.year.task)}
    yield ("the list of results bears the marks, and of departments alone",
           {code: float(points) for code, points in rows.items() if points} == totals, (rows, totals))
