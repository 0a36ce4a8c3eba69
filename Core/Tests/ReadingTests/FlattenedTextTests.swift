import Foundation
import Reading
import Testing

@Suite struct FlattenedTextTests {
  /// "¶ text" for a paragraph, "a | b" for a row.
  private func outline(_ text: String) -> [String] {
    Report(flattened: text).blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let part): ["¶ \(part.text)"]
      case .table(let table): table.rows.map { $0.map(\.text).joined(separator: " | ") }
      }
    }
  }

  @Test func `cells are led by tabs and rows end at blank lines`() {
    #expect(
      outline("标题\n\n\t三公经费\n\t2.28\n\t　2\n\n\t公务接待\n\t\n\t0.31\n\n说明：单位万元。\n")
        == ["¶ 标题", "三公经费 | 2.28 | 2", "公务接待 |  | 0.31", "¶ 说明：单位万元。"])
  }

  @Test func `a cell goes on in lines without a tab`() {
    #expect(outline("\t批复规模\n（㎡）\n\t实际规模\n（㎡）\n\n") == ["批复规模\n（㎡） | 实际规模\n（㎡）"])
  }

  @Test func `indicators come back from lines of one cell each`() {
    let captions = "一级指标\n二级指标\n三级指标\n年度指标值\n实际完成值\n分值\n得分\n偏差原因分析及改进措施\n"
    let rows = "产出指标（50分）\n数量指标\n签约项目\n≥80个\n72个\n30\n27\n一个项目推迟\n走访企业\n≥60家\n64家\n20\n20\n\n"
    let more = "效益指标（30分）\n社会效益指标\n带动就业\n≥100人\n120人\n30\n30\n\n总分\n80\n77\n\n"
    #expect(
      outline("附件\n" + captions + rows + more + "填表人：略\n") == [
        "¶ 附件", "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施",
        "产出指标（50分） | 数量指标 | 签约项目 | ≥80个 | 72个 | 30 | 27 | 一个项目推迟", " |  | 走访企业 | ≥60家 | 64家 | 20 | 20 | ",
        "效益指标（30分） | 社会效益指标 | 带动就业 | ≥100人 | 120人 | 30 | 30 | ", "总分 |  |  |  |  | 80 | 77 | ", "¶ 填表人：略",
      ])
  }

  @Test func `a reason above a row of figures is no indicator`() {
    let captions = "一级指标\n三级指标\n指标值\n完成值\n分值\n得分\n偏差原因\n"
    let rows = "产出指标\n签约项目\n80\n72\n30\n27\n两个项目推迟\n走访企业\n60\n64\n20\n20\n\n"
    #expect(
      outline("附件\n" + captions + rows + "填表人：略\n") == [
        "¶ 附件", "一级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 | 偏差原因", "产出指标 | 签约项目 | 80 | 72 | 30 | 27 | 两个项目推迟",
        " | 走访企业 | 60 | 64 | 20 | 20 | ", "¶ 填表人：略",
      ])
  }

  @Test func `indicators come back from lines with single blanks`() {
    #expect(
      outline(
        "一级指标 二级指标 三级指标 分值 指标值 实际值 得分 备注\n产出指标(50分) 数量指标 签约项目 30 ≥80个 72个 27 一个项目推迟\n走访企业 20 ≥60家 64家 20\n合计 50 47\n"
      ) == [
        "一级指标 | 二级指标 | 三级指标 | 分值 | 指标值 | 实际值 | 得分 | 备注", "产出指标(50分) | 数量指标 | 签约项目 | 30 | ≥80个 | 72个 | 27 | 一个项目推迟",
        " |  | 走访企业 | 20 | ≥60家 | 64家 | 20 | ", "合计 |  |  | 50 |  |  | 47 | ",
      ])
  }

  @Test func `captions and labels that lines break up are whole again where the sum proves the rows`() {
    let captions = "三级\n\n指标\n\n年度\n\n指标值\n\n实际\n\n完成值\n\n分值\n\n得分\n\n偏差原因\n\n分析\n\n"
    func form(_ rows: String) -> String {
      "附件\n一级指标\n二级指标\n" + captions + rows.replacing(" ", with: "\n\n") + "\n填表人：略\n"
    }
    let rows = "产出指标 (60分) 数量指标 签约项目 80 72 30 27 一个项目推迟 走访企业 60家 64家 30 30 效益 指标 社会效 益指标 带动就业 100 120 30 30"
    let table = outline(form(rows + " 总分 100 97"))
    #expect(table.count == 7)
    #expect(table[2].replacing("\n", with: "") == "产出指标(60分) | 数量指标 | 签约项目 | 80 | 72 | 30 | 27 | 一个项目推迟")
    #expect(table[4].replacing("\n", with: "") == "效益指标 | 社会效益指标 | 带动就业 | 100 | 120 | 30 | 30 | ")
    // A row that is broken too would be lost, and without a sum nobody knows.
    let broken = rows.replacing("64家", with: "64 家")
    for text in [broken + " 总分 100 97", rows] { #expect(outline(form(text)).allSatisfy { !$0.contains(" | ") }) }
  }

  @Test func `captions in two lines and the rest of a label between rows`() {
    #expect(
      outline(
        "一级指标 二级指标 三级指标 年度 实际 分值 得分 备注\n指标值 完成值\n  \n产出指标 数量指标 签约项目 80 72 30 27 推迟\n  社会效益 带动就业 ≥100人 120人 20 20\n指标\n总分 50 47\n略\n"
      ) == [
        "一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 | 备注", "产出指标 | 数量指标 | 签约项目 | 80 | 72 | 30 | 27 | 推迟",
        " | 社会效益 | 带动就业 | ≥100人 | 120人 | 20 | 20 | ", "总分 |  |  |  |  | 50 | 47 | ", "¶ 略",
      ])
  }

  @Test func `rows that may be parted in several ways leave all of the table alone`() {
    let captions = "一级指标 二级指标 三级指标 指标值 实际值 分值 得分\n"
    let rows = ["产出指标 数量指标 签约 80 72 30 27", "社会效益 带动 就业 100 120 20 20 20", "质量指标 合格率 100% 98% 20 19"]
    #expect(outline(captions + rows.joined(separator: "\n") + "\n总分 70 66\n").allSatisfy { $0.hasPrefix("¶") })
  }

  @Test func `an ideographic space parts cells`() {
    #expect(
      outline("序号　内容　计划　完成\n1　道路　46.5　46.5\n2　渠道　62.4　63.1\n说明：略\n")
        == ["序号 | 内容 | 计划 | 完成", "1 | 道路 | 46.5 | 46.5", "2 | 渠道 | 62.4 | 63.1", "¶ 说明：略"])
  }

  @Test func `a row that blank paragraphs break up is whole again`() {
    let head = "\t一级指标\n\t二级指标\n\t三级指标\n\t分值\n\n"
    #expect(
      outline(head + "\t产出指标\n\n（50分）\n\t数量指标\n\t签约项目\n\t5\n\n完。\n") == [
        "一级指标 | 二级指标 | 三级指标 | 分值", "产出指标\n\n（50分） | 数量指标 | 签约项目 | 5", "¶ 完。",
      ])
  }

  @Test func `a caption below a blank line begins its row`() {
    #expect(
      outline("\t项目名称\n\t冷链物流\n\n\t\n\n\n项目资金\n（万元）\n\t\n\t年初预算数\n\n\t\n\t年度资金总额\n\t400\n\n")
        == ["项目名称 | 冷链物流", "项目资金\n（万元） |  | 年初预算数", " | 年度资金总额 | 400"])
  }

  @Test func `a title between two tables belongs to neither`() {
    #expect(
      outline("\t甲\n\t乙\n\t丙\n\n\t1\n\n附件2\n2024年度自评表\n\t单位名称\n\t示例县商务局\n\n")
        == ["甲 | 乙 | 丙", "1", "¶ 附件2", "¶ 2024年度自评表", "单位名称 | 示例县商务局"])
  }

  @Test func `rows with bars are tables too`() {
    #expect(outline("项目 | 金额\n冷链 | 3.5\n其他 a|b\n") == ["项目 | 金额", "冷链 | 3.5", "¶ 其他 a|b"])
  }

  @Test func `bars may close a row and stand in front of it`() {
    #expect(outline("指标 | 分值 | 说明\n合计 | 100 |\n") == ["指标 | 分值 | 说明", "合计 | 100 | "])
    #expect(outline("| 指标 | 分值 |\n|---|---|\n| 合计 | 100 |\n") == ["指标 | 分值", "合计 | 100"])
  }

  @Test func `a bar in front leaves the first cell blank where other rows begin without one`() {
    #expect(
      outline("一级 | 二级 | 分值\n产出 | 数量 | 10\n | 质量 | 20\n | | 30\n")
        == ["一级 | 二级 | 分值", "产出 | 数量 | 10", " | 质量 | 20", " |  | 30"])
    #expect(outline(" | 预算 | 支出\n合计 | 10 | 9\n") == [" | 预算 | 支出", "合计 | 10 | 9"])
    #expect(outline("|项目|金额|单位\n|冷链|3.5|万元\n") == ["项目 | 金额 | 单位", "冷链 | 3.5 | 万元"])
  }

  @Test func `a word of two characters that was set wide is one cell`() {
    #expect(
      outline("内容    预算    支出\n冷库    9.20    8.86\n合  计    9.20    8.86\n")
        == ["内容 | 预算 | 支出", "冷库 | 9.20 | 8.86", "合  计 | 9.20 | 8.86"])
  }

  @Test func `lines with wide gaps or tabs are rows where they follow one another`() {
    #expect(
      outline("自评表\n指标    分值    得分\n签约项目    5    5\n总分    100\n以上为自评结果。\n")
        == ["¶ 自评表", "指标 | 分值 | 得分", "签约项目 | 5 | 5", "总分 | 100 | ", "¶ 以上为自评结果。"])
    #expect(outline("指标\t分值\t得分\n\t100\t98\n") == ["指标 | 分值 | 得分", " | 100 | 98"])
    #expect(outline("填表人：某某    电话：8    日期：\n一、概况\n") == ["¶ 填表人：某某    电话：8    日期：", "¶ 一、概况"])
  }

  @Test func `what a conversion left behind is taken out and places still lead back`() throws {
    let text = "\u{20BB7} \n[bookmark: A_1]编制[bookmark: B]20人，[image: ]实有17人\n"
    let report = Report(flattened: text)
    guard case .paragraph(let part)? = report.blocks.last else { throw Missing() }
    #expect(part.text == "编制20人，实有17人")
    let offset = try #require(Array(part.text.unicodeScalars).firstIndex(of: "7"))
    #expect(report.text[part.place(of: offset - 1..<offset + 1)] == "17")
    #expect(report.text[part.place(of: 0..<4)] == "编制[bookmark: B]20")
    #expect(report.text[part.place] == "编制[bookmark: B]20人，[image: ]实有17人")
    // A stretch of it leads back as well: 20人，实有.
    let stretch = part.part(2..<8)
    #expect(stretch.text == "20人，实有")
    #expect(report.text[stretch.place] == "20人，[image: ]实有")
    #expect(report.text[stretch.place(of: 4..<6)] == "实有")
    #expect(part.part(from: 12).isEmpty)
  }

  private let wrapped = """
    　　2024年示例县供销社收入决算688.25万元，支出决算671.3万元，其中
    财政拨款548.6万元、其他收入63.8万元，年末结转16.95万元，支出占收入
    的97.54%，较上年提高1个百分点。
    　　（二）基本支出。基本支出402.17万元，其中人员经费361.82万元、公
    用经费40.35万元。公用经费主要用于办公、水电、差旅、维修和公务接待
    等方面的日常开支，较上年减少0.26万元。
    　　三、完成情况
    　　土地托管服务面积11.8万亩次，比上年的9.6万亩次增加2.2万亩次，增
    长22.92%，涉及乡镇18个。

    """

  @Test func `lines that a page broke are one paragraph again`() throws {
    let paragraphs = outline(wrapped)
    #expect(paragraphs.count == 4)
    #expect(paragraphs[0].contains("其中财政拨款548.6万元"))
    #expect(paragraphs[1].contains("361.82万元、公用经费40.35万元"))
    #expect(paragraphs[2] == "¶ 三、完成情况")
    let report = Report(flattened: wrapped)
    guard case .paragraph(let part) = report.blocks[1] else { throw Missing() }
    let words = try #require(part.text.range(of: "公用经费40.35"))
    let start = part.text.unicodeScalars.distance(from: part.text.startIndex, to: words.lowerBound)
    #expect(report.text[part.place(of: start..<start + 9)] == "公\n用经费40.35")
  }

  @Test func `lines of so many characters are one paragraph again, though no number is broken`() {
    let paragraphs = outline(
      """
      （二）部门收支
      街道2024年年初预算12,640.00万元，年中调整增加
      860.50万元，全年预算13,500.50万元。全年支出
      12,988.20万元，预算执行率96.21%。
      按功能分类，一般公共服务支出4,206.75万元，社会保障和就业支出
      3,158.40万元，卫生健康支出486.30万元，城乡社区支出
      4,612.55万元，住房保障支出524.20万元。城乡社区支出占比
      最高，为35.51%，社会保障和就业支出占24.32%。
      按支出性质，基本支出5,420.80万元，由人员经费
      4,735.60万元和公用经费685.20万元构成。

      """)
    #expect(paragraphs.count == 4)
    #expect(paragraphs[1].contains("年中调整增加860.50万元") && paragraphs[1].contains("全年支出12,988.20万元"))
    #expect(paragraphs[2].contains("城乡社区支出4,612.55万元"))
    #expect(paragraphs[3].contains("由人员经费4,735.60万元和公用经费685.20万元构成"))
  }

  @Test func `lines of many lengths are paragraphs each`() {
    let text = wrapped.split(separator: "\n").map { String($0.prefix(20 + $0.count % 7 * 3)) }.joined(separator: "\n")
    #expect(outline(text).count == 9)
    let long = String(repeating: "各项工作稳步推进，", count: 20)
    #expect(outline(wrapped + long).count == 10)
  }

  @Test func `lines and columns count scalars from one`() {
    let text = RunningText("a\n\u{20BB7}👨‍👩‍👧b\r\n\nc")
    #expect(text.position(of: 0) == (1, 1))
    #expect(text.position(of: 8) == (2, 7))
    #expect(text.scalars[8] == "b")
    #expect(text.position(of: text.scalars.count - 1) == (4, 1))
    #expect(text[text.line(around: 3)] == "\u{20BB7}👨‍👩‍👧b\r")
  }

  @Test func `no text is too odd to read`() {
    var random = SeededRandom(seed: 7)
    let pieces = [
      "\t", "\n", "\n\n", "甲", "[bookmark: ", "]", " | ", "附件1", "\u{3000}", "", "12.5", "（", "\u{20BB7}", "\r",
    ]
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 0..<40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      let report = Report(flattened: text)
      for table in report.tables {
        for cell in table.rows.joined() {
          #expect(cell.start <= cell.end && cell.end <= report.text.scalars.count)
          #expect(cell.isEmpty || report.text[cell.place].unicodeScalars.count >= cell.text.unicodeScalars.count)
        }
      }
    }
  }

  private struct Missing: Error {}
}
