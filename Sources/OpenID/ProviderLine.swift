import Foundation
import Program

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One question to a provider.
struct ProviderRequest: Hashable, Sendable {
  let address: String
  var headers: [String: String] = [:]
  /// Posted as a form where there is one.
  var form: [String: String]?
}

/// How a provider is asked: the status and the body of its answer. Throws where there is none.
typealias ProviderLine = @Sendable (ProviderRequest) async throws -> (status: Int, body: Data)

extension ProviderRequest {
  /// Longest wait, in seconds, and the largest answer that is taken, in bytes.
  private static let patience: Double = 10
  private static let largest = 1 << 20

  /// Over the network.
  static let network: ProviderLine = { request in
    guard let url = URL(string: request.address) else { throw URLError(.badURL) }
    var asked = URLRequest(url: url, timeoutInterval: patience)
    for (name, value) in request.headers { asked.setValue(value, forHTTPHeaderField: name) }
    asked.setValue("application/json", forHTTPHeaderField: "Accept")
    if let form = request.form {
      asked.httpMethod = "POST"
      asked.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
      asked.httpBody = Data(form.asQuery.utf8)
    }
    return try await HTTPExchange.answer(to: asked, upTo: largest)
  }
}

extension [String: String] {
  /// As `application/x-www-form-urlencoded`, by name.
  var asQuery: String {
    sorted { $0.key < $1.key }.map { "\($0.key.asFormText)=\($0.value.asFormText)" }.joined(separator: "&")
  }
}

extension String {
  var asFormText: String {
    let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }
}
