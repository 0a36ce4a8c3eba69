import Evaluation
import Reading
import Rules

/// The checks that a policy brings along as formulas.
enum LocalChecks {
  static func findings(in dossier: Dossier) -> [Audit.Reported] {
    dossier.sheets.flatMap { sheet in
      sheet.policy.localChecks.filter { $0.form == sheet.form.id }.compactMap { check in
        guard dossier.calculation.holds(check.condition, on: sheet.id) == false else { return nil }
        let source = sheet.policy.sources[check.source]
        let card = RuleCard(
          check.id, check.title, severity: check.severity, why: check.message, remedy: "请核对有关单元格。",
          sources: source.map { [$0] } ?? [])
        return Audit.Reported(
          card: card, finding: Finding(at: [.sheet(sheet.id)], check.message, derivation: check.condition.text))
      }
    }
  }
}
