import Reading
import Rules
import Text

/// Another county where only the report's own can stand: 经芦水县财政局审核后公开, 以桃江县名义举办.
struct OtherPlaceInOwnRole {
  fileprivate let place: String
  fileprivate let range: Range<Int>
  fileprivate let writing: Writing

  /// What stands right before a name, or a mark does.
  private static let leads = ["在", "经", "以", "由", "按", "按照", "根据", "报", "向", "于", "成为", "为", "送", "及时在"]
  /// What only the own place has or does.
  private static let roles = [
    "名义", "财政局审核", "财政局批复", "财政局审批", "财政局下达", "财政局绩效", "财政局备案", "财政局要求", "财政局的要求", "财政局统一", "人民政府网", "人民政府门户", "政府网",
    "政府门户", "政务中心门户", "政务网", "政务公开网", "门户网站", "政府信息公开", "对外宣传",
  ]

  static let finder = WritingFinder { writing -> [OtherPlaceInOwnRole] in
    guard let passage = writing.passage, passage.role != .cell else { return [] }
    let scalars = writing.scalars
    return scalars.indices.compactMap { index -> OtherPlaceInOwnRole? in
      switch scalars[index] {
      case "县", "区", "旗", "州": break
      default: return nil
      }
      guard index >= 2, index + 2 < scalars.count else { return nil }
      let behind = String(scalars: Array(scalars[(index + 1)..<min(scalars.count, index + 9)]))
      guard roles.contains(where: behind.begins),
        let start = [index - 2, index - 3].first(where: { start in
          start >= 0 && scalars[start..<index].allSatisfy { $0.isIdeograph && !notInNames.contains($0) }
            && isBeginning(start, of: scalars)
        })
      else { return nil }
      return OtherPlaceInOwnRole(
        place: writing.quote(start..<index + 1), range: start..<index + 1, writing: writing)
    }
  }

  /// Characters of words that lead to a name, and of words that stand for the own place.
  private static let notInNames = Set("在经以由按据报向于为送月日年前后并及和与的照求全本我该各原邻外县区市省州旗镇乡辖两政新园社级上下时限".unicodeScalars)

  private static func isBeginning(_ start: Int, of scalars: [Unicode.Scalar]) -> Bool {
    guard start > 0, scalars[start - 1].isIdeograph else { return true }
    let before = String(scalars: Array(scalars[max(0, start - 3)..<start]))
    return leads.contains(where: before.ends)
  }

  /// nil where it is of another level, or the report has to do with that place.
  func finding(in dossier: Dossier, of own: String) -> Finding? {
    guard place != own, place.ends(with: "州") == own.ends(with: "州"),
      ["县", "区", "旗", "州"].contains(where: own.ends),
      !own.unicodeScalars.suffix(3).elementsEqual(place.unicodeScalars.suffix(3)),
      // 开发区 and 园区 are no names of their own.
      !["郊", "城", "开发", "高新", "经开", "示范", "保护", "景", "地", "校", "厂"].contains(where: {
        String(place.dropLast()).ends(with: $0)
      })
    else { return nil }
    // One that is told of again and again is a partner, or the report is of there.
    let times = dossier.writings.count { $0.text.holds(place) }
    guard times <= 2 else { return nil }
    return Finding(
      at: [writing.place(range)], "写的是“\(place)”，本报告是\(own)的，可能是套用了其他单位的文本。", derivation: "\(place) ≠ \(own)")
  }
}
