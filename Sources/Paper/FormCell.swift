import Evaluation
import OOXML

/// One cell of a form with its text set.
struct FormCell {
  let content: FormGrid.Content
  private let isFirst: Bool
  private let width: Length
  private let keepsWithNext: Bool
  private let table: FormTable

  init(_ cell: FormGrid.Cell, width: Length, keepsWithNext: Bool, _ table: FormTable) {
    content = cell.content
    isFirst = cell.column == 0
    self.width = width
    self.keepsWithNext = keepsWithNext
    self.table = table
  }

  var text: String {
    switch content {
    case .heading(let text), .fixed(let text), .label(let text, _): table.shown.caption(text)
    case .value(let definition, let prefix, _): prefix + table.shown.printed(definition, in: table.layout.form)
    case .empty: ""
    }
  }

  /// Lines its text takes, more or less.
  var lines: Int { TextWidth.lines(text, halves: halves) }

  func wordCell() -> WordCell {
    var format = WordParagraphFormat(keepsWithNext: keepsWithNext ? true : nil)
    if isLeft { format.alignment = .left }
    if indent > 0 { format.leftIndent = .characters(indent, halfPoints: PaperStyles.table) }
    if case .heading = content {
      format = TitleSetting.withoutLonelyEnd(text, halfPoints: PaperStyles.table, width: inner, format: format)
    }
    return WordCell([.paragraph(WordParagraph(text, style: style, format: format))])
  }

  private var inner: Length { width - FormTable.cellMargins.left - FormTable.cellMargins.right }
  private var halves: Int { inner.twips / (PaperStyles.table * 5) }

  private var style: WordStyle.ID {
    if case .heading = content { return .tableHeading }
    return .tableText
  }

  /// Labels and names line up at the left, and so does text of several lines; the rest stands in the middle.
  private var isLeft: Bool {
    switch content {
    case .heading, .fixed, .empty: false
    case .label: true
    case .value(let definition, let prefix, _):
      switch definition.kind {
      case _ where !prefix.isEmpty: true
      case .paragraph: table.shown.isTemplate || lines > 1
      case .choice: definition.choices?.areAllPrinted ?? false
      // How long a placeholder is says nothing of what will stand there.
      case .text: isFirst || !table.shown.isTemplate && lines > 2
      case .amount, .count, .area, .percent, .percentNumber, .points, .date, .declaration: false
      }
    }
  }

  /// In characters: one for each level below the first.
  var indent: Int {
    switch content {
    case .label(_, let level), .value(_, _, let level): min(max(level - 1, 0), 4)
    case .heading, .fixed, .empty: 0
    }
  }
}

extension ShownText {
  /// What paper shows in a cell: a declaration is printed in the form's own words, a choice with its boxes.
  func printed(_ definition: CellDefinition, in form: Form) -> String {
    let text = text(at: definition.address)
    if isTemplate { return text }
    if let choices = definition.choices { return choices.printed(text) }
    guard definition.kind == .declaration, !text.isEmpty else { return text }
    for case .table(let table) in form.blocks where table.id == definition.address.row {
      if let declaration = table.declaration { return declaration.printed }
    }
    return text
  }
}
