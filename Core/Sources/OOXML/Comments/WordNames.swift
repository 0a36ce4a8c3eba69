/// Names that the usual and the strict form of the format spell differently.
enum WordNames {
  static func declaration(isStrict: Bool) -> StaticString {
    isStrict
      ? #" xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main""#
      : #" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
  }

  static func commentsRelationship(isStrict: Bool) -> StaticString {
    isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
  }
}
