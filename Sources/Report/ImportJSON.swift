import Evaluation
import Figures
public import JSON
import Reading

/// The fields of an imported report as JSON.
public enum ImportJSON {
  /// One object.
  public static func value(of file: ImportedFile) -> JSONValue {
    let (report, recognised) = (file.report, file.report.recognised)
    return [
      "format": "jiheng-import", "formatVersion": 1, "file": .string(file.file),
      "title": .string(recognised.title), "unit": .string(recognised.unit), "unitCode": .string(report.unitCode),
      "year": recognised.year.map { .number(Int64($0)) } ?? .null,
      "policies": .array(recognised.policies.policies.map { .string($0.id) }),
      "madeWith": JSONOutput.value(of: recognised.policies),
      "sheets": .array(report.filing.sheets.map { value(of: $0, in: report.filing) }),
      "fields": .array(report.fields.map { value(of: $0, in: file) }),
      "sections": .array(report.sections.map { value(of: $0, in: file) }),
      "unplaced": .array(
        report.unplaced.map { part in
          [
            "kind": .string(part.kind.rawValue), "text": .string(part.text), "reason": .string(part.reason.rawValue),
            "why": .string(part.reason.words), "place": JSONOutput.value(of: file.evidence(part.place)),
          ]
        }),
      "counts": counts(of: report),
    ]
  }

  private static func value(of sheet: Sheet, in filing: Filing) -> JSONValue {
    var members: [JSONValue.Member] = [.init("id", .string(sheet.id)), .init("form", .string(sheet.form))]
    switch filing.policies.definition(of: sheet) {
    case .form(let policy, let form)?:
      members += [.init("title", .string(form.shortTitle)), .init("policy", .string(policy.id))]
      if let tree = sheet.tree { members.append(.init("tree", .string(tree))) }
    case .report(let policy, let outline)?:
      members += [.init("title", .string(outline.title)), .init("policy", .string(policy.id))]
    case nil: break
    }
    members += [
      .init("lines", .array(sheet.rows.map { ["row": .string($0.id), "under": .string($0.under)] })),
      .init("removed", .array(sheet.removedNodes.sorted().map { .string($0) })),
    ]
    return .object(members)
  }

  private static func value(of field: ImportedField, in file: ImportedFile) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("address", .string(field.address.description)), .init("caption", .string(field.caption)),
      .init("kind", .string(field.kind.rawValue)), .init("text", .string(field.text)),
      .init("value", .string(field.value)), .init("confidence", .string(field.confidence.rawValue)),
      .init("isComputed", .bool(field.isComputed)),
    ]
    if let quantity = field.quantity {
      members.append(
        .init(
          "quantity",
          [
            "sign": .string(quantity.sign?.rawValue), "number": .string(quantity.figure.description),
            "unit": .string(quantity.unit),
          ]))
    }
    if let problem = field.problem { members.append(.init("problem", .string(problem))) }
    members.append(.init("place", JSONOutput.value(of: file.evidence(field.place))))
    return .object(members)
  }

  private static func value(of section: ImportedSection, in file: ImportedFile) -> JSONValue {
    [
      "address": .string(section.address.description), "heading": .string(section.heading),
      "printedHeading": .string(section.printedHeading), "text": .string(section.text),
      "confidence": .string(section.confidence.rawValue),
      "place": JSONOutput.value(of: file.evidence(section.place)),
    ]
  }

  private static func counts(of report: ImportedReport) -> JSONValue {
    [
      "cells": .number(Int64(report.cellCount)), "unplacedCells": .number(Int64(report.unplacedCellCount)),
      "headings": .number(Int64(report.headingCount)), "unplacedHeadings": .number(Int64(report.unplacedHeadingCount)),
      "fields": .number(Int64(report.fields.count)), "sections": .number(Int64(report.sections.count)),
    ]
  }
}
