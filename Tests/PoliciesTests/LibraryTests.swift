import Evaluation
import Foundation
import Policies
import Rules
import Testing

struct LibraryTests {
  @Test func `a folder with a fault gives no policy and all faults`() throws {
    try withFolder(["a.yaml": SamplePolicy.text, "b.yaml": "title: 甲\nregion:\n", "c.txt": "无关"]) { folder in
      #expect(throws: PolicyFaults.self) { try PolicyLibrary(folder: folder) }
      let faults = PolicyLibrary.check(paths: [folder])
      #expect(faults.allSatisfy { $0.file == "\(folder)/b.yaml" })
      #expect(faults.contains { $0.line == 2 && $0.message == "“region”没有内容；不需要就删去这一项。" })
    }
  }

  @Test func `a folder without a fault gives its policies in the order of their ids`() throws {
    try withFolder(["b.yaml": SamplePolicy.text, "a.yml": SamplePolicy.text]) { folder in
      let library = try PolicyLibrary(folder: folder)
      #expect(library.policies.map(\.id) == ["a", "b"])
      #expect(library["b"]?.year == 2024)
    }
  }

  @Test func `paths that lead to no policy are told`() throws {
    try withFolder([:]) { folder in
      let faults = PolicyLibrary.check(paths: [folder, "\(folder)/none.yaml"])
      #expect(faults.map(\.message) == ["文件夹里没有制度文件（.yaml）。", "没有这个文件或文件夹。"])
    }
  }

  @Test func `two files of one id are told`() throws {
    try withFolder(["a.yaml": SamplePolicy.text, "a.yml": SamplePolicy.text]) { folder in
      #expect(PolicyLibrary.check(paths: [folder]).map(\.message) == ["制度“a”已有另一个文件。"])
    }
  }

  @Test func `a fault says file, line, column and what`() {
    let fault = PolicyFault(file: "a.yaml", line: 3, column: 5, severity: .warning, message: "来源“x”没有用到。")
    #expect(fault.description == "a.yaml:3:5: 提醒：来源“x”没有用到。")
  }

  /// A damaged file may say anything but must be read to its end.
  @Test func `no damage to a file stops the check`() throws {
    var generator = Lehmer(state: 2024)
    let original = Array(SamplePolicy.text)
    for _ in 0..<300 {
      var text = original
      for _ in 0..<(1 + generator.next(below: 4)) {
        let place = generator.next(below: text.count)
        switch generator.next(below: 3) {
        case 0: text.remove(at: place)
        case 1: text.insert(original[generator.next(below: original.count)], at: place)
        default: text.removeSubrange(place..<min(text.count, place + 40))
        }
      }
      let lines = text.filter { $0 == "\n" }.count + 1
      let file = PolicyFile(name: "sample.yaml", bytes: Array(String(text).utf8))
      let outside = file.faults.filter { !(1...lines).contains($0.line) || $0.column < 1 || $0.message.isEmpty }
      #expect(outside.map(\.description) == [])
      #expect((file.policy == nil) == file.faults.contains { $0.severity == .error })
    }
  }

  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("policies-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    try body(folder.path)
  }
}

/// Repeatable random numbers.
private struct Lehmer {
  var state: UInt64
  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
