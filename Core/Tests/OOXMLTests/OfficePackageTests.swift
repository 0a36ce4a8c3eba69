import Testing

@testable import OOXML

@Suite struct OfficePackageTests {
  private func defect(_ file: [UInt8]) -> OfficeDefect? {
    do throws(OfficeDefect) {
      _ = try OfficePackage(file)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("openxmlformats-officedocument.wordprocessingml.document.main+xml", OfficePackage.Kind.word),
    ("ms-word.document.macroEnabled.main+xml", .wordTemplateOrMacros),
    ("openxmlformats-officedocument.wordprocessingml.template.main+xml", .wordTemplateOrMacros),
    ("openxmlformats-officedocument.spreadsheetml.sheet.main+xml", .spreadsheet),
    ("ms-excel.sheet.macroEnabled.main+xml", .spreadsheetTemplateOrMacros),
    ("ms-excel.sheet.binary.macroEnabled.main", .spreadsheetTemplateOrMacros),
    ("openxmlformats-officedocument.presentationml.presentation.main+xml", .other),
  ])
  func `the kind is told by the content type of the main part`(type: String, kind: OfficePackage.Kind) throws {
    var document = PackedDocument("")
    document.contentType = "application/vnd." + type
    let package = try OfficePackage(document.bytes())
    #expect(package.kind == kind)
    #expect(package.mainPart == "word/document.xml")
    #expect(package.hasMacros == false)
    document.entries = [ZipArchive.Entry("word/vbaProject.bin", [])]
    #expect(try OfficePackage(document.bytes()).hasMacros)
  }

  @Test func `a written document is recognised`() throws {
    let package = try OfficePackage(WordDocument(sections: []).bytes())
    #expect(package.kind == .word)
    #expect(package.zip.totalSize > 1000)
  }

  @Test func `an old or locked file is told apart from a broken one`() {
    #expect(defect([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .compoundFile)
    #expect(defect(Array("PK, but no zip file".utf8)) == .zip(.notAZipFile))
    #expect(defect([]) == .zip(.notAZipFile))
  }

  @Test func `a zip file that is no office file is refused`() throws {
    #expect(defect(try ZipArchive([ZipArchive.Entry("a.txt", [])]).bytes()) == .notAnOfficeFile)
    let dangling = try PackedDocument("").bytes()
    let reader = try ZipReader(dangling)
    let others = try reader.entries.filter { $0.name != "word/document.xml" }.map {
      ZipArchive.Entry($0.name, try reader.bytes($0.name))
    }
    #expect(defect(try ZipArchive(others).bytes()) == .notAnOfficeFile)
  }

  @Test func `a spreadsheet is not read as a text`() throws {
    var document = PackedDocument("")
    document.contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    let file = try document.bytes()
    #expect(throws: OfficeDefect.notAWordDocument(.spreadsheet)) { try WordReader.read(file) }
  }

  @Test func `a defect in a part names the part`() throws {
    func defect(_ document: PackedDocument) throws -> OfficeDefect? {
      let file = try document.bytes()
      do throws(OfficeDefect) {
        _ = try WordReader.read(file)
        return nil
      } catch {
        return error
      }
    }
    guard case .xml("word/document.xml", .malformed)? = try defect(PackedDocument("<w:p>")) else {
      Issue.record("an element left open was not found")
      return
    }
    guard
      case .xml("word/document.xml", .reference)? = try defect(PackedDocument("<w:p><w:r><w:t>&lol;</w:t></w:r></w:p>"))
    else {
      Issue.record("an entity was not refused")
      return
    }
    var document = PackedDocument("")
    document.relationships = "</a>"
    guard case .xml("word/_rels/document.xml.rels", .malformed)? = try defect(document) else {
      Issue.record("a broken list of relationships was not found")
      return
    }
  }
}
