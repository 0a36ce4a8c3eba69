import Conversion
import Foundation
import Reading
import Scratch
import TestKit
import Testing

@testable import Intake

/// Programs stand in as small scripts: what is tested is how they are called, waited for and stopped.
@Suite struct ProgramTests {
  private func programs(_ name: String, _ script: String, limit: Int = 20) throws -> (Programs, remove: () -> Void) {
    let folder = try #require(ScratchFolder())
    folder.write(Array("#!/bin/sh\n\(script)\n".utf8), to: "script")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/script")
    // Copied by a process of its own: what this one has open for writing, a child that starts at that moment has too,
    // and the system then refuses to run it.
    let copy = ["\(folder.path)/script", "\(folder.path)/\(name)"]
    #expect(ChildProcess.run("/bin/cp", copy, seconds: limit) == .finished(0))
    return (Programs(folders: ProgramFolders([folder.path]), limit: limit), { folder.remove() })
  }

  @Test func `an old document is read as the new one that the office suite makes of it`() throws {
    let converted = try #require(ScratchFolder())
    defer { converted.remove() }
    converted.write(try WordFile(body: "<w:p><w:r><w:t>自评</w:t></w:r></w:p>").bytes(), to: "new.docx")
    let script = """
      while [ $# -gt 1 ]; do if [ "$1" = --outdir ]; then out=$2; fi; shift; done
      case $1 in *.wps) cp '\(converted.path)/new.docx' "$out/source.docx" ;; esac
      """
    let (programs, remove) = try programs("soffice", script)
    defer { remove() }
    let file = try Intake(programs: programs).read([0xD0, 0xCF, 0x11, 0xE0], named: "报告.wps")
    #expect(file.report.text.string == "自评\n")
    #expect(file.format == .oldWord)
    #expect(throws: IntakeDefect.conversionFailed("LibreOffice")) {
      try Intake(programs: programs).read([0xD0, 0xCF, 0x11, 0xE0], named: "报告.doc")
    }
  }

  @Test func `a program that takes too long is stopped with what it started`() throws {
    let (programs, remove) = try programs("pdftotext", "sleep 60 & sleep 60", limit: 1)
    defer { remove() }
    let clock = ContinuousClock()
    let start = clock.now
    #expect(throws: IntakeDefect.tooSlow("pdftotext", seconds: 1)) {
      try Intake(programs: programs).read(Array("%PDF-1.4".utf8), named: "a.pdf")
    }
    #expect(clock.now - start < .seconds(10))
  }

  @Test func `a program that fails is reported`() throws {
    let (programs, remove) = try programs("pdftotext", "exit 3")
    defer { remove() }
    #expect(throws: IntakeDefect.conversionFailed("pdftotext")) {
      try Intake(programs: programs).read(Array("%PDF-1.4".utf8), named: "a.pdf")
    }
  }

  @Test func `a program on a short lead gets no more memory and writes no larger file`() throws {
    let (programs, remove) = try programs(
      "pdftotext", #"ulimit -v >"$7"; head -c 40000000 /dev/zero >"$7.more" || echo stopped >>"$7""#)
    defer { remove() }
    let pdf = Array("%PDF-1.4".utf8)
    let text = try Intake(programs: programs.bounded(seconds: 20, megabytes: 32)).read(pdf, named: "a.pdf")
    #expect(text.report.text.string.split(separator: "\n").first == "32768")
    #expect(text.report.text.string.contains("stopped"))
    #expect(try Intake(programs: programs).read(pdf, named: "a.pdf").report.text.string.contains("unlimited"))
  }

  @Test func `whether a kind of file can be read depends on what is installed`() throws {
    let (programs, remove) = try programs("pdftotext", "exit 0")
    defer { remove() }
    #expect(["docx", "txt", "pdf"].allSatisfy(programs.canRead))
    #expect(!["doc", "wps", "exe"].contains(where: programs.canRead))
  }
}
