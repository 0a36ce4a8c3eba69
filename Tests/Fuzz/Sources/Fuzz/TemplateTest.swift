import OOXML

/// Whatever the template, it is refused, its faults are told, or it becomes a document that can be read.
struct TemplateTest {
  private static let vocabulary = TemplateVocabulary(
    fields: [.init("a", names: ["a"]), .init("e", names: ["e"])],
    lists: [.init("b", names: ["b"], item: TemplateVocabulary(fields: [.init("c", names: ["c"], mergedBy: "c")]))])
  private static let values = TemplateValues(
    texts: ["a": "<甲&\n乙>"],
    lists: ["b": [TemplateValues(texts: ["c": "一"]), TemplateValues(texts: ["c": "一"])]])

  let file: [UInt8]

  func run() {
    guard let template = try? WordTemplate(file), template.faults(Self.vocabulary).isEmpty else { return }
    guard let filled = try? template.filled(with: Self.values, Self.vocabulary, title: "") else {
      return demand(false, "no faults, and not filled in")
    }
    demand((try? WordReader.read(filled)) != nil, "filled in, and cannot be read")
    demand((try? template.filled(with: Self.values, Self.vocabulary, title: "")) == filled, "filled in twice")
  }
}
