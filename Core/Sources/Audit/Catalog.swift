extension AuditRule {
  /// Every rule, in the order of its code.
  public static let all: [AuditRule] = [
    .a02ThreePublicTotal,
    .b16MissingReason,
  ]
}
