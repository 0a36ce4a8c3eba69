import Evaluation
import Reading
import Testing

/// Forms that share a table, and forms that are broken up into several.
@Suite struct FormPartsTests {
  @Test func `each project that one table names is a form of its own`() {
    var drawn = DrawnReport()
    drawn.line("2024年度项目支出绩效自评表")
    drawn.table(DrawnProject.form("水库清淤") + DrawnProject.form("渠道防渗") + DrawnProject.form("泵站改造"))
    let report = drawn.recognised()
    #expect(report.dossier.filing.sheets.map(\.id) == ["project-1", "project-2", "project-3"])
    expect(
      [
        "project-1/project/name": "水库清淤", "project-2/project/name": "渠道防渗", "project-3/project/name": "泵站改造",
        "project-2/total/executed": "28.8", "project-3/goal/actual": "清淤三处，通过验收。", "project-2/r2/name": "灌溉保障",
        "project-3/sum/score": "99",
      ], in: report)
  }

  @Test func `a title and who is in charge may stand before the second project's name`() {
    var drawn = DrawnReport()
    drawn.table(
      DrawnProject.form("水库清淤") + ["项目支出绩效自评表@6", "（2024年度）@6", "主管部门|示例县林业局@2|实施单位|示例县林场@2", "项目名称|补植补造@5"]
        + DrawnProject.form("").dropFirst(2))
    let report = drawn.recognised()
    expect(
      [
        "project-1/project/department": "示例县水利局", "project-2/project/department": "示例县林业局",
        "project-2/project/implementer": "示例县林场", "project-2/project/name": "补植补造", "project-1/sum/score": "99",
      ], in: report)
  }

  @Test func `a project that is named twice in few rows is one`() {
    var drawn = DrawnReport()
    drawn.table(["项目名称|水库清淤@5"] + DrawnProject.form("水库清淤"))
    #expect(drawn.recognised().dossier.projectSheets.count == 1)
  }

  @Test func `a head in a table of its own belongs to the form behind it`() {
    var drawn = DrawnReport()
    drawn.line("附件2-1")
    drawn.table(DrawnProject.head("水库清淤"))
    drawn.table(Array(DrawnProject.form("").dropFirst(2)))
    drawn.line("附件2-2")
    drawn.table(DrawnProject.head("渠道防渗"))
    drawn.table(Array(DrawnProject.form("").dropFirst(2)))
    let report = drawn.recognised()
    expect(
      [
        "project-1/project/name": "水库清淤", "project-1/sum/score": "99", "project-2/project/name": "渠道防渗",
        "project-2/sum/score": "99",
      ], in: report)
  }

  @Test func `a head and a sum in tables of their own are known by what they mean`() {
    var drawn = DrawnReport()
    drawn.table(["预算项目名称|水库清淤@5", "项目主管单位|示例县水利局@2|项目承担单位|示例县水库管理所@2"])
    drawn.table(Array(DrawnProject.form("").dropFirst(2).dropLast()))
    drawn.table(["合计得分@5|99"])
    let report = drawn.recognised()
    #expect(report.dossier.projectSheets.count == 1)
    expect(
      [
        "project-1/project/name": "水库清淤", "project-1/project/implementer": "示例县水库管理所", "project-1/r1/name": "清淤处数",
        "project-1/sum/score": "99",
      ], in: report)
  }

  @Test func `indicators go on in the table of the next page`() {
    for between in [nil, "（续表）"] {
      var drawn = DrawnReport()
      let form = DrawnProject.form("水库清淤")
      drawn.table(Array(form.dropLast(2)))
      if let between { drawn.line(between) }
      drawn.table(Array((between == nil ? [] : [DrawnProject.captions]) + form.suffix(2)))
      let report = drawn.recognised()
      #expect(report.dossier.projectSheets.count == 1)
      expect(
        ["project-1/r1/name": "清淤处数", "project-1/r2/name": "灌溉保障", "project-1/sum/score": "99"], in: report)
    }
  }

  @Test func `a table of a whole department is no project's, however little it says of its money`() {
    var drawn = DrawnReport()
    drawn.line("2024年度部门整体支出绩效自评表")
    drawn.table(["单位名称|示例县水利局@5"] + DrawnProject.form("").dropFirst(2))
    let report = drawn.recognised()
    expect(["self/total/initial": "30", "self/r1/name": "清淤处数", "self/sum/score": "99"], in: report)
  }

  @Test func `what stands around a table is read up to the next caption, and only behind whole captions`() {
    var drawn = DrawnReport()
    drawn.table(DrawnProject.form("水库清淤"))
    drawn.line("审核填表人：王一　填报人：刘二　　　联系电话：0700-1234567 负责人：丁三")
    expect(
      ["project-1/footer/preparer": "刘二", "project-1/footer/phone": "0700-1234567 负责人：丁三"], in: drawn.recognised())
  }
}
