import ArgumentParser
import Foundation
import Operations
import Program

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The other system that reminders and moves of filings are handed over to.
struct Webhook: Sendable {
  let address: URL
  let key: [UInt8]
  /// In bytes; nothing of it is looked at.
  private static let largestAnswer = 1 << 20

  /// Throws `ValidationError` where the address is none, or the key is missing or too short to protect anything.
  init(address text: String, keyFile: String?) throws {
    guard let address = URL(string: text), ["http", "https"].contains(address.scheme), address.host() != nil else {
      throw ValidationError("--webhook 须为 http 或 https 地址。")
    }
    guard let keyFile, let data = FileManager.default.contents(atPath: keyFile) else {
      throw ValidationError("请用 --webhook-key-file 给出签名密钥的文件。")
    }
    let key = Array(String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines).utf8)
    guard key.count >= 16 else { throw ValidationError("签名密钥至少 16 个字符。") }
    self.address = address
    self.key = key
  }

  /// The status of the answer. Throws where there is none within ten seconds.
  func post(_ letter: Letter) async throws -> Int {
    var request = URLRequest(url: address, timeoutInterval: 10)
    request.httpMethod = "POST"
    request.httpBody = Data(letter.body)
    for (name, value) in letter.headers { request.setValue(value, forHTTPHeaderField: name) }
    return try await HTTPExchange.answer(to: request, upTo: Self.largestAnswer).status
  }
}
