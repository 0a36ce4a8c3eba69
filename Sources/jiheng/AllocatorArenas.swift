import CMalloc

/// The heaps that the C library's allocator spreads threads over.
enum AllocatorArenas {
  /// One for each of the two or so threads that work at the same time. The library's own choice, eight for each
  /// processor, leaves memory that one thread gave back out of reach of the others: 1 to 3 MB more under load, with no
  /// more answers. To be called before there are threads.
  static func limit() {
    _ = mallopt(M_ARENA_MAX, 2)
  }
}
