/// Why XML from outside is refused; the number is the byte at which reading stopped.
public enum XMLDefect: Error, Hashable, Sendable {
  /// Not UTF-8, or said to be something else.
  case encoding
  /// A document type could define entities; office files have none.
  case documentType(Int)
  /// Neither one of the five predefined entities nor a character that may stand in XML.
  case reference(Int)
  case forbiddenCharacter(Int)
  /// Something else than well-formed markup.
  case malformed(Int)
  /// Ended before all elements were closed.
  case truncated
  /// Elements too deep, or too many attributes, or names too long.
  case excessive(Int)
}
