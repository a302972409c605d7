import DocumentArena
import DocumentReading
import Foundation
import Krong
import Layout
import SeededNumbers
import SourceText
import TestSupport
import Testing

/// What must hold whatever is laid out: the same tree, the same comments, and nothing left to do.
@Suite("the layout of files keeps meaning and comments")
struct LayoutPropertyTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// All YAML files below a folder of the project.
  static func files(_ folder: String) -> [String] {
    let base = root.appendingPathComponent(folder).path
    let names = FileManager.default.enumerator(atPath: base)?.allObjects as? [String] ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { "\(base)/\($0)" }.sorted()
  }

  /// Lays a text out, and again what came out of it.
  private func lay(_ source: SourceFile) throws -> [UInt8] {
    let first = try Workspace.formatted(source)
    let again = try Workspace.formatted(SourceFile(name: source.name, bytes: first.bytes))
    #expect(!again.isChanged, "\(source.name) is not laid out at once:\n\(again.diff)")
    let old = try YAMLReader.readOne(source)
    let new = try YAMLReader.readOne(SourceFile(name: source.name, bytes: first.bytes))
    #expect(TreeComparison(old, new).areEqual, "\(source.name) means something else")
    let before = try #require(try YAMLOutline.read(source))
    let after = try #require(
      try YAMLOutline.read(SourceFile(name: source.name, bytes: first.bytes))
    )
    #expect(FileLayout.comments(before) == FileLayout.comments(after), "\(source.name)")
    return first.bytes
  }

  @Test("a comma between entries in brackets over several lines has a blank behind it")
  func commas() throws {
    let text = "a: [x,y,\n  'q,r',z] # s,t\nb: {c: 1,d: \"u,v\", # w,x\n  e: [1,2]}\nf: g,h\n"
    let laid = try lay(SourceFile(name: "a.yaml", text: text))
    #expect(
      String(decoding: laid, as: UTF8.self)
        == "a: [x, y,\n  'q,r', z] # s,t\nb: {c: 1, d: \"u,v\", # w,x\n  e: [1, 2]}\nf: g,h\n"
    )
  }

  @Test("the files of Rules are laid out already")
  func shipped() throws {
    let files = Self.files("Rules")
    #expect(files.count > 250)
    for file in files {
      let formatted = try Workspace.formatted(path: file)
      #expect(formatted.diff == "")
    }
  }

  @Test("examples and files of tests keep what they say", arguments: ["Examples", "Rules"])
  func others(_ folder: String) throws {
    let files = Self.files(folder)
    #expect(files.count > 30)
    for file in files { _ = try lay(FileReader.read(file)) }
  }

  @Test(
    "shipped rules with their keys shuffled and lines indented otherwise come back as they were"
  )
  func shuffled() throws {
    var generator = SeededGenerator(seed: 20_261)
    let files = Self.files("Rules").filter { $0.contains("/completeness/") }
    #expect(files.count > 50)
    for file in files {
      let source = try FileReader.read(file)
      let mixed = try Self.mixed(source.bytes, &generator)
      let result = try Workspace.formatted(SourceFile(name: file, bytes: mixed))
      #expect(
        result.bytes == source.bytes,
        "\(UnifiedDiff.text(source.bytes, result.bytes, file: file))"
      )
    }
  }

  /// A rule file with its keys in another order, deeper indentation, blanks at ends of lines and CRLF.
  private static func mixed(_ bytes: [UInt8], _ generator: inout SeededGenerator) throws -> [UInt8]
  {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    var groups: [[[UInt8]]] = []
    var comments: [[UInt8]] = []
    for line in lines where !line.isEmpty {
      if line[0] == UInt8(ascii: "#") {
        comments.append(line)
      } else if line[0] == 0x20 {
        groups[groups.count - 1].append(line)
      } else {
        groups.append(comments + [line])
        comments = []
      }
    }
    var mixed: [UInt8] = []
    // What stands above the first key stays there.
    let head = groups[0].count - 1
    for line in groups[0].prefix(head) { mixed += line + [0x0D, 0x0A] }
    groups[0].removeFirst(head)
    for group in groups.shuffled(using: &generator) + [comments] {
      for line in group {
        let blanks = line.prefix { $0 == 0x20 }.count
        mixed += [UInt8](repeating: 0x20, count: blanks > 0 ? 3 : 0) + line
        // Behind a line of a block scalar a blank would be text.
        mixed += blanks == 0 ? [0x20, 0x0D, 0x0A] : [0x0D, 0x0A]
      }
    }
    return mixed
  }

  @Test("generated files keep what they say", arguments: 0..<8)
  func generated(_ part: Int) throws {
    for number in 0..<150 {
      let seed = UInt64(part * 1000 + number)
      var generator = YAMLTextGenerator(seed: seed)
      let text = generator.document()
      let source = SourceFile(name: "generated-\(seed).yaml", text: text)
      let result: [UInt8]
      do {
        result = try lay(source)
      } catch {
        Issue.record("\(error)\n\(text)")
        continue
      }
      #expect(!result.contains(0x0D) && !result.contains(0x09), "\(text)")
      let lines = result.split(separator: 0x0A, omittingEmptySubsequences: false)
      // In block scalars they are text.
      let hasBlock = text.contains("|") || text.contains(">")
      let hasBlanks = lines.contains { $0.last == 0x20 }
      #expect(hasBlock || !hasBlanks, "\(text)")
    }
  }
}
