/// What stands in records, where operators look into them.
struct RecordWeights {
  private let environment: Environment

  init(_ environment: Environment) {
    self.environment = environment
  }

  /// The weight of the records in a value of a type, the value's own weight left out.
  func weight(of type: CELType, _ size: SizeBound) -> UInt64 {
    weight(of: type, size, [])
  }

  /// The weight of the heaviest record, for values whose type is not known.
  private var heaviest: UInt64 {
    var heaviest: UInt64 = 0
    for name in environment.records.names {
      heaviest = max(heaviest, weight(of: .record(name), .small, []))
    }
    return heaviest
  }

  private func weight(of type: CELType, _ size: SizeBound, _ open: [String]) -> UInt64 {
    switch type {
    case .list(let element):
      return size.count.times(weight(of: element, size.element, open))
    case .map(_, let value): return size.count.times(weight(of: value, size.element, open))
    case .optional(let wrapped): return weight(of: wrapped, size, open)
    case .record(let name):
      guard let record = environment.records[name] else { return 0 }
      // A record that may hold one of its own kind may be of any depth.
      if open.contains(name) { return .max }
      var total = UInt64(record.fields.count)
      for field in record.fields.values {
        let size = field.size ?? environment.sizes.size(of: field.type)
        total = total.plus(size.weight).plus(weight(of: field.type, size, open + [name]))
      }
      return total
    // In a record it is what the document has there, which its size bounds; elsewhere it may be any record.
    case .dyn, .parameter, .error: return open.isEmpty ? heaviest : 0
    default: return 0
    }
  }
}
