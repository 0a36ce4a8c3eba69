import Evaluation
import Synchronization
import Testing

@testable import Reading

@Suite struct FileTableTests {
  private let list = "\t序号\n\t村名\n\t户数\n\n\t1\n\t上坪村\n\t120\n\n\t2\n\t下坪村\n\t86\n"

  private func dossier(_ text: String) -> Dossier {
    RecognisedReport(Report(flattened: text), under: [.example]).dossier
  }

  @Test func `a table that no form was found in is loose from end to end`() {
    let rows = TableFinder { [$0.looseRows.map { $0.map(\.text) }] }
    #expect(
      dossier(list).found(in: rows) == [[["序号", "村名", "户数"], ["1", "上坪村", "120"], ["2", "下坪村", "86"]]])
  }

  @Test func `rows of a form are not loose`() {
    let form = "\t产出指标\n\t数量指标\n\t新签约项目\n\t≥80个\n\t84个\n\t5\n\t5\n"
    let captions = "\t一级指标\n\t二级指标\n\t三级指标\n\t年度指标值\n\t实际完成值\n\t分值\n\t得分\n"
    let rows = TableFinder { [($0.table.rows.count, $0.looseRows.count)] }
    let found = dossier("2024年度部门整体支出绩效自评表\n\n\(captions)\n\(form)\n\(form)").found(in: rows)
    #expect(found.map(\.0) == [3])
    #expect(found.map(\.1) == [0])
  }

  @Test func `a table is looked at once, however many ask`() {
    let looks = Mutex(0)
    let rows = TableFinder { table -> [Int] in
      looks.withLock { $0 += 1 }
      return [table.table.rows.count]
    }
    let dossier = dossier(list)
    #expect(dossier.found(in: rows) == [3])
    #expect(dossier.found(in: rows) == [3])
    #expect(looks.withLock { $0 } == 1)
  }

  @Test func `a filing has no tables`() {
    let filing = Filing(
      unit: FilingUnit(code: "201001", name: "示例县商务局", kind: .lead), year: 2024, policies: .example, sheets: [])
    #expect(Dossier(Calculation(filing)).found(in: TableFinder { [$0.looseRows.count] }) == [])
  }
}

@Suite struct PolicyVocabularyTests {
  @Test func `the words of a policy are made once`() throws {
    let policy = try #require(PolicySet.example.policies.first)
    #expect(PolicyVocabulary.of(policy) === PolicyVocabulary.of(policy))
    #expect(PolicyVocabulary.of(policy).forms.map(\.form.id) == policy.forms.map(\.id))
  }
}
