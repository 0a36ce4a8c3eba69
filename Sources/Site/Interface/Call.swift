import Evaluation
import Foundation
import Hummingbird
import JSON
import Operations
import Store

/// One request of another system, once it is known that it may be made and that what was sent has the right shape.
struct Call: Sendable {
  let site: Site
  /// nil where no token is needed.
  let caller: ServiceTokens.Caller?
  let scope: AccessScope?
  /// The filing of the path, where there is one that the person may look at.
  let filing: LoadedFiling?
  /// What stands in the path, by name.
  let path: [String: String]
  /// What stands behind the question mark.
  let query: JSONValue
  /// null where what was sent is no JSON of a known shape.
  let body: JSONValue
  /// What was sent, as it came.
  let bytes: [UInt8]
  /// The filing's version that has to be the present one.
  let expected: Int64?
  /// Unix seconds.
  let now: Int64
  /// For links to what comes next.
  let address: String

  /// In whose name it is made. Throws `Forbidden`.
  var person: Person {
    get throws {
      guard let caller, let scope else { throw TokenNeeded() }
      return try caller.person(for: scope)
    }
  }

  /// The filing of the path. Throws `NotFound`.
  var loaded: LoadedFiling {
    get throws {
      guard let filing else { throw NotFound() }
      return filing
    }
  }

  /// A number of the path. Throws `NotFound`.
  func id(_ name: String) throws -> Int64 {
    guard let id = path[name].flatMap({ Int64($0) }) else { throw NotFound() }
    return id
  }
}

extension JSONValue {
  /// The text of a member; nil where there is none.
  func text(_ name: String) -> String? {
    guard case .string(let text)? = self[name] else { return nil }
    return text
  }
  func whole(_ name: String) -> Int64? {
    guard case .number(let number)? = self[name] else { return nil }
    return number
  }
  /// Empty where there is no list.
  func list(_ name: String) -> [JSONValue] {
    guard case .array(let values)? = self[name] else { return [] }
    return values
  }
  func texts(_ name: String) -> [String] {
    list(name).compactMap { value in
      guard case .string(let text) = value else { return nil }
      return text
    }
  }
}

/// No token, or none that is good: 401.
struct TokenNeeded: Error {}
/// The filing is not at the version that was asked for: 412.
struct VersionPassed: Error {}
/// The address is there, but not for this method: 405.
struct WrongMethod: Error {
  let allowed: [String]
}
/// What was sent is not of the type that is taken: 415.
struct WrongMediaType: Error {}
/// Too much was asked in too short a time: 429.
struct AskedTooOften: Error {
  /// Seconds to wait.
  let wait: Int64
}
/// A key for repeating belongs to another request: 422; or its act has no answer yet: 409.
enum KeyInUse: Error {
  case otherRequest, underWay, cutOff
}
