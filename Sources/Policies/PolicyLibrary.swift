public import Evaluation
import Foundation
import Rules

/// The policies that the program has, by id.
public struct PolicyLibrary: Sendable {
  /// In the order of their ids.
  public let policies: [Policy]

  /// The files that they were read from; none where they were not.
  public let files: [PolicyFile]

  /// Without the files that they come from.
  public init(_ policies: [Policy]) { self.init(policies, from: []) }

  private init(_ policies: [Policy], from files: [PolicyFile]) {
    self.policies = policies.sorted { $0.id < $1.id }
    self.files = files
  }

  /// By the policy's id; nil where there is none.
  public subscript(id: String) -> Policy? { policies.first { $0.id == id } }

  /// The policies that come with the program. Throws `PolicyFaults`.
  public static func bundled() throws(PolicyFaults) -> PolicyLibrary { try PolicyLibrary(folder: bundledFolder) }

  /// Where the policies that come with the program lie.
  public static var bundledFolder: String {
    Bundle.module.bundleURL.appendingPathComponent("Resources").path
  }

  /// Loads every policy file of a folder. Throws `PolicyFaults` with all faults where one of them is an error.
  public init(folder: String) throws(PolicyFaults) {
    let files = Self.files(at: folder)
    let faults = files.flatMap(\.faults)
    guard !faults.contains(where: { $0.severity == .error }) else { throw PolicyFaults(faults) }
    self.init(files.compactMap(\.policy), from: files)
  }

  /// Loads one policy file. Throws `PolicyFaults` with all faults where one of them is an error.
  public init(file: String) throws(PolicyFaults) { try self.init(folder: file) }

  /// Everything found in policy files, or in all files of folders: what `jiheng policy check` prints.
  public static func check(paths: [String]) -> [PolicyFault] { paths.flatMap { files(at: $0).flatMap(\.faults) } }

  /// The policy files at a path, read and checked; a file that cannot be read is one with a fault.
  static func files(at path: String) -> [PolicyFile] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return [PolicyFile(unreadable: path, "没有这个文件或文件夹。")]
    }
    guard isFolder.boolValue else { return [read(path)] }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    let paths = names.filter { name in PolicyFile.endings.contains { name.hasSuffix($0) } }.map { "\(path)/\($0)" }
    guard !paths.isEmpty else { return [PolicyFile(unreadable: path, "文件夹里没有制度文件（.yaml）。")] }
    var ids: Set<String> = []
    return paths.map { path in
      let id = PolicyFile.id(of: path)
      return ids.insert(id).inserted ? read(path) : PolicyFile(unreadable: path, "制度“\(id)”已有另一个文件。")
    }
  }

  private static func read(_ path: String) -> PolicyFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      return PolicyFile(unreadable: path, "文件无法读取。")
    }
    return PolicyFile(name: path, bytes: Array(data))
  }
}

extension PolicyFile {
  fileprivate init(unreadable path: String, _ message: String) {
    policy = nil
    bytes = []
    faults = [PolicyFault(file: path, line: 1, column: 1, message: message)]
  }
}
