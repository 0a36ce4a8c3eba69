import CXlsxWriter

/// The writing library's workbook behind a file. Must be closed once; one that is not is thrown away.
final class LibraryWorkbook {
  private var pointer: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [EntryStyle: UnsafeMutablePointer<lxw_format>] = [:]

  /// With `inConstantMemory`, rows go to the disk as they come and cannot be gone back to. Throws `noFile`.
  init(path: String, title: String, inConstantMemory: Bool) throws(WorkbookDefect) {
    var options = lxw_workbook_options(constant_memory: inConstantMemory ? 1 : 0, tmpdir: nil, use_zip64: 0)
    guard let workbook = workbook_new_opt(path, &options) else { throw .noFile }
    pointer = workbook
    // Equal data give equal bytes, so no file says when it was made.
    let texts = CTexts()
    var properties = lxw_doc_properties()
    properties.title = texts.keep(SheetText.kept(title))
    properties.created = Self.created
    _ = workbook_set_properties(workbook, &properties)
  }

  deinit { if let pointer { lxw_workbook_free(pointer) } }

  /// The first second of 2000.
  private static let created = 946_684_800

  /// Throws `refused`.
  func addSheet(_ name: String) throws(WorkbookDefect) -> UnsafeMutablePointer<lxw_worksheet> {
    guard let pointer, let sheet = workbook_add_worksheet(pointer, name) else { throw .refused("worksheet \(name)") }
    return sheet
  }

  /// Writes the file. Throws `refused`.
  func close() throws(WorkbookDefect) {
    guard let workbook = pointer else { return }
    // The library frees it whether it could be written or not.
    pointer = nil
    try check(workbook_close(workbook))
  }

  func check(_ error: lxw_error) throws(WorkbookDefect) {
    guard error != LXW_NO_ERROR else { return }
    throw .refused(String(cString: lxw_strerror(error)))
  }

  /// The library's format for a style, made once.
  func format(_ style: EntryStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let known = formats[style] { return known }
    guard let pointer, let format = workbook_add_format(pointer) else { return nil }
    format_set_font_name(format, "宋体")
    format_set_font_size(format, style.size)
    format_set_text_wrap(format)
    let vertical = style.isAtTop ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER
    format_set_align(format, UInt8(vertical.rawValue))
    switch style.alignment {
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    case nil: break
    }
    if style.indent > 0 { format_set_indent(format, UInt8(clamping: style.indent)) }
    if style.isBold { format_set_bold(format) }
    if style.hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if let color = style.shade.color {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, color)
      format_set_fg_color(format, color)
    }
    if !style.isLocked { format_set_unlocked(format) }
    if !style.format.isEmpty { format_set_num_format(format, style.format) }
    formats[style] = format
    return format
  }
}

extension EntryStyle.Shade {
  fileprivate var color: lxw_color_t? {
    switch self {
    case .none: nil
    case .heading: 0xE8EEF4
    case .computed: 0xF2F2F2
    }
  }
}

/// C strings that live as long as this does.
final class CTexts {
  private var kept: [UnsafeMutablePointer<CChar>] = []
  deinit { for text in kept { text.deallocate() } }

  func keep(_ text: String) -> UnsafeMutablePointer<CChar> {
    let bytes = Array(text.utf8CString)
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    copy.initialize(from: bytes, count: bytes.count)
    kept.append(copy)
    return copy
  }

  /// At most so many UTF-16 units: the library refuses longer ones.
  func keep(_ text: String, upTo limit: Int) -> UnsafeMutablePointer<CChar> {
    var text = SheetText.kept(text)
    while text.utf16.count > limit { text.removeLast() }
    return keep(text)
  }
}
