import Figures
import Reading
import Rules
import Text

/// Days that no calendar has, and terms that end before they begin.
enum ImpossibleDate {
  static let finder = PassageFinder(holding: ["月"]) { read -> [Finding] in
    let passage = read.passage
    return days(in: passage) + terms(in: passage) + works(in: passage)
  }

  /// 2024年11月31日, 13月5日.
  private static func days(in passage: PassageReading) -> [Finding] {
    let scalars = passage.scalars
    return scalars.indices.compactMap { index in
      guard scalars[index] == "月", let month = passage.number(endingAt: index), month.value > 0 else { return nil }
      var start = month.range.lowerBound
      var year: Int?
      if start > 0, scalars[start - 1] == "年", let written = passage.number(endingAt: start - 1),
        written.range.count == 4
      {
        (year, start) = (written.value, written.range.lowerBound)
      }
      let behind = scalars[(index + 1)...].prefix { ("0"..."9").contains($0) }
      let isDay = behind.endIndex < scalars.count && ["日", "号"].contains(scalars[behind.endIndex])
      let day = isDay ? Int(String(scalars: Array(behind))) : nil
      // 13个月 is told otherwise; 24月 may be a child's age.
      guard year != nil || day != nil else { return nil }
      let isRight =
        (1...12).contains(month.value) && day.map { (1...days(of: month.value, in: year)).contains($0) } ?? true
      guard !isRight else { return nil }
      let range = start..<(day == nil ? index + 1 : behind.endIndex + 1)
      let quoted = passage.text(range)
      return Finding(at: [.text(passage.passage.place(range))], "没有“\(quoted)”这一天，请核对。", derivation: quoted)
    }
  }

  private static func days(of month: Int, in year: Int?) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true ? 29 : 28
    default: 31
    }
  }

  /// 自2024年1月1日起至2023年12月31日.
  private static func terms(in passage: PassageReading) -> [Finding] {
    let figures = passage.figures
    return zip(figures, figures.dropFirst()).compactMap { first, second in
      guard case .date(let from) = first.kind, case .date(let to) = second.kind, from.isAfter(to) else { return nil }
      let between = passage.text(first.range.upperBound..<second.range.lowerBound).withoutBlanks
      guard links.contains(between) || isTerm(between) else { return nil }
      return Finding(
        at: [second, first].map { .text(passage.passage.place($0.range)) },
        "终止日期 \(to.words) 早于起始日期 \(from.words)，请核对。", derivation: "\(to.words) < \(from.words)")
    }
      + figures.compactMap { figure in
        guard case .period(let from, let to) = figure.kind, from.isAfter(to) else { return nil }
        return Finding(
          at: [.text(passage.passage.place(figure.range))], "终止日期 \(to.words) 早于起始日期 \(from.words)，请核对。",
          derivation: "\(to.words) < \(from.words)")
      }
  }

  /// 2023年4月10日开工，2023年3月25日完工: what ends before it begins.
  private static func works(in passage: PassageReading) -> [Finding] {
    passage.sentences.flatMap { sentence -> [Finding] in
      let dates = passage.figures(in: sentence).compactMap { figure -> (WrittenFigure, WrittenDate)? in
        if case .date(let date) = figure.kind { (figure, date) } else { nil }
      }
      guard dates.count == 2, let (first, begun) = dates.first, let (second, told) = dates.last else { return [] }
      // 2023年9月开工、6月完工 is of one year.
      let ended = told.year == nil ? WrittenDate(year: begun.year, month: told.month, day: told.day) : told
      guard begun.isAfter(ended) else { return [] }
      func behind(_ figure: WrittenFigure) -> String {
        let clause = passage.clause(at: figure.range.upperBound)
        return passage.text(figure.range.upperBound..<max(figure.range.upperBound, clause.upperBound)).withoutBlanks
      }
      let places = [second, first].map { Place.text(passage.passage.place($0.range)) }
      if behind(first).holds("公告"), !behind(first).holds(anyOf: ["中标", "成交", "结果"]),
        behind(first).holds(anyOf: ["招标", "采购", "磋商", "发布"]),
        behind(second).holds(anyOf: ["开标", "评标", "中标"])
      {
        return [
          Finding(
            at: places, "开标日期 \(ended.words) 早于公告日期 \(begun.words)，请核对。", derivation: "\(ended.words) < \(begun.words)")
        ]
      }
      guard ["开工", "正式开工", "启动", "开始", "动工"].contains(where: behind(first).begins),
        behind(second).holds(anyOf: ["完工", "竣工", "完成", "验收", "交付"])
      else { return [] }
      return [
        Finding(
          at: places, "完成日期 \(ended.words) 早于开工日期 \(begun.words)，请核对。", derivation: "\(ended.words) < \(begun.words)")
      ]
    }
  }

  /// 起施行，有效期至: from one day something holds, until the other.
  private static func isTerm(_ between: String) -> Bool {
    (between.begins(with: "起") || between.begins(with: "开始")) && !between.holds("。") && between.count <= 24
      && ["有效期至", "有效期限至", "有效期到", "有效期截至", "期限至", "执行至", "实施至", "施行至", "截至", "截止", "截止到"].contains(
        where: between.ends)
  }

  private static let links: Set<String> = ["起至", "至", "到", "起到", "-", "—", "——", "~", "起,至", "开始至"]
}

extension PassageReading {
  /// The digits that end right before an offset.
  fileprivate func number(endingAt end: Int) -> (value: Int, range: Range<Int>)? {
    var start = end
    while start > 0, ("0"..."9").contains(scalars[start - 1]) { start -= 1 }
    guard start < end, end - start <= 4, start == 0 || scalars[start - 1] != ".",
      let value = Int(String(scalars: Array(scalars[start..<end])))
    else { return nil }
    return (value, start..<end)
  }
}
