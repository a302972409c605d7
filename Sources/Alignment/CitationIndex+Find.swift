// The steps by which a citation is understood.
extension CitationIndex {
  /// The least length at which a name within other text, or a part of a name, is taken for it.
  static let leastPart = 12

  /// The item that a key means in some frameworks; nil when nothing is certain enough.
  func find(_ key: [UInt16], in frameworks: [Int], _ graph: AlignmentGraph) -> Citation? {
    for index in frameworks {
      if let node = entries[index].codes[key] { return .found(node, .code) }
    }
    for index in frameworks {
      let entry = entries[index]
      guard let position = entry.names[key] ?? entry.names[Self.bare(key, entry.words)] else {
        continue
      }
      let wording = entry.wordings[position]
      return .found(wording.node, wording.isName ? .name : .alias)
    }
    for index in frameworks {
      if let found = numbered(key, in: entries[index], graph) { return found }
    }
    for index in frameworks {
      if let node = codeWithin(key, entries[index]) { return .found(node, .codeWithin) }
    }
    for index in frameworks {
      if let node = nameWithin(key, entries[index]) { return .found(node, .nameWithin) }
    }
    for index in frameworks {
      if let node = partOfName(key, entries[index]) { return .found(node, .partOfName) }
    }
    return nil
  }

  /// The steps of finding: codes and names are looked up, everything else looks through all names.
  func steps(of found: Citation?, _ key: [UInt16], in frameworks: [Int]) -> UInt64 {
    let text = 1 + key.count / 10
    switch found {
    case .found(_, .code), .found(_, .name), .found(_, .alias):
      return UInt64(text + frameworks.count)
    default:
      return UInt64(frameworks.reduce(text) { $0 + text * entries[$1].searchSize })
    }
  }

  // MARK: Numbers

  /// `ยุทธศาสตร์ที่ 3`, at the beginning or after the name of the plan, also a number alone.
  private func numbered(
    _ key: [UInt16],
    in entry: Entry,
    _ graph: AlignmentGraph
  ) -> Citation? {
    if let alone = entry.numbers[key]?.min(by: { $0.kind < $1.kind }) {
      return .found(alone.node, .number)
    }
    for word in entry.words {
      var start = 0
      while let place = CitationKey.firstIndex(of: word.key, in: key, from: start) {
        start = place + 1
        guard let (number, end) = Self.number(in: key, at: place + word.key.count) else { continue }
        let rest = Array(key[end...])
        guard let node = entry.numbers[number]?.first(where: { $0.kind == word.kind })?.node else {
          continue
        }
        return settle(node, rest, entry, graph)
      }
    }
    return nil
  }

  /// What stands after a number must not be the name of something else.
  private func settle(
    _ node: PlanNode,
    _ rest: [UInt16],
    _ entry: Entry,
    _ graph: AlignmentGraph
  ) -> Citation {
    let name = Self.bare(rest, entry.words)
    let position = entry.names[rest] ?? entry.names[name]
    guard let other = position.map({ entry.wordings[$0].node }) ?? nameWithin(rest, entry),
      other != node
    else { return .found(node, .number) }
    if graph.ancestors(of: other).contains(node) { return .found(other, .nameWithin) }
    if graph.ancestors(of: node).contains(other) { return .found(node, .number) }
    // Two items may have one name; the number tells them apart.
    if entry.wordings.contains(where: { $0.node == node && ($0.key == rest || $0.key == name) }) {
      return .found(node, .number)
    }
    return .torn(number: node, name: other)
  }

  private static let fillers = ["ที่", "ข้อที่", "ข้อ", "เรื่องที่"].map { Array($0.utf16) }

  /// A number behind a word, with or without `ที่`: `12`, `12.1`, `4.a`.
  static func number(in key: [UInt16], at start: Int) -> (number: [UInt16], end: Int)? {
    var index = start
    for filler in fillers where key[index...].starts(with: filler) {
      index += filler.count
      break
    }
    let first = index
    while index < key.count, CitationKey.isDigit(key[index]) { index += 1 }
    guard index > first else { return nil }
    var number = Array(key[first..<index].drop { $0 == 0x30 })
    while index + 1 < key.count, key[index] == 0x2E, CitationKey.isPlain(key[index + 1]) {
      let point = index
      index += 1
      if CitationKey.isDigit(key[index]) {
        while index < key.count, CitationKey.isDigit(key[index]) { index += 1 }
      } else {
        index += 1
      }
      number += key[point..<index]
    }
    return (number, index)
  }

  // MARK: Within a text

