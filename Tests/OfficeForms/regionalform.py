"""A region's project form: sign, value and unit in three columns, budgets as they began and were changed."""

import office
from projectform import ProjectForm
from sheet import WIDTH, Cell, beside, spread

SOURCES = tuple(office.REGIONAL_SOURCES)


class RegionalForm(ProjectForm):
    titles, sides, head_words, footer_words = (office.REGIONAL_TITLES, office.REGIONAL_SIDES, office.REGIONAL_HEAD,
                                               office.REGIONAL_FOOTER)
    nodes, captions = office.REGIONAL_NODES, office.REGIONAL_COLUMNS
    groups = {key: [words[1], words[0]] + words[2:] for key, words in office.COST_GROUPS.items()}

    def goals(self):
        words = {key: self.label(choices) for key, choices in office.REGIONAL_GOALS.items()}
        texts = {key: self.put("goal", key, self.record.goals[key]) for key in ("target", "actual")}
        half = (self.width - 4) // 2
        return [[Cell(words["lead"], 4, 2), Cell(words["target"], half), Cell(words["actual"], self.width - 4 - half)],
                [Cell(texts["target"], half), Cell(texts["actual"], self.width - 4 - half)],
                [Cell(words["process"], 4), Cell(self.put("process", "text", self.record.process), self.width - 4)]]

    def funds(self):
        lead, width = 5, self.width
        columns = ["initial", "budget", "executed", "rate", "points", "score", "reason"]
        if self.has("funds", "columnsOrder"):
            self.random.shuffle(columns)
        if self.has("funds", "noReason"):
            columns.remove("reason")
        rows = ["total"] + list(SOURCES)
        if self.has("funds", "sourcesOrder"):
            rows = ["total", "unitFunds", "fiscal", "otherFunds", "specialAccount"]
        if self.has("funds", "sumLast"):
            rows = rows[1:] + rows[:1]
        result = [[Cell(self.label(office.REGIONAL_FUNDS["lead"]), lead)]
                  + spread([self.label(office.REGIONAL_FUNDS[column]) for column in columns], width - lead)]
        for row in rows:
            label = office.REGIONAL_TOTAL if row == "total" else office.REGIONAL_SOURCES[row]
            texts = []
            for column in columns:
                text = self.record.regional_funds[row].get(column)
                blank = "/" if row != "total" and column in ("points", "score") and not self.has("funds", "slashes") else ""
                texts.append(blank if text is None else self.put(row, column, text))
            result.append([Cell(self.label(label), lead)] + spread(texts, width - lead))
        return result

    def columns(self):
        columns = ["name", "sign", "target", "unit", "actual", "points", "score", "reason"]
        how = self.layout.get("columns")
        if how == "order":
            rest = columns[1:]
            self.random.shuffle(rest)
            return columns[:1] + rest
        return {"swapped": columns[:5] + ["score", "points", "reason"], "noUnit": columns[:3] + columns[4:],
                "signLast": ["name", "target", "unit", "sign", "actual", "points", "score", "reason"],
                "unitFirst": ["name", "unit", "sign", "target", "actual", "points", "score", "reason"]}.get(how, columns)

    def indicator(self, line, texts, number, serial):
        sign, target, unit, actual = self.random.choice(office.PARTED)
        return super().indicator(line, texts | {"sign": sign, "target": target, "unit": unit, "actual": actual}, number, serial)

    def draw_ends(self):
        how = self.layout.get("ends")
        if how == "absent":
            return
        for key, text in office.END_TEXTS.items():
            label, text = self.label(office.ENDS[key]), self.put(key, "text", text)
            if how == "under":
                self.add(Cell(label, WIDTH))
                self.add(Cell(text, WIDTH))
            elif how == "rowsOfTwo":
                for row in beside(label, [[Cell(text, WIDTH - 4)], [Cell("", WIDTH - 4)]], 4):
                    self.add(*row)
            else:
                self.add(Cell(label, 4), Cell(text, WIDTH - 4))
