import DocumentReading

/// The commas between the entries of a list or mapping in brackets that runs over several lines.
struct FlowCommas {
  /// Texts and comments, in which a comma is a sign like any other.
  private let kept: [Range<Int>]

  init(_ node: YAMLOutline.Node, _ comments: [Range<Int>]) {
    var kept = comments.filter { node.range.contains($0.lowerBound) }
    Self.addScalars(of: node, to: &kept)
    self.kept = kept
  }

  private static func addScalars(of node: YAMLOutline.Node, to ranges: inout [Range<Int>]) {
    if node.form == .scalar { ranges.append(node.range) }
    for child in node.children { addScalars(of: child, to: &ranges) }
  }

  /// A line with a blank behind each comma between entries; `start` is where it begins in the file.
  func spaced(_ line: [UInt8], from start: Int) -> [UInt8] {
    guard line.contains(UInt8(ascii: ",")) else { return line }
    var result: [UInt8] = []
    for (index, byte) in line.enumerated() {
      result.append(byte)
      guard byte == UInt8(ascii: ","), index + 1 < line.count,
        line[index + 1] != 0x20, line[index + 1] != 0x09,
        !kept.contains(where: { $0.contains(start + index) })
      else { continue }
      result.append(0x20)
    }
    return result
  }
}
