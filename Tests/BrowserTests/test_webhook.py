"""Reminders and moves of filings reach another system: signed, and under an id that tells them apart."""

import hashlib
import hmac
import json
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from program import Program

KEY = b"a-key-for-browser-tests"


@pytest.fixture
def unanswered():
    """The kinds of letters that the other system does not answer in time."""
    return set()


@pytest.fixture
def receiver(unanswered):
    got = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            got.append((dict(self.headers), body))
            # Longer than the program waits.
            if json.loads(body)["event"] in unanswered:
                time.sleep(15)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/hook", got
    server.shutdown()


def waited_for(got, event: str):
    """The letters of a kind, once there are some."""
    for _ in range(60):
        letters = [(headers, body) for headers, body in got if json.loads(body)["event"] == event]
        if letters:
            return letters
        time.sleep(1)
    return []


def remind(program):
    """Reminds a unit by hand; the bureau's session and the task."""
    session = program.session("finance")
    task = re.search(r"/tasks/(\d+)/", session.get(program.base + "/progress").url).group(1)
    chosen = session.post(
        f"{program.base}/tasks/{task}/bulk",
        data={"csrf": session.csrf, "action": "remind", "filing": program.filing("101003")})
    session.post(chosen.url, data={"csrf": session.csrf, "reason": "请尽快送审"})
    return session, task


def test_a_reminder_by_hand_is_handed_over(receiver, tmp_path):
    address, got = receiver
    (tmp_path / "key").write_bytes(KEY + b"\n")
    program = Program.demo("--webhook", address, "--webhook-key-file", str(tmp_path / "key"))
    try:
        session, task = remind(program)
        ((headers, body),) = waited_for(got, "reminder")
        signed = headers["X-Jiheng-Timestamp"].encode() + b"." + body
        assert headers["X-Jiheng-Signature"] == "sha256=" + hmac.new(KEY, signed, hashlib.sha256).hexdigest()
        told = json.loads(body)
        assert told["unit"]["code"] == "101003" and told["message"] == "请尽快送审" and told["kind"] == "byHand"
        assert headers["X-Jiheng-Delivery"] == str(told["delivery"])
        time.sleep(1)
        assert "送达" in session.get(f"{program.base}/tasks/{task}/reminders").text
    finally:
        program.end()


def test_moves_of_filings_are_handed_over_once_each(receiver, tmp_path):
    address, got = receiver
    (tmp_path / "key").write_bytes(KEY + b"\n")
    program = Program.demo("--webhook", address, "--webhook-key-file", str(tmp_path / "key"))
    try:
        waited_for(got, "stage")
        time.sleep(3)
        letters = [json.loads(body) for _, body in got if json.loads(body)["event"] == "stage"]
        assert len({letter["delivery"] for letter in letters}) == len(letters)
        finished = [letter for letter in letters if letter["filing"] == program.filing("201001")]
        assert [(letter["move"], letter["to"]) for letter in finished] == [
            ("start", "drafting"), ("submit", "unitReview"), ("approve", "financeReview"), ("approve", "done")]
        (returned,) = [letter for letter in letters if letter["move"] == "return"]
        assert returned["unit"]["code"] == "101003" and "知晓率" in returned["reason"]
        headers, body = got[0]
        signed = headers["X-Jiheng-Timestamp"].encode() + b"." + body
        assert headers["X-Jiheng-Signature"] == "sha256=" + hmac.new(KEY, signed, hashlib.sha256).hexdigest()
    finally:
        program.end()


def test_what_is_not_answered_holds_up_nothing_else(receiver, unanswered, tmp_path):
    address, got = receiver
    unanswered.add("stage")
    (tmp_path / "key").write_bytes(KEY + b"\n")
    program = Program.demo("--webhook", address, "--webhook-key-file", str(tmp_path / "key"))
    try:
        assert waited_for(got, "stage")
        remind(program)
        assert waited_for(got, "reminder")
    finally:
        program.end()


def test_a_short_or_missing_key_is_refused(tmp_path):
    (tmp_path / "key").write_bytes(b"short")
    for options in [(), ("--webhook-key-file", str(tmp_path / "key"))]:
        with pytest.raises(RuntimeError, match="密钥"):
            Program.demo("--webhook", "http://127.0.0.1:9/", *options)
