import NIOCore

/// Closes connections on which nothing comes or goes. Longer than any answer is worked on.
final class IdleConnections: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = NIOAny

  static let patience = TimeAmount.minutes(5)

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent {
      context.close(promise: nil)
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }
}
