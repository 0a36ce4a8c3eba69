"""PDF files and packages: one filing, and many at once in the background."""

import hashlib
import io
import re
import zipfile

from desk import Desk
from pypdf import PdfReader
from test_bureau import launched, main

UNIT, NAME = "201001", "云溪县商务局"


def words(text):
    return re.sub(r"\s", "", text)


def test_a_filing_becomes_a_pdf_file_with_its_fonts(desks, program):
    desk = desks(f"jb{UNIT}")
    desk.go(f"/filings/{program.filing(UNIT)}/sheets/self")
    desk.page.get_by_text("其他格式").click()
    with desk.page.expect_download(timeout=120_000) as download:
        desk.page.get_by_role("link", name="PDF", exact=True).click()
    assert download.value.suggested_filename == f"{UNIT} {NAME} 2024年度自评报告.pdf"
    pages = PdfReader(download.value.path())
    text = words("".join(page.extract_text() for page in pages.pages))
    assert "部门整体支出绩效自评报告" in text and "716.83" in text and "农贸市场改造专项资金" in text
    assert len(pages.pages) > 8
    fonts = [font.get_object() for page in pages.pages for font in (page["/Resources"].get("/Font") or {}).values()]
    described = [font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font for font in fonts]
    assert fonts and all(
        any(key in font["/FontDescriptor"] for key in ("/FontFile", "/FontFile2", "/FontFile3"))
        for font in described)


def test_all_of_a_filing_comes_as_one_package_with_its_list(desks, program):
    desk = desks(f"jb{UNIT}")
    answer = desk.page.request.get(f"{program.base}/filings/{program.filing(UNIT)}/export/zip", timeout=120_000)
    assert answer.status == 200
    package = zipfile.ZipFile(io.BytesIO(answer.body()))
    assert package.testzip() is None
    names = [name.removeprefix(f"{UNIT} {NAME}/") for name in package.namelist()]
    assert [name.rsplit(".", 1)[-1] for name in names] == ["docx", "pdf", "xlsx", "json", "txt"]
    told = package.read(package.namelist()[-1]).decode().splitlines()[1:]
    for line, name in zip(told, package.namelist()):
        digest, size, shown = re.split(r" {2}", line)
        content = package.read(name)
        assert digest == hashlib.sha256(content).hexdigest() and int(size) == len(content) and name.endswith(shown)


def test_a_stranger_gets_neither(browser, program):
    desk = Desk(browser, program.base)
    program.sign_in(desk.page, "jb301001")
    for kind in ("pdf", "zip"):
        assert desk.page.request.get(f"{program.base}/filings/{program.filing(UNIT)}/export/{kind}").status == 404
    desk.close()


def test_the_bureau_packs_many_units_in_the_background(desks, program):
    desk = desks("finance")
    launched(desk)
    page = desk.page
    page.get_by_label("筛选出的全部").check()
    desk.press("批量打包")
    assert desk.heading() == "批量打包" and "将对下面 10 家单位打包自评材料" in main(desk)
    desk.press("确认打包")
    page.get_by_role("link", name=re.compile("下载压缩包")).wait_for(timeout=240_000)
    text = main(desk)
    assert "已打包 8 家，未打包 2 家" in text and "还没有填报，没有可打包的内容。" in text
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("下载压缩包")).click()
    assert download.value.suggested_filename == "自评材料.zip"
    package = zipfile.ZipFile(download.value.path())
    assert package.testzip() is None
    folders = {name.split("/")[0] for name in package.namelist()}
    assert len(folders) == 8 and f"{UNIT} {NAME}" in folders and not any(name.startswith("501001") for name in folders)
    for folder in folders:
        kinds = [name.rsplit(".", 1)[-1] for name in package.namelist() if name.startswith(folder)]
        assert kinds[:4] == ["docx", "pdf", "xlsx", "json"] and kinds[-1] == "txt", folder
    # Whoever else knows the address gets nothing.
    address = page.url
    assert desks("finance2").page.request.get(f"{address}/package/1").status == 404
