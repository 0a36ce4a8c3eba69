"""One invented project: what an office would know before it draws the form."""

import office


class Record:
    def __init__(self, random, sparse=False):
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
        for node in office.NODES:
            for _ in range(random.choice([1, 1, 1, 2, 3])):
                number += 1
                target, actual = pick(office.RESULTS)
                self.indicators.append((node, {
                    "name": f"{pick(office.NAMES[node])}（{number}）", "target": target, "actual": actual,
                    "points": pick(["2", "3", "4", "5", "10", "2.5"]), "score": pick(["1.9", "3", "4.5", "2.8"]),
                    "reason": pick(office.REASONS)}))
        if sparse:
            for _, texts in self.indicators:
                texts["reason"] = ""
        self.sum = {"points": "100", "score": f"{random.uniform(80, 99):.1f}"}
        self.footer = {"preparer": pick(["陈一", "何小二"]), "date": pick(["2025年3月18日", "2025-03-18", "2025.3.18", "2025年03月18日"]),
                       "phone": pick(["0745-2200000", "13900000000"]), "head": pick(["罗三", "邓四"])}
