import Foundation
import Intake
import Report

/// The files that paths name, folders with all that lies below, in an order that stays the same.
struct ReportFiles {
  private(set) var files: [String] = []
  /// Paths where nothing is, and folders that may not be read.
  private(set) var unread: [UnreadFile] = []
  /// Files in folders that are no reports.
  private(set) var skipped = 0
  private var seen: Set<String> = []

  init(_ paths: [String]) {
    for path in paths {
      var isFolder: ObjCBool = false
      if !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
        unread.append(UnreadFile(file: path, reason: "没有这个文件或文件夹"))
      } else if isFolder.boolValue {
        add(folder: path)
      } else {
        add(path)
      }
    }
  }

  private mutating func add(_ path: String) {
    if seen.insert(path).inserted { files.append(path) }
  }

  private mutating func add(folder: String) {
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
      unread.append(UnreadFile(file: folder, reason: "无权读取这个文件夹"))
      return
    }
    let names = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    for name in names {
      let steps = name.split(separator: "/")
      // Hidden files, and those that word processors keep beside an open document.
      guard !steps.contains(where: { $0.hasPrefix(".") || $0.hasPrefix("~$") }) else { continue }
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: prefix + name, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      if FileFormat.endings.contains(FileFormat.ending(of: name)) { add(prefix + name) } else { skipped += 1 }
    }
  }
}
