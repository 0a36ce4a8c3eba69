"""P9 and P10: the audit of prose, and the scan before publication."""

import subprocess
import sys
from pathlib import Path

from inprocess import Contender, compare, table

HERE = Path(__file__).resolve().parent
REPORT = HERE.parent / "Tests" / "CleanReport" / "report.txt"
SECONDS = "1"
# What must not be published, and which part of it is looked for; names and numbers are made up.
PLANTED = [
    ("填表人：郑五  填报日期：2025年3月  联系电话：13800138001", "13800138001"),
    ("受益人身份证号：439999190001010016", "439999190001010016"),
    ("开户行：示例县农村商业银行，账号：820100000000123456", "820100000000123456"),
    ("咨询可找财务股陈七（13800138003）。", "陈七"),
    ("成功化解张甲等３人关于市场搬迁的信访案件。", "张甲"),
    ("春节前走访慰问困难党员孙二、周三和冯小六。", "孙二"),
    ("受助户家庭住址：城关镇幸福村3组12号，已按月发放补贴。", "城关镇幸福村3组12号"),
    ("服务器地址172.20.1.5，只供内部使用。", "172.20.1.5"),
    ("默认密码：Init#2024", "默认密码：Init#2024"),
    ("电子邮箱：zhangsan@example.com", "zhangsan@example.com"),
]


def report(folder, copies):
    """The clean report so many times, one below the other."""
    path = folder / f"report{copies}.txt"
    path.write_text("\n".join([REPORT.read_text()] * copies))
    return path


def lines(command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def check_figures(measure, path):
    """Stops unless every amount of the regular expression is one of ours, at its place and with its value."""
    ours = {}
    for line in lines([measure, "list", str(path)]):
        kind, start, end, *value = line.split()
        if kind == "amount":
            ours[int(end)] = (int(start), float(value[0]))
    amounts = [one.split() for one in lines([sys.executable, str(HERE / "peers/prose_re.py"), "--list", str(path)])]
    amounts = [(int(start), int(end), float(value)) for start, end, value, unit in amounts if unit.endswith("元")]
    for start, end, value in amounts:
        # 以上 and the like behind the unit belong to ours.
        place = next((ours[at] for at in range(end, end + 4) if at in ours), None)
        if place is None or abs(place[1] - value) > 0.005 or place[0] > start:
            raise SystemExit(f"the amount {value} at {start}–{end} is {place} for us")
    return len(amounts), len(ours)


def audit(measure, folder, rounds):
    sizes = [report(folder, copies) for copies in (1, 4, 16)]
    theirs, all_ours = check_figures(measure, sizes[1])
    rates, loads, text = [], [], []
    for path in sizes:
        contenders = [
            Contender("jiheng", [measure, "figures", str(path), SECONDS]),
            Contender("Python re", [sys.executable, str(HERE / "peers/prose_re.py"), str(path), SECONDS]),
        ]
        summary, load = compare(contenders, rounds, lambda run: run["rounds"] * run["bytes"] / run["seconds"] / 1e6)
        loads.append(load)
        text += [f"Figures of {path.stat().st_size:,} bytes, load average {load:.1f}:", ""]
        text += table(summary, "MB/s") + [""]
        rates.append(summary["jiheng"]["rate"])
        found = {name: one["last"]["found"] for name, one in summary.items()}
        text[-1:] = ["", f"Found: {', '.join(f'{name} {count:,}' for name, count in found.items())}.", ""]
    text += ["| whole audit | characters | million characters/s a core | lowest–highest | µs each 1,000 characters |",
             "|---|---|---|---|---|"]
    whole = []
    for path in sizes:
        ours = Contender("jiheng", [measure, "audit", str(path), SECONDS])
        summary, load = compare(
            [ours], rounds, lambda run: run["rounds"] * run["characters"] / run["seconds"] / 1e6)
        one = summary["jiheng"]
        whole.append(one["rate"])
        text.append(
            f"| | {one['last']['characters']:,} | {one['rate']:.2f} | {one['low']:.2f}–{one['high']:.2f}"
            f" | {1000 / one['rate']:.0f} |")
    text += ["", f"Equal work first: all {theirs} amounts of the regular expression are among our {all_ours}, with their"
             " values. statcheck, the whole audit of another field, was measured elsewhere at 0.027–0.048 million"
             " characters/s.", ""]
    missed = []
    if min(rates) < 60:
        missed.append(f"figures at {min(rates):.0f} MB/s instead of 60")
    if min(whole) < 2:
        missed.append(f"the whole audit at {min(whole):.2f} million characters/s instead of 2")
    if max(whole) / min(whole) > 1.5:
        missed.append(f"not linear: {min(whole):.2f} to {max(whole):.2f} million characters/s")
    return text, missed, f"{rounds} runs of {SECONDS} s each in turns, medians."


def found_items(text, found):
    """Which planted items a list of places covers in full."""
    count = 0
    for _, item in PLANTED:
        at = text.index(item)
        count += any(start <= at and at + len(item) <= end for start, end in found)
    return count


def privacy(measure, folder, rounds):
    base = REPORT.read_text()
    text, missed = [], []
    for copies in (1, 2, 4):
        body = (base * 2)[:9_000 * copies] if copies * 9_000 <= 2 * len(base) else (base * copies * 2)[:9_000 * copies]
        body = body[:body.rindex("\n") + 1] + "\n".join(line for line, _ in PLANTED) + "\n"
        path = folder / f"planted{copies}.txt"
        path.write_text(body)
        contenders = [
            Contender("jiheng", [measure, "privacy", str(path), SECONDS]),
            Contender("Presidio", [sys.executable, str(HERE / "peers/privacy_presidio.py"), str(path), SECONDS]),
        ]
        found = {}
        for contender, command in zip(contenders, (
                [measure, "list", str(path)],
                [sys.executable, str(HERE / "peers/privacy_presidio.py"), "--list", str(path)])):
            places = [one.split() for one in lines(command)]
            found[contender.name] = found_items(
                body, [(int(one[1]), int(one[2])) for one in places if one[0] != "amount"])
        summary, load = compare(contenders, rounds, lambda run: 1000 * run["seconds"] / run["rounds"])
        text += [f"{len(body):,} characters, load average {load:.1f}:", "",
                 "| | ms a report | lowest–highest | planted items found | ours is |", "|---|---|---|---|---|"]
        for name, one in summary.items():
            ratio = "" if name == "jiheng" else f"{one['rate'] / summary['jiheng']['rate']:.0f} × as quick"
            text.append(f"| {name} | {one['rate']:.2f} | {one['low']:.2f}–{one['high']:.2f}"
                        f" | {found[name]} of {len(PLANTED)} | {ratio} |")
        text.append("")
        if copies == 1 and summary["jiheng"]["rate"] > 3:
            missed.append(f"{summary['jiheng']['rate']:.2f} ms instead of 3 ms")
        if found["jiheng"] < len(PLANTED):
            missed.append(f"{found['jiheng']} of {len(PLANTED)} planted items found")
    return text, missed, f"{rounds} runs of {SECONDS} s each in turns, medians. From the text to all findings of the P rules."
