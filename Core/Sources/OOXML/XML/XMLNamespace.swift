/// The namespaces that the readers tell apart.
enum XMLNamespace: Hashable {
  /// No namespace at all, as attributes without a prefix have.
  case none
  /// Any namespace not named here.
  case other
  case xml
  case word
  case spreadsheet
  case math
  case drawing
  case compatibility
  case relationshipMarks
  case relationships
  case contentTypes
  case coreProperties
  case dublinCore
  case dublinCoreTerms
  case extendedProperties
  case customProperties
  case variantTypes

  init(uri: String) { self = Self.known[uri] ?? (uri.isEmpty ? .none : .other) }

  /// Each in its usual and in its strict form.
  private static let known: [String: XMLNamespace] = {
    let office = "schemas.openxmlformats.org"
    let strict = "http://purl.oclc.org/ooxml"
    return [
      "http://\(office)/wordprocessingml/2006/main": .word,
      "\(strict)/wordprocessingml/main": .word,
      "http://\(office)/spreadsheetml/2006/main": .spreadsheet,
      "\(strict)/spreadsheetml/main": .spreadsheet,
      "http://\(office)/officeDocument/2006/math": .math,
      "\(strict)/officeDocument/math": .math,
      "http://\(office)/drawingml/2006/main": .drawing,
      "\(strict)/drawingml/main": .drawing,
      "http://\(office)/markup-compatibility/2006": .compatibility,
      "http://\(office)/officeDocument/2006/relationships": .relationshipMarks,
      "\(strict)/officeDocument/relationships": .relationshipMarks,
      "http://\(office)/package/2006/relationships": .relationships,
      "http://\(office)/package/2006/content-types": .contentTypes,
      "http://\(office)/package/2006/metadata/core-properties": .coreProperties,
      "http://purl.org/dc/elements/1.1/": .dublinCore,
      "http://purl.org/dc/terms/": .dublinCoreTerms,
      "http://\(office)/officeDocument/2006/extended-properties": .extendedProperties,
      "\(strict)/officeDocument/extendedProperties": .extendedProperties,
      "http://\(office)/officeDocument/2006/custom-properties": .customProperties,
      "\(strict)/officeDocument/customProperties": .customProperties,
      "http://\(office)/officeDocument/2006/docPropsVTypes": .variantTypes,
      "\(strict)/officeDocument/docPropsVTypes": .variantTypes,
    ]
  }()
}
