import Evaluation
import Reading
import Text

/// What a form has under 年度总体目标: what was set out to be done, or what was.
struct GoalText {
  let sheet: SheetReading
  /// `target` or `actual`.
  let column: IndicatorColumn
  let passage: PassageReading
  let place: Place
}

extension Dossier {
  /// Those that say anything, of forms that a policy describes and of others as they are printed.
  var goalTexts: [GoalText] {
    let told = scoredSheets.flatMap { sheet in
      sheet.goalRows.flatMap { row in
        [(IndicatorColumn.target, GoalTable.target), (.actual, GoalTable.actual)].compactMap { column, goal in
          let text = sheet.text(row, goal)
          return text.isEmpty
            ? nil
            : GoalText(
              sheet: sheet, column: column, passage: PassageReading(cell: text), place: .cell(sheet.address(row, goal)))
        }
      }
    }
    guard told.isEmpty, !scoredSheets.isEmpty else { return told }
    // A printed form leaves its goals where they stand. Which table is whose shows in their order alone.
    let printed = allTables.compactMap(\.printedGoals)
    guard printed.count == scoredSheets.count else { return [] }
    return zip(scoredSheets, printed).flatMap { sheet, goals in
      [(IndicatorColumn.target, goals.target), (.actual, goals.actual)].map { column, part in
        GoalText(
          sheet: sheet, column: column, passage: PassageReading(cell: part.text),
          place: .text(TextPlace(.file, part.place)))
      }
    }
  }
}

extension PlainTable {
  /// The two texts below 预期目标 and 实际完成情况; nil where the table has no such row, or not just two texts below it.
  fileprivate var printedGoals: (target: TextPart, actual: TextPart)? {
    let captions = table.map { row in row.map(\.text.bare) }
    guard
      let row = captions.firstIndex(where: { cells in
        cells.contains(where: Self.namesGoal) && cells.contains(where: Self.namesResult)
      }), row + 1 < table.count
    else { return nil }
    let texts = table[row + 1].filter { $0.text.scalarCount >= 8 }
    guard texts.count == 2 else { return nil }
    return (texts[0], texts[1])
  }

  private static func namesGoal(_ caption: String) -> Bool {
    caption.scalarCount <= 16 && caption.ends(with: "目标") && !caption.holds(anyOf: ["完成", "实现"])
  }

  private static func namesResult(_ caption: String) -> Bool {
    caption.scalarCount <= 16
      && ["完成情况", "完成情况综述", "实现情况"].contains(where: caption.ends) && !caption.holds(anyOf: ["指标", "任务"])
  }
}
