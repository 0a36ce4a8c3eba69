extension XMLReader {
  /// The name of the element that starts, without its prefix.
  var localName: String {
    let name = bytes[elementName]
    return String(decoding: name.split(separator: UInt8(ascii: ":")).last ?? name, as: UTF8.self)
  }

  /// The attribute of that name of the element that starts.
  func attribute(_ name: XMLName, _ namespace: XMLNamespace) -> Attribute? {
    attributes.first { $0.name == name && $0.namespace == namespace }
  }

  /// The value of the attribute, nil if it is absent.
  func value(_ name: XMLName, _ namespace: XMLNamespace = .none) throws(XMLDefect) -> String? {
    guard let attribute = attribute(name, namespace) else { return nil }
    return try decoded(attribute.value, needsDecoding: attribute.needsDecoding)
  }

  /// The value as a whole number, nil if it is absent or none.
  func number(_ name: XMLName, _ namespace: XMLNamespace) -> Int? {
    guard let attribute = attribute(name, namespace), attribute.value.count <= 12 else { return nil }
    return bytes[attribute.value].wholeNumber
  }

  /// The value compared with an ASCII text without references; false if it is absent.
  func equals(_ name: XMLName, _ namespace: XMLNamespace, _ text: StaticString) -> Bool {
    guard let attribute = attribute(name, namespace), attribute.value.count == text.utf8CodeUnitCount else {
      return false
    }
    return bytes[attribute.value].elementsEqual(
      UnsafeBufferPointer(start: text.utf8Start, count: attribute.value.count))
  }

  /// Adds the text to UTF-8 that is being collected.
  func appendText(to target: inout [UInt8]) throws(XMLDefect) {
    if textNeedsDecoding {
      try decode(text, isAttribute: false, into: &target)
    } else {
      target.append(contentsOf: bytes[text])
    }
  }

  /// Everything that is text inside the element that just started, and passes over it.
  mutating func content() throws(XMLDefect) -> String {
    // Most elements hold one stretch that stands for itself.
    var (only, collected): (Range<Int>?, [UInt8]) = (nil, [])
    let outer = depth - 1
    while depth > outer {
      guard try next() == .text else { continue }
      if only == nil, collected.isEmpty, !textNeedsDecoding {
        only = text
      } else {
        if let first = only { collected += bytes[first] }
        only = nil
        try appendText(to: &collected)
      }
    }
    return String(decoding: only.map { bytes[$0] } ?? collected[...], as: UTF8.self)
  }

  /// Bytes of the document as text.
  func decoded(_ range: Range<Int>, needsDecoding: Bool) throws(XMLDefect) -> String {
    guard needsDecoding else { return String(decoding: bytes[range], as: UTF8.self) }
    var target: [UInt8] = []
    try decode(range, isAttribute: true, into: &target)
    return String(decoding: target, as: UTF8.self)
  }

  /// Resolves references and line ends, and in attributes white space.
  private func decode(_ range: Range<Int>, isAttribute: Bool, into target: inout [UInt8]) throws(XMLDefect) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&") {
        index = try reference(index, end: range.upperBound, into: &target)
        continue
      }
      index += 1
      if byte == 0x0D {
        if index < range.upperBound, bytes[index] == 0x0A { continue }
        target.append(isAttribute ? 0x20 : 0x0A)
      } else {
        target.append(isAttribute && byte < 0x20 ? 0x20 : byte)
      }
    }
  }

  /// One reference; gives back where the text goes on.
  private func reference(_ start: Int, end: Int, into target: inout [UInt8]) throws(XMLDefect) -> Int {
    let longest = min(end, start + 12)
    guard let semicolon = bytes[start..<longest].firstIndex(of: UInt8(ascii: ";")) else { throw .reference(start) }
    let name = String(decoding: bytes[(start + 1)..<semicolon], as: UTF8.self)
    switch name {
    case "amp": target.append(UInt8(ascii: "&"))
    case "lt": target.append(UInt8(ascii: "<"))
    case "gt": target.append(UInt8(ascii: ">"))
    case "quot": target.append(UInt8(ascii: "\""))
    case "apos": target.append(UInt8(ascii: "'"))
    default:
      guard let scalar = Self.character(name) else { throw .reference(start) }
      target.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return semicolon + 1
  }

  /// The character of a numeric reference, without its ampersand and semicolon.
  private static func character(_ reference: String) -> Unicode.Scalar? {
    let digits = reference.utf8.dropFirst(reference.hasPrefix("#x") ? 2 : 1)
    guard reference.hasPrefix("#"), let first = digits.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
      let number = UInt32(Substring(digits), radix: reference.hasPrefix("#x") ? 16 : 10),
      number >= 0x20 || [0x09, 0x0A, 0x0D].contains(number), number != 0xFFFE, number != 0xFFFF
    else { return nil }
    return Unicode.Scalar(number)
  }
}

extension ArraySlice<UInt8> {
  /// The whole number that the bytes write with at most 18 digits, as "-12"; nil where they write none.
  var wholeNumber: Int? {
    let isNegative = first == UInt8(ascii: "-")
    let digits = isNegative || first == UInt8(ascii: "+") ? dropFirst() : self
    guard (1...18).contains(digits.count) else { return nil }
    var number = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 48)
    }
    return isNegative ? -number : number
  }
}
