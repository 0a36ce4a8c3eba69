"""Files that somebody might hand in to do harm, or that arrived in pieces: (name, bytes, whether it may be read)."""

import io
import random
import struct
import zipfile

TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{}"/></Relationships>"""
DOCUMENT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{}<w:document
 xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>"""
PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
WHOLE = PARAGRAPH.format("2024年度示例县商务局部门整体支出绩效自评报告") * 20
LAUGHS = "".join(f'<!ENTITY l{n} "{"".join(f"&l{n - 1};" * 10)}">' for n in range(1, 12))


def parts(body=WHOLE, prologue="", types=TYPES, relations=RELATIONS.format("word/document.xml"), document=None):
    return {"[Content_Types].xml": types, "_rels/.rels": relations,
            "word/document.xml": document if document is not None else DOCUMENT.format(prologue, body)}


def packed(content, method=zipfile.ZIP_DEFLATED, extra=()):
    """A zip file of parts, then of (name, bytes) that a dictionary could not hold."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, text in [*content.items(), *extra]:
            archive.writestr(name, text)
    return stream.getvalue()


def renamed(old, new):
    """A file in which a name was changed behind the packer's back, in both places."""
    assert len(old) == len(new)
    return packed({**parts(), old.decode(): "x"}).replace(old, new)


def bombs():
    yield "bomb-zeros.docx", packed(parts(PARAGRAPH.format(" " * (120 << 20))))
    yield "bomb-large.docx", packed(parts(), extra=[(f"word/media/{n}", bytes(40 << 20)) for n in range(4)])
    yield "bomb-entries.docx", packed(parts(), zipfile.ZIP_STORED, [(f"word/{n}.xml", "") for n in range(3000)])
    yield "bomb-inside.docx", packed(parts(), extra=[("word/embeddings/a.zip", packed({"a": bytes(90 << 20)}) * 400)])
    for number, levels in enumerate((300, 5_000, 100_000)):
        yield f"bomb-depth-{number}.docx", packed(parts("<w:p>" * levels + "</w:p>" * levels))
        cell = "<w:tbl><w:tr><w:tc>" * levels + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * levels
        yield f"bomb-tables-{number}.docx", packed(parts(cell))
    yield "bomb-attributes.docx", packed(parts("<w:p " + " ".join(f'a{n}="1"' for n in range(9999)) + "/>"))
    yield "bomb-name.docx", packed(parts(f"<w:{'a' * 99999}/>"))
    whole = bytearray(packed(parts()))
    for number, size in enumerate((0, 1, 0x7FFFFFFF, 0xFFFFFFFE)):
        lie = bytearray(whole)
        for record, field in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
            place = lie.rindex(record)
            lie[place + field:place + field + 4] = struct.pack("<I", size)
        yield f"bomb-lie-{number}.docx", bytes(lie)
    overlap = bytearray(whole)
    first, last = overlap.index(b"PK\x01\x02"), overlap.rindex(b"PK\x01\x02")
    overlap[last + 42:last + 46] = overlap[first + 42:first + 46]
    yield "bomb-overlap.docx", bytes(overlap)


def entities():
    kinds = [
        f"<!DOCTYPE w:document [<!ENTITY l0 \"lol\">{LAUGHS}]>", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">', '<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
        "<!DOCTYPE a>", '<!DOCTYPE a [<!ATTLIST a b CDATA "c">]>', f'<!DOCTYPE a [<!ENTITY q "{"x" * 100000}">]>',
    ]
    for number, kind in enumerate(kinds):
        for place in ("document", "types", "relations"):
            content = parts(PARAGRAPH.format("&l11;&x;&q;"), kind)
            if place != "document":
                name = {"types": "[Content_Types].xml", "relations": "_rels/.rels"}[place]
                content = parts()
                content[name] = content[name].replace("?>", "?>" + kind, 1)
            yield f"entity-{place}-{number}.docx", packed(content)
    for number, reference in enumerate(("&x;", "&#0;", "&#xFFFFFFFF;", "&#xD800;", "&", "&amp", "&#99999999999;")):
        yield f"reference-{number}.docx", packed(parts(PARAGRAPH.format(reference)))


def paths():
    names = ["../../etc/passwd", "..\\..\\windows\\a", "/etc/passwd", "C:/windows/a", "word/../../a", "word//a", "./word/a",
             "word/./a", "\\\\host\\a", "word/..", "a/" * 5000 + "a", "word/\u202egpj.xml", "~/.ssh/id", "CON", "word/a:b"]
    # Nothing is ever unpacked under its name.
    harmless = {"\u202e", "~", "CON", "a:b"}
    for number, name in enumerate(names):
        may = any(mark in name for mark in harmless)
        yield f"path-{number}.docx", packed(parts(), extra=[(name, "x")]), may
    yield "path-null.docx", renamed(b"word/xx.xml", b"word/x\x00.xml")
    yield "path-newline.docx", renamed(b"word/xx.xml", b"word/x\n.xml"), True
    yield "path-latin.docx", renamed(b"word/xx.xml", b"word/\xff\xfe.xml")
    yield "path-twice.docx", renamed(b"word/documenx.xml", b"word/document.xml")
    yield "path-case.docx", renamed(b"word/documenx.xml", b"WORD/DOCUMENT.XML")
    link = zipfile.ZipInfo("word/link.xml")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    yield "path-link.docx", packed(parts(), extra=[(link, "/etc/passwd")])
    for number, target in enumerate(("../../../etc/passwd", "/etc/passwd", "http://127.0.0.1/a", "word/none.xml", "", "a" * 70000)):
        yield f"target-{number}.docx", packed(parts(relations=RELATIONS.format(target)))


