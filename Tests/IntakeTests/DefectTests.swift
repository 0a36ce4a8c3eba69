import Conversion
import Foundation
import OOXML
import TestKit
import Testing

@testable import Intake

@Suite struct DefectTests {
  private let nothing = Intake(programs: Programs(folders: ProgramFolders([])))
  private let oldWord: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private func defect(_ bytes: [UInt8], _ name: String) -> IntakeDefect? {
    #expect(throws: IntakeDefect.self) { try nothing.read(bytes, named: name) }
  }

  @Test func `an empty file and one of blanks say so`() {
    #expect(defect([], "a.txt") == .empty)
    #expect(defect(Array(" \n\n".utf8), "a.txt") == .noText)
  }

  @Test func `a zip file that was cut off is told from one that is no document`() throws {
    let whole = try WordFile(body: "<w:p><w:r><w:t>a</w:t></w:r></w:p>").bytes()
    #expect(defect(Array(whole.prefix(whole.count / 2)), "a.docx") == .damaged("文件不完整，可能没有传完"))
    let other = try ZipArchive([ZipArchive.Entry("a.txt", [0x61])]).bytes()
    #expect(defect(other, "a.docx") == .damaged("文件不是 Word 或 Excel 文档"))
    #expect(defect(Array("abc".utf8), "a.docx") == .damaged("不是有效的 Word 文件"))
  }

  @Test func `a spreadsheet, a locked document and pictures without text are told apart`() {
    for name in ["a.xls", "a.et", "a.csv"] { #expect(defect(oldWord, name) == .spreadsheet) }
    #expect(defect(oldWord, "a.xlsx") == .locked)
    #expect(defect(Array("abc".utf8), "a.xlsx") == .damaged("不是有效的 Excel 文件"))
    #expect(defect(oldWord, "a.docx") == .locked)
    #expect(defect([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "a.txt") == .notText)
  }

  @Test func `what needs a program that is not installed names its package`() {
    #expect(defect(oldWord, "a.doc") == .missingProgram("LibreOffice", package: "libreoffice-writer"))
    #expect(defect(oldWord, "a.wps") == .missingProgram("LibreOffice", package: "libreoffice-writer"))
    #expect(defect(Array("%PDF-1.4".utf8), "a.pdf") == .missingProgram("pdftotext", package: "poppler-utils"))
  }

  @Test func `a file that is not there cannot be read`() {
    #expect(throws: IntakeDefect.unreadable) { try nothing.read("/nowhere/a.txt") }
  }
}
