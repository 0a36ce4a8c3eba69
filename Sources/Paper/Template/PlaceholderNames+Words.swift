import Evaluation

extension PlaceholderNames {
  /// What a form is called: its short title first, its long one without the year.
  func titles(of layout: Calculation.SheetLayout) -> [String] {
    let long = layout.title.replacing("\(year)年度", with: "").replacing("\(year)年", with: "")
    let shorter = long.hasPrefix("部门") ? [String(long.dropFirst(2))] : []
    return [layout.form.shortTitle, long] + shorter
  }

  func title(of outline: ReportOutline) -> String {
    var title = outline.title
    for place in ["{year}年度", "{year}年", "{year}", "{unit}"] { title = title.replacing(place, with: "") }
    return title
  }

  /// A caption as part of a name, its years told without their numbers.
  func plain(_ caption: String) -> String { spoken(dotted(caption)) }
  func dotted(_ caption: String) -> String { CellNames.plain(caption).replacing("，", with: ".") }
  func spoken(_ text: String) -> String {
    text.replacing("\(year)年", with: "本年").replacing("\(year - 1)年", with: "上年")
  }

  static func withoutVerb(_ caption: String) -> String {
    for verb in ["新增", "添加", "增加"] where caption.hasPrefix(verb) { return String(caption.dropFirst(2)) }
    return caption
  }
  static func withoutUnit(_ caption: String) -> String {
    caption.firstIndex(of: "（").map { String(caption[..<$0]) } ?? caption
  }

  /// "（一）部门职能职责" → "部门职能职责".
  static func withoutNumber(_ heading: String) -> String {
    if heading.hasPrefix("（"), let end = heading.firstIndex(of: "）"),
      heading.distance(from: heading.startIndex, to: end) < 4
    {
      return String(heading[heading.index(after: end)...])
    }
    return CellNames.plain(heading)
  }
}
