import Audit
import Evaluation
import JSON
import Operations
import Reading
import Rules
import Store

/// How filings and what belongs to them are told to other systems.
enum FilingValues {
  static let head = Shape.named("FilingHead", .record(headFields))

  private static let headFields: [Shape.Field] = [
    .init("id", .id, ""), .init("task", .id, ""), .init("year", .whole(2_000...2_099), ""),
    .init("unit", Endpoint.unitShape, ""),
    .init(
      "stage", .oneOf(Stage.self), Stage.allCases.map { "\($0.rawValue) \($0.title)" }.joined(separator: "，") + "。"),
    .init("version", .count, "每次改动增加；也是 ETag。"), .init("errors", .count, "须改正的处数。"),
    .init("unexplained", .count, "须说明而未说明的处数。"), .init("score", .nullable(.anyText), "总分；还没有时为 null。"),
    .init("deadline", .day, "截止日期，延期的为延期后的。"), .init("isReturned", .flag, "最近一次流转是退回或重新打开。"),
    .init("isReopened", .flag, "办结后重新打开，还没有再次办结。"),
    .init("waiver", .oneOf(Waiver.self), "申报不适用的情况。"), .init("updatedAt", .moment, ""),
  ]

  static func head(_ record: FilingRecord, _ task: EvaluationTask?) -> JSONValue { .object(members(record, task)) }

  private static func members(_ record: FilingRecord, _ task: EvaluationTask?) -> [JSONValue.Member] {
    [
      .init("id", .number(record.id)), .init("task", .number(record.task)),
      .init("year", .number(Int64(task?.year ?? 2_000))), .init("unit", Endpoint.unit(record.unit)),
      .init("stage", .string(record.stage.rawValue)), .init("version", .number(record.version)),
      .init("errors", .number(Int64(record.errors))), .init("unexplained", .number(Int64(record.unexplained))),
      .init("score", record.score.isEmpty ? .null : .string(record.score)),
      .init("deadline", .string(task.map { record.deadline(in: $0) } ?? "")),
      .init("isReturned", .bool(record.standing.isReturned)),
      .init("isReopened", .bool(record.standing.reopenedVersion != nil && record.stage != .done)),
      .init("waiver", .string(record.standing.waiver.rawValue)), .init("updatedAt", moment(record.updatedAt)),
    ]
  }

  // MARK: One filing

  static let state = Shape.named(
    "Filing",
    .record(
      headFields + [
        Shape.Field(
          "moves",
          .list(
            .record([
              .init("move", .oneOf(Move.self), moveWords), .init("isOpen", .flag, "现在可以由此账号操作。"),
              .init("refusals", .list(.anyText, atMost: 100), "不能操作的全部原因。"),
              .init("destinations", .list(.oneOf(Stage.self), atMost: 10), "可以到的环节，第一个为通常的去处。"),
            ]), atMost: 10), "")
      ]))

  static let moveWords = Move.allCases.map { "\($0.rawValue) \($0.title)" }.joined(separator: "，") + "。"

  static func state(_ loaded: LoadedFiling, _ state: WorkflowState) -> JSONValue {
    let moves = Move.allCases.map { move -> JSONValue in
      let refusals = move.refusals(in: state)
      return [
        "move": .string(move.rawValue), "isOpen": .bool(refusals.isEmpty),
        "refusals": .array(refusals.map { .string($0.message) }),
        "destinations": .array(
          move.destinations(from: state.stage, on: state.path).map { .string($0.rawValue) }),
      ]
    }
    return .object(members(loaded.record, loaded.task) + [JSONValue.Member("moves", .array(moves))])
  }

  static let content = Shape.named("FilingContent", .described("urn:jiheng:filing:1"))

  // MARK: What belongs to it

  static let finding = Shape.named(
    "Finding",
    .record([
      .init("key", .anyText, "说明时用它指明。"), .init("check", .anyText, "检查规则的编号。"),
      .init("severity", .oneOf(["error", "warning", "info"]), "error 须改正，warning 须说明，info 提示。"),
      .init("title", .anyText, ""), .init("message", .anyText, ""), .init("remedy", .anyText, "怎样处理。"),
      .init("cells", .list(.anyText, atMost: 10_000), "有关的单元格。"),
      .init("explanation", .nullable(.anyText), "已写的说明。"),
    ]))

