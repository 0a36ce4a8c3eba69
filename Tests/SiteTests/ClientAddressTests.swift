import Testing

@testable import Site

@Suite struct ClientAddressTests {
  @Test func `only a proxy on the same machine is believed`() {
    #expect(ClientAddress.of("203.0.113.7", forwarded: "198.51.100.1") == "203.0.113.7")
    #expect(ClientAddress.of("127.0.0.1", forwarded: nil) == "127.0.0.1")
    #expect(ClientAddress.of("127.0.0.1", forwarded: "192.0.2.9, 198.51.100.1") == "198.51.100.1")
    #expect(ClientAddress.of("::1", forwarded: "198.51.100.1") == "198.51.100.1")
    #expect(ClientAddress.of("::ffff:127.0.0.1", forwarded: "198.51.100.1") == "198.51.100.1")
    #expect(ClientAddress.of(nil, forwarded: "198.51.100.1") == "")
  }

  @Test func `addresses of one network of version 6 count as one`() {
    let one = ClientAddress.of("2001:db8:1:2::5", forwarded: nil)
    #expect(one == ClientAddress.of("2001:db8:1:2:ffff::9", forwarded: nil))
    #expect(one != ClientAddress.of("2001:db8:1:3::5", forwarded: nil))
    #expect(ClientAddress.of("::ffff:203.0.113.7", forwarded: nil) == "203.0.113.7")
  }
}
