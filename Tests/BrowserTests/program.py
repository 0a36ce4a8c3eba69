"""The program under test: its own data folder, its own port, ended by its process id."""

import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import requests

ROOT = Path(__file__).resolve().parents[2]


def binary() -> str:
    """The built program: JIHENG names it, else the debug build."""
    return os.environ.get("JIHENG") or str(ROOT / ".build/debug/jiheng")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Program:
    """A running server. Use `demo()` or `empty()`, and `end()` when done."""

    def __init__(self, with_demo: bool, options: tuple[str, ...] = (), demo: tuple[str, ...] = ()):
        self.data = tempfile.mkdtemp(prefix="jiheng-test-")
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.accounts: dict[str, dict] = {}
        self.units: dict[str, dict] = {}
        self.secrets: dict[str, str] = {}
        if with_demo:
            self.made = self._demo(*demo)
            self.accounts = {item["account"]: item for item in self.made["accounts"]}
            self.units = {item["code"]: item for item in self.made["units"]}
        self.log = open(os.path.join(self.data, "server.log"), "wb")
        self.process = subprocess.Popen(
            [binary(), "serve", "--data", self.data, "--port", str(self.port), *options],
            stdout=self.log, stderr=self.log
        )
        self._wait()

    # What `demo` answered and a copy of the data it made, by its options: every program begins with data of its own, but
    # they need not be made again each time.
    _demos: dict[tuple[str, ...], tuple[str, tempfile.TemporaryDirectory]] = {}

    def _demo(self, *options: str) -> dict:
        if options not in self._demos:
            answer = self.run("demo", "--format", "json", *options)
            copy = tempfile.TemporaryDirectory(prefix="jiheng-demo-")
            shutil.copytree(self.data, copy.name, dirs_exist_ok=True)
            self._demos[options] = (answer, copy)
        else:
            shutil.copytree(self._demos[options][1].name, self.data, dirs_exist_ok=True)
        return json.loads(self._demos[options][0])

    @classmethod
    def demo(cls, *options: str, demo: tuple[str, ...] = (), published: bool = False) -> "Program":
        """With the demo county; `options` are those of `serve`, `demo` those of `demo`.

        Nothing of it is public unless `published`: making the files takes seconds."""
        return cls(True, options, (*demo, *(() if published else ("--unpublished",))))

    @classmethod
    def empty(cls, *options: str) -> "Program":
        return cls(False, options)

    def _wait(self):
        for _ in range(300):
            try:
                if requests.get(self.base + "/healthz", timeout=2).status_code == 200:
                    return
            except requests.ConnectionError:
                if self.process.poll() is not None:
                    raise RuntimeError(Path(self.log.name).read_text())
            time.sleep(0.1)
        raise RuntimeError("the server does not answer")

    def run(self, *arguments: str) -> str:
        done = subprocess.run([binary(), *arguments, "--data", self.data], capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(done.stdout + done.stderr)
        return done.stdout

    @property
    def setup_link(self) -> str:
        """The address where the first administrator is made, as the server printed it."""
        return re.search(r"http://\S+/set-up/\w+", Path(self.log.name).read_text()).group(0)

    def end(self):
        self.process.terminate()
        self.process.wait(20)
        self.log.close()
        shutil.rmtree(self.data, ignore_errors=True)

    # Signing in

    def own_secret(self, account: str) -> str:
        return self.secrets.get(account) or f"Yunxi-2025-{abs(hash(account)) % 10_000_000}-Ab"

    def sign_in(self, page, account: str):
        """Signs in through the pages; the first time with the one-time secret, which is replaced."""
        page.goto(self.base + "/sign-in")
        page.fill("#name", account)
        is_known = account in self.secrets
        page.fill("#secret", self.secrets[account] if is_known else self.accounts[account]["secret"])
        page.click("button.primary")
        if not is_known:
            secret = self.own_secret(account)
            page.fill("#secret", secret)
            page.fill("#repeated", secret)
            page.click("button.primary")
            page.wait_for_url(self.base + "/")
            self.secrets[account] = secret

    def session(self, account: str) -> requests.Session:
        """A signed-in session without a browser; `session.csrf` is its token."""
        session = requests.Session()
        is_known = account in self.secrets
        secret = self.secrets[account] if is_known else self.accounts[account]["secret"]
        answer = session.post(self.base + "/sign-in", data={"name": account, "secret": secret})
        if not is_known:
            own = self.own_secret(account)
            token = csrf(answer.text)
            session.post(self.base + "/account", data={"csrf": token, "secret": own, "repeated": own})
            self.secrets[account] = own
        session.csrf = csrf(session.get(self.base + "/account").text)
        return session

    def filing(self, unit: str) -> int:
        return self.units[unit]["filing"]

    def save(self, session: requests.Session, filing: int, cells: dict[str, str]) -> requests.Response:
        changes = [{"cell": cell, "text": text} for cell, text in cells.items()]
        return session.post(
            f"{self.base}/filings/{filing}/cells", json={"changes": changes}, headers={"X-CSRF-Token": session.csrf}
        )


def csrf(markup: str) -> str:
    return re.search(r'name="csrf" value="([0-9a-f]+)"', markup).group(1)
