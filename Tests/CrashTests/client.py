"""Clients that save and move filings, and write down by themselves what was acknowledged."""

import json
import random
import re
import threading

from browser import Gone

MOVE_FORM = re.compile(r'<form method="post" action="/filings/\d+/moves/(\w+)">(.*?)</form>', re.S)


class Ledger:
    """What one client was told, in its own memory and in its own file: nothing of the server's."""

    def __init__(self, path, position=None):
        self.file = open(path, "a", buffering=1, encoding="utf-8")
        self.position = position
        self.acknowledged = []
        self.unanswered = []

    def acknowledge(self, **entry):
        """With where a record stood when the answer came, where one is kept."""
        if self.position is not None:
            entry["position"] = self.position()
        self.acknowledged.append(entry)
        self.file.write(json.dumps({"acknowledged": entry}, ensure_ascii=False) + "\n")

    def lose(self, **entry):
        self.unanswered.append(entry)
        self.file.write(json.dumps({"unanswered": entry}, ensure_ascii=False) + "\n")


class Client(threading.Thread):
    """Works until the server is gone, rests until it is told to go on."""

    def __init__(self, number, filing, ledger, moment):
        super().__init__(daemon=True)
        self.filing = filing
        self.ledger = ledger
        self.moment = moment
        self.random = random.Random(number)
        self.go = threading.Event()
        self.rests = threading.Event()
        self.fault = None
        self.leaves = False
        self.ends = False

    def run(self):
        while True:
            self.rests.set()
            self.go.wait()
            self.go.clear()
            if self.ends:
                return
            try:
                while not self.leaves:
                    self.work()
            except Gone:
                continue
            except Exception as error:  # told at the end of the round
                self.fault = error

    def acknowledge(self, **entry):
        self.ledger.acknowledge(filing=self.filing, **entry)
        self.moment.acknowledged()


class Saver(Client):
    """Saves cells that nobody else touches, each time with a text that never was there before."""

    def __init__(self, number, filing, ledger, moment, browser, cells, words="{}"):
        super().__init__(number, filing, ledger, moment)
        self.browser = browser
        self.cells = cells
        self.words = words
        self.count = 0

    def work(self):
        texts = {}
        for cell in self.random.sample(self.cells, self.random.randint(1, len(self.cells))):
            self.count += 1
            texts[cell] = self.words.format(f"{self.count}.{self.random.randint(1, 9)}")
        try:
            status, answer = self.browser.save(self.filing, texts)
        except Gone:
            self.ledger.lose(filing=self.filing, texts=texts)
            raise
        if status in (403, 409):
            return  # sent to review meanwhile
        if status != 200 or answer["problems"] or answer["conflicts"]:
            raise AssertionError(f"a save answered {status}: {answer}")
        self.acknowledge(texts=texts, version=answer["version"])


class Mover(Client):
    """Sends, withdraws, returns and approves one filing, each time as one of those who may, but never to the end."""

    def __init__(self, number, filing, ledger, moment, browsers):
        super().__init__(number, filing, ledger, moment)
        self.browsers = browsers

    def work(self):
        browser = self.random.choice(self.browsers)
        open_moves = [
            (move, re.search(r'name="version" value="(\d+)"', form)[1])
            for move, form in MOVE_FORM.findall(browser.get(f"/filings/{self.filing}/check"))
            if 'disabled=""' not in form and "办结" not in form
        ]
        if not open_moves:
            return
        move, version = self.random.choice(open_moves)
        try:
            status = browser.send(
                f"/filings/{self.filing}/moves/{move}", {"version": version, "reason": "请核对后再送。"})
        except Gone:
            self.ledger.lose(filing=self.filing, move=move)
            raise
        if status == 303:
            self.acknowledge(move=move, version=int(version) + 1)
        elif status not in (403, 409):
            raise AssertionError(f"{move} answered {status}")
