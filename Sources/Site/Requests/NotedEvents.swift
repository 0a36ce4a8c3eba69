import HTTPTypes
import Hummingbird
import Operations
import Store

extension SiteContext {
  /// The network that a request comes from, for the log.
  func network(of request: Request) -> String {
    ClientAddress.of(peer, forwarded: HTTPField.Name("X-Forwarded-For").flatMap { request.headers[$0] })
  }
}

extension Site {
  /// Puts a line into the log that stands by itself. Throws `DatabaseFault`.
  func note(_ event: AdminEvent, by visitor: Visitor, _ request: Request, _ context: SiteContext) async throws {
    try await NoteEvent(engine: engine)(event, by: visitor.person.id, from: context.network(of: request), at: now())
  }

  /// That somebody takes a file with many units' data away. Throws `DatabaseFault`.
  func noteExport(_ name: String, by visitor: Visitor, _ request: Request, _ context: SiteContext) async throws {
    try await note(AdminEvent(.exported, name), by: visitor, request, context)
  }
}
