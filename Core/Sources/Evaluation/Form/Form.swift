/// A form as it is printed: its blocks from top to bottom, on a grid `width` units wide.
public final class Form: Sendable, Identifiable {
  /// "base", "self" or "project".
  public let id: String
  public let kind: FormKind
  /// With {year}, {lastYear} and {unit}.
  public let title: String
  /// What a tab or a menu calls it.
  public let shortTitle: String
  /// In grid units: what the widths of every row add up to.
  public let width: Int
  public let isLandscape: Bool
  /// From top to bottom.
  public let blocks: [Block]
  /// Printed under the table, a paragraph each.
  public let notes: [String]
  /// Cells of the row "footer".
  public let footer: [FooterField]
  /// The name of one of the policy's sources.
  public let source: String

  public init(
    id: String, kind: FormKind, title: String, shortTitle: String, width: Int, isLandscape: Bool = false,
    blocks: [Block], notes: [String] = [], footer: [FooterField] = [], source: String
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.shortTitle = shortTitle
    self.width = width
    self.isLandscape = isLandscape
    self.blocks = blocks
    self.notes = notes
    self.footer = footer
    self.source = source
  }
}

/// What a form is for.
public enum FormKind: String, Sendable, CaseIterable {
  /// 基础数据表: one per filing.
  case baseData
  /// 部门整体支出绩效自评表: one per filing.
  case selfEvaluation
  /// 项目支出绩效自评表: one per project.
  case projectEvaluation
}

/// A part of a form.
public enum Block: Sendable {
  case table(TableBlock)
  case grid(GridBlock)
  case indicators(IndicatorBlock)
}

/// A line under the table, such as 填表人 or 联系电话.
public struct FooterField: Hashable, Sendable {
  /// The column of its cell's address, whose row is "footer".
  public let column: String
  public let caption: String
  /// Left out of or masked in public copies.
  public let isPersonal: Bool
  public init(column: String, caption: String, isPersonal: Bool) {
    self.column = column
    self.caption = caption
    self.isPersonal = isPersonal
  }
}
