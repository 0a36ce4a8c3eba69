import Foundation

/// The machine's clock, in Unix seconds.
public enum MachineClock {
  /// In whole seconds.
  @Sendable public static func now() -> Int64 { Int64(Date().timeIntervalSince1970) }
}
