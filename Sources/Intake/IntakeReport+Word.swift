import Diagnostics
import SourceText

/// What is to be said about Word documents.
extension IntakeReport {
  /// Headings of a field that is read under another heading.
  mutating func givenAgain(_ headings: [String], at spot: PlaceScheme.Spot) {
    let list = Self.list(headings.map(ListText.trimmed))
    let place = Place(spot)
    add(
      .headingAgain,
      .warning,
      "มีหัวข้ออื่นที่อ่านเป็นช่องเดียวกันแล้ว จึงไม่ได้อ่านข้อความใต้หัวข้อ \(list.th)\(place.inText.th)",
      "their fields are read under other headings, so what stands under these was not read: \(list.en)\(place.inText.en)",
      at: place.name,
      help: LocalizedText(
        th: "รวมไว้ใต้หัวข้อเดียว หรือแยกแฟ้มหากเป็นเรื่องอื่น",
        en: "put both under one heading, or split the file if they are of two submissions"
      )
    )
  }

  /// Another form behind the one that was read.
  mutating func secondForm(_ heading: String, at spot: PlaceScheme.Spot) {
    let (title, place) = (ListText.trimmed(heading), Place(spot))
    add(
      .headingAgain,
      .warning,
      "ในแฟ้มมีแบบอีกชุดหนึ่งตั้งแต่หัวข้อ “\(title)” จึงไม่ได้อ่านตั้งแต่หัวข้อนี้ไป\(place.inText.th)",
      "another form begins with the heading “\(title)”; from there on nothing was read\(place.inText.en)",
      at: place.name,
      help: LocalizedText(
        th: "แยกเป็นแฟ้มละหนึ่งเรื่อง",
        en: "split the file, one submission each"
      )
    )
  }

  /// A table under a heading whose text is what is read.
  mutating func tableNotRead(under heading: String, at spot: PlaceScheme.Spot) {
    let (title, place) = (ListText.trimmed(heading), Place(spot))
    add(
      .textNotRead,
      .warning,
      "ใต้หัวข้อ “\(title)” อ่านเฉพาะข้อความ ไม่ได้อ่านตาราง\(place.inText.th)",
      "under “\(title)” only the text was read, not the table\(place.inText.en)",
      at: place.name,
      help: LocalizedText(
        th: "หากข้อมูลของหัวข้อนี้อยู่ในตาราง ให้พิมพ์เป็นข้อความใต้หัวข้อด้วย",
        en: "if what the heading asks for is in the table, write it as text as well"
      )
    )
  }

  /// Lines under the heading of a table that were read as its elements.
  mutating func linesAsElements(
    _ name: Mapping.Column,
    lacking columns: [Mapping.Column],
    under heading: String,
    at spot: PlaceScheme.Spot
  ) {
    guard !columns.isEmpty else { return }
    let (title, place) = (ListText.trimmed(heading), Place(spot))
    let (own, list) = (name.headings.first ?? "", Self.list(columns.compactMap(\.headings.first)))
    add(
      .linesAsElements,
      .warning,
      "ใต้หัวข้อ “\(title)” ไม่มีตาราง จึงอ่านแต่ละบรรทัดเป็น “\(own)” โดยไม่มี \(list.th)\(place.inText.th)",
      "there is no table under “\(title)”, so each line was read as “\(own)”, without \(list.en)\(place.inText.en)",
      at: place.name,
      help: LocalizedText(
        th: "ทำเป็นตารางที่มีหัวคอลัมน์ “\(own)” \(list.th)",
        en: "make it a table with the headings “\(own)” \(list.en)"
      )
    )
  }

  /// Text beside a table, where the table is what is read.
  mutating func textNotRead(under heading: String, at spot: PlaceScheme.Spot) {
    let (title, place) = (ListText.trimmed(heading), Place(spot))
    add(
      .textNotRead,
      .warning,
      "ใต้หัวข้อ “\(title)” อ่านเฉพาะตาราง ไม่ได้อ่านข้อความนอกตาราง\(place.inText.th)",
      "under “\(title)” only the table was read, not the text beside it\(place.inText.en)",
      at: place.name,
      help: LocalizedText(
        th: "หากเป็นรายการ ให้ใส่เป็นแถวในตาราง",
        en: "if it is an entry of the list, make it a row of the table"
      )
    )
  }

  /// A place as it is told: a paragraph behind the name of the file, a cell of a table in the sentence.
  private struct Place {
    var name: String?
    var inText = LocalizedText(verbatim: "")

    init(_ spot: PlaceScheme.Spot) {
      switch spot {
      case .paragraph(let number): name = "¶ \(number)"
      case .tableCell(let table, let row, _):
        inText = LocalizedText(
          th: " (ตารางที่ \(table) แถว \(row))",
          en: " (table \(table) row \(row))"
        )
      case .line, .cell: break
      }
    }
  }
}
