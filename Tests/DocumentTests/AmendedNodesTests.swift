import DocumentArena
import DocumentReading
import TestSupport
import Testing

@Suite("Documents of which some nodes are read otherwise")
struct AmendedNodesTests {
  @Test("an amended node reads as amended, all others and all places as they were")
  func amended() throws {
    let document = try yaml("kind: \" a \"\nitems: [{n: 1}, {n: 2}]\nlast: 3\n")
    let kind = try #require(document.child(of: document.root, "kind"))
    let items = try #require(document.child(of: document.root, "items"))
    let last = try #require(document.child(of: document.root, "last"))
    var trimmed = document.node(kind)
    trimmed.first += 1
    trimmed.count = 1
    var closed = document.node(items)
    closed.kind = .bool
    closed.count = 0
    let view = Document(document, amending: [kind: trimmed, items: closed])
    #expect(document.isAsRead && !view.isAsRead)
    #expect(view.text(of: kind) == "a" && document.text(of: kind) == " a ")
    #expect(view.kind(of: items) == .bool && view.count(of: items) == 0)
    #expect(view.children(of: items).map { $0 }.isEmpty)
    #expect(view.position(of: items) == document.position(of: items))
    // The children of the amended list are passed over, not taken for its siblings.
    #expect(view.child(of: view.root, "last") == last && view.text(of: last) == "3")
    #expect(view.children(of: view.root).map { view.keyName(of: $0) } == ["kind", "items", "last"])
    #expect(view.path(of: last).description == "last")
  }

  @Test("nodes in any word of the table are found, their neighbours are not")
  func words() throws {
    let values = (0..<300).map(String.init).joined(separator: ", ")
    let document = try yaml("[\(values)]\n")
    for number in [UInt32(1), 63, 64, 65, 127, 128, 255, 256, 300] {
      var node = document.node(NodeID(number))
      node.kind = .bool
      let view = Document(document, amending: [NodeID(number): node])
      let changed = (0..<UInt32(document.nodes.count)).filter {
        view.kind(of: NodeID($0)) != document.kind(of: NodeID($0))
      }
      #expect(changed == [number])
    }
    #expect(Document(document, amending: [:]).isAsRead)
  }
}
