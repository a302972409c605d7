import Foundation
import TestSupport
import Testing

@Suite("Folders", .enabled(if: Program.path != nil))
struct FolderOrderTests {
  @Test("are read in the order of the bytes of the paths, whatever lies deeper")
  func order() throws {
    let folder = try TemporaryFolder()
    let plan = Program.root.appendingPathComponent("Examples/annual-action-plan/ready.yaml")
    let text = String(decoding: try Data(contentsOf: plan), as: UTF8.self)
    let names = ["ab.yaml", "a/z.yaml", "a-b.yaml", "a.yaml", "a-b/a.yaml", "a/b/c.yaml", "B.yml"]
    for name in names { try folder.write("plans/\(name)", text) }
    try folder.write("plans/.hidden.yaml", text)
    try folder.write("plans/a/notes.txt", text)
    let run = try Program.run(
      ["check", folder.path("plans"), "-q", "--as-of", "2026-09-15", "--no-cache"]
    )
    let start = folder.path("plans") + "/"
    let found = run.output.split(separator: "\n").filter { $0.hasPrefix(start) }
      .map { String($0.dropFirst(start.count).prefix { $0 != ":" }) }
    let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(found == sorted)
  }

  @Test(
    "give files behind links, but follow no link to a folder and pass over names that are no text"
  )
  func linksAndNames() throws {
    let folder = try TemporaryFolder()
    let plan = Program.root.appendingPathComponent("Examples/annual-action-plan/ready.yaml")
    let text = String(decoding: try Data(contentsOf: plan), as: UTF8.self)
    try folder.write("elsewhere/plan.yaml", text)
    try folder.write("plans/แผน.YAML", text)
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: folder.path("plans/linked.yaml"),
      withDestinationPath: folder.path("elsewhere/plan.yaml")
    )
    try manager.createSymbolicLink(
      atPath: folder.path("plans/around"),
      withDestinationPath: folder.path("plans")
    )
    try manager.createSymbolicLink(
      atPath: folder.path("plans/nowhere.yaml"),
      withDestinationPath: folder.path("missing.yaml")
    )
    let noText = folder.path("plans/").utf8.map { CChar(bitPattern: $0) }
    let name = noText + [CChar(bitPattern: 0xFF)] + ".yaml".utf8.map { CChar(bitPattern: $0) } + [0]
    let file = unsafe name.withUnsafeBufferPointer { unsafe fopen($0.baseAddress!, "w") }
    if let file = unsafe file { unsafe _ = fclose(file) }
    let run = try Program.run(
      ["check", folder.path("plans"), "-q", "--as-of", "2026-09-15", "--no-cache"]
    )
    let start = folder.path("plans") + "/"
    let found = run.output.split(separator: "\n").filter { $0.hasPrefix(start) }
      .map { String($0.dropFirst(start.count).prefix { $0 != ":" }) }
    #expect(found == ["linked.yaml", "แผน.YAML"])
  }
}
