"""公开: a report that was uploaded as a file becomes public as it was read, and nothing of the file itself does."""

import io
import json
import re
import sqlite3
import subprocess
import zipfile
from pathlib import Path

import docx
import jsonschema_rs
import pytest
from program import ROOT
from pypdf import PdfReader, PdfWriter
from test_publication import desk_of, looks

UNIT = "401001"
# In a paragraph, in a cell, as hidden text, in a comment, in the header, in the properties.
LEAKS = ["13812345678", "13812345679", "13812345680", "13812345681", "13812345682", "13812345683", "郑五", "Init#2024",
         "10.20.30.40", "yunxi-bangong@163.com"]
KEPT = "13712345678"
TEXTS = ["一、部门基本情况", "全年支出716.83万元。", "（一）主要做法", "城东市场", "改造完成"]


def report():
    """A Word file that has something private in every corner."""
    document = docx.Document()
    document.add_paragraph("一、部门基本情况")
    said = document.add_paragraph("全年支出716.83万元。")
    document.add_paragraph("（一）主要做法")
    told = document.add_paragraph(
        f"经办电话13812345678，咨询电话{KEPT}，系统http://10.20.30.40:8080/pems/，初始密码：Init#2024，"
        "联系邮箱yunxi-bangong@163.com。")
    told.add_run("13812345680").font.hidden = True
    table = document.add_table(rows=2, cols=3)
    for row, texts in zip(table.rows, [["市场", "进展", "联系电话"], ["城东市场", "改造完成", "13812345679"]]):
        for cell, text in zip(row.cells, texts):
            cell.text = text
    document.add_comment(said.runs, text="请问13812345681", author="郑五", initials="郑")
    document.sections[0].header.paragraphs[0].text = "值班13812345682"
    document.core_properties.author = "郑五"
    document.core_properties.comments = "13812345683"
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def old_document(tmp_path):
    """The same as LibreOffice saves it for Word of before 2007."""
    (tmp_path / "report.docx").write_bytes(report())
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "doc", "--outdir",
         tmp_path, tmp_path / "report.docx"], check=True, capture_output=True, timeout=120)
    return (tmp_path / "report.doc").read_bytes()


def pages(encrypted=False):
    """A PDF file without any text, as a scanner makes them."""
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    if encrypted:
        writer.encrypt("secret", algorithm="RC4-128")
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


def uploaded(program, unit, name, content):
    """The unit has nothing written, this file instead, and is done. Answers the filing."""
    filing = program.filing(unit)
    stage(program, filing, "drafting")
    session = program.session(f"jb{unit}")
    page = f"{program.base}/filings/{filing}"
    written = json.loads(session.get(f"{page}/export/json").content)
    answer = program.save(session, filing, {
        f"report/{section['id']}/text": "" for report in written["reports"] if report["id"] == "report"
        for section in report["sections"] if section["raw"]})
    assert answer.status_code == 200, answer.text
    answer = session.post(
        f"{page}/files", data={"csrf": session.csrf, "requirement": "report"}, files={"file": (name, content)})
    assert answer.status_code == 200, answer.text
    program.seen = answer.text
    stage(program, filing, "done")
    return filing


def stage(program, filing, name):
    (file,) = Path(program.data).glob("*.sqlite")
    with sqlite3.connect(file, timeout=20) as database:
        database.execute("UPDATE filing SET stage = ? WHERE id = ?", (name, filing))
    database.close()


def streams(content):
    """Every stream that a file holds, unpacked: parts of a package, objects of a PDF, or the file itself."""
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for part in package.namelist():
                yield package.read(part)
    if content.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(content))
        for number in range(1, reader.trailer["/Size"]):
            item = reader.get_object(number)
            yield repr(item).encode()
            if hasattr(item, "get_data"):
                yield item.get_data()
        yield "".join(page.extract_text() for page in reader.pages).encode()


def leaked(content, words=LEAKS):
    """What of the words some stream holds, in any way in which files write them."""
    found = set()
    for stream in streams(content):
        found |= {word for word in words for code in ("utf-8", "utf-16-be", "utf-16-le", "gb18030")
                  if word.encode(code) in stream}
    return found


def public(desk, program, filing):
    """Every format of what is public, by its name."""
    path = f"{program.base}/public/{filing}"
    return {"page": desk.page.request.get(path).body()} | {
        kind: desk.page.request.get(f"{path}/1/{kind}").body() for kind in ("docx", "pdf", "json", "csv")}


def test_the_search_finds_what_is_there():
    """So that nothing found means something."""
    assert leaked(report()) == set(LEAKS)


