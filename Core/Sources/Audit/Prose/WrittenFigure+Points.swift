import Figures
import Reading

extension WrittenFigure {
  /// What is told in points: 18.6 of 18.6分; also of 10分 behind 满意度, which could be an angle. nil for all else.
  var points: Rational? {
    switch kind {
    case .score(.number(let number)), .count(.number(let number), unit: "分"): number.value
    default: nil
    }
  }
}
