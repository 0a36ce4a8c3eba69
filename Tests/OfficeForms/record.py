"""One invented project: what an office would know before it draws the form."""

import office


class Record:
    def __init__(self, random, sparse=False, nodes=office.NODES):
        pick = random.choice
        self.name = f"{pick(office.PROJECTS)}{random.randrange(2, 90)}号项目"
        self.department, self.implementer = pick(office.OFFICES), pick(office.IMPLEMENTERS)
        amounts = [round(random.uniform(3, 400), 2) for _ in range(3)]
        self.funds = {}
        for source in office.SOURCES:
            share = {"fiscal": 0.7, "carryOver": 0.2, "otherFunds": 0.1}[source]
            self.funds[source] = {column: f"{amount * share:.2f}" for column, amount in
                                  zip(("initial", "budget", "executed"), amounts)}
        self.funds["total"] = {column: f"{sum(float(self.funds[source][column]) for source in office.SOURCES):.2f}"
                               for column in ("initial", "budget", "executed")}
        self.funds["total"] |= {"points": "10", "rate": f"{random.uniform(70, 100):.2f}%", "score": f"{random.uniform(7, 10):.1f}"}
        self.goals = {"target": pick(office.GOAL_TEXTS), "actual": pick(office.DONE_TEXTS)}
        # (node, {column: text}), in the order of the tree.
        self.indicators = []
        number = 0
        for node in nodes:
            for _ in range(random.choice([1, 1, 1, 2, 3])):
                number += 1
                target, actual = pick(office.RESULTS)
                self.indicators.append((node, {
                    "name": f"{pick(office.NAMES.get(node, office.NAMES['cost']))}（{number}）", "target": target, "actual": actual,
                    "points": pick(["2", "3", "4", "5", "10", "2.5"]), "score": pick(["1.9", "3", "4.5", "2.8"]),
                    "reason": pick(office.REASONS)}))
        if sparse:
            for _, texts in self.indicators:
                texts["reason"] = ""
        self.sum = {"points": "100", "score": f"{random.uniform(80, 99):.1f}"}
        self.footer = {"preparer": pick(["陈一", "何小二"]), "date": pick(["2025年3月18日", "2025-03-18", "2025.3.18", "2025年03月18日"]),
                       "phone": pick(["0745-2200000", "13900000000"]), "head": pick(["罗三", "邓四"])}


class DepartmentRecord(Record):
    """A whole department's, with where its money came from and went."""

    def __init__(self, random, sparse=False, nodes=office.NODES):
        super().__init__(random, sparse, nodes)
        budget, executed = (float(self.funds["total"][column]) for column in ("budget", "executed"))
        shares = {"generalBudget": 0.8, "governmentFund": 0.1, "specialAccount": 0.06, "other": 0.04}
        self.sources = {key: f"{budget * share:.2f}" for key, share in shares.items()}
        self.sources |= {"basic": f"{executed * 0.65:.2f}", "project": f"{executed * 0.35:.2f}",
                         "incomeTotal": f"{budget:.2f}", "spendingTotal": f"{executed:.2f}"}


class RegionalRecord(Record):
    """With the sources and the texts that another region's form asks for."""

    def __init__(self, random, sparse=False):
        super().__init__(random, sparse, office.REGIONAL_NODES)
        self.process = "组织排查、公开采购、分段施工，按季调度并逐项验收。"
        self.regional_funds = {}
        for source, share in zip(office.REGIONAL_SOURCES, (0.7, 0.15, 0.1, 0.05)):
            amounts = [round(random.uniform(50, 400) * share, 2) for _ in range(3)]
            self.regional_funds[source] = {column: f"{amount:.2f}" for column, amount in
                                           zip(("initial", "budget", "executed"), amounts)}
            self.regional_funds[source]["rate"] = f"{random.uniform(70, 100):.2f}%"
        self.regional_funds["total"] = {
            column: f"{sum(float(self.regional_funds[source][column]) for source in office.REGIONAL_SOURCES):.2f}"
            for column in ("initial", "budget", "executed")}
        self.regional_funds["total"] |= {"rate": f"{random.uniform(70, 89):.2f}%", "points": "10",
                                         "score": f"{random.uniform(7, 9):.1f}", "reason": "尾款未到支付节点。"}
        self.footer = {"head": "罗三", "accountant": "唐六"}


class BaseRecord(Record):
    """People, spending of two years, buildings. `projects` says how many lines the unit added."""

    def __init__(self, random, projects=None):
        super().__init__(random)

        def amounts(least, most):
            return [round(random.uniform(least, most), 2) for _ in range(3)]

        def sums(*parts):
            return [round(sum(column), 2) for column in zip(*parts)]

        posts, actual = random.randrange(20, 90), random.randrange(15, 95)
        self.staff = {"posts": str(posts), "actual": str(actual), "rate": f"{100 * actual / posts:.2f}%"}
        specials = {"none": 0, "many": 4}.get(projects, 2)
        own = {"many": 3, "numbered": 2}.get(projects, 0)
        values = {"vehiclePurchase": amounts(0.5, 2), "vehicleRunning": amounts(1, 4), "abroad": amounts(0.2, 1),
                  "reception": amounts(0.3, 3), "businessWork": amounts(10, 90), "maintenance": amounts(5, 50),
                  "operatingExpense": amounts(120, 300), "officeExpense": amounts(4, 12), "utilitiesAndTravel": amounts(3, 9),
                  "meetingsAndTraining": amounts(1, 6), "procurement": amounts(10, 80), "basicExpenditure": amounts(300, 900)}
        self.specials = [(name, amounts(20, 200)) for name in random.sample(office.SPECIALS, specials)]
        self.own_projects = [(name, amounts(3, 30)) for name in random.sample(office.OWN_PROJECTS, own)]
        values["vehicles"] = sums(values["vehiclePurchase"], values["vehicleRunning"])
        if projects == "none":
            values["vehicles"] = values["vehiclePurchase"]
        values["threePublic"] = sums(values["vehicles"], values["abroad"], values["reception"])
        values["specialFunds"] = sums(*(texts for _, texts in self.specials)) if specials else amounts(20, 90)
        values["projectExpenditure"] = sums(values["businessWork"], values["maintenance"], values["specialFunds"],
                                            *(texts for _, texts in self.own_projects))
        self.spent = {row: self.told(texts) for row, texts in values.items()}
        self.specials = [(name, self.told(texts)) for name, texts in self.specials]
        self.own_projects = [(name, self.told(texts)) for name, texts in self.own_projects]
        self.building = {"approvedArea": "1200", "actualArea": "1180", "areaRate": "98.33%", "budgetInvestment": "356.40",
                         "actualInvestment": "341.72", "investmentRate": "95.88%"}
        self.economy = random.choice(office.ECONOMY_TEXTS)

    @staticmethod
    def told(amounts):
        return {column: f"{amount:.2f}" for column, amount in zip(("last", "budget", "final"), amounts)}