@pytest.mark.journey
class TestUploadedReport:
    def test_what_is_private_is_told_with_its_place(self, browser, program):
        type(self).filing = filing = uploaded(program, UNIT, "郑五的报告.docx", report())
        desk = desk_of(browser, program, f"sh{UNIT}")
        desk.go(f"/filings/{filing}/publication")
        text = desk.page.locator("main").inner_text()
        assert "公开从文件中读出的文字和表格，由系统重新排版" in text and "批注 1 条" in text and "隐藏文字 1 处" in text
        assert "请用“预览公开稿”核对是否完整" in text
        rows = desk.page.locator("tbody tr", has=desk.page.get_by_label(re.compile("^处理 P")))
        told = rows.all_inner_texts()
        assert any("13812345678" in row and "第 4 段" in row and "经办电话" in row for row in told), told
        assert any("13812345679" in row and "表 1 第 2 行第 3 格" in row for row in told), told
        assert not any("13812345680" in row for row in told)
        assert "138****5681" in text and "原文件请勿另行外传" in text
        for width in (1366, 390):
            desk.page.set_viewport_size({"width": width, "height": 900})
            looks(desk, "publication-uploaded", width)
        desk.page.set_viewport_size({"width": 1366, "height": 900})
        with desk.page.expect_download() as waiting:
            desk.page.get_by_role("link", name="预览公开稿").click()
        preview = Path(waiting.value.path()).read_bytes()
        assert leaked(preview, LEAKS + [KEPT]) == set()
        assert desk.faults == []
        desk.close()

    def test_what_stays_needs_a_reason(self, browser, program):
        desk = desk_of(browser, program, f"sh{UNIT}", java_script_enabled=False)
        desk.go(f"/filings/{self.filing}/publication")
        row = desk.page.locator("tbody tr", has=desk.page.get_by_text(KEPT, exact=True)).first
        row.get_by_label(re.compile("^处理")).select_option("keep")
        desk.publish("公开")
        assert f"请写明为什么可以公开“{KEPT}”。" in desk.page.locator("main").inner_text()
        desk.forgive("422")
        row.get_by_label(re.compile("^公开的理由")).fill("对外公布的咨询电话")
        desk.publish("公开")
        text = desk.page.locator("main").inner_text()
        assert "第 1 版于" in text
        assert len(re.findall(r"“郑五的报告.docx”(?:原文件|公开的文字) SHA-256 [0-9a-f]{64}", text)) == 2
        assert desk.faults == []
        desk.close()

    def test_no_stream_of_any_format_holds_what_is_private(self, browser, program):
        desk = desk_of(browser, program)
        files = public(desk, program, self.filing)
        assert {kind: found for kind, content in files.items() if (found := leaked(content))} == {}
        for kind, said in {
                "page": files["page"].decode(), "json": files["json"].decode(),
                "docx": "".join(stream.decode(errors="ignore") for stream in streams(files["docx"])),
                "pdf": "".join(page.extract_text() for page in PdfReader(io.BytesIO(files["pdf"])).pages)}.items():
            missing = [text for text in [*TEXTS, KEPT, "138****5678", "138****5679"] if text not in said]
            assert missing == [], kind
        schema = json.loads((ROOT / "Documentation/Schemas/filing.schema.json").read_text())
        assert jsonschema_rs.validator_for(schema).is_valid(json.loads(files["json"]))
        desk.close()

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_the_page_fits_and_is_accessible(self, browser, program, scheme):
        for width in (1366, 390):
            desk = desk_of(browser, program, viewport={"width": width, "height": 900}, color_scheme=scheme)
            desk.go(f"/public/{self.filing}")
            assert desk.page.locator(".uploaded h3", has_text="一、部门基本情况").count() == 1
            assert desk.page.locator(".uploaded td", has_text="城东市场").count() == 1
            looks(desk, f"public-uploaded-{scheme}", width)
            assert desk.faults == []
            desk.close()

    def test_the_original_stays_as_it_was(self, browser, program):
        desk = desk_of(browser, program, f"sh{UNIT}")
        desk.go(f"/filings/{self.filing}/files")
        address = desk.page.get_by_role("link", name="郑五的报告.docx").get_attribute("href")
        assert leaked(desk.page.request.get(program.base + address).body()) == set(LEAKS)
        desk.close()


def test_an_old_word_file_becomes_public_too(browser, program, tmp_path):
    filing = uploaded(program, "601001", "报告.doc", old_document(tmp_path))
    desk = desk_of(browser, program, "sh601001")
    desk.go(f"/filings/{filing}/publication")
    desk.publish("公开")
    files = public(desk, program, filing)
    assert {kind: found for kind, content in files.items() if (found := leaked(content))} == {}
    assert all(text in files["page"].decode() for text in TEXTS)
    assert desk.faults == []
    desk.close()


@pytest.mark.parametrize("unit, encrypted, words", [
    ("201002", False, "没有可读的文字，可能是扫描件"), ("202001", True, "文件可能已损坏或设有密码")])
def test_a_file_that_cannot_be_read_blocks_and_shows_the_way_out(browser, program, unit, encrypted, words):
    filing = uploaded(program, unit, "扫描件.pdf", pages(encrypted))
    assert "系统读不出文件中的文字" in program.seen
    desk = desk_of(browser, program, f"sh{unit}")
    desk.go(f"/filings/{filing}/publication")
    notice = desk.page.locator(".notice.error").inner_text()
    assert words in notice and "在本单位网站公开后，在本页登记网址" in notice
    desk.publish("公开")
    desk.forgive("422")
    assert words in desk.page.locator(".error-summary").inner_text()
    assert desk.page.request.get(f"{program.base}/public/{filing}").status == 404
    # The way out works.
    desk.page.get_by_label("公开网址", exact=True).fill("https://www.example.cn/jx/2024.html")
    desk.page.get_by_label("公开日期", exact=True).fill("2025-03-20")
    desk.press("登记")
    assert desk.page.get_by_label("公开网址").input_value() == "https://www.example.cn/jx/2024.html"
    assert desk.faults == []
    desk.close()
