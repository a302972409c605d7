import Diagnostics

/// What can be wrong with the name of a profile.
enum ProfileProblem {
  static func unknown(_ name: String, at place: Diagnostic.Place?, known: [String]) -> Diagnostic {
    Diagnostic(
      .unknownProfile,
      .error,
      LocalizedText(
        th: "ไม่มีชุดเกณฑ์ที่เลือกใช้ชื่อ “\(name)” (มี \(known.joined(separator: ", ")))",
        en: "there is no profile “\(name)” (there are \(known.joined(separator: ", ")))"
      ),
      at: place ?? Diagnostic.Place(file: "--profile", position: nil),
      help: .didYouMean(nearestTo: name, among: known)
        ?? LocalizedText(
          th: "ระบุชื่อในโฟลเดอร์ profiles ของชุดเกณฑ์ หรือแฟ้ม .yaml",
          en: "name one of the folder profiles of the rules, or a .yaml file"
        )
    )
  }

  static func circle(_ name: String, at place: Diagnostic.Place?) -> Diagnostic {
    Diagnostic(
      .unknownProfile,
      .error,
      LocalizedText(
        th: "ชุดเกณฑ์ที่เลือกใช้ “\(name)” ต่อยอดวนกลับมาหาตัวเอง",
        en: "the profile “\(name)” extends itself by way of another"
      ),
      at: place ?? Diagnostic.Place(file: "--profile", position: nil),
      help: LocalizedText(th: "ลบ extends ออกจากชุดหนึ่ง", en: "remove extends from one of them")
    )
  }
}
