"""P13: many filings approved at once, each with its own outcome."""

import os
import time

import stored

# Departments and years: institutions' filings never reach the bureau.
SIZES = ((50, 10), (160, 10), (250, 20))


def measure(program, folder, rounds):
    text, missed = [], []
    for units, years in SIZES:
        size = units * years
        place = folder / f"bulk{size}"
        place.mkdir()
        made = stored.County(program, place, units, years, leads_only=True)
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
        if size == 5_000 and stored.share(whole, 0.5) > 5:
            missed.append(f"{stored.share(whole, 0.5):.1f} s instead of 5 s")
    return text, missed, ("Over HTTP, as the bureau's reviewer: all that wait are chosen on the list, confirmed, and told of one by"
                          " one. Every filing moves on by one version with one history entry.")


def row(name, spent):
    return f"| {name} | {stored.share(spent, 0.5):.2f} | {min(spent):.2f}–{max(spent):.2f} |"


def await_review(made):
    """All filings wait for the bureau."""
    made.database.execute(f"UPDATE filing SET stage = 'financeReview' WHERE task_id {of(made)}")
    made.database.commit()


def of(made):
    """The tasks that were made here; the demo county's own filings may be approved with the others."""
    return f"IN ({', '.join(str(task) for task, _ in made.tasks)})"


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
    moved = made.database.execute(
        f"SELECT count(*), min(version), max(version) FROM filing WHERE task_id {of(made)} AND stage = 'done'").fetchone()
    entries = made.database.execute(
        f"SELECT count(*) FROM history JOIN filing ON filing.id = filing_id WHERE task_id {of(made)}").fetchone()[0]
    told = made.database.execute(
        "SELECT count(*) FROM bulk_item JOIN filing ON filing.id = filing_id"
        f" WHERE task_id {of(made)} AND outcome = 'done'").fetchone()[0]
    if moved != (size, runs + 1, runs + 1) or entries != runs * size or told != runs * size:
        raise SystemExit(f"{size} filings, run {runs}: {moved} went on, {entries} entries, {told} outcomes")
