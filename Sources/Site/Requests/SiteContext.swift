public import Hummingbird
import Logging
import NIOCore
import Operations
public import Store

/// What goes along with one request.
public struct SiteContext: RequestContext {
  public var coreContext: CoreRequestContextStorage
  /// Who asks; nil before sign-in.
  var visitor: Visitor?
  /// The filing that the address names, where a good copy was kept; read together with the visitor.
  var filing: LoadedFiling?
  /// The address of the connection.
  let peer: String?

  public init(source: Source) {
    coreContext = CoreRequestContextStorage(source: source)
    peer = source.channel.remoteAddress?.ipAddress
  }
}

/// A signed-in person with the session that came along.
public struct Visitor: Sendable {
  /// With the posts that give rights at the moment of the request.
  public let person: Person
  let csrf: String
  /// SHA-256 of the browser's token.
  let session: String
  let mustSetSecret: Bool
  /// A second factor is demanded, and there is none yet.
  var mustSetFactor = false
  /// What waits for the person, for the menu.
  var work = WorkCounts()
}
