import Conversion
import Foundation
import Scratch
import Testing

/// A small script stands in for the office suite: what is tested is how it is opened, kept, waited for and closed.
@Suite(.timeLimit(.minutes(10))) struct PagePressTests {
  /// Opens like the suite, listening once its profile has a lock, and hands back the document it is given as pages.
  /// Every start is written down beside it.
  private static let suite = #"""
    #!/bin/sh
    here=$(dirname "$0")
    profile=${1#*://}; shift
    case " $* " in
      *" --view "*) echo open >>"$here/starts"; mkdir -p "$profile"; touch "$profile/.lock"; exec sleep 600 ;;
    esac
    while [ $# -gt 1 ]; do if [ "$1" = --outdir ]; then out=$2; fi; shift; done
    read -r word <"$1"
    case $word in
      slow) sleep 60 ;;
      broken) exit 1 ;;
      *) echo "pages of $word" >"$out/document.pdf" ;;
    esac
    """#

  private func installed() throws -> ScratchFolder {
    let folder = try #require(ScratchFolder())
    folder.write(Array(Self.suite.utf8), to: "script")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/script")
    // Copied by a process of its own: what this one has open for writing, a child that starts at that moment has too,
    // and the system then refuses to run it.
    let copy = ["\(folder.path)/script", "\(folder.path)/soffice"]
    #expect(ChildProcess.run("/bin/cp", copy, seconds: 20) == .finished(0))
    return folder
  }

  private func starts(_ folder: ScratchFolder) -> Int {
    String(decoding: folder.bytes(of: "starts") ?? [], as: UTF8.self).split(separator: "\n").count
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `one suite is opened for many documents, each with its own pages`() async throws {
    let folder = try installed()
    defer { folder.remove() }
    let press = PagePress(folders: ProgramFolders([folder.path]))
    defer { press.stop() }
    let pages = try await withThrowingTaskGroup(of: String.self) { group in
      for number in 0..<6 {
        group.addTask { String(decoding: try await press.pages(of: Array("document\(number)\n".utf8)), as: UTF8.self) }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(pages == Set((0..<6).map { "pages of document\($0)\n" }))
    #expect(starts(folder) == 1)
  }

  @Test func `a document that fails or takes too long leaves the next one unharmed`() async throws {
    let folder = try installed()
    defer { folder.remove() }
    let press = PagePress(folders: ProgramFolders([folder.path]), limit: 5)
    defer { press.stop() }
    await #expect(throws: PagesFault.failed) { try await press.pages(of: Array("broken\n".utf8)) }
    await #expect(throws: PagesFault.tooSlow(seconds: 5)) { try await press.pages(of: Array("slow\n".utf8)) }
    #expect(text(try await press.pages(of: Array("good\n".utf8))) == "pages of good\n")
  }

  @Test func `those beyond the room are told so at once`() async throws {
    let folder = try installed()
    defer { folder.remove() }
    let press = PagePress(folders: ProgramFolders([folder.path]), limit: 5, room: 1)
    defer { press.stop() }
    let slow = Task { try await press.pages(of: Array("slow\n".utf8)) }
    try await Task.sleep(for: .milliseconds(500))
    await #expect(throws: PagesFault.busy) { try await press.pages(of: Array("good\n".utf8)) }
    await #expect(throws: PagesFault.tooSlow(seconds: 5)) { try await slow.value }
  }

  @Test func `the suite is closed when nothing was asked for a while, and opened again`() async throws {
    let folder = try installed()
    defer { folder.remove() }
    let press = PagePress(folders: ProgramFolders([folder.path]), idle: 1)
    defer { press.stop() }
    _ = try await press.pages(of: Array("one\n".utf8))
    try await Task.sleep(for: .seconds(3))
    _ = try await press.pages(of: Array("two\n".utf8))
    #expect(starts(folder) == 2)
  }

  @Test func `without an office suite the message names what to install`() async throws {
    let press = PagePress(folders: ProgramFolders(["/nowhere"]))
    #expect(!press.isInstalled)
    await #expect(throws: PagesFault.notInstalled) { try await press.pages(of: []) }
    #expect(PagesFault.notInstalled.message.contains("libreoffice-writer-nogui"))
  }
}
