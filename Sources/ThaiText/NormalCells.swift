/// One code point on its way to the normal form, with its place in the source.
struct NormalCell {
  var scalar: UInt32
  var source: UInt32
}

/// The passes of the normaliser over one text; each keeps the list's length or shortens it.
struct NormalCells {
  private(set) var list: [NormalCell]

  /// Takes the code points of a text, without the invisible ones.
  init(text: String, digits: ThaiNormalizer.Digits) {
    list = []
    list.reserveCapacity(text.utf8.count)
    var source: UInt32 = 0
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if digits == .arabic, ThaiScalar.isDigit(value) { value = value - 0x0E50 + 0x30 }
      if !ThaiScalar.isInvisible(value) { list.append(NormalCell(scalar: value, source: source)) }
      source &+= 1
    }
  }

  /// Orders accents by combining class and joins each to its Latin letter where Unicode has one.
  mutating func composeLatin() {
    guard list.contains(where: { LatinComposition.isAccent($0.scalar) }) else { return }
    var result: [NormalCell] = []
    result.reserveCapacity(list.count)
    var index = 0
    while index < list.count {
      let start = index
      index += 1
      while index < list.count, LatinComposition.isAccent(list[index].scalar) { index += 1 }
      if index == start + 1 {
        result.append(list[start])
      } else {
        LatinComposition.compose(list[start..<index], into: &result)
      }
    }
    list = result
  }

  /// Orders the signs of each Thai letter, joins nikhahit and า, and makes two เ one แ.
  mutating func orderThai() {
    var result: [NormalCell] = []
    result.reserveCapacity(list.count)
    var index = 0
    while index < list.count {
      let cell = list[index]
      if isSign(cell.scalar) && index + 1 < list.count && continuesSigns(list[index + 1].scalar) {
        index = appendSigns(from: index, to: &result)
      } else if cell.scalar == ThaiScalar.saraE, index + 1 < list.count,
        list[index + 1].scalar == ThaiScalar.saraE
      {
        result.append(NormalCell(scalar: ThaiScalar.saraAe, source: cell.source))
        index += 2
      } else {
        result.append(cell)
        index += 1
      }
    }
    list = result
  }

  private func isSign(_ scalar: UInt32) -> Bool {
    ThaiScalar.isMark(scalar) || scalar == ThaiScalar.saraAm
  }

  /// A sign alone needs no ordering: only one that is followed by another, or by an า, does.
  private func continuesSigns(_ scalar: UInt32) -> Bool {
    isSign(scalar) || scalar == ThaiScalar.saraAa
  }

  /// Appends one run of signs in normal order and returns where the run ends.
  ///
  /// A run is marks and ำ, and an า as soon as there is a nikhahit for it to join. Marks of one rank
  /// keep their order. Linear however long the run is.
  private func appendSigns(from start: Int, to result: inout [NormalCell]) -> Int {
    var index = start
    var marks: [NormalCell] = []
    var nikhahits: [NormalCell] = []
    var amCells: [NormalCell] = []
    scan: while index < list.count {
      let cell = list[index]
      switch cell.scalar {
      case ThaiScalar.nikhahit:
        nikhahits.append(cell)
      case ThaiScalar.saraAm:
        amCells.append(cell)
      case ThaiScalar.saraAa:
        guard let nikhahit = nikhahits.popLast() else { break scan }
        amCells.append(NormalCell(scalar: ThaiScalar.saraAm, source: nikhahit.source))
      default:
        guard ThaiScalar.isMark(cell.scalar) else { break scan }
        marks.append(cell)
      }
      index += 1
    }
    if marks.count > 1 {
      for rank in UInt8(0)...5 {
        result.append(contentsOf: marks.lazy.filter { ThaiScalar.markRank($0.scalar) == rank })
      }
    } else {
      result.append(contentsOf: marks)
    }
    result.append(contentsOf: nikhahits)
    result.append(contentsOf: amCells)
    return index
  }

  /// Makes runs of white space one space and drops them at both ends.
  mutating func collapseSpaces() {
    var result: [NormalCell] = []
    result.reserveCapacity(list.count)
    var pending: UInt32?
    for cell in list {
      if ThaiScalar.isSpace(cell.scalar) {
        if pending == nil { pending = cell.source }
        continue
      }
      if let source = pending, !result.isEmpty {
        result.append(NormalCell(scalar: 0x20, source: source))
      }
      pending = nil
      result.append(cell)
    }
    list = result
  }
}
