import Foundation

/// PDF files made by hand (ISO 32000-1), for tests: pages of text in Helvetica.
enum PDFText {
  /// A file with pages; an empty page has no text at all, as a scan.
  static func file(_ pages: [String], title: String? = nil) -> [UInt8] {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count \(pages.count) /Kids ["
        + pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ") + "] >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for (index, page) in pages.enumerated() {
      let lines = page.split(separator: "\n").enumerated().map { number, line in
        "BT /F1 12 Tf 72 \(720 - 20 * number) Td (\(line)) Tj ET"
      }
      let content = lines.joined(separator: "\n")
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
          + "/Resources << /Font << /F1 3 0 R >> >> /Contents \(5 + 2 * index) 0 R >>"
      )
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    }
    if let title { objects.append("<< /Title (\(title)) >>") }
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    let info = title == nil ? "" : "/Info \(objects.count) 0 R "
    text +=
      "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(info)>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }
}
