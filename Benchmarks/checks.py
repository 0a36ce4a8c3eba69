"""P1 and P2: sums of many units with messages beside Arelle, and arithmetic checks in bulk beside Python, numpy, polars."""

import sys
from pathlib import Path

import xbrl
from inprocess import Contender, compare, table

HERE = Path(__file__).resolve().parent
SECONDS = "2"


def sums(measure, folder, rounds):
    """P1 by size: the whole run, from the files to the findings with their messages."""
    text, missed = [], []
    for units in (50, 200, 500):
        place = folder / f"sums{units}"
        place.mkdir()
        facts, count = xbrl.write(place, units)
        contenders = [
            Contender("jiheng", [measure, "facts", str(place)]),
            Contender("Arelle", [sys.executable, str(HERE / "peers/sums_arelle.py"), str(place)]),
        ]
        summary, load = compare(contenders, min(rounds, 3), lambda run: run["seconds"])
        ours, theirs = (sorted((place / name).read_text().splitlines()) for name in ("ours.txt", "theirs.txt"))
        if ours != theirs or not ours:
            raise SystemExit(f"{len(ours)} sums are inconsistent for us, {len(theirs)} for Arelle")
        ratio = summary["Arelle"]["rate"] / summary["jiheng"]["rate"]
        text += [f"{units} units, {facts:,} amounts, {count:,} sums, {len(ours)} of them inconsistent for both,"
                 f" load average {load:.1f}:", "", "| | seconds | lowest–highest | ours is |", "|---|---|---|---|"]
        for name, one in summary.items():
            quick = "" if name == "jiheng" else f"{ratio:.0f} × as quick"
            text.append(f"| {name} | {one['rate']:.3f} | {one['low']:.3f}–{one['high']:.3f} | {quick} |")
        text.append("")
        if ratio < 30:
            missed.append(f"{ratio:.0f} × Arelle instead of 30 × at {units} units")
        if units == 500 and summary["jiheng"]["rate"] > 0.5:
            missed.append(f"{summary['jiheng']['rate']:.2f} s instead of 0.5 s")
    return text, missed, ("Read from plain files, worked out, checked by formulas of a policy, with messages; reading the"
                          " database is not part of it. Arelle reads XBRL (`calcs=c10`). Ours on"
                          " all cores, Arelle on one.")


def tables(measure, folder, rounds):
    """P2 by size."""
    text, missed = [], []
    for count in (10_000, 100_000, 1_000_000):
        place = folder / f"tables{count}"
        place.mkdir()
        peer = [sys.executable, str(HERE / "peers/tables.py")]
        contenders = [Contender("jiheng", [measure, "tables", str(place), str(count), SECONDS])]
        # Ours goes first, since it makes the tables for all.
        contenders += [Contender(name, [*peer, name, str(place), SECONDS]) for name in ("polars", "numpy")]
        contenders.append(Contender("python", [*peer, "python", str(place), SECONDS, "20000"]))
        summary, load = compare(
            contenders, rounds if count < 1_000_000 else min(rounds, 3),
            lambda run: run["rounds"] * run["tables"] / run["seconds"] / 1e6)
        last = summary["jiheng"]["last"]
        text += [f"{count:,} tables, {last['checks']} checks each, {last['failing']:,} tables with a failure,"
                 f" load average {load:.1f}:", ""]
        text += table(summary, "million tables/s", lambda value: f"{value:.2f}") + [""]
        if count == 1_000_000 and summary["jiheng"]["rate"] < 2:
            missed.append(f"{summary['jiheng']['rate']:.2f} million tables/s instead of 2")
    return text, missed, ("Every peer stops unless it finds the same failures in the same tables; loading the columns is not"
                          " timed. Plain Python looks at 20,000 tables at most. Two cores for ours and polars.")
