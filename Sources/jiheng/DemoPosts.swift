import Evaluation

/// Posts in Chinese for the demo's printed list.
enum DemoPosts {
  static func title(_ kind: String) -> String? { Post.Kind(rawValue: kind)?.title }
}
