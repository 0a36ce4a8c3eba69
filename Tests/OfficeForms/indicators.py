"""The indicators of a form and their sum: what all forms with a tree of indicators draw in the same ways."""

import office
from sheet import WIDTH, Cell, spread


class Indicators:
    nodes, groups, captions = office.NODES, office.GROUPS, office.COLUMNS

    def columns(self):
        columns = ["name", "target", "actual", "points", "score", "reason"]
        how = self.layout.get("columns")
        if how == "order":
            rest = columns[1:]
            self.random.shuffle(rest)
            columns = columns[:1] + rest
        if how == "swapped":
            columns = ["name", "target", "actual", "score", "points", "reason"]
        if how == "reasonBefore":
            columns = ["name", "points", "target", "actual", "reason", "score"]
        if how == "noReason":
            columns.remove("reason")
        if how == "nameLast":
            columns = ["name", "points", "target", "actual", "score", "reason"]
        return columns

    def extra(self):
        how = self.layout.get("columns")
        if self.has("ticks", "column"):
            return [(3, "是否完成")]
        return {"serial": [(0, "序号")], "percentGap": [(3, "完成率")], "extra": [(1, "指标解释"), (4, "数据来源")],
                "threeParts": [(1, office.REGIONAL_COLUMNS["sign"][1]), (2, office.REGIONAL_COLUMNS["unit"][0])]}.get(how, [])

    def indicators(self):
        columns, width = self.columns(), self.width
        caption = {key: self.label(words) for key, words in self.captions.items()}
        one = self.layout.get("levels") in ("oneColumn", "slash")
        levels = ["node"] if one or self.has("levels", "noGroup") else ["group", "node"]
        cells = [(column, caption[column]) for column in columns]
        for offset, (place, text) in enumerate(self.extra()):
            cells.insert(place + offset, ("", text))
        if self.has("columns", "together"):
            cells = [cell for cell in cells if cell[0] != "actual"]
            cells = [(key, "年度指标值/实际完成值" if key == "target" else text) for key, text in cells]
        self.cells = cells
        lead = 2 * len(levels)
        head = [Cell("一级、二级指标" if one else caption[level], 2) for level in levels]
        head += spread([text for _, text in cells], width - lead)
        rows = [head]
        if self.has("levels", "twoHeads"):
            rows = self.double_head(levels, caption, cells, width - lead)
        counts, serial = {}, 0
        body = []
        for node, texts in self.record.indicators:
            group = self.nodes[node][0]
            counts[node] = counts.get(node, -1) + 1
            serial += 1
            line = f"{node}#{counts[node]}"
            row = self.indicator(line, texts, counts[node], serial)
            body.append((group, node, row))
            if self.has("rows", "placeholders") and self.last_of(node, counts[node]):
                body.append((group, node, {"name": "……"}))
            if self.has("rows", "empty") and self.last_of(node, counts[node]):
                body.append((group, node, {"name": f"指标{counts[node] + 2}："}))
            if self.has("rows", "blank") and serial % 4 == 0:
                body.append((group, node, {}))
            if self.has("hidden", "rows") and serial % 5 == 2:
                body.append((group, node, {"hidden": True, "name": f"上年旧指标{serial}", "target": "≥7个", "points": "5"}))
        self.body_start = len(rows)
        return rows + self.level_rows(body, levels, head, width, one)

    def double_head(self, levels, caption, cells, width):
        """Target and actual value under one caption, all else two rows deep."""
        widths = [cell.span for cell in spread([text for _, text in cells], width)]
        upper = [Cell(caption[level], 2, 2) for level in levels]
        lower = []
        skip = False
        for number, (key, text) in enumerate(cells):
            if skip:
                skip = False
                continue
            if key == "target" and number + 1 < len(cells) and cells[number + 1][0] == "actual":
                upper.append(Cell("指标值", widths[number] + widths[number + 1]))
                lower = [Cell(text, widths[number]), Cell(cells[number + 1][1], widths[number + 1])]
                skip = True
            else:
                upper.append(Cell(text, widths[number], 2))
        return [upper, lower] if lower else [[Cell(cell.text, cell.span) for cell in upper]]

    def last_of(self, node, number):
        return number + 1 == sum(one == node for one, _ in self.record.indicators)

    def indicator(self, line, texts, number, serial):
        texts = dict(texts)
        if self.has("rows", "prefixed"):
            texts["name"] = f"指标{number + 1}：{texts['name']}"
        if self.has("ticks", "actual") and serial % 3 == 1:
            texts["actual"] = self.random.choice(office.TICKS)
        if self.has("ticks", "reason") and serial % 3 == 1:
            texts["reason"] = "□无偏差　☑有偏差"
        row = {}
        columns = [key for key, _ in self.cells if key]
        if self.has("columns", "together"):
            row["target"] = f"{texts['target']}/{texts['actual']}"
            columns.remove("target")
        if self.has("columns", "threeParts"):
            self.put_parted(line, row, self.random.choice(office.PARTED))
            columns.remove("target"), columns.remove("actual")
        for column in columns:
            row[column] = self.put(line, column, texts[column])
        row["序号"], row["完成率"], row["数据来源"] = str(serial), "100%", "业务台账"
        if self.has("columns", "extra"):
            row["指标解释"] = self.aside(f"反映第{serial}项工作的完成情况")
        row["是否完成"] = "☑是　□否"
        return row

    def put_parted(self, line, row, parts):
        """A target in three columns where the form has one: its field says all three."""
        sign, target, unit, actual = parts
        row[office.REGIONAL_COLUMNS["sign"][1]], row[office.REGIONAL_COLUMNS["unit"][0]] = sign, unit
        row["target"], row["actual"] = target, actual
        if sign == "定性":
            self.expected[f"{self.name}/{line}/target"], self.expected[f"{self.name}/{line}/actual"] = target, actual
        else:
            mark = "" if unit == "日" else sign
            self.expected[f"{self.name}/{line}/target"] = f"{mark}{target}{unit}"
            self.expected[f"{self.name}/{line}/actual"] = f"{actual}{unit}"

    def level_rows(self, body, levels, head, width, one):
        lead = 2 * len(levels)
        rows = []

        def cells(row):
            return spread([row.get(key or text, "") for key, text in self.cells], width - lead)

        labels = {}
        for node, (group, words) in self.nodes.items():
            labels[node], labels[group] = self.label(words), self.label(self.groups[group])
        how = self.layout.get("levels")
        number = 0
        while number < len(body):
            group, node, row = body[number]
            new_group = number == 0 or body[number - 1][0] != group
            new_node = number == 0 or body[number - 1][1] != node
            if self.has("rows", "levelSubtotals") and new_group and number:
                rows.append(self.subtotal(labels[body[number - 1][0]], width))
            if self.has("rows", "headAgain") and number in (7, 13):
                rows.append([Cell(cell.text, cell.span) for cell in head])
                new_group = new_node = True
            if self.has("rows", "titleAgain") and number == 9:
                rows += [[Cell(self.label(self.titles, plain=True) + "（续）", width)],
                         [Cell(cell.text, cell.span) for cell in head]]
                new_group = new_node = True
            stops = {7, 13} if self.has("rows", "headAgain") else {9} if self.has("rows", "titleAgain") else set()

            def depth(level):
                end = number + 1
                while end < len(body) and body[end][level] == body[number][level] and end not in stops:
                    end += 1
                return end - number

            levels_of = {"group": (labels[group], new_group, 0), "node": (labels[node], new_node, 1)}
            row_cells = []
            for level in levels:
                text, is_new, index = levels_of[level]
                if one:
                    text = f"{labels[group]}\n{text}" if how == "oneColumn" else f"{labels[group]}/{text}"
                if how == "broken":
                    text = "\n".join(text[at:at + 2] for at in range(0, len(text), 2)) if "（" not in text else text
                if how == "repeated":
                    row_cells.append(Cell(text, 2))
                elif how == "blankBelow":
                    row_cells.append(Cell(text if is_new else "", 2))
                elif is_new:
                    row_cells.append(Cell(text, 2, depth(index)))
            rows.append(row_cells + cells(row))
            if row.get("hidden"):
                for cell in rows[-1]:
                    cell.hidden = True
            number += 1
        if self.has("rows", "levelSubtotals"):
            rows.append(self.subtotal(labels[body[-1][0]], width))
        if self.has("rows", "subtotals"):
            rows.append(self.subtotal("绩效指标", width))
        return rows

    def subtotal(self, label, width):
        keys = [key for key, _ in self.cells]
        first = min(keys.index("points"), keys.index("score"))
        widths = [cell.span for cell in spread(keys, width - (4 if self.layout.get("levels") not in
                                                             ("oneColumn", "slash", "noGroup") else 2))]
        texts = ["50" if key == "points" else "47.5" if key == "score" else "" for key in keys[first:]]
        rest = [Cell(text, span) for text, span in zip(texts, widths[first:])]
        return [Cell(f"{label}小计", width - sum(cell.span for cell in rest))] + rest

    def sum_row(self):
        keys = [key for key, _ in self.cells] if hasattr(self, "cells") else self.columns()
        label = self.label(office.SUM)
        if self.has("sum", "oneFigure"):
            return [Cell(label, WIDTH - 6), Cell(self.put("sum", "score", self.record.sum["score"]), 6)]
        points, score = (self.put("sum", key, self.record.sum[key]) for key in ("points", "score"))
        if self.has("sum", "twoCells"):
            return [Cell(label, 5), Cell(points, 7), Cell(self.label(self.captions["score"]), 5), Cell(score, 7)]
        if self.has("sum", "inWords"):
            del self.expected[f"{self.name}/sum/points"], self.expected[f"{self.name}/sum/score"]
            return [Cell(f"总分：{points}分，自评得分：{score}分", WIDTH)]
        first = min(keys.index("points"), keys.index("score"))
        lead = 4 if self.layout.get("levels") not in ("oneColumn", "slash", "noGroup") else 2
        widths = [cell.span for cell in spread(keys, self.width - lead)]
        texts = [points if key == "points" else score if key == "score" else "" for key in keys[first:]]
        rest = [Cell(text, span) for text, span in zip(texts, widths[first:])]
        return [Cell(label, WIDTH - sum(cell.span for cell in rest))] + rest
