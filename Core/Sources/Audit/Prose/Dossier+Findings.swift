import Reading

extension Verdict {
  /// One verdict over every passage of prose; not checkable without prose.
  init(overProseOf dossier: Dossier, findings: (PassageReading) -> [Finding]) {
    self = dossier.hasProse ? Verdict(dossier.statements.passages.flatMap(findings)) : .notCheckable(missing: ["报告正文"])
  }
}