  static func finding(_ reported: Audit.Reported, in loaded: LoadedFiling) -> JSONValue {
    [
      "key": .string(reported.id), "check": .string(reported.card.id),
      "severity": .string(reported.severity.rawValue), "title": .string(reported.card.title),
      "message": .string(reported.finding.message), "remedy": .string(reported.card.remedy),
      "cells": .array(FindingsView.cells(of: reported.finding).map { .string($0.description) }),
      "explanation": .string(loaded.explanations[reported.id]?.text),
    ]
  }

  static let file = Shape.named(
    "File",
    .record([
      .init("id", .id, ""), .init("requirement", .anyText, "所对应的附件要求。"), .init("name", .anyText, ""),
      .init("mediaType", .anyText, ""), .init("size", .count, "字节数。"), .init("digest", .digest, "SHA-256。"),
      .init("at", .moment, ""),
    ]))

  static func file(_ file: AttachmentRecord) -> JSONValue {
    [
      "id": .number(file.id), "requirement": .string(file.requirement), "name": .string(file.name),
      "mediaType": .string(file.mediaType), "size": .number(Int64(file.size)), "digest": .string(file.digest),
      "at": moment(file.at),
    ]
  }

  static let entry = Shape.named(
    "HistoryEntry",
    .record([
      .init("version", .count, ""), .init("kind", .oneOf(HistoryDetail.Kind.self), ""),
      .init("by", .anyText, "姓名；代行岗位的为“王敏 代 李强”。"),
      .init("at", .moment, ""), .init("words", .anyText, "做了什么。"),
      .init("reason", .nullable(.anyText), "退回、重新打开等的原因。"),
      .init(
        "changes",
        .list(
          .record([
            .init("kind", .oneOf(Change.Kind.self), ""), .init("place", .anyText, "单元格或表。"),
            .init("before", .anyText, ""), .init("after", .anyText, ""),
          ]), atMost: 100_000), "只有 edit 有。"), .init("chain", .digest, "到这一条为止的校验值。"),
    ]))

  /// What a review entered stays with the reviewers until they show it, so it is only counted here.
  static func entry(_ entry: HistoryEntry, by name: String) -> JSONValue {
    var (words, reason): (String, String?) = ("", nil)
    var changes: [Change] = []
    switch entry.detail {
    case .edit(let edits):
      words = "修改 \(edits.count) 处"
      changes = edits
    case .move(let move, _, let to, let why):
      words = "\(move.title)：\(to.title)"
      reason = why.isEmpty ? nil : why
    case .explanation(let finding, let text): words = text.isEmpty ? "撤回说明 \(finding)" : "说明 \(finding)：\(text)"
    case .attachment(_, let name, _, let isRemoved): words = "\(isRemoved ? "删除" : "上传")文件 \(name)"
    case .review(let marks): words = "核查 \(marks.count) 项"
    case .note(let kind, _, let text, let isAnswer): words = "\(isAnswer ? "答复" : "")\(kind.title)：\(text)"
    case .settled(let kind, _, let isSettled): words = "\(kind.title)\(isSettled ? "办结" : "重新打开")"
    case .sample: words = "抽评"
    case .assessment(let marks): words = "工作考核 \(marks.count) 项"
    case .release(let isReleased): words = isReleased ? "公布工作考核" : "收回工作考核"
    }
    return [
      "version": .number(entry.version), "kind": .string(entry.detail.kind.rawValue), "by": .string(name),
      "at": moment(entry.at), "words": .string(words), "reason": .string(reason),
      "changes": .array(
        changes.map {
          [
            "kind": .string($0.kind.rawValue), "place": .string($0.place), "before": .string($0.before),
            "after": .string($0.after),
          ]
        }), "chain": .string(entry.chain),
    ]
  }

  /// RFC 3339, in China's time.
  static func moment(_ seconds: Int64) -> JSONValue {
    let moment = Moment(seconds)
    return .string("\(moment.isoDay)T\(moment.clock)+08:00")
  }
}
