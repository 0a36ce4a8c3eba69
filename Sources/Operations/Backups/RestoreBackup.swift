import Database
import Foundation
import Store

/// Why a backup was not restored, for whoever runs the machine. Nothing was changed, unless it says so.
public struct NotRestored: Error, Hashable, Sendable, CustomStringConvertible {
  /// In Chinese, with what to do.
  public let description: String
  init(_ description: String) { self.description = description }
}

/// Puts a backup in the place of a database, after it was looked at.
public struct RestoreBackup: Sendable {
  let replaces: Bool
  let despiteFindings: Bool

  /// - Parameters:
  ///   - replaces: the folder may hold something; a database in it is set aside under another name.
  ///   - despiteFindings: also what is sound, but does not agree with its history.
  public init(replaces: Bool = false, despiteFindings: Bool = false) {
    self.replaces = replaces
    self.despiteFindings = despiteFindings
  }

  /// What came of it.
  public struct Outcome: Sendable {
    /// What the backup held, and what did not agree.
    public let checked: VerifyDatabase.Outcome
    /// Where the database that was there before is now; nil where there was none.
    public let setAside: String?
  }

  /// What is restored is known by its digest where the note of the backup lies beside it. All sessions end, and the log
  /// of administration tells of it. Throws `NotRestored` or `DatabaseFault`.
  public func callAsFunction(_ file: String, into folder: String, at seconds: Int64) async throws -> Outcome {
    let manager = FileManager.default
    guard manager.fileExists(atPath: file) else { throw NotRestored("没有文件 \(file)。") }
    let inside = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
    guard inside.isEmpty || replaces else {
      throw NotRestored("目录 \(folder) 不是空的。请恢复到空目录；确实要代替其中的数据的，请加 --replace。")
    }
    let path = "\(folder)/\(DataFolder.database)"
    let unfinished = path + ".restoring"
    do {
      try DataFolder.make(folder)
      // With the log of one that was broken off, which would be replayed into the copy.
      Self.remove(unfinished)
      try manager.copyItem(atPath: file, toPath: unfinished)
      chmod(unfinished, 0o600)
    } catch { throw NotRestored("不能写入 \(folder)（\(error.localizedDescription)）。") }
    do {
      let checked = try await check(unfinished, from: file, at: seconds)
      // While what was there is still in its place: this may fail, for instance where the disk is full.
      do { try await bringUpToDate(unfinished, from: file, at: seconds) } catch {
        throw NotRestored("\(file) 不能投入使用（\(error)）。\(path) 没有改动。")
      }
      return Outcome(checked: checked, setAside: try await put(unfinished, at: path, at: seconds))
    } catch {
      Self.remove(unfinished)
      throw error
    }
  }

  /// A database with its log.
  private static func remove(_ path: String) {
    for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
  }

  /// Answers where the database that was there before is now. Throws `NotRestored`, or `DatabaseFault` where another
  /// program has it open.
  private func put(_ copy: String, at path: String, at seconds: Int64) async throws -> String? {
    let aside = FileManager.default.fileExists(atPath: path) ? Self.aside(path, at: seconds) : nil
    if let aside { try await SQLiteEngine.move(path, to: aside) } else { try setLogAside(of: path, at: seconds) }
    do { try await SQLiteEngine.move(copy, to: path) } catch {
      guard let aside else { throw NotRestored("不能写入 \(path)（\(error)）。") }
      do { try await SQLiteEngine.move(aside, to: path) } catch {
        throw NotRestored("不能写入 \(path)（\(error)）。原来的数据库现在是 \(aside)，请把它改回原名。")
      }
      throw NotRestored("不能写入 \(path)（\(error)）。原来的数据库没有改动。")
    }
    return aside
  }

  /// The log of a database that is gone itself: it would be replayed into the one that is put there.
  private func setLogAside(of path: String, at seconds: Int64) throws {
    let aside = Self.aside(path, at: seconds)
    for ending in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + ending) {
      do { try FileManager.default.moveItem(atPath: path + ending, toPath: aside + ending) } catch {
        throw NotRestored("不能移开 \(path + ending)（\(error.localizedDescription)）。")
      }
    }
  }

  /// The copy, not the file that it was made of, so that what is looked at is what will be used.
  private func check(_ copy: String, from file: String, at seconds: Int64) async throws -> VerifyDatabase.Outcome {
    if let stored = FileManager.default.contents(atPath: BackupNote.path(beside: file)),
      let note = BackupNote(stored: [UInt8](stored)), note.digest != (try? Digest.ofFile(copy))
    {
      throw NotRestored("\(file) 与备份时记下的 SHA-256 不一致，文件已损坏或被改动。")
    }
    let checked: VerifyDatabase.Outcome
    do { checked = try await CheckCopy(at: seconds)(copy) } catch let damaged as CopyDamaged {
      throw NotRestored("\(file) 不能使用：\n\(damaged)")
    }
    guard checked.findings.isEmpty || despiteFindings else {
      let lines = checked.findings.prefix(20).joined(separator: "\n")
      throw NotRestored("\(lines)\n\(checked.words)仍要恢复的，请加 --despite-findings。")
    }
    return checked
  }

  private static func aside(_ path: String, at seconds: Int64) -> String {
    var (aside, number) = ("\(path).replaced-\(seconds)", 1)
    while FileManager.default.fileExists(atPath: aside) {
      number += 1
      aside = "\(path).replaced-\(seconds)-\(number)"
    }
    return aside
  }

  private func bringUpToDate(_ path: String, from file: String, at seconds: Int64) async throws {
    let engine = try SQLiteEngine(path: path)
    try await Migrator(Schema.steps).migrate(engine, at: seconds)
    try await engine.write { database in
      // Whoever signed out since then, or lost the post, is not signed in again.
      try database.tell(.deleteSessions(unseenSince: .max))
      try database.log(
        AdminEvent(.restored, (file as NSString).lastPathComponent), by: nil, at: seconds)
    }
    try await engine.close()
  }
}
