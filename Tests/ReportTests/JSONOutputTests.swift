import Foundation
import JSON
import Reading
import Testing

@testable import Report

@Suite struct JSONOutputTests {
  @Test func `a small report is written member by member`() throws {
    let written = String(decoding: JSONOutput.value(of: SmallReport.audited()).indented(), as: UTF8.self)
    let expected = """
      {
        "file": "a b.txt",
        "policy": null,
        "policies": [],
        "madeWith": {
          "program": "jiheng",
          "version": "\(Release.version)",
          "policies": []
        },
        "year": 2024,
        "findings": [
          {
            "check": "H09",
            "title": "缺少报告",
            "severity": "warning",
            "message": "没有附件。",
            "evidence": [],
            "values": [],
            "derivation": "",
            "suggestion": "请核对。",
            "key": "H09:attachment report:"
          },
          {
            "check": "D01",
            "title": "正文与表不符",
            "severity": "error",
            "message": "正文三公经费 9.81 万元，表中 9.31 万元。",
            "evidence": [
              {
                "start": 32,
                "end": 38,
                "line": 3,
                "column": 7,
                "quote": "9.81万元"
              },
              {
                "start": 60,
                "end": 64,
                "line": 5,
                "column": 2,
                "quote": "9.31"
              }
            ],
            "values": [],
            "derivation": "9.81 − 9.31 = 0.50",
            "suggestion": "请核对。",
            "key": "D01:text,text:9.81 − 9.31 = 0.50"
          },
          {
            "check": "P04",
            "title": "姓名",
            "severity": "info",
            "message": "出现姓名。",
            "evidence": [
              {
                "start": 73,
                "end": 80,
                "line": 7,
                "column": 8,
                "quote": "李明 & 王芳"
              }
            ],
            "values": [],
            "derivation": "",
            "suggestion": "请核对。",
            "key": "P04:text:"
          }
        ],
        "notCheckable": [
          {
            "check": "C06",
            "missing": [
              "项目支出自评表"
            ]
          }
        ],
        "recognised": {
          "title": "青禾县𠮷祥文旅局2024年度自评报告",
          "unit": null,
          "sections": [
            "支出情况"
          ],
          "forms": [],
          "unreadForms": [],
          "figures": 5
        }
      }

      """
    #expect(written == expected)
  }

  @Test func `offsets are scalars of the text, so a quote stands exactly there`() {
    let report = SmallReport.audited()
    let scalars = Array(SmallReport.text.unicodeScalars)
    for evidence in report.findings.flatMap(\.evidence) {
      #expect(String(String.UnicodeScalarView(scalars[evidence.range])) == evidence.quote)
    }
  }

  @Test func `a place in a Word file counts from one`() throws {
    let cell = TextOrigin.Cell(table: 1, row: 2, column: 3)
    let origin = TextOrigin(part: "word/document.xml", paragraph: 7, bytes: 0..<3, cell: cell)
    let bytes = JSONOutput.value(of: SmallReport.audited { _ in [origin] }).compact()
    let written = String(decoding: bytes, as: UTF8.self)
    #expect(
      written.contains(
        #""part":"word/document.xml","paragraph":8,"cell":{"table":2,"row":3,"column":4}}"#))
  }
}
