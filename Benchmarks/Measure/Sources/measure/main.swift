import Audit
import Evaluation
import Foundation
import Reading

// measure figures|audit|privacy FILE [SECONDS]: one flattened report, again and again
// measure list FILE: what `figures` and `privacy` find in it
// measure findings FILE …: everything that is said of them, to compare two builds
// measure document FILE PROJECTS PARAGRAPHS [SECONDS]: a filing's Word document, written there once and made again
// measure parse|recognise FILE [SECONDS]: a Word file read as running text, and taken apart into fields
// measure write-ledger FILE ROWS COLUMNS, measure read-ledger FILE ROWS: a made-up ledger as .xlsx
// measure facts FOLDER: what xbrl.py wrote there, worked out and checked
// measure tables FOLDER COUNT [SECONDS]: writes so many tables for the peers and checks them

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else { fatalError("usage: measure figures|audit|privacy|list|tables …") }

func text(_ path: String = arguments[1]) -> String {
  guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
    fatalError("cannot read \(path)")
  }
  // Bytes in one piece, as readers have them.
  return String(decoding: Array(text.utf8), as: UTF8.self)
}

func seconds(at place: Int) -> Double { arguments.count > place ? Double(arguments[place]) ?? 1 : 1 }

switch arguments[0] {
case "figures": Prose(text()).figures(for: seconds(at: 2))
case "audit": Prose(text()).audit(for: seconds(at: 2))
case "privacy": Prose(text()).privacy(for: seconds(at: 2))
case "list": Prose(text()).list()
case "findings": for path in arguments.dropFirst() { Prose(text(path)).tell(path) }
case "tables":
  let tables = MadeTables(count: arguments.count > 2 ? Int(arguments[2]) ?? 0 : 0)
  await tables.measure(in: URL(filePath: arguments[1]), for: seconds(at: 3))
case "document":
  try MadeDocument(projects: Int(arguments[2]) ?? 2, paragraphs: Int(arguments[3]) ?? 0)
    .write(arguments[1], for: seconds(at: 4))
case "parse": try ReadDocument(arguments[1]).parse(for: seconds(at: 2))
case "recognise": try ReadDocument(arguments[1]).recognise(for: seconds(at: 2))
case "write-ledger": try MadeLedger(arguments[1], rows: Int(arguments[2]) ?? 0).write(columns: Int(arguments[3]) ?? 2)
case "read-ledger": try MadeLedger(arguments[1], rows: Int(arguments[2]) ?? 0).read()
case "facts": await Facts(URL(filePath: arguments[1])).check()
default: fatalError("measure what?")
}
