"""Tables of what was measured, and the file they are kept in."""

import datetime
import os
from pathlib import Path

KEPT = Path(__file__).resolve().parent / "RESULTS.md"
GOALS = {
    "page": "≥ 10 × Django and ≥ 4 × FastAPI; p99 ≤ 25 ms at 16 connections; ≤ 120 MB; start ≤ 0.3 s",
    "save": "≥ 10 × Django; p99 ≤ 50 ms",
    "cell": "p99 ≤ 5 ms, server time",
    "audit": "figures ≥ 60 MB/s, the whole audit ≥ 2 million characters/s a core, linear in length",
    "privacy": "≤ 3 ms a report, all planted items",
    "sums": "≥ 30 × Arelle and ≤ 0.5 s for 500 units",
    "tables": "≥ 2 million tables/s on two cores",
    "xlsx": "written at ≥ 0.9 × libxlsxwriter's own C speed with memory flat, read at ≥ calamine's",
    "docx": "≥ 125 documents/s a core, linear to 16 times the size",
    "import": "parsed at ≥ 200 files/s, recognised in ≤ 20 ms",
    "search": "p95 ≤ 20 ms over 50,000 reports, two-character words found",
    "dashboard": "p95 ≤ 50 ms over 500 units × 10 years × 60 items",
    "lists": "p95 ≤ 300 ms with 5,000 filings stored",
    "bulk": "5,000 filings approved in ≤ 5 s",
}
TITLES = {
    "page": "P7: logged-in form page", "save": "P8: durable save of a whole form", "cell": "P3: one cell saved",
    "audit": "P9: audit of prose", "privacy": "P10: scan before publication",
    "sums": "P1: sums of many units, with messages", "tables": "P2: arithmetic checks in bulk",
    "xlsx": "P5: ledgers as .xlsx", "docx": "P4: Word documents written", "import": "P6: Word documents read in",
    "search": "P11: search", "dashboard": "P12: the county's dashboard", "lists": "Lists with many filings stored",
    "bulk": "P13: many filings approved at once",
}


def title(work):
    """The heading, and the machine that was measured on."""
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    processor = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line), "")
    return [f"### {TITLES[work]}, {now}", ""], f"{os.cpu_count()} cores ({processor})"


def in_process(work, text, missed, note):
    """What was measured without a server."""
    lines, machine = title(work)
    verdict = f"**Short of the goal:** {'; '.join(missed)}." if missed else "Goals reached."
    return "\n".join([*lines, f"{machine}. {note} Goal: {GOALS[work]}.", "", *text, verdict, ""])


def head(work, bench):
    lines, machine = title(work)
    return lines + [
        f"{machine}; load and servers on one machine."
        f" {len(bench.units)} units, form of {bench.cells} typed cells, page of {bench.size:,} bytes. Goal: {GOALS[work]}.", "",
    ]


def load_table(work, measured, bench, options):
    lines = head(work, bench)
    for connections, (summary, load) in measured.items():
        lines += [
            f"{connections} connections, medians of {options.rounds} runs of {options.seconds} s in turns, load average {load:.1f}:",
            "", "| | requests/s | lowest–highest | p50 ms | p99 ms | CPU ms each | memory MB | start s | failures | ours is |",
            "|---|---|---|---|---|---|---|---|---|---|",
        ]
        rate = summary["jiheng"]["rate"]
        for name, one in summary.items():
            ratio = "" if name.startswith("jiheng") else f"{rate / one['rate']:.1f} ×"
            lines.append(
                f"| {name} | {one['rate']:,.0f} | {one['low']:,.0f}–{one['high']:,.0f} | {one['p50']:.1f} | {one['p99']:.1f}"
                f" | {one['cost']:.2f} | {one['memory']:.0f} | {one['start']:.2f} | {one['failures']} | {ratio} |")
        lines += ["", verdict(work, connections, summary), ""]
    return "\n".join(lines)


def verdict(work, connections, summary):
    """Which goals are missed, said outright."""
    mine, missed = summary["jiheng"], []
    django, fastapi = (mine["rate"] / summary[name]["rate"] for name in ("django", "fastapi"))
    if django < 10:
        missed.append(f"{django:.1f} × Django instead of 10 ×")
    if work == "page":
        if fastapi < 4:
            missed.append(f"{fastapi:.1f} × FastAPI instead of 4 ×")
        if connections == 16 and mine["p99"] > 25:
            missed.append(f"p99 {mine['p99']:.1f} ms instead of 25 ms")
        if mine["memory"] > 120:
            missed.append(f"{mine['memory']:.0f} MB instead of 120 MB")
        if mine["start"] > 0.3:
            missed.append(f"start in {mine['start']:.2f} s instead of 0.3 s")
    elif mine["p99"] > 50:
        missed.append(f"p99 {mine['p99']:.1f} ms instead of 50 ms")
    return f"**Short of the goal:** {'; '.join(missed)}." if missed else "Goals reached."


def cell_table(measured, bench):
    lines = head("cell", bench)
    lines += [
        f"{measured['saves']} saves over one connection, load average {measured['load']:.1f}; at the client, so with HTTP"
        f" and the wait for the disk: p50 {measured['p50']:.2f} ms, p99 {measured['p99']:.2f} ms,"
        f" at most {measured['max']:.1f} ms.", "",
        "The server's own count of its answers: " + ", ".join(
            f"{count} within {float(bound) * 1000:g} ms" for bound, count in measured["server"].items()
            if bound != "+Inf" and 0.001 <= float(bound) <= 0.05) + ".", "",
        f"Control: {measured['control']}.", "",
        cell_verdict(measured["server"]), "",
    ]
    return "\n".join(lines)


def cell_verdict(counts):
    """The goal is server time: it is reached where 99 of 100 answers took the server at most 5 ms."""
    within = next(count for bound, count in counts.items() if bound != "+Inf" and float(bound) == 0.005)
    share = within / counts["+Inf"]
    words = f"{100 * share:.1f} % of the server's answers within 5 ms"
    return f"Goal reached: {words}." if share >= 0.99 else f"**Short of the goal:** {words}."


def append(text):
    with open(KEPT, "a", encoding="utf-8") as kept:
        kept.write("\n" + text)
