import Text

extension String {
  /// What a paragraph is numbered with in front: 3 of 3、, 3. and （3）, and of 三是; nil for other paragraphs.
  var itemNumber: Int? {
    // No number stands further in; texts may be long, and many are asked.
    let all = String(scalars: Array(unicodeScalars.prefix(16))).halfWidthScalars.drop { $0 == "(" || $0.isBlank }
    let digits = all.prefix { ("0"..."9").contains($0) }
    if let next = all.dropFirst(digits.count).first, (1...2).contains(digits.count) {
      let behind = all.dropFirst(digits.count + 1).first
      let isDecimal = next == "." && behind.map { ("0"..."9").contains($0) } ?? false
      return ["、", ".", ")"].contains(next) && !isDecimal ? Int(String(scalars: Array(digits))) : nil
    }
    guard let numeral = all.first, let place = Self.numerals.firstIndex(of: numeral), all.dropFirst().first == "是"
    else {
      return nil
    }
    return place + 1
  }

  private static let numerals = Array("一二三四五六七八九".unicodeScalars)
}
