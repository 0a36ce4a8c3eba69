import JWTKit

/// A provider's keys that can be used here; others, for instance for encryption, are left out.
struct PublicKeys: Decodable {
  let keys: [JWK]

  private enum CodingKeys: String, CodingKey { case keys }
  /// Takes any element of a list, so that one that is not understood does not lose the others.
  private struct Item: Decodable {
    let key: JWK?
    init(from decoder: any Decoder) throws { key = try? JWK(from: decoder) }
  }

  init(from decoder: any Decoder) throws {
    let items = try decoder.container(keyedBy: CodingKeys.self).decode([Item].self, forKey: .keys)
    keys = items.compactMap(\.key)
  }
}
