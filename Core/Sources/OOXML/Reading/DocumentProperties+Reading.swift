extension DocumentProperties {
  /// From the three parts that may hold properties; their usual names are also their only ones in practice.
  init(_ zip: ZipReader) throws(OfficeDefect) {
    for part in ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"] where zip.contains(part) {
      var property: String?
      try zip.elements(of: part) { xml throws(XMLDefect) in
        switch xml.namespace {
        case .coreProperties where xml.name == "coreProperties": break
        case .extendedProperties where xml.name == "Properties": break
        case .customProperties: property = try xml.value("name")
        case .coreProperties, .dublinCore, .dublinCoreTerms, .extendedProperties:
          let name = xml.localName
          add(name, try xml.content(), part)
        case .variantTypes:
          if let name = property { add(name, try xml.content(), part) }
          property = nil
        default: break
        }
      }
    }
  }

  private mutating func add(_ name: String, _ value: String, _ part: String) {
    if !value.isEmpty { entries.append(Entry(name: name, value: value, part: part)) }
  }
}
