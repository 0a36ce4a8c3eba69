import Yams

/// A file's text as a tree of nodes that know their places.
struct PolicyText {
  private var text: String
  private let draft: Draft
  /// Letters for private use: a key spelt with them was there twice and is left out.
  private static let masks: ClosedRange<UInt32> = 0xE000...0xF8FF

  init(_ text: String, draft: Draft) {
    self.text = text
    self.draft = draft
  }

  /// True for a key that was reported as a duplicate.
  static func isMasked(_ key: String) -> Bool { key.unicodeScalars.first.map { masks.contains($0.value) } ?? false }

  /// nil where the text is no YAML; the reason is reported.
  mutating func root() -> Node? {
    for number in 0..<100 {
      do {
        guard let node = try Yams.compose(yaml: text) else {
          draft.report("文件是空的。", at: .start)
          return nil
        }
        return node
      } catch let error as YamlError {
        guard case .duplicatedKeysInMapping(let keys, let context) = error, let key = keys.first else {
          report(error)
          return nil
        }
        let first = Place(context.mark)
        guard let second = mask(key, after: first, number: number) else {
          draft.report("“\(key)”重复。", at: first)
          return nil
        }
        draft.report("“\(key)”重复，第 \(first.line) 行已有。", at: second)
      } catch {
        draft.report("文件无法读取：\(error)", at: .start)
        return nil
      }
    }
    return nil
  }

  /// Respells the next key of the same name in the same mapping, so that the rest can be read.
  private mutating func mask(_ key: String, after first: Place, number: Int) -> Place? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    let name = Array(key.unicodeScalars)
    let indent = first.column - 1
    let isBlock = lines[first.line - 1].prefix(indent).allSatisfy { $0 == " " || $0 == "-" }
    for index in (first.line - 1)..<lines.count {
      let line = lines[index]
      let start = index == first.line - 1 ? first.column : 0
      for column in start..<max(start, line.count - name.count) where line[column...].starts(with: name) {
        guard line.isKey(at: column, length: name.count) else { continue }
        let before = line[..<column].last { $0 != " " }
        guard isBlock ? column == indent && before == nil : before == "," else { continue }
        let mask = name.indices.map { offset in
          Unicode.Scalar(Self.masks.lowerBound + UInt32(offset == 0 ? number + 1 : offset)) ?? "?"
        }
        lines[index].replaceSubrange(column..<column + name.count, with: mask)
        text = lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
        return Place(line: index + 1, column: column + 1)
      }
      if isBlock, index >= first.line, let content = line.firstIndex(where: { $0 != " " }), content < indent {
        return nil
      }
    }
    return nil
  }

  private func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      draft.report("不合 YAML 写法：\(Self.meaning(of: problem))。", at: placeWithin(mark))
    case .reader(let problem, _, _, _):
      draft.report("文件里有不能使用的字符（\(problem)）。", at: .start)
    default:
      draft.report("文件无法读取：\(error)", at: .start)
    }
  }

  /// A place in the text: the end of an unfinished text is told as a line behind the last.
  private func placeWithin(_ mark: Mark) -> Place {
    let lines = text.unicodeScalars.count { $0 == "\n" } + 1
    return mark.line <= lines ? Place(mark) : Place(line: lines, column: 1)
  }

  private static func meaning(of problem: String) -> String {
    switch problem {
    case "mapping values are not allowed in this context": "这里不能再写冒号，缩进有误，或文字里的冒号须加引号"
    case "did not find expected key": "这里应是一个名称，请检查缩进"
    case "did not find expected '-' indicator": "这里应是以“- ”开头的一项，请检查缩进"
    case "did not find expected ',' or '}'": "缺少逗号或右花括号"
    case "did not find expected ',' or ']'": "缺少逗号或右方括号"
    case "could not find expected ':'": "名称后面缺少冒号"
    case "found character that cannot start any token": "这里不能用这个字符；缩进只能用空格，以 %、@、` 开头的文字须加引号"
    case "found a tab character that violates indentation": "缩进只能用空格，不能用制表符"
    case "found undefined alias": "引用了没有定义的锚点"
    case "found unexpected end of stream": "引号没有结束"
    case "but found another document": "一个文件只能写一份制度"
    default: problem
    }
  }
}

extension Place {
  init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}

extension [Unicode.Scalar] {
  /// Whether the letters at `start` are a whole key, followed by a colon.
  fileprivate func isKey(at start: Int, length: Int) -> Bool {
    var next = start + length
    while next < count, self[next] == " " { next += 1 }
    return next < count && self[next] == ":" && (next + 1 == count || self[next + 1] == " " || self[next + 1] == "\r")
  }
}
