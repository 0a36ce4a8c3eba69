public import Database
import Evaluation
import Foundation
import Store

/// The folder with the backups of a running program: makes them one at a time, keeps so many of each kind.
public actor BackupShelf {
  /// Its path; made with the first backup.
  public nonisolated let folder: String
  /// How many of each kind stay.
  public nonisolated let kept: Int
  /// From which hour on, in China, the backup of a day is due; nil where none is made without being asked for.
  public nonisolated let hour: Int?
  private let engine: SQLiteEngine
  private let database: String
  /// One is being made.
  public private(set) var isRunning = false
  private var failure: Failure?

  /// The last attempt, where it failed.
  public struct Failure: Sendable, Hashable {
    /// Unix seconds.
    public let at: Int64
    /// What went wrong, in words.
    public let words: String
  }

  /// What the page shows.
  public struct State: Sendable {
    /// The latest first.
    public let files: [BackupFile]
    /// One is being made.
    public let isRunning: Bool
    /// nil where the last attempt came to its end.
    public let failure: Failure?
    /// The backups are on the disk that the database is on.
    public let isOnSameDisk: Bool
  }

  /// - Parameter database: the file that `engine` has open.
  public init(_ engine: SQLiteEngine, database: String, folder: String, kept: Int = 14, hour: Int? = 2) {
    self.engine = engine
    self.database = database
    self.folder = folder
    self.kept = max(1, kept)
    self.hour = hour
  }

  /// As the folder is now.
  public func state() -> State {
    State(files: files(), isRunning: isRunning, failure: failure, isOnSameDisk: isOnSameDisk)
  }

  /// Where a backup is; nil for any name that is not one of the folder's backups.
  public func path(of name: String) -> String? { files().contains { $0.name == name } ? path(name) : nil }

  /// Makes a backup and looks at it; one that is sound and free of findings lets older ones of its kind go. Answers nil
  /// where another is being made. Throws `CopyDamaged` or `DatabaseFault`; the failure is kept and put into the log.
  /// - Parameter person: who asked; nil for the program itself.
  @discardableResult
  public func make(
    _ kind: BackupFile.Kind, by person: Int64? = nil, from address: String = "", at seconds: Int64
  ) async throws -> BackupFile? {
    guard !isRunning else { return nil }
    isRunning = true
    return try await carryOut(kind, by: person, from: address, at: seconds)
  }

  /// Begins one beside whatever else happens; what became of it is in the state. Does nothing while another is made.
  public func begin(_ kind: BackupFile.Kind, by person: Int64, from address: String, at seconds: Int64) {
    guard !isRunning else { return }
    isRunning = true
    Task { _ = try? await carryOut(kind, by: person, from: address, at: seconds) }
  }

  private func carryOut(
    _ kind: BackupFile.Kind, by person: Int64?, from address: String, at seconds: Int64
  ) async throws -> BackupFile {
    defer { isRunning = false }
    let name = BackupFile.name(kind, at: seconds)
    do {
      let file = try await write(name, kind, at: seconds)
      failure = nil
      let findings = file.note?.checked.findings ?? []
      let detail =
        "\(file.size) 字节，SHA-256 \(file.note?.digest ?? "")，\(findings.isEmpty ? "核对无误" : "核对发现 \(findings.count) 处问题")"
      try await NoteEvent(engine: engine)(AdminEvent(.backedUp, name, detail), by: person, from: address, at: seconds)
      if findings.isEmpty { letGo(kind) }
      return file
    } catch {
      // The program ends: the next start makes it.
      if Task.isCancelled { throw error }
      failure = Failure(at: seconds, words: "\(error)")
      try? await NoteEvent(engine: engine)(
        AdminEvent(.backupFailed, name, String("\(error)".prefix(500))), by: person, from: address, at: seconds)
      throw error
    }
  }

  /// Whether the backup of the day is missing; after a failure it waits an hour.
  public func isDue(at seconds: Int64) -> Bool {
    let today = CivilDay(inChinaAt: seconds)
    guard let hour, !isRunning, seconds - today.beginningInChina >= Int64(hour) * 3_600 else { return false }
    if let failure, seconds - failure.at < 3_600 { return false }
    return !files().contains { $0.kind == .daily && CivilDay(inChinaAt: $0.at) == today }
  }

  private func write(_ name: String, _ kind: BackupFile.Kind, at seconds: Int64) async throws -> BackupFile {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch { throw DatabaseFault.unavailable("不能建立备份目录 \(folder)（\(error.localizedDescription)）") }
    sweep()
    let path = path(name)
    let note = try await engine.backup(to: path) { copy in
      let checked = try await CheckCopy(at: seconds)(copy)
      return BackupNote(digest: try Digest.ofFile(copy), checked: checked)
    }
    let beside = BackupNote.path(beside: path)
    do { try Data(note.stored).write(to: URL(filePath: beside), options: .atomic) } catch {
      // Without its note nobody could tell whether it was damaged since, and the next would not be made.
      try? FileManager.default.removeItem(atPath: path)
      throw DatabaseFault.unavailable("不能写入 \(beside)（\(error.localizedDescription)）")
    }
    return BackupFile(name: name, kind: kind, at: seconds, size: FileFacts(path)?.size ?? 0, note: note)
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }

  private func files() -> [BackupFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name in
      guard let (kind, at) = BackupFile.parse(name) else { return nil }
      let note = FileManager.default.contents(atPath: BackupNote.path(beside: path(name)))
      return BackupFile(
        name: name, kind: kind, at: at, size: FileFacts(path(name))?.size ?? 0,
        note: note.flatMap { BackupNote(stored: [UInt8]($0)) })
    }.sorted { ($0.at, $0.name) > ($1.at, $1.name) }
  }

  /// Takes away what backups that were broken off left.
  private func sweep() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names {
      guard let end = name.range(of: ".sqlite.unfinished"),
        BackupFile.parse("\(name[..<end.lowerBound]).sqlite") != nil
      else { continue }
      try? FileManager.default.removeItem(atPath: path(name))
    }
  }

  private func letGo(_ kind: BackupFile.Kind) {
    for file in files().filter({ $0.kind == kind }).dropFirst(kept) {
      for path in [path(file.name), BackupNote.path(beside: path(file.name))] {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
  }

  private var isOnSameDisk: Bool {
    guard let database = FileFacts(database), let folder = FileFacts(folder) else { return false }
    return database.disk == folder.disk
  }
}

/// What the file system tells of a file or a folder.
private struct FileFacts {
  /// In bytes.
  let size: Int64
  let disk: UInt64

  init?(_ path: String) {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    size = Int64(found.st_size)
    disk = UInt64(found.st_dev)
  }
}
