/// Where in the structure of a text a cursor stands.
struct LooseLocation: Sendable {
  /// What is being written there.
  enum Slot: Sendable {
    /// A key of a mapping, or a new one; the bytes that a completion takes the place of.
    case key(map: Int?, Range<Int>)
    /// A value, nil or empty where there is none yet.
    case value(Int?, Range<Int>)
  }

  /// The document.
  let root: Int?
  /// The way to the mapping of a key, or to a value.
  let steps: [LooseYAML.Step]
  let slot: Slot
  /// The mappings on the way, the innermost last.
  let maps: [Int]

  /// The key whose value it is, or that is being written.
  var lastKey: String? {
    for step in steps.reversed() {
      if case .key(let key) = step { return key }
    }
    return nil
  }

  /// The keys on the way, positions left out.
  var keys: [String] {
    steps.compactMap { step in
      if case .key(let key) = step { return key }
      return nil
    }
  }
}

extension LooseYAML {
  /// Where an offset stands; nil in comments and between documents.
  func locate(_ offset: Int) -> LooseLocation? {
    var finder = LocationFinder(yaml: self, offset: offset, root: root(at: offset))
    return finder.find()
  }
}

private struct LocationFinder {
  let yaml: LooseYAML
  let offset: Int
  let root: Int?
  private var steps: [LooseYAML.Step] = []
  private var maps: [Int] = []

  init(yaml: LooseYAML, offset: Int, root: Int?) {
    self.yaml = yaml
    self.offset = offset
    self.root = root
  }

  mutating func find() -> LooseLocation? {
    guard let root else { return location(.key(map: nil, offset..<offset)) }
    if let found = descend(root) { return found }
    steps = []
    maps = []
    return onBlankLine()
  }

  private func location(_ slot: LooseLocation.Slot) -> LooseLocation {
    LooseLocation(root: root, steps: steps, slot: slot, maps: maps)
  }

  // MARK: Inside what is written

  private mutating func descend(_ index: Int) -> LooseLocation? {
    let node = yaml.nodes[index]
    switch node.kind {
    case .map(let isFlow):
      maps.append(index)
      for entry in node.entries {
        if entry.keyRange.lowerBound <= offset, offset <= entry.keyRange.upperBound {
          return location(.key(map: index, entry.keyRange))
        }
        guard let colon = entry.colonEnd, offset >= colon else { continue }
        if isAt(entry.value, from: colon) {
          steps.append(.key(entry.key))
          return descend(entry.value) ?? nil
        }
      }
      return isFlow && isInside(node) ? location(.key(map: index, offset..<offset)) : nil
    case .list(let isFlow):
      for (position, item) in node.items.enumerated()
      where offset >= item.start && isAt(item.value, from: item.start) {
        steps.append(.index(position))
        return descend(item.value)
      }
      guard isFlow, isInside(node) else { return nil }
      steps.append(.index(node.items.count { $0.start < offset }))
      return location(.value(nil, offset..<offset))
    case .empty: return location(.value(index, offset..<offset))
    default: return location(.value(index, node.range))
    }
  }

  /// Whether the cursor stands in a value, at one of its ends, or in the blanks before it.
  private func isAt(_ index: Int, from start: Int) -> Bool {
    let node = yaml.nodes[index]
    if node.kind == .empty { return isOnLine(of: start) }
    if node.range.lowerBound <= offset, offset <= node.range.upperBound {
      if case .map(true) = node.kind { return offset < node.range.upperBound || isInside(node) }
      return true
    }
    guard offset < node.range.lowerBound, isOnLine(of: start) else { return false }
    switch node.kind {
    case .plain, .singleQuoted, .doubleQuoted:
      return yaml.bytes[offset..<node.range.lowerBound].allSatisfy { $0 == 0x20 }
    default: return false
    }
  }

  /// Whether no line ends between an offset and the cursor.
  private func isOnLine(of start: Int) -> Bool {
    guard start <= offset, offset <= yaml.bytes.count else { return false }
    let between = yaml.bytes[start..<offset]
    return !between.contains(0x0A) && !between.contains(UInt8(ascii: "#"))
  }

  private func isInside(_ node: LooseYAML.Node) -> Bool {
    guard node.range.lowerBound < offset, let first = node.range.first else { return false }
    let closing = yaml.bytes[first] == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
    let isClosed = node.range.count > 1 && yaml.bytes[node.range.upperBound - 1] == closing
    return isClosed ? offset < node.range.upperBound : offset <= node.range.upperBound
  }

  // MARK: On a line of its own

  /// A container on the way to the last thing before the cursor.
  private struct Level {
    let node: Int
    let steps: [LooseYAML.Step]
    let maps: [Int]
  }

  /// By the column of the cursor: what would be written here belongs to the container of that column.
  private mutating func onBlankLine() -> LooseLocation? {
    var start = min(offset, yaml.bytes.count)
    while start > 0, yaml.bytes[start - 1] != 0x0A { start -= 1 }
    guard yaml.bytes[start..<min(offset, yaml.bytes.count)].allSatisfy({ $0 == 0x20 }) else {
      return nil
    }
    let column = offset - start
    let (levels, last) = levelsBefore()
    if let last, let level = levels.last, column > yaml.nodes[level.node].column {
      let kind = yaml.nodes[last.value].kind
      if kind == .empty || kind == .block {
        steps = last.steps
        maps = level.maps
        return location(.value(kind == .block ? last.value : nil, offset..<offset))
      }
    }
    let isFitting: (Level) -> Bool = { level in
      guard case .map(false) = yaml.nodes[level.node].kind else { return false }
      return yaml.nodes[level.node].column <= column
    }
    guard let level = levels.last(where: isFitting) else {
      return levels.isEmpty ? location(.key(map: root, offset..<offset)) : nil
    }
    steps = level.steps
    maps = level.maps
    return location(.key(map: level.node, offset..<offset))
  }

  /// The block containers on the way to the last entry before the cursor, and the value of that entry.
  private func levelsBefore() -> (levels: [Level], last: (steps: [LooseYAML.Step], value: Int)?) {
    var levels: [Level] = []
    var steps: [LooseYAML.Step] = []
    var maps: [Int] = []
    var current = root
    var last: (steps: [LooseYAML.Step], value: Int)?
    while let index = current {
      let node = yaml.nodes[index]
      current = nil
      switch node.kind {
      case .map(false):
        maps.append(index)
        levels.append(Level(node: index, steps: steps, maps: maps))
        guard let entry = node.entries.last(where: { $0.keyRange.lowerBound < offset }) else {
          break
        }
        steps.append(.key(entry.key))
        last = (steps, entry.value)
        current = entry.value
      case .list(false):
        levels.append(Level(node: index, steps: steps, maps: maps))
        guard let position = node.items.lastIndex(where: { $0.start <= offset }) else { break }
        steps.append(.index(position))
        last = (steps, node.items[position].value)
        current = node.items[position].value
      default: break
      }
    }
    return (levels, last)
  }
}
