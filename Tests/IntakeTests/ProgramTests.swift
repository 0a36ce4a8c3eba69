import Conversion
import Foundation
import Reading
import Scratch
import TestKit
import Testing

@testable import Intake

/// Programs stand in as small scripts: what is tested is how they are called, waited for and stopped.
@Suite struct ProgramTests {
  private func programs(
    _ name: String, _ script: String, limit: Int = 20, folders: (String) -> [String] = { [$0] }
  ) throws -> (Programs, remove: () -> Void) {
    let folder = try #require(ScratchFolder())
    folder.write(Array("#!/bin/sh\n\(script)\n".utf8), to: "script")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/script")
    // Copied by a process of its own: what this one has open for writing, a child that starts at that moment has too,
    // and the system then refuses to run it.
    let copy = ["\(folder.path)/script", "\(folder.path)/\(name)"]
    #expect(ChildProcess.run("/bin/cp", copy, seconds: limit) == .finished(0))
    return (Programs(folders: ProgramFolders(folders(folder.path)), limit: limit), { folder.remove() })
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

  @Test func `a page of the web that is called a document is handed over as one`() throws {
    let notes = try #require(ScratchFolder())
    defer { notes.remove() }
    let (programs, remove) = try programs("soffice", "echo \"$*\" >'\(notes.path)/words'; exit 1")
    defer { remove() }
    func told(_ text: String) throws -> String {
      #expect(throws: IntakeDefect.conversionFailed("LibreOffice")) {
        try Intake(programs: programs).read(Array(text.utf8), named: "报告.doc")
      }
      return String(decoding: try #require(notes.bytes(of: "words")), as: UTF8.self)
    }
    #expect(try told("<!DOCTYPE html>\n<HTML><body>自评</body></HTML>").contains("--infilter=HTML (StarWriter)"))
    #expect(try !told("{\\rtf1 自评}").contains("--infilter"))
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

  @Test(.enabled(if: ProgramFolders.installed.confinement != nil))
  func `a program sees its own file and nothing that is anybody's`() throws {
    let others = try #require(ScratchFolder())
    defer { others.remove() }
    others.write(Array("他人的数据".utf8), to: "data")
    let script = #"""
      exec 2>/dev/null
      echo "others=[$(cat '\#(others.path)/data')] home=[$(ls /root /home)] people=[$(cat /etc/passwd)]" \
        "usr=[$([ -w /usr ] && echo writable)] networks=[$(tail -n +3 /proc/net/dev | wc -l)]" \
        "processes=[$(ls -d /proc/[0-9]* | wc -l)] secrets=[$(env | grep -c SECRET)] file=[$(cat "$6")]" >"$7"
      """#
    setenv("JIHENG_TEST_SECRET", "秘密", 1)
    func told(_ folders: (String) -> [String]) throws -> String {
      let (programs, remove) = try programs("pdftotext", script, folders: folders)
      defer { remove() }
      return try Intake(programs: programs).read(Array("%PDF-1.4".utf8), named: "a.pdf").report.text.string
    }
    // Those of the shell itself, and a network that leads nowhere.
    let alone =
      #/others=\[\] home=\[\] people=\[\] usr=\[\] networks=\[1\] processes=\[.\] secrets=\[0\] file=\[%PDF-1.4\]\n/#
    let confined = try told { [$0, "/usr/bin"] }
    #expect(confined.wholeMatch(of: alone) != nil, "\(confined)")
    #expect(try told { [$0] }.contains("others=[他人的数据]"))
  }

  @Test func `whether a kind of file can be read depends on what is installed`() throws {
    let (programs, remove) = try programs("pdftotext", "exit 0")
    defer { remove() }
    #expect(["docx", "txt", "pdf"].allSatisfy(programs.canRead))
    #expect(!["doc", "wps", "exe"].contains(where: programs.canRead))
  }
}
