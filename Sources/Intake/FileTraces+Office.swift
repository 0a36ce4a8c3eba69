import OOXML
import Reading
import Text

extension FileTraces {
  /// What a Word document carries besides the text of its body.
  init(_ document: SourceDocument) {
    self.init(document.traces, document.parts, document.properties)
  }

  /// What a workbook carries besides what its sheets show.
  init(_ workbook: SourceWorkbook) { self.init(workbook.traces, [], workbook.properties) }

  private init(_ traces: DocumentTraces, _ parts: [SourcePart], _ properties: DocumentProperties) {
    func all(_ kind: FileTrace.Kind, _ marks: [DocumentTraces.Mark]) -> [FileTrace] {
      marks.map { FileTrace(kind, $0.text, part: $0.place.part, paragraph: $0.place.paragraph) }
    }
    var list = traces.comments.map {
      FileTrace(.comment, $0.text, name: $0.author, part: $0.place.part, paragraph: $0.place.paragraph)
    }
    list += traces.changes.map {
      FileTrace(.init($0.kind), $0.text, name: $0.author, part: $0.place.part, paragraph: $0.place.paragraph)
    }
    list += all(.hidden, traces.hiddenTexts) + all(.bookmark, traces.bookmarks) + all(.field, traces.fields)
    list += parts.dropFirst().flatMap(FileTrace.paragraphs)
    list += traces.pictures.map { picture in
      let words =
        parts.first { $0.name == picture.place.part }?.blocks.paragraphs
        .first { $0.index == picture.place.paragraph }?.text ?? ""
      return FileTrace(
        .picture, picture.text, name: words, part: picture.place.part, paragraph: picture.place.paragraph)
    }
    if let part = traces.macroPart { list.append(FileTrace(.macros, "", part: part)) }
    list += traces.embeddedFiles.map { FileTrace(.embedded, $0, part: $0) }
    list += properties.entries.map { FileTrace(.property, $0.value, name: $0.name, part: $0.part) }
    list += all(.link, traces.externalTargets)
    self.init(list)
  }
}

extension FileTrace {
  /// The paragraphs of a part that stands beside the body; comments are kept with their authors instead.
  fileprivate static func paragraphs(of part: SourcePart) -> [FileTrace] {
    let kind: Kind
    switch part.kind {
    case .header: kind = .header
    case .footer: kind = .footer
    case .footnotes: kind = .note
    case .endnotes: kind = .endnote
    case .body, .comments: return []
    }
    return part.blocks.paragraphs.filter { !$0.text.isBlank }.map {
      FileTrace(kind, $0.text, part: part.name, paragraph: $0.index)
    }
  }
}

extension FileTrace.Kind {
  fileprivate init(_ kind: DocumentTraces.Change.Kind) {
    switch kind {
    case .insertion: self = .insertion
    case .deletion: self = .deletion
    case .moveFrom, .moveTo: self = .movement
    case .formatting: self = .formatting
    }
  }
}
