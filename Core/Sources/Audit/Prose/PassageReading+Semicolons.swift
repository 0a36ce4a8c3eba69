import Reading

extension PassageReading {
  /// The stretch between semicolons and stops that an offset lies in.
  func semicolonPart(at offset: Int) -> Range<Int> {
    let sentence = sentence(at: offset)
    let start = scalars[sentence.lowerBound..<offset].lastIndex(of: ";").map { $0 + 1 } ?? sentence.lowerBound
    let end = scalars[offset..<sentence.upperBound].firstIndex(of: ";") ?? sentence.upperBound
    return start..<end
  }

  /// All of them, in their order.
  var semicolonParts: [Range<Int>] {
    sentences.flatMap { sentence in
      scalars[sentence].split(separator: ";", omittingEmptySubsequences: true).map { $0.startIndex..<$0.endIndex }
    }
  }
}
