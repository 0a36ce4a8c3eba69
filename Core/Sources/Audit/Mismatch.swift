import Evaluation
import Reading
import Text

extension IndicatorLine {
  /// Why target and actual value cannot be compared; nil where they can or one is missing.
  var mismatch: Incomparable? {
    if case .incomparable(let why)? = advice { why } else { nil }
  }

  /// The actual value only says that it is done, where a number or a date is asked for.
  var saysOnlyDone: Bool {
    guard case .words(let text) = actual else { return false }
    switch target {
    case .quantity, .range, .date: return Self.doneWords.contains(text.bare)
    default: return false
    }
  }
  private static let doneWords: Set<String> = [
    "完成", "已完成", "全部完成", "全面完成", "圆满完成", "按期完成", "按时完成", "如期完成", "已按期完成", "已按时完成", "基本完成", "超额完成",
    "完成目标", "完成任务", "完成年度目标", "已完成年度目标", "达标", "已达标", "全部达标", "达到", "已达到", "达到目标", "达到预期", "达到预期目标",
    "达成", "已达成", "达成目标", "实现", "已实现", "已落实", "落实到位", "是", "√",
  ]
}
