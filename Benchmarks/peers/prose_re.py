"""Figures by one regular expression, as a reviewer would script it: prose_re.py [--list] FILE [SECONDS]."""

import json
import re
import sys
import time

NUMBER = r"([0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
UNIT = (
    "(万元|亿元|千元|元|万人次|人次|万人|万件|个百分点|万吨|公斤|公里|平方米|人|％|%|‰|个|家|户|件|起|次|吨|米|㎡|亩|年|月|日|项|期|分|台|"
    "名|处|批|条|份|篇|场|所)")
PATTERN = re.compile(NUMBER + "(?:[ \t]|\u3000)*(?:余|多)?" + UNIT)
SCALE = {"万元": 1e4, "亿元": 1e8, "千元": 1e3, "万人次": 1e4, "万人": 1e4, "万件": 1e4, "万吨": 1e4, "%": .01, "％": .01,
         "‰": .001}


def figures(text):
    found = []
    for match in PATTERN.finditer(text):
        number, unit = match.groups()
        value = float(number.replace(",", "") if "," in number else number)
        found.append((match.start(), match.end(), value * SCALE.get(unit, 1), unit))
    return found


def main():
    arguments = [one for one in sys.argv[1:] if one != "--list"]
    text = open(arguments[0], encoding="utf-8").read()
    if "--list" in sys.argv:
        for start, end, value, unit in figures(text):
            print(start, end, f"{value:.6f}", unit)
        return
    seconds = float(arguments[1]) if len(arguments) > 1 else 1
    found = len(figures(text))
    rounds, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds or not rounds:
        figures(text)
        rounds += 1
    print(json.dumps({"rounds": rounds, "seconds": time.perf_counter() - start, "bytes": len(text.encode()),
                      "characters": len(text), "found": found}))


if __name__ == "__main__":
    main()
