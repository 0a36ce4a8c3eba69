import Reading
import Text

extension Writing {
  private static let captions: WordFinder = ["分值", "得分", "指标值", "权重", "执行率", "执行数", "完成值", "实际值", "三级指标"]

  /// A paragraph that a form with all its captions was copied into, the borders of its cells lost.
  var isFlattenedForm: Bool {
    guard let passage, passage.role != .cell, scalars.count >= 40 else { return false }
    let found = Self.captions.matches(in: scalars).prefix(40)
    return found.count >= 4 && Set(found.map { quote($0.range) }).count >= 3
  }
}