  private func codeWithin(_ key: [UInt16], _ entry: Entry) -> PlanNode? {
    var best: (length: Int, place: Int, node: PlanNode)?
    for (code, node) in entry.codes where Self.isUnmistakable(code) {
      guard code.count <= key.count, code.count >= best?.length ?? 0 else { continue }
      var start = 0
      while let place = CitationKey.firstIndex(of: code, in: key, from: start) {
        start = place + 1
        let end = place + code.count
        let isApart =
          (place == 0 || !CitationKey.isPlain(key[place - 1]))
          && (end == key.count || !CitationKey.isPlain(key[end]))
        guard isApart, !Self.goesOn(key, at: end) else { continue }
        // The longest, then the first in the text; codes are all different, so nothing else decides.
        if let known = best, known.length == code.count, known.place <= place { break }
        best = (code.count, place, node)
        break
      }
    }
    return best?.node
  }

  /// Whether a point and a digit, or a slash, follow: then another code stands here.
  private static func goesOn(_ key: [UInt16], at end: Int) -> Bool {
    guard end + 1 < key.count else { return false }
    return (key[end] == 0x2E || key[end] == 0x2F) && CitationKey.isPlain(key[end + 1])
  }

  private func nameWithin(_ key: [UInt16], _ entry: Entry) -> PlanNode? {
    // The longest come first.
    for wording in entry.wordings where wording.key.count <= key.count {
      let isMostOfText = wording.key.count * 5 >= key.count * 3
      guard wording.key.count >= Self.leastPart || isMostOfText && wording.key.count >= 5 else {
        continue
      }
      if CitationKey.firstIndex(of: wording.key, in: key) != nil { return wording.node }
    }
    return nil
  }

  private func partOfName(_ key: [UInt16], _ entry: Entry) -> PlanNode? {
    let part = Self.bare(key, entry.words)
    guard part.count >= Self.leastPart else { return nil }
    var found: PlanNode?
    for wording in entry.wordings where wording.key.count >= part.count {
      guard CitationKey.firstIndex(of: part, in: wording.key) != nil else { continue }
      if let known = found, known != wording.node { return nil }
      found = wording.node
    }
    return found
  }

  // MARK: Suggestions

  /// The most signs that are compared for suggestions.
  static let comparedSigns = 120

  /// The items whose names are nearest to a key, at most three, the nearest first.
  ///
  /// Signs are counted before they are compared, so that most names cost one pass over 128 counts; the
  /// others cost at most length × length ÷ 2, of at most ``comparedSigns`` signs each.
  func nearest(
    to key: [UInt16],
    in frameworks: [Int],
    steps: inout UInt64
  ) -> [PlanNode] {
    var scores: [PlanNode: Int] = [:]
    for index in frameworks {
      let entry = entries[index]
      for text in Set([key, Self.bare(key, entry.words), Self.afterNumber(key, entry.words)]) {
        let wanted = Array(text.prefix(Self.comparedSigns))
        guard wanted.count >= 3 else { continue }
        let limit = max(wanted.count / 4, 1)
        let counts = Self.counts(of: wanted)
        for wording in entry.wordings {
          guard let score = Self.score(wanted, counts, wording, limit, &steps) else { continue }
          scores[wording.node] = min(scores[wording.node] ?? .max, score * 1000 / wanted.count)
        }
      }
      steps += UInt64(entry.codes.count)
      for (code, node) in entry.codes where code.count >= 3 && key.count <= code.count + 2 {
        guard let distance = CitationDistance.between(key, code, limit: 2) else { continue }
        scores[node] = min(scores[node] ?? .max, distance * 1000 / code.count)
      }
    }
    let sorted = scores.sorted { a, b in a.value == b.value ? a.key < b.key : a.value < b.value }
    return sorted.prefix(3).map(\.key)
  }

  private static func score(
    _ wanted: [UInt16],
    _ counts: [UInt8],
    _ wording: Wording,
    _ limit: Int,
    _ steps: inout UInt64
  ) -> Int? {
    steps += 1
    // Only the beginning of a name may be cited: what it has beyond the citation costs one.
    let isCut = wording.key.count > wanted.count + limit
    let name = Array(wording.key.prefix(isCut ? wanted.count : comparedSigns))
    let known = name.count == wording.key.count ? wording.counts : Self.counts(of: name)
    var lacking = 0
    var extra = 0
    for (a, b) in zip(counts, known) {
      if a > b { lacking += Int(a - b) } else { extra += Int(b - a) }
    }
    guard max(lacking, extra) <= limit else { return nil }
    steps += UInt64((1 + wanted.count / 10) * (1 + name.count / 10))
    return CitationDistance.between(wanted, name, limit: limit).map { $0 + (isCut ? 1 : 0) }
  }

  /// What stands behind the first word with a number.
  private static func afterNumber(_ key: [UInt16], _ words: [Word]) -> [UInt16] {
    for word in words {
      guard let place = CitationKey.firstIndex(of: word.key, in: key),
        let (_, end) = number(in: key, at: place + word.key.count)
      else { continue }
      return bare(Array(key[end...]), words)
    }
    return key
  }
}
