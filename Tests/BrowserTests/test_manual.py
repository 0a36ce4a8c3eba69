"""The manual is true: everything that it calls a button or a link is there, and its pictures are of this program.

`RECORD_MANUAL=1` takes the pictures of Documentation/Manual anew.
"""

import subprocess

import checkup_files
import pytest
from desk import Desk
from manual import FOLDER, MOST_BYTES, PICTURES, Camera, chapters
from manual_readers import Readers
from program import Program, binary


@pytest.fixture(scope="module")
def camera():
    return Camera()


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    program = Program.empty("--backup-folder", str(tmp_path_factory.mktemp("backups")))
    yield program
    program.end()


@pytest.fixture(scope="module")
def desks(browser):
    """Desks by account and program; those of the demo county's accounts are signed in."""
    made = {}

    def desk(account, program):
        key = account, program.port
        if key not in made:
            made[key] = Desk(browser, program.base, viewport={"width": 1366, "height": 768}, color_scheme="light")
            if account in program.accounts:
                program.sign_in(made[key].page, account)
        return made[key]

    yield desk
    for desk in made.values():
        assert desk.faults == []
        desk.close()


@pytest.mark.journey
class TestManual(Readers):
    kept = {}

    def test_every_button_and_word_that_it_quotes_is_on_its_pages(self, camera):
        missing = {}
        for chapter in chapters():
            if not chapter.name[0].isdigit():
                continue
            number = int(chapter.name[0])
            absent = (chapter.pressed - camera.pressed[number]) | {
                words for words in chapter.quoted if words not in camera.words[number]}
            if absent:
                missing[chapter.name] = sorted(absent)
        assert missing == {}

    def test_the_walk_takes_the_pictures_that_it_shows_and_no_others(self, camera):
        assert sorted(camera.taken) == sorted(set(camera.taken))
        assert sorted(camera.taken) == sorted(name for chapter in chapters() for name in chapter.pictures)


class TestFiles:
    def test_every_picture_is_there_light_enough_and_shown_once(self):
        shown = [name for chapter in chapters() for name in chapter.pictures]
        assert sorted(shown) == sorted(path.name for path in PICTURES.iterdir())
        assert [path.name for path in PICTURES.iterdir() if path.stat().st_size > MOST_BYTES] == []

    def test_every_link_leads_to_a_file_and_a_heading_in_it(self):
        anchors = {chapter.name: chapter.anchors for chapter in chapters()}
        broken = []
        for chapter in chapters():
            for link in chapter.links:
                path, _, anchor = link.partition("#")
                if link.startswith("https://"):
                    continue
                if not (FOLDER / path).exists() or anchor and anchor not in anchors[path]:
                    broken.append((chapter.name, link))
        assert broken == []

    def test_the_table_of_contents_names_every_chapter(self):
        contents = next(chapter for chapter in chapters() if chapter.name == "README.md")
        assert contents.links >= {chapter.name for chapter in chapters()} - {"README.md"}


class TestCommands:
    def test_every_option_is_known_to_its_command(self):
        for name, command in [("1-Installation.md", "serve"), ("8-Checkup.md", "audit")]:
            chapter = next(chapter for chapter in chapters() if chapter.name == name)
            told = subprocess.run([binary(), command, "--help"], capture_output=True, text=True).stdout
            assert chapter.options and {option for option in chapter.options if option not in told} == set()

    def test_an_audit_says_what_the_manual_shows(self, tmp_path):
        chapter = next(chapter for chapter in chapters() if chapter.name == "8-Checkup.md")
        (shown,) = [block.removeprefix("\n") for block in chapter.text.split("```")[1::2] if "报告.txt:" in block]
        (tmp_path / "报告.txt").write_text(checkup_files.text())
        told = subprocess.run([binary(), "audit", "报告.txt"], capture_output=True, text=True, cwd=tmp_path)
        assert shown in told.stdout and told.returncode == 1

