extension LayoutTree {
  /// The tree with the keys of its mappings in order; those of lists and mappings in brackets, and those that
  /// no table knows, stay where they are.
  func ordered(by order: KeyOrder) -> LayoutTree {
    var tree = self
    tree.root = Self.ordered(root, order)
    return tree
  }

  private static func ordered(_ value: Value, _ order: KeyOrder?) -> Value {
    guard let order, case .block(var block) = value.content else { return value }
    if block.isList {
      let element = order.element
      for index in block.entries.indices {
        block.entries[index].value = ordered(block.entries[index].value, element)
      }
    } else {
      let names = block.entries.map(\.name)
      for index in block.entries.indices {
        block.entries[index].value = ordered(
          block.entries[index].value,
          order.value(of: names[index], among: names)
        )
      }
      if let keys = order.keys(of: names) { block.entries = sorted(block.entries, keys) }
    }
    var value = value
    value.content = .block(block)
    return value
  }

  /// A key that the table does not know stays behind the key before it.
  private static func sorted(_ entries: [Entry], _ keys: [String]) -> [Entry] {
    var rank = -1
    let ranks = entries.map { entry in
      rank = keys.firstIndex(of: entry.name) ?? rank
      return rank
    }
    return entries.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { entries[$0] }
  }
}
