import Glibc

/// Where a request comes from, as far as it is told apart.
enum ClientAddress {
  /// The network that the connection comes from. A proxy on the same machine tells in `forwarded` whom it asks for;
  /// what others say there is not believed.
  static func of(_ peer: String?, forwarded: String?) -> String {
    guard let peer = peer.map(unmapped) else { return "" }
    guard peer.hasPrefix("127.") || peer == "::1" else { return network(of: peer) }
    let last = forwarded?.split(separator: ",").last.map { String($0.filter { $0 != " " }) }
    return network(of: last.map(unmapped) ?? peer)
  }

  /// An address of version 4 that is written as one of version 6, plainly.
  private static func unmapped(_ address: String) -> String {
    let prefix = "::ffff:"
    return address.lowercased().hasPrefix(prefix) && address.contains(".")
      ? String(address.dropFirst(prefix.count)) : address
  }

  /// The first half of an address of version 6: the rest is the owner's to choose, and may be another every time.
  private static func network(of address: String) -> String {
    var bytes = in6_addr()
    guard inet_pton(AF_INET6, address, &bytes) == 1 else { return address }
    return withUnsafeBytes(of: bytes) { raw in
      raw[..<8].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}
