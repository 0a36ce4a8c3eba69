import Evaluation
import Foundation
public import Rules

/// What an audit that was made elsewhere found in one report: the parts of its JSON that are kept and shown.
public struct AuditResult: Codable, Hashable, Sendable {
  /// As the person named it who had it audited.
  public let file: String
  /// nil where the report does not say.
  public let year: Int?
  public let madeWith: Maker
  /// What the report says about itself.
  public let recognised: Recognised
  /// In the order in which they were told.
  public let findings: [Found]
  /// The checks that could not look.
  public let notCheckable: [NotChecked]

  /// What decides about the result beside the file.
  public struct Maker: Codable, Hashable, Sendable {
    /// "jiheng".
    public let program: String
    /// Of the program.
    public let version: String
    /// Those that the report was checked by.
    public let policies: [PolicyMark]
  }

  /// One text of a policy.
  public struct PolicyMark: Codable, Hashable, Sendable {
    /// The policy's id: "hunan-2024-department".
    public let id: String
    /// As the text says.
    public let version: Int
    /// Of the policy's content.
    public let hash: String
  }

  /// What a report says about itself.
  public struct Recognised: Codable, Hashable, Sendable {
    /// nil where it has none.
    public let title: String?
    /// Whose report it is, as it says.
    public let unit: String?
  }

  /// Something that a check found.
  public struct Found: Codable, Hashable, Sendable {
    /// The check's code: "A19".
    public let check: String
    /// Of the check.
    public let title: String
    public let severity: Severity
    /// What is wrong, in a sentence.
    public let message: String
    /// Where; none where it is in no place of the running text.
    public let evidence: [Evidence]
    /// How the figures follow from one another; empty where nothing was worked out.
    public let derivation: String
    /// What to do about it.
    public let suggestion: String
  }

  /// A place in the report.
  public struct Evidence: Codable, Hashable, Sendable {
    /// From 1; nil where the place is not in the running text: a comment, a property of the file.
    public let line: Int?
    /// What stands there.
    public let quote: String
  }

  /// A check that could not look.
  public struct NotChecked: Codable, Hashable, Sendable {
    /// The check's code.
    public let check: String
    /// What it misses, in words.
    public let missing: [String]
  }

  /// How many findings have it.
  public func count(of severity: Severity) -> Int { findings.count { $0.severity == severity } }

  // MARK: As text

  /// Most bytes of a file with results.
  public static let largestFile = 16 << 20
  private static let mostFindings = 5_000

  /// The results in a file that `jiheng audit --format json` or 报告体检 made: one object, or one a line. Throws `Invalid`.
  public static func read(_ bytes: [UInt8]) throws -> [AuditResult] {
    guard bytes.count <= largestFile else { throw invalid("文件超过 \(largestFile >> 20) MB，请分几次导入。") }
    if let one = try? JSONDecoder().decode(AuditResult.self, from: Data(bytes)) { return [try one.checked("")] }
    let lines = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      .filter { line in line.contains { $0 != 0x20 && $0 != 0x09 } }
    guard !lines.isEmpty else { throw invalid("文件是空的。") }
    return try lines.enumerated().map { number, line in
      let place = lines.count == 1 ? "" : "第 \(number + 1) 行"
      guard let result = try? JSONDecoder().decode(AuditResult.self, from: Data(line)) else {
        throw invalid("\(place)不是报告检查的结果，应为本程序以 JSON 格式输出的检查结果。")
      }
      return try result.checked(place)
    }
  }

  private func checked(_ place: String) throws -> AuditResult {
    guard findings.count <= Self.mostFindings else { throw Self.invalid("\(place)有 \(findings.count) 个问题，过多，没有导入。") }
    // PostgreSQL keeps no zero character in a text, and no program writes one here.
    guard !stored.contains("\\u0000") else { throw Self.invalid("\(place)含有不能保存的字符，没有导入。") }
    return self
  }

  private static func invalid(_ message: String) -> Invalid { Invalid([FieldProblem("file", message)]) }

  /// JSON that is the same for the same result.
  var stored: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// What was kept; nil where it cannot be read any more.
  public init?(stored: String) {
    guard let result = try? JSONDecoder().decode(AuditResult.self, from: Data(stored.utf8)) else { return nil }
    self = result
  }
}
