import Evaluation
import Foundation
import JSON

/// One backup in the folder: the copy of the database, and beside it what was found when it was made.
public struct BackupFile: Sendable, Hashable {
  /// Who began it: the program or a person.
  public enum Kind: String, Sendable, CaseIterable {
    case daily, manual

    /// In Chinese, as the page calls it.
    public var title: String {
      switch self {
      case .daily: "每日自动"
      case .manual: "人工"
      }
    }
  }

  /// The file's name in the folder: jiheng-2025-03-31-023000-daily.sqlite.
  public let name: String
  public let kind: Kind
  /// When it was begun, in Unix seconds.
  public let at: Int64
  /// In bytes.
  public let size: Int64
  /// nil where nothing is known of it.
  public let note: BackupNote?

  /// The name of a backup that is begun now.
  static func name(_ kind: Kind, at seconds: Int64) -> String {
    let day = CivilDay(inChinaAt: seconds)
    let second = seconds - day.beginningInChina
    let clock = [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    return "jiheng-\(day)-\(clock)-\(kind.rawValue).sqlite"
  }

  /// nil for a name that `name(_:at:)` did not make.
  static func parse(_ name: String) -> (kind: Kind, at: Int64)? {
    guard name.hasPrefix("jiheng-"), name.hasSuffix(".sqlite") else { return nil }
    let parts = name.dropFirst("jiheng-".count).dropLast(".sqlite".count).split(separator: "-")
    guard parts.count == 5, let kind = Kind(rawValue: String(parts[4])), parts[3].utf8.count == 6,
      let day = CivilDay(parts[0...2].joined(separator: "-")), let clock = Int64(parts[3])
    else { return nil }
    let second = clock / 10_000 * 3_600 + clock / 100 % 100 * 60 + clock % 100
    let at = day.beginningInChina + second
    return Self.name(kind, at: at) == name ? (kind, at) : nil
  }
}

/// What is kept beside a backup.
public struct BackupNote: Sendable, Hashable {
  /// SHA-256 of the file, hexadecimal.
  public let digest: String
  /// What the copy held, and what did not agree.
  public let checked: VerifyDatabase.Outcome

  init(digest: String, checked: VerifyDatabase.Outcome) {
    self.digest = digest
    self.checked = checked
  }

  /// The name of its file, by the backup's.
  static func path(beside path: String) -> String { path + ".json" }

  /// nil for what the program did not write.
  init?(stored: [UInt8]) {
    guard let value = try? JSONValue(reading: stored), let digest = value["sha256"]?.text,
      let findings = value["findings"]?.texts
    else { return nil }
    func number(_ name: String) -> Int {
      if case .number(let number)? = value[name] { Int(clamping: number) } else { 0 }
    }
    self.init(
      digest: digest,
      checked: VerifyDatabase.Outcome(
        filings: number("filings"), entries: number("entries"), logEntries: number("logEntries"),
        policies: number("policies"), findings: findings))
  }

  var stored: [UInt8] {
    let value: JSONValue = [
      "sha256": .string(digest), "filings": .number(Int64(checked.filings)), "entries": .number(Int64(checked.entries)),
      "logEntries": .number(Int64(checked.logEntries)), "policies": .number(Int64(checked.policies)),
      "findings": .array(checked.findings.prefix(1_000).map { .string($0) }),
    ]
    return value.indented()
  }
}
