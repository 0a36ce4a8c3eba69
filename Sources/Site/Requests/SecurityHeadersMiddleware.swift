import HTTPTypes
import Hummingbird

/// Says on every answer what browsers may do with it.
struct SecurityHeadersMiddleware: RouterMiddleware {
  /// Whether browsers come by https alone.
  let isSecure: Bool

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    response.headers[.contentSecurityPolicy] =
      "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'"
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[Self.referrerPolicy] = "same-origin"
    response.headers[Self.frameOptions] = "DENY"
    if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    return response
  }

  private static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .from
  private static let frameOptions = HTTPField.Name("X-Frame-Options") ?? .from
}
