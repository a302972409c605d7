/// Canonical composition of Latin letters and accents (Unicode Standard, section 3.11).
///
/// Only Latin: names such as "Café" reach us decomposed from some systems. Other scripts than Latin
/// and Thai stay as they are.
enum LatinComposition {
  /// Whether a code point is one of the general combining marks U+0300–U+036F.
  static func isAccent(_ scalar: UInt32) -> Bool { scalar >= 0x0300 && scalar <= 0x036F }

  /// Appends the composed form of a cluster: one code point and the accents behind it.
  static func compose(_ cluster: ArraySlice<NormalCell>, into result: inout [NormalCell]) {
    var cells: [NormalCell] = []
    for cell in cluster { decompose(cell, into: &cells) }
    guard let first = cells.first, !isAccent(first.scalar) else {
      result.append(contentsOf: orderByClass(cells[...]))
      return
    }
    var base = first
    var rest: [NormalCell] = []
    var lastClass: UInt8 = 0
    for accent in orderByClass(cells.dropFirst()) {
      let combiningClass = Self.combiningClass(accent.scalar)
      let blocked = lastClass != 0 && lastClass >= combiningClass
      if !blocked, let composed = composition(base.scalar, accent.scalar) {
        base.scalar = composed
      } else {
        rest.append(accent)
        lastClass = combiningClass
      }
    }
    result.append(base)
    result.append(contentsOf: rest)
  }

  private static func decompose(_ cell: NormalCell, into cells: inout [NormalCell]) {
    guard let entry = entry(of: cell.scalar) else {
      cells.append(cell)
      return
    }
    let base = UInt32(truncatingIfNeeded: (entry >> 16) & 0xFFFF)
    let accent = UInt32(truncatingIfNeeded: entry & 0xFFFF)
    decompose(NormalCell(scalar: base, source: cell.source), into: &cells)
    cells.append(NormalCell(scalar: accent, source: cell.source))
  }

  private static func orderByClass(_ accents: ArraySlice<NormalCell>) -> [NormalCell] {
    accents.enumerated().sorted { left, right in
      let leftClass = combiningClass(left.element.scalar)
      let rightClass = combiningClass(right.element.scalar)
      return (leftClass, left.offset) < (rightClass, right.offset)
    }
    .map(\.element)
  }

  private static func combiningClass(_ scalar: UInt32) -> UInt8 {
    Unicode.Scalar(scalar)?.properties.canonicalCombiningClass.rawValue ?? 0
  }

  private static func entry(of letter: UInt32) -> UInt64? {
    let entries = LatinCompositionTable.entries
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] >> 32 < UInt64(letter) { low = middle + 1 } else { high = middle }
    }
    guard low < entries.count, entries[low] >> 32 == UInt64(letter) else { return nil }
    return entries[low]
  }

  private static func composition(_ base: UInt32, _ accent: UInt32) -> UInt32? {
    guard base <= 0xFFFF else { return nil }
    let wanted = UInt64(base) << 16 | UInt64(accent)
    let found = LatinCompositionTable.entries.first { $0 & 0xFFFF_FFFF == wanted }
    return found.map { UInt32(truncatingIfNeeded: $0 >> 32) }
  }
}
