"""The counties that the benchmarks fill straight in the database, in small: what of them the schema has outgrown fails
here and not on the day of a measurement. Nothing is measured."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "Tests"), str(ROOT / "Benchmarks"), str(ROOT / "Benchmarks/peers")]

import bulk  # noqa: E402
import county  # noqa: E402
import form_page  # noqa: E402
import lists  # noqa: E402
import search  # noqa: E402
import servers  # noqa: E402
import stored  # noqa: E402
from suite import run  # noqa: E402

PROGRAM = os.path.abspath(os.environ["JIHENG"])
# One report in five hundred says something rare, the 251st the first of them.
UNITS, YEARS = 26, 10


def tests(folder):
    for name, steps in (("clones", cloned), ("stored", filled), ("bulk", approved)):
        place = folder / name
        place.mkdir()
        done = []
        try:
            for step in steps(place):
                done.append(step)
                yield f"{name}: {step}", True, ""
        except (Exception, SystemExit) as error:
            yield f"{name}: after {done[-1] if done else 'the beginning'}", False, f"{type(error).__name__}: {error}"


def cloned(folder):
    """Units with one handler each: pages and saves, and the same filings as the peers take them."""
    data = folder / "data"
    made = county.demo(PROGRAM, data)
    ours = servers.ours(PROGRAM, data, folder)
    process = subprocess.Popen(ours.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        ours.await_health()
        prototype = county.fill_prototype(ours.port, made)
    finally:
        process.terminate()
        process.wait(30)
    yield "a prototype is filled in"
    units = county.clone(data / "jiheng.sqlite", prototype, 3)
    yield "the prototype is cloned"
    ours.requests.write_text("".join(f"jiheng={one['cookie']}\t{one['csrf']}\t{one['filing']}\n" for one in units))
    ours.start()
    try:
        page, _ = ours.page(0)
        ours.save({"base/abroad/final": "1.5"})
    finally:
        ours.stop()
    yield "a clone is shown and saved"
    subprocess.run([PROGRAM, "verify", "--data", str(data)], capture_output=True, check=True)
    yield "the histories of the clones hold"
    (folder / "form.json").write_text(json.dumps(form_page.definition(page), ensure_ascii=False))
    (folder / "units.json").write_text(json.dumps(units, ensure_ascii=False))
    os.environ["PEER_DATA"] = str(folder)
    import seed

    for unit in units:
        cells, lines = seed.full_cells(unit["content"])
        if len(lines) != county.LINES or not cells:
            raise ValueError(f"{unit['code']} has {len(lines)} lines")
    yield "the peers take the clones"


def filled(folder):
    """Many filings of many years: the pages of all lists, and what is looked for in them."""
    made = stored.County(PROGRAM, folder, UNITS, YEARS)
    made.sheets(county.PROTOTYPE)
    yield "units, tasks, filings and sheets are stored"
    made.figures()
    yield "figures and findings are stored"
    peer = search.Peer(folder / "peer.sqlite")
    questions = search.fill(made, peer)
    yield "texts are stored"
    administrator, bureau = made.signed_in("admin"), made.cookie
    made.serve()
    try:
        for page in lists.PAGES + lists.ADMINISTRATOR:
            made.cookie = administrator if page in lists.ADMINISTRATOR else bureau
            address = page.format(task=made.tasks[-1][0])
            lists.redirected(made, address) if address.startswith("/progress") else made.ask(address)
            yield f"{page} is shown"
        made.cookie = bureau
        search.check(made, peer, questions[::12])
        yield "what is looked for is found"
    finally:
        made.stop()


def approved(folder):
    """All that wait for the bureau, twice."""
    made = stored.County(PROGRAM, folder, UNITS, 2, leads_only=True)
    made.serve()
    try:
        for number, name in enumerate(("once", "twice"), 1):
            bulk.await_review(made)
            bulk.approve(made)
            bulk.check(made, 2 * UNITS, number)
            yield f"filings are approved {name}"
    finally:
        made.stop()


def main():
    with tempfile.TemporaryDirectory(prefix="jiheng-counties.") as folder:
        return run(tests(Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
