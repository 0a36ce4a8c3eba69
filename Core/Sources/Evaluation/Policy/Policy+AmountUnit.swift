public import Figures

extension Policy {
  /// The same policy for papers that count in another unit than its forms do.
  public func counting(in unit: AmountUnit) -> Policy {
    Policy(
      id: id, title: title, region: region, isGeneral: isGeneral, year: year, object: object, version: version,
      effectiveFrom: effectiveFrom, sources: sources,
      amounts: AmountRule(unit: unit, decimals: amounts.decimals, source: amounts.source), rounding: rounding,
      scoring: scoring, trees: trees, grades: grades, forms: forms, outlines: outlines, attachments: attachments,
      paths: paths, sampling: sampling, workAssessment: workAssessment, resultUse: resultUse,
      localChecks: localChecks, disabledChecks: disabledChecks, origins: origins, hash: hash)
  }
}
