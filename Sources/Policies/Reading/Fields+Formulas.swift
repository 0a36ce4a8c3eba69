import Evaluation
import Yams

extension Fields {
  /// A formula, whose place is kept for the checks at the end; nil where there is none or it cannot be read.
  mutating func optionalFormula(_ name: String, of owner: FormulaOwner) -> Formula? {
    guard let node = optional(name) else { return nil }
    guard case .scalar(let scalar) = node else {
      draft.report("“\(name)”应为公式，现为\(node.kindName)。", at: node.place)
      return nil
    }
    draft.formulaPlaces[owner] = node.place
    do throws(FormulaFault) {
      return try Formula(scalar.string)
    } catch {
      let place = scalar.isOneLine ? node.place.moved(by: scalar.margin + error.position) : node.place
      draft.report("公式第 \(error.position + 1) 个字符处：\(error.message)。", at: place)
      return nil
    }
  }

  /// The source that this group of values rests on, and what had to be decided beyond it.
  mutating func source() -> String {
    let isThere = has("source")
    let node = optional("source")
    let note = optionalText("note")
    guard let name = node?.scalar?.string, !name.isEmpty else {
      if !isThere {
        draft.report("缺少“source”：每组数值都要写明来源。", at: place)
      } else if let node {
        draft.report("“source”应为一个来源的名称，现为\(node.kindName)。", at: node.place)
      }
      return ""
    }
    draft.note(ValueOrigin(source: name, note: note), for: path, at: place(of: "source"))
    return name
  }
}
