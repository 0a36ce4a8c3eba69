import Evaluation
import Figures
import Reading
import Text

extension IndicatorLine {
  /// A share of a whole, so never above 100 %: 满意度, 覆盖率. 完成率 and 增长率 may be.
  var isBoundedRate: Bool {
    let rates = [
      "满意度", "满意率", "覆盖率", "合格率", "达标率", "到位率", "及时率", "知晓率", "准确率", "正确率", "真实率", "普及率", "参保率",
      "公开率", "通过率", "优良率", "优秀率", "成活率", "入库率", "安全率", "完好率", "发放率", "支付率",
    ]
    return name.holds(anyOf: rates)
  }
  /// Its name alone says that it is a share.
  var isRateByName: Bool { ["率", "满意度", "比例", "占比"].contains { name.bare.hasSuffix($0) } }

  /// A target or actual value above 100 % that no such share can reach: the cells and what they say.
  var impossibleRates: [(cell: CellAddress, text: String)] {
    [(target, targetText, IndicatorColumn.target), (actual, actualText, .actual)].compactMap {
      value, text, column in
      guard case .quantity(let quantity) = value, quantity.unit == "%" || (quantity.unit.isEmpty && isRateByName),
        quantity.figure > 100, isBoundedRate
      else { return nil }
      return (address(column), text.narrow)
    }
  }
}
