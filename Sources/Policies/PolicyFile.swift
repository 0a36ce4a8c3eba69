import Crypto
public import Evaluation

/// One policy file, read and checked.
public struct PolicyFile: Sendable {
  /// nil where a fault is an error.
  public let policy: Policy?
  /// As the file has them; empty for one that could not be read.
  public let bytes: [UInt8]
  /// All that was found, in the order of the file.
  public let faults: [PolicyFault]

  /// `name` is the path that faults show; its last part without ".yaml" becomes the policy's id.
  public init(name: String, bytes: [UInt8]) {
    self.bytes = bytes
    let draft = Draft(file: name)
    let policy = Self.policy(in: bytes, id: Self.id(of: name), draft)
    self.policy = draft.hasErrors ? nil : policy
    faults = draft.faults.sorted()
  }

  private static func policy(in bytes: [UInt8], id: String, _ draft: Draft) -> Policy? {
    if !id.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" }) || id.isEmpty {
      draft.report("文件名“\(id)”应只用字母、数字和连字符，如 hunan-2024-department.yaml。", at: .start)
    }
    guard bytes.count <= 1_000_000 else {
      draft.report("文件超过 1 MB，不像制度文件。", at: .start)
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      draft.report("文件不是 UTF-8 编码，请另存为 UTF-8。", at: .start)
      return nil
    }
    var source = PolicyText(text.first == "\u{FEFF}" ? String(text.dropFirst()) : text, draft: draft)
    guard let root = source.root() else { return nil }
    let hash = SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
    let policy = Fields.read(root, path: "", draft: draft) { fields in
      draft.places["object"] = fields.place(of: "object")
      return Policy(&fields, id: id, hash: hash)
    }
    policy?.check(draft)
    return policy
  }

  static func id(of name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return endings.first { last.hasSuffix($0) }.map { String(last.dropLast($0.count)) } ?? last
  }

  /// What the names of policy files end in.
  static let endings = [".yaml", ".yml"]
}
