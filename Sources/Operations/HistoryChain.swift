/// A filing's history is a chain: each entry's hash covers the one before, so no entry can be changed unnoticed.
enum HistoryChain {
  static func next(
    after chain: String, filing: Int64, version: Int64, person: Int64, for principal: Int64? = nil, at seconds: Int64,
    kind: String, detail: String
  ) -> String {
    // What a person does with the own post is hashed as it was before there were deputies.
    let who = principal.map { "\(person) for \($0)" } ?? "\(person)"
    return Digest.of("\(chain)\n\(filing)\n\(version)\n\(who)\n\(seconds)\n\(kind)\n\(detail)")
  }
}
