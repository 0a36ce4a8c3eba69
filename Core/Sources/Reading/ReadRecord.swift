import Evaluation
import Synchronization

/// Notes what of a dossier somebody looks at. A rule's verdict holds as long as this stays as it is.
public final class ReadRecord: Sendable {
  private let reads = Mutex(DossierReads())

  /// Nothing is noted yet.
  public init() {}

  /// What was looked at so far.
  public var all: DossierReads { reads.withLock { $0 } }

  func note(_ part: DossierReads.Part) { reads.withLock { $0.insert(part) } }
}

/// What of a dossier somebody has looked at.
public struct DossierReads: Sendable {
  private var prose = false
  private var attachments = false
  private var words = false
  private var everySheet = false
  /// By the place of the form sheet in the filing; nil for those that nobody asked for.
  private var sheets: [SheetReads?] = []

  /// Nothing yet.
  public init() {}

  private struct SheetReads: Sendable {
    var isWhole = false
    var cells = CellSet()
  }

  enum Part {
    /// The reports as they read.
    case prose
    /// Which files were uploaded.
    case attachments
    /// The cells that hold words somebody typed.
    case words
    /// Every form sheet, and all that stands on it.
    case everySheet
    /// All that stands on a form sheet.
    case sheet(Int)
    /// Which lines a form sheet has.
    case lines(Int)
    /// One cell of a form sheet, by its place in the layout.
    case cell(Int, sheet: Int)
  }

  mutating func insert(_ part: Part) {
    switch part {
    case .prose: prose = true
    case .attachments: attachments = true
    case .words: words = true
    case .everySheet: everySheet = true
    case .sheet(let index): change(index) { $0.isWhole = true }
    case .lines(let index): change(index) { _ in }
    case .cell(let cell, let index): change(index) { $0.cells.insert(cell) }
    }
  }

  private mutating func change(_ index: Int, _ change: (inout SheetReads) -> Void) {
    while sheets.count <= index { sheets.append(nil) }
    var reads = sheets[index] ?? SheetReads()
    sheets[index] = nil
    change(&reads)
    sheets[index] = reads
  }

  /// Something that was looked at is not as it was.
  public func areReached(by changes: DossierChanges) -> Bool {
    if prose && changes.prose || attachments && changes.attachments || words && changes.words { return true }
    return changes.sheets.enumerated().contains { index, change in
      let reads = index < sheets.count ? sheets[index] : nil
      switch change {
      case .lines: return everySheet || reads != nil
      case .cells(let cells):
        if everySheet || reads?.isWhole == true { return !cells.isEmpty }
        return reads.map { !$0.cells.isDisjoint(with: cells) } ?? false
      }
    }
  }
}
