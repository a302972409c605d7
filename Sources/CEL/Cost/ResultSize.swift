/// The largest value that a call gives, by the sizes of its arguments.
///
/// The table holds the overloads that make more than their arguments hold, or whose elements are not
/// those of an argument; everything else gives at most what its arguments weigh together.
struct ResultSize {
  private let sizes: [SizeBound]
  private let literals: [Int64?]
  private let defaults: DefaultSizes

  init(_ sizes: [SizeBound], _ literals: [Int64?], default defaults: DefaultSizes) {
    self.sizes = sizes
    self.literals = literals
    self.defaults = defaults
  }

  /// The bound of the value of an overload; nil for a call that is not resolved.
  func of(_ id: String?, result: CELType) -> SizeBound {
    if let id, let special = special(id) { return special }
    switch result {
    case .string, .bytes:
      let rounded = UInt64(sizes.count).times(9).plus(Self.longestNumber)
      return .bytes(total.times(10).plus(rounded))
    case .list(let element):
      guard let list = sizes.first, list.count > 0 else { return .any(total) }
      if case .parameter = element { return .list(list.count, of: list.element, weight: total) }
      return .any(total)
    case .optional, .dyn, .parameter, .map, .error:
      return sizes.reduce(.any(total)) { $0.joined($1) }
    default: return .small
    }
  }

  /// The longest text of a number or time, in bytes.
  private static let longestNumber: UInt64 = 60

  private var total: UInt64 { sizes.reduce(0) { $0.plus($1.weight) } }

  private func bytes(_ index: Int) -> UInt64 {
    index < sizes.count ? min(sizes[index].bytes, sizes[index].weight.times(10).plus(9)) : 0
  }

  private func special(_ id: String) -> SizeBound? {
    let longest = UInt64(StringParts.longest).times(4)
    switch id {
    case "lists_range":
      let most = UInt64(ListParts.longestRange)
      return .list(literals.first.flatMap { $0 }.map { UInt64(clamping: $0) } ?? most, of: .small)
    case "add_list": return sum
    case "list_flatten", "list_flatten_int", "flatten": return flattened
    case "list_join", "list_join_string":
      let separators = sizes[0].count.times(bytes(1))
      return .bytes(min(longest, sizes[0].weight.times(10).plus(separators).plus(9)))
    case "string_split_string", "string_split_string_int", "regex_extractAll_string_string":
      let count = bytes(0).plus(1)
      return .list(count, of: .bytes(bytes(0)), weight: count.plus(sizes[0].weight))
    case "string_replace_string_string", "string_replace_string_string_int":
      let count = bytes(0).plus(1)
      return .bytes(min(longest, bytes(0).plus(count.times(bytes(2)))))
    case "regex_replace_string_string_string", "regex_replace_string_string_string_int":
      let count = bytes(0).plus(1)
      return .bytes(min(longest, bytes(0).plus(count.times(bytes(2)).times(bytes(0).plus(1)))))
    case "string_format":
      let values = sizes[1].count.times(1_400).plus(sizes[1].weight.times(40))
      return .bytes(min(longest, bytes(0).plus(values)))
    case "strings_quote": return .bytes(bytes(0).times(6).plus(2))
    case "base64_encode_bytes": return .bytes(bytes(0).times(2).plus(4))
    default: return nil
    }
  }

  /// Two lists, one after the other.
  private var sum: SizeBound {
    .list(
      sizes[0].count.plus(sizes[1].count),
      of: sizes[0].element.joined(sizes[1].element),
      weight: total
    )
  }

  /// The elements of the lists in a list, at any depth.
  private var flattened: SizeBound {
    let inner = sizes[0].element
    return .list(
      max(sizes[0].weight, sizes[0].count),
      of: inner.joined(inner.element).joined(.any(inner.weight)),
      weight: sizes[0].weight
    )
  }
}
