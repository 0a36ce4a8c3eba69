/// The prefixes in scope while a document is read.
struct XMLNamespaces {
  /// More than any office program declares, and few enough that looking one up stays quick.
  private static let limit = 128

  private var bindings: [(prefix: XMLName, namespace: XMLNamespace)] = []
  private var remembered: (prefix: XMLName, namespace: XMLNamespace)?

  var count: Int { bindings.count }

  /// False if there are too many.
  mutating func bind(_ prefix: XMLName, to uri: String) -> Bool {
    guard bindings.count < Self.limit else { return false }
    bindings.append((prefix, XMLNamespace(uri: uri)))
    remembered = nil
    return true
  }

  /// Forgets what was bound beyond that count.
  mutating func unbind(to count: Int) {
    guard bindings.count > count else { return }
    bindings.removeLast(bindings.count - count)
    remembered = nil
  }

  /// nil for a prefix that nothing binds; the empty prefix may be unbound.
  mutating func namespace(of prefix: XMLName) -> XMLNamespace? {
    if let remembered, remembered.prefix == prefix { return remembered.namespace }
    guard let binding = bindings.last(where: { $0.prefix == prefix }) else {
      return prefix.count == 0 ? XMLNamespace.none : prefix == .xml ? XMLNamespace.xml : nil
    }
    remembered = binding
    return binding.namespace
  }
}
