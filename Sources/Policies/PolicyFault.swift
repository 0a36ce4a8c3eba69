public import Rules

/// Something wrong, doubtful or worth knowing in a policy file, and where.
public struct PolicyFault: Error, Hashable, Sendable {
  /// Its path as it was given.
  public let file: String
  /// From 1.
  public let line: Int
  /// From 1, in characters of the file.
  public let column: Int
  /// An error keeps the policy from being used; warnings and hints do not.
  public let severity: Severity
  /// In Chinese, as it is printed.
  public let message: String

  public init(file: String, line: Int, column: Int, severity: Severity = .error, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
  }
}

extension PolicyFault: CustomStringConvertible, Comparable {
  /// "hunan-2024-department.yaml:12:5: 错误：缺少“width”。"
  public var description: String { "\(file):\(line):\(column): \(severity.title)：\(message)" }

  public static func < (a: PolicyFault, b: PolicyFault) -> Bool {
    (a.file, a.line, a.column, a.message) < (b.file, b.line, b.column, b.message)
  }
}

extension Severity {
  fileprivate var title: String {
    switch self {
    case .error: "错误"
    case .warning: "提醒"
    case .info: "说明"
    }
  }
}

/// Policies that cannot be used, with every fault found.
public struct PolicyFaults: Error, Sendable, CustomStringConvertible {
  /// All that was found, also what is no error.
  public let faults: [PolicyFault]
  public init(_ faults: [PolicyFault]) { self.faults = faults }
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
