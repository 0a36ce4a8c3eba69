"""P13: many filings approved at once, each with its own outcome."""

import os
import time

import stored

SIZES = (500, 1_600, 5_000)


def measure(program, folder, rounds):
    text, missed = [], []
    for size in SIZES:
        place = folder / f"bulk{size}"
        place.mkdir()
        made = stored.County(program, place, size, 1)
        made.serve()
        try:
            times = []
            for number in range(rounds + 1):
                await_review(made)
                chosen, approved, shown = approve(made)
                check(made, size, number + 1)
                if number:
                    times.append((chosen, approved, shown))
        finally:
            made.stop()
        whole = [sum(one) for one in times]
        text += [f"{size:,} filings, {rounds} runs, load average {os.getloadavg()[0]:.1f}:", "",
                 "| | seconds | lowest–highest |", "|---|---|---|"]
        for name, spent in zip(("chosen", "approved", "outcomes shown"), zip(*times)):
            text.append(row(name, spent))
        text += [row("together", whole), f"| each filing, ms | {stored.share(whole, 0.5) / size * 1_000:.2f} | |", ""]
        if size == max(SIZES) and stored.share(whole, 0.5) > 5:
            missed.append(f"{stored.share(whole, 0.5):.1f} s instead of 5 s")
    return text, missed, ("Over HTTP, as the bureau's reviewer: all that wait are chosen on the list, confirmed, and told of one by"
                          " one. Every filing moves on by one version with one history entry.")


def row(name, spent):
    return f"| {name} | {stored.share(spent, 0.5):.2f} | {min(spent):.2f}–{max(spent):.2f} |"


def await_review(made):
    """All filings wait for the bureau."""
    made.database.execute("UPDATE filing SET stage = 'financeReview' WHERE task_id = ?", [made.tasks[0][0]])
    made.database.commit()


def approve(made):
    """Seconds for choosing, for carrying out and for the page that tells of it."""
    spent, address = [], "/reviews/bulk"
    for fields in ({"action": "approve", "range": "all"}, {}):
        began = time.perf_counter()
        address = made.send(address, fields)
        spent.append(time.perf_counter() - began)
    return *spent, made.ask(address)[1] / 1_000


def check(made, size, runs):
    """Stops unless every filing went on exactly once in each run, and each was told of."""
    task = made.tasks[0][0]
    moved = made.database.execute(
        "SELECT count(*), min(version), max(version) FROM filing WHERE task_id = ? AND stage = 'done'", [task]).fetchone()
    entries = made.database.execute(
        "SELECT count(*) FROM history JOIN filing ON filing.id = filing_id WHERE task_id = ?", [task]).fetchone()[0]
    told = made.database.execute(
        "SELECT count(*) FROM bulk_item JOIN filing ON filing.id = filing_id WHERE task_id = ? AND outcome = 'done'",
        [task]).fetchone()[0]
    if moved != (size, runs + 1, runs + 1) or entries != runs * size or told != runs * size:
        raise SystemExit(f"{size} filings, run {runs}: {moved} went on, {entries} entries, {told} outcomes")
