import Catalogues
public import Diagnostics
import Submissions

/// Commented files to begin with; each is sound as it is written and says what to change.
public struct Skeleton: Sendable {
  /// The files, their names below a folder.
  public let files: [OutputFolder.File]

  /// What to do next, for people.
  public let next: LocalizedText

  static func kind(
    _ name: String,
    of workspace: Workspace
  ) throws(DiagnosticError) -> SubmissionKind {
    if let kind = workspace.kinds[name] { return kind }
    throw DiagnosticError([
      Diagnostic(
        .nothingOfThatName,
        .error,
        LocalizedText(th: "ไม่มีประเภทเรื่อง “\(name)”", en: "there is no kind “\(name)”"),
        at: Diagnostic.Place(file: "init", position: nil),
        help: .didYouMean(nearestTo: name, among: workspace.kinds.kinds.map(\.id))
          ?? LocalizedText(th: "ดูด้วย krong list kinds", en: "`krong list kinds` shows them")
      )
    ])
  }

  static func problem(
    _ message: LocalizedText,
    _ help: LocalizedText
  ) -> DiagnosticError {
    DiagnosticError([
      Diagnostic(
        .noSkeleton,
        .error,
        message,
        at: Diagnostic.Place(file: "init", position: nil),
        help: help
      )
    ])
  }
}

// MARK: - Kinds

extension Skeleton {
  /// A kind of submission.
  ///
  /// - Parameter name: Its id; the file is named for it.
  /// - Returns: The file.
  /// - Throws: When the name cannot be an id.
  public static func kind(named name: String) throws(DiagnosticError) -> Skeleton {
    guard FileDecoder.NameShape.code.allows(name.utf8) else {
      throw problem(
        LocalizedText(
          th: "“\(name)” ใช้เป็นรหัสประเภทเรื่องไม่ได้",
          en: "“\(name)” cannot be the id of a kind"
        ),
        LocalizedText(
          th: "ใช้อักษรอังกฤษตัวเล็ก ตัวเลข - และ _ โดยขึ้นต้นด้วยตัวอักษร",
          en: "use lower-case letters, digits, - and _, beginning with a letter"
        )
      )
    }
    return Skeleton(
      files: [OutputFolder.File(name: "\(name).yaml", text: kindText(name))],
      next: LocalizedText(
        th: "เพิ่มบรรทัดนี้ใต้ types: kind: codes: ใน kinds/envelope.yaml แล้วสั่ง krong lint\n"
          + "      \(name): {th: ประเภทเรื่องใหม่, en: new kind}",
        en: "add this line below types: kind: codes: in kinds/envelope.yaml, then run krong lint\n"
          + "      \(name): {th: ประเภทเรื่องใหม่, en: new kind}"
      )
    )
  }

  private static func kindText(_ name: String) -> String {
    """
    # ประเภทเรื่องใหม่ ช่องข้อมูลทั่วไป (รหัสเรื่อง งาน สถานะ ผู้เสนอ เอกสาร ฯลฯ) มาจาก envelope.yaml จึงไม่ต้องเขียนซ้ำ
    krong: 1
    kind: \(name)
    title: {th: ประเภทเรื่องใหม่, en: new kind}
    # งานตามคู่มือที่เรื่องนี้ใช้ 1 ถึง 24
    jobs: [2]

    types:
      # รายการของค่าที่เลือกได้: รหัสและชื่อ
      new-choice:
        codes:
          first: {th: ตัวเลือกที่หนึ่ง, en: first choice}
          second: {th: ตัวเลือกที่สอง, en: second choice}

      # กลุ่มของช่อง ใช้เป็นรายการย่อยได้ element คือชื่อเรียกแต่ละรายการในข้อค้นพบ
      new-line:
        element: {th: "รายการที่ {number} “{name}”", en: "Line {number} “{name}”"}
        element_blank: {th: "รายการที่ {number}", en: "Line {number}"}
        identity: [name]
        fields:
          name: {type: text, required: true, max: 500, label: {th: ชื่อรายการ, en: name of the line}}
          amount: {type: money, min_value: 0, label: {th: จำนวนเงิน, en: amount}}

    # ชนิดของช่อง: text int decimal money date be_year bool, ชนิดใน types หรือ {catalogue: …}; list: คือรายการของชนิดนั้น
    fields:
      subject: {type: text, required: true, max: 1000, label: {th: เรื่อง, en: subject}}
      choice: {type: new-choice, label: {th: ตัวเลือก, en: choice}}
      lines: {list: new-line, min: 1, max: 500, label: {th: รายการ, en: lines}}

    """
  }
}

// MARK: - Submissions

extension Skeleton {
  /// A submission of a kind with every field, empty, and its Thai name beside it.
  public static func submission(
    of name: String,
    in workspace: Workspace
  ) throws(DiagnosticError) -> Skeleton {
    let kind = try kind(name, of: workspace)
    let text = SubmissionSkeleton(kind: kind, catalogues: workspace.catalogues).text
    return Skeleton(
      files: [OutputFolder.File(name: "\(name).yaml", text: text)],
      next: LocalizedText(
        th: "กรอกช่องที่มี * แล้วสั่ง krong check \(name).yaml",
        en: "fill in the fields with *, then run krong check \(name).yaml"
      )
    )
  }
}
