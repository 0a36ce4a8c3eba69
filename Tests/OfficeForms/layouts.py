"""What may differ between two forms of the same kind, and how."""

# Of every form.
COMMON = {
    "words": ["others"],
    "letters": ["blanks", "colon", "breaks", "numbered", "brackets", "fullWidth", "blankEnds"],
    "figures": ["separators", "withUnit", "yuan", "dashes", "wide"],
    "wrap": ["nested", "control", "cellControl", "rowControl", "box", "tracked", "runs"],
    "file": ["library", "office", "workbook"],
}
# Of those with goals and indicators.
EVALUATED = COMMON | {
    "goals": ["leftRight", "inCell", "under", "order", "noSide", "twoHeads"],
    "side": ["none", "rows", "broken"],
    "levels": ["repeated", "blankBelow", "oneColumn", "noGroup", "broken", "slash", "twoHeads"],
    "rows": ["prefixed", "empty", "subtotals", "levelSubtotals", "blank", "headAgain", "titleAgain", "placeholders"],
    "sum": ["above", "oneFigure", "twoCells", "inWords", "afterNotes"],
    "inside": ["title", "notes", "footer", "unitRow", "yearRow", "opinion"],
    "cut": ["beforeIndicators", "amid", "amidWithHead", "eachBlock", "amidTitle"],
    "ticks": ["actual", "reason", "column"],
    "hidden": ["rows", "columns"],
}
LAYOUTS = {
    "project": EVALUATED | {
        "head": ["onePerRow", "threePerRow", "above", "inCell", "otherOrder", "moreRows", "codeColumn"],
        "funds": ["noSources", "sourcesOrder", "columnsOrder", "transposed", "sumLast", "twoLabels", "moreSources",
                  "pointsInHead", "pairs", "repeatedHead"],
        "columns": ["order", "swapped", "serial", "together", "reasonBefore", "noReason", "percentGap", "extra", "nameLast",
                    "threeParts"],
        "several": ["documents", "oneTable", "tablesWithoutTitles", "three", "threeInOneTable", "oneTab"],
    },
    # 部门整体支出绩效自评表
    "self": EVALUATED | {
        "head": ["title", "twoUnits"],
        "funds": ["nextCell", "stacked", "stackedCells", "noIncome", "columnsOrder", "rowsBySource", "labelAbove"],
        "columns": ["order", "swapped", "serial", "together", "reasonBefore", "noReason", "percentGap", "extra", "nameLast",
                    "threeParts"],
        "tree": ["costFirst"],
    },
    # 部门整体支出绩效评价基础数据表
    "base": COMMON | {
        "years": ["order", "plain", "inTwoRows", "moreColumns", "yearOnly"],
        "staff": ["pairs", "moreColumns", "inRows", "noRate"],
        "lead": ["twoLabels", "serial", "sideLabel"],
        "rows": ["unnumbered", "blank", "headAgain", "indents", "moreRows"],
        "projects": ["many", "none", "numbered", "specialOnly"],
        "buildings": ["none", "filled", "absent", "words"],
        "economy": ["above", "inCell", "absent"],
        "inside": ["title", "notes", "footer", "unitRow"],
        "cut": ["amid", "amidWithHead", "blocks"],
        "hidden": ["rows", "columns"],
    },
    # 项目自评表 with sign, value and unit in columns of their own
    "regional": {place: ways for place, ways in EVALUATED.items() if place not in ("goals", "sum")} | {
        "head": ["onePerRow", "threePerRow", "above", "otherOrder"],
        "funds": ["sourcesOrder", "columnsOrder", "noReason", "sumLast", "slashes"],
        "columns": ["order", "swapped", "serial", "signLast", "unitFirst", "noUnit"],
        "ends": ["rowsOfTwo", "under", "absent"],
        "several": ["documents", "oneTable", "three", "oneTab"],
    },
    # A whole report's annexes: base table, self-evaluation table and projects.
    "whole": COMMON | {
        "side": ["none", "rows"], "goals": ["leftRight", "under"], "levels": ["repeated", "blankBelow", "twoHeads"],
        "annexes": ["projectsFirst", "oneTab"],
    },
}
POLICIES = {"project": "hunan-2024-project", "self": "hunan-2024-department", "base": "hunan-2024-department",
            "regional": "sichuan-2024-project", "whole": "hunan-2024-department"}


def layouts(form, count, chooser, fixed):
    """Each change alone, then `count` with several."""
    ways_of = LAYOUTS[form]
    if not fixed:
        yield {}
    for place, ways in ways_of.items():
        for how in ways:
            if not fixed or (place, how) in fixed.items():
                yield made_possible(form, {place: how})
    for _ in range(count):
        chosen = {place: chooser.choice(ways) for place, ways in ways_of.items() if chooser.random() < 0.3}
        yield made_possible(form, chosen | fixed)


def made_possible(form, chosen):
    """Without changes that exclude one another."""
    if chosen.get("hidden") or "oneTab" in (chosen.get("several"), chosen.get("annexes")):
        chosen = chosen | {"file": "workbook"}
    if chosen.get("file"):
        chosen.pop("wrap", None)
    if chosen.get("several") in ("oneTable", "threeInOneTable"):
        chosen.pop("cut", None)
    return chosen
