import Reading
import Rules
import Text

/// Posts that are free, or staff that is too many, told behind posts and staff: 核定编制58名，在编51人，缺编7人.
struct StaffGap {
  /// As it is told.
  let gap: PeopleList.Group
  let posts: PeopleList.Group
  let staff: PeopleList.Group

  static let finder = PassageFinder(in: .figure, holding: words) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { StaffGap(wrong: $0, in: passage)?.finding(in: passage) }
  }

  /// Words for the difference, right before it.
  static let words = ["缺编", "空编", "超编", "余编", "空缺编制"]

  /// nil for other figures, and where some posts and staff told before differ by it.
  private init?(wrong figure: WrittenFigure, in passage: PassageReading) {
    guard let gap = passage.group(figure), Self.words.contains(where: { gap.words.ends(with: $0) }),
      !gap.words.holds(anyOf: Self.kinds)
    else { return nil }
    let before = passage.figures(in: 0..<figure.range.lowerBound).compactMap(passage.group).filter {
      !$0.words.holds(anyOf: Self.words)
    }
    let posts = before.filter { $0.words.holds(anyOf: ["编制", "核定", "员额"]) && !$0.words.holds(anyOf: Self.working) }
    let staff = before.filter { $0.words.holds(anyOf: Self.working) }
    // Of several kinds the totals are the most.
    guard let most = posts.max(by: { $0.count < $1.count }), let all = staff.max(by: { $0.count < $1.count }),
      !posts.contains(where: { post in staff.contains { abs(post.count - $0.count) == gap.count } })
    else { return nil }
    (self.gap, self.posts, self.staff) = (gap, most, all)
  }

  /// 事业编制超编3人 is of these posts alone.
  private static let kinds = ["行政", "事业", "参公", "工勤", "管理岗", "专业", "教师", "其中"]
  private static let working = ["在编", "实有", "在职", "现有", "在岗", "实际"]

  private func finding(in passage: PassageReading) -> Finding {
    let quotes = [posts, staff, gap].map { passage.quote($0.figure) }
    return Finding(
      at: [gap, posts, staff].map { .text(passage.passage.place($0.figure.range)) },
      "编制 \(quotes[0])，在编 \(quotes[1])，相差 \(abs(posts.count - staff.count))，所写缺编或超编 \(quotes[2])。",
      derivation: "|\(posts.count) − \(staff.count)| ≠ \(gap.count)")
  }
}
