"""Word files written by hand, tag by tag: what python-docx and LibreOffice do not write by themselves is here as well."""

import zipfile
from html import escape

from sheet import WIDTH

SPACE = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
         'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
         'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
         'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
         'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"')
TYPES = ('<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
         '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
LINKS = ('<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns='
         '"http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type='
         '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
         'Target="word/document.xml"/></Relationships>')


class WordFile:
    """`wrap`: "" or how tables and texts are wrapped: nested, control, cellControl, rowControl, box, tracked, runs."""

    def __init__(self, wrap="", random=None):
        self.wrap, self.random = wrap, random
        self.body = []

    def run(self, text):
        def one(piece):
            return f'<w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
        if self.wrap == "tracked" and text and self.random.random() < 0.4:
            return (f'<w:ins w:id="1" w:author="审核" w:date="2025-03-01T00:00:00Z">{one(text)}</w:ins><w:del w:id="2" '
                    'w:author="审核" w:date="2025-03-01T00:00:00Z"><w:r><w:delText>原数77</w:delText></w:r></w:del>')
        if self.wrap == "runs" and len(text) > 1:
            middle = len(text) // 2
            return one(text[:middle]) + '<w:proofErr w:type="spellStart"/>' + one(text[middle:])
        return one(text)

    def paragraph(self, text=""):
        return f"<w:p>{self.run(text)}</w:p>"

    def text(self, *lines):
        self.body += [self.paragraph(line) for line in lines]

    def cell(self, cell, begins):
        merge = "" if cell.down == 1 else '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        content = "".join(self.paragraph(line) for line in (cell.text if begins else "").split("\n"))
        if self.wrap == "cellControl" and begins and cell.text:
            content = f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"
        return f'<w:tc><w:tcPr><w:tcW w:w="{cell.span * 400}" w:type="dxa"/>{span}{merge}</w:tcPr>{content}</w:tc>'

    def table(self, sheet):
        rows = []
        for row in sheet.placed():
            text = f"<w:tr>{''.join(self.cell(cell, begins) for cell, _, begins in row)}</w:tr>"
            rows.append(f"<w:sdt><w:sdtContent>{text}</w:sdtContent></w:sdt>" if self.wrap == "rowControl" else text)
        grid = '<w:gridCol w:w="400"/>' * WIDTH
        table = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        if self.wrap == "nested":
            table = ('<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9600"/></w:tblGrid><w:tr><w:tc><w:tcPr/>'
                     f"{table}<w:p/></w:tc></w:tr></w:tbl>")
        elif self.wrap == "control":
            table = f"<w:sdt><w:sdtPr/><w:sdtContent>{table}</w:sdtContent></w:sdt>"
        elif self.wrap == "box":
            content = f"<w:txbxContent>{table}<w:p/></w:txbxContent>"
            table = ("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic>"
                     f"<a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
                     f"</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict>"
                     "</mc:Fallback></mc:AlternateContent></w:r></w:p>")
        self.body += [table, "<w:p/>"]

    def save(self, path):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("[Content_Types].xml", TYPES)
            package.writestr("_rels/.rels", LINKS)
            package.writestr("word/document.xml", '<?xml version="1.0" encoding="UTF-8"?>'
                             f"<w:document {SPACE}><w:body>{''.join(self.body)}<w:sectPr/></w:body></w:document>")