def broken(seed):
    chooser = random.Random(seed)
    whole = packed(parts())
    for number in range(40):
        yield f"cut-{number:02}.docx", whole[:chooser.randrange(5, len(whole) - 1)]
    for number in range(40):
        bent = bytearray(whole)
        for _ in range(chooser.choice([1, 3, 20])):
            bent[chooser.randrange(4, len(bent))] ^= 1 << chooser.randrange(8)
        # A bent date or comment hurts nobody.
        yield f"bent-{number:02}.docx", bytes(bent), True
    yield "behind.docx", whole + b"x" * 50
    yield "before.docx", b"PK\x03\x04" + b"\0" * 26 + whole
    for number, content in enumerate((b"PK", b"PK\x03\x04", b"PK\x05\x06", b"PK\x05\x06" + b"\0" * 18, b"PK" * 5000)):
        yield f"stub-{number}.docx", content


def locked():
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    for number, rest in enumerate((b"", b"\0" * 504, b"EncryptedPackage".decode().encode("utf-16-le") * 40, b"\xff" * 4096)):
        yield f"locked-{number}.docx", header + rest
        yield f"locked-{number}.docm", header + rest
    whole = packed(parts())
    for number, flags in enumerate((0x0001, 0x0041, 0x2001)):
        bent = bytearray(whole)
        for record, field in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
            place = bent.rindex(record)
            bent[place + field:place + field + 2] = struct.pack("<H", flags)
        yield f"locked-zip-{number}.docx", bytes(bent)
    bent = bytearray(whole)
    for record, field in ((b"PK\x01\x02", 10), (b"PK\x03\x04", 8)):
        place = bent.rindex(record)
        bent[place + field:place + field + 2] = struct.pack("<H", 99)
    yield "locked-method.docx", bytes(bent)


def disguised():
    contents = {
        "png": b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "html": b"<html><body>abc</body></html>", "program": b"\x7fELF" + b"\0" * 200,
        "text": "自评报告".encode(), "nothing": b"", "blanks": b" \n" * 50, "rar": b"Rar!\x1a\x07\x00" + b"\0" * 50,
        "gzip": b"\x1f\x8b\x08" + b"\0" * 50, "xml": b"<?xml version='1.0'?><a/>",
    }
    for name, content in contents.items():
        yield f"disguised-{name}.docx", content
    for name in ("png", "program", "nothing", "blanks", "gzip"):
        yield f"disguised-{name}.txt", contents[name]
    sheet = TYPES.replace("wordprocessingml.document", "spreadsheetml.sheet")
    yield "sheet.docx", packed(parts(types=sheet))
    yield "no-types.docx", packed({"word/document.xml": DOCUMENT.format("", WHOLE)})
    yield "no-document.docx", packed({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS.format("word/document.xml")})
    yield "other-zip.docx", packed({"a.txt": "a"})
    yield "other-root.docx", packed(parts(document="<?xml version='1.0'?><a/>"))
    yield "utf16.docx", packed(parts(document=DOCUMENT.format("", WHOLE).replace("UTF-8", "UTF-16").encode("utf-16")))
    yield "latin.docx", packed(parts(document=DOCUMENT.format("", WHOLE).replace("UTF-8", "GB2312").encode("gb2312")))
    yield "half-letter.docx", packed(parts(document=DOCUMENT.format("", WHOLE).encode()[:-30] + b"\xe4\xb8"))
    yield "control.docx", packed(parts(PARAGRAPH.format("a\x01b")))
    for number, body in enumerate(("<w:p>", "</w:p>", "<w:p><w:r></w:p></w:r>", "<p:p/>", "<w:p a='1' a='2'/>", "<w:p a=1/>", "<!-- ")):
        yield f"malformed-{number}.docx", packed(parts(body))


def wide():
    """Documents whose tables claim to be far larger than they are: they may be read, but at once."""
    for number, span in enumerate((1_000, 1_000_000, 2_147_483_647, -1)):
        cell = f"<w:tc><w:tcPr><w:gridSpan w:val='{span}'/></w:tcPr>{PARAGRAPH.format('a')}</w:tc>"
        yield f"wide-{number}.docx", packed(parts(f"<w:tbl>{f'<w:tr>{cell}{cell}</w:tr>' * 200}</w:tbl>" + WHOLE)), True
        before = f"<w:trPr><w:gridBefore w:val='{span}'/></w:trPr>"
        yield f"before-{number}.docx", packed(parts(f"<w:tbl>{f'<w:tr>{before}{cell}</w:tr>' * 200}</w:tbl>" + WHOLE)), True


def cases(seed=2024):
    for group in (bombs(), entities(), paths(), broken(seed), locked(), disguised(), wide()):
        for case in group:
            yield case if len(case) == 3 else (*case, False)
