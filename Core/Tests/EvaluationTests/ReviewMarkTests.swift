import Evaluation
import Figures
import Testing

@Suite("Scores are reviewed beside those of the unit") struct ReviewMarkTests {
  private static let calculation: Calculation = {
    var filing = Filing.typed(["self/total/initial": "100", "self/total/executed": "90"])
    filing.add("r1", under: "quantity", to: "self", ["name": "举办展会", "points": "20", "score": "20"])
    filing.add("r2", under: "quality", to: "self", ["name": "展会质量", "points": "30", "score": "27.5"])
    return Calculation(filing)
  }()

  private func mark(_ cell: String, _ points: String, _ opinion: String = "") throws -> ReviewMark {
    ReviewMark(cell: try #require(CellAddress(cell)), points: points, opinion: opinion)
  }
  private func problem(_ cell: String, _ points: String, _ opinion: String = "") throws -> String? {
    let mark = try mark(cell, points, opinion)
    do throws(FieldProblem) {
      _ = try Self.calculation.accepted(mark)
      return nil
    } catch { return error.message }
  }

  @Test func `the execution's score and every indicator's can be reviewed, sums and blank forms cannot`() {
    let sheet = Self.calculation.reviewed(with: []).first { $0.layout.sheet.id == "self" }
    #expect(sheet?.lines.map(\.name) == ["预算执行", "举办展会", "展会质量"])
    #expect(sheet?.ownTotal == Rational(565, over: 10) && sheet?.isReviewed == false)
  }

  @Test func `totals and grades count the reviewed points where there are some`() throws {
    let marks = [try mark("self/r1/score", "15.5", "只办了三场。"), try mark("self/r2/score", "", "同意。")]
    let sheet = Self.calculation.reviewed(with: marks).first { $0.layout.sheet.id == "self" }
    #expect(sheet?.reviewedTotal == Rational(52, over: 1) && sheet?.ownTotal == Rational(565, over: 10))
    #expect(sheet?.isReviewed == true)
  }

  @Test func `points are numbers between nothing and the indicator's points, and a difference needs an opinion`() throws
  {
    #expect(try problem("self/r1/score", "20") == nil)
    #expect(try problem("self/r1/score", "18", "少办一场。") == nil)
    #expect(try problem("self/r1/score", "18")?.contains("请写明意见") == true)
    #expect(try problem("self/r1/score", "20.5", "多办。")?.contains("不能超过分值 20") == true)
    #expect(try problem("self/r1/score", "-1", "差。")?.contains("不能小于 0") == true)
    #expect(try problem("self/r1/score", "1.555", "差。")?.contains("最多 2 位小数") == true)
    #expect(try problem("self/r1/score", "多", "差。")?.contains("不是数字") == true)
    #expect(try problem("self/r1/points", "5", "差。")?.contains("没有这个指标") == true)
    #expect(try problem("self/r1/score", "", String(repeating: "长", count: 501))?.contains("最多 500 字") == true)
  }

  @Test func `who may write what depends on role and stage`() {
    #expect(ReviewNoteKind.appeal.isOpen(to: [.reviewer], in: .done, isReviewed: true))
    #expect(!ReviewNoteKind.appeal.isOpen(to: [.reviewer], in: .done, isReviewed: false))
    #expect(!ReviewNoteKind.appeal.isOpen(to: [.finance], in: .done, isReviewed: true))
    #expect(ReviewNoteKind.rectification.isOpen(to: [.finance], in: .done, isReviewed: false))
    #expect(!ReviewNoteKind.rectification.isOpen(to: [.finance], in: .financeReview, isReviewed: false))
    #expect(!ReviewNoteKind.remark.isOpen(to: [], in: .drafting, isReviewed: false))
    #expect(!ReviewNoteKind.rectification.canBeSettled(by: [.handler], isWriter: true))
    for stage in Stage.allCases {
      #expect(Set<Role>([.finance]).mayMark(in: stage) == (stage == .financeReview || stage == .done), "\(stage)")
      #expect(!Set<Role>([.handler, .reviewer]).mayMark(in: stage), "\(stage)")
    }
  }
}
