/// What the tones of a paper look like in Word and Excel, as `RRGGBB`; nil for black on white.
///
/// Each text has a contrast of at least 7 to 1 on white and on the fill of its tone.
enum PaperColors {
  static func text(_ tone: PaperTone) -> String? {
    switch tone {
    case .plain, .head: nil
    case .good: "1B5E20"
    case .caution: "6B4000"
    case .bad: "8B1010"
    case .muted: "4A4A4A"
    }
  }

  static func fill(_ tone: PaperTone) -> String? {
    switch tone {
    case .plain, .muted: nil
    case .head: "DDEBF7"
    case .good: "E2F0D9"
    case .caution: "FFF2CC"
    case .bad: "FBE5E5"
    }
  }

  /// The band at the left edge of a note.
  static func band(_ tone: PaperTone) -> String {
    switch tone {
    case .plain, .muted: "8C8C8C"
    case .head: "2F6EA5"
    case .good: "2E7D32"
    case .caution: "B07400"
    case .bad: "B3261E"
    }
  }

  /// A bar of a chart.
  static func bar(_ tone: PaperTone) -> String {
    switch tone {
    case .plain, .head: "2F6DB5"
    case .good, .caution, .bad, .muted: band(tone)
    }
  }
}
