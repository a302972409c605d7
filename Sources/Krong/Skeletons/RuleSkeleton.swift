import Catalogues
public import Diagnostics
public import RuleModel
import Submissions

extension Skeleton {
  /// What the skeleton of a rule looks at.
  public enum Check: String, Sendable, CaseIterable {
    /// A field is filled in.
    case present
    /// A number is within bounds.
    case within
    /// A code is one of some.
    case oneOf = "one_of"
    /// A text has a form.
    case pattern
    /// A list has enough entries.
    case count
    /// Nothing in a list is there twice.
    case unique
    /// A document is attached.
    case documents
    /// A step comes before another.
    case before
    /// Something is aligned with a plan.
    case alignedTo = "aligned_to"
    /// A condition of one's own holds.
    case assert
  }

  /// What the author of a rule decides beforehand.
  public struct RuleRequest: Sendable {
    /// The id, such as `J02-CMP-090`.
    public var id: String
    /// The kind to which it applies.
    public var kind: String
    /// What it looks at.
    public var check: Check
    /// Its family.
    public var family: Family
    /// The job; nil for the first of the kind.
    public var job: Int?

    /// Makes a request.
    public init(id: String, kind: String, check: Check, family: Family, job: Int? = nil) {
      self.id = id
      self.kind = kind
      self.check = check
      self.family = family
      self.job = job
    }
  }

  /// A rule with comments and examples.
  public static func rule(
    _ request: RuleRequest,
    in workspace: Workspace
  ) throws(DiagnosticError) -> Skeleton {
    let rule = try RuleSkeleton(request, in: workspace)
    return Skeleton(
      files: [OutputFolder.File(name: "\(request.id).yaml", text: rule.text)],
      next: LocalizedText(
        th: "แก้ข้อความและเงื่อนไข แล้วสั่ง krong lint และ krong test กับแฟ้มนี้",
        en: "change texts and conditions, then run krong lint and krong test on the file"
      )
    )
  }
}

/// The text of a rule to begin with.
struct RuleSkeleton {
  let request: Skeleton.RuleRequest
  let kind: SubmissionKind
  let job: Int
  private let clause: String
  private let stage: String
  private let body: RuleSkeletonBody

  /// The fields of which rules for a kind ask that they are filled.
  private static func asked(of kind: SubmissionKind, by rules: [Rule]) -> Set<String> {
    var asked: Set<String> = []
    for rule in rules where rule.applicability.kinds?.contains(kind.id) ?? true {
      for item in rule.items {
        if case .present(let paths) = item.kind { asked.formUnion(paths.map(\.text)) }
      }
    }
    return asked
  }

  init(_ request: Skeleton.RuleRequest, in workspace: Workspace) throws(DiagnosticError) {
    guard RuleID.isWellFormed(request.id.utf8) else {
      throw Skeleton.problem(
        LocalizedText(th: "“\(request.id)” ไม่ใช่รหัสเกณฑ์", en: "“\(request.id)” is no rule id"),
        LocalizedText(
          th: "รหัสเกณฑ์เขียนเป็น J02-CMP-090: อักษรตัวใหญ่และตัวเลขคั่นด้วยขีด ลงท้ายด้วยเลขสามหลัก",
          en: "write it like J02-CMP-090: capital letters and digits joined by hyphens, "
            + "three digits at the end"
        )
      )
    }
    let kind = try Skeleton.kind(request.kind, of: workspace)
    guard let job = request.job ?? kind.jobs.first, kind.jobs.contains(job) else {
      let jobs = kind.jobs.map { String($0) }.joined(separator: ", ")
      throw Skeleton.problem(
        LocalizedText(
          th: "\(request.kind) ไม่ใช้กับงานที่ \(request.job ?? 0)",
          en: "\(request.kind) is not used in job \(request.job ?? 0)"
        ),
        LocalizedText(th: "งานของประเภทเรื่องนี้: \(jobs)", en: "the jobs of this kind: \(jobs)")
      )
    }
    let (envelope, catalogues) = (workspace.kinds.envelope, workspace.catalogues)
    let asked = Self.asked(of: kind, by: workspace.rules)
    guard let body = RuleSkeletonBody(request.check, kind, envelope, catalogues, asked: asked)
    else {
      let fitting = Skeleton.Check.allCases.filter {
        RuleSkeletonBody($0, kind, envelope, catalogues) != nil
      }
      let names = fitting.map(\.rawValue).joined(separator: ", ")
      throw Skeleton.problem(
        LocalizedText(
          th: "\(request.kind) ไม่มีช่องข้อมูลสำหรับข้อตรวจ \(request.check.rawValue)",
          en: "\(request.kind) has no field for the check \(request.check.rawValue)"
        ),
        LocalizedText(th: "ข้อตรวจที่ใช้ได้: \(names)", en: "checks that fit: \(names)")
      )
    }
    self.request = request
    self.kind = kind
    self.job = job
    self.body = body
    clause = workspace.clauses?.citations.first { $0.hasPrefix("J\(job) §") } ?? "J\(job) §1"
    let stages = workspace.kinds.stages.map(\.id)
    stage = stages.contains("submitted") ? "submitted" : stages.first ?? "draft"
  }

  var text: String {
    """
    # yaml-language-server: $schema=schemas/rule.schema.json
    # เกณฑ์หนึ่งข้อต่อหนึ่งแฟ้ม ชื่อแฟ้มตรงกับรหัส ดูทุกคีย์ได้ในบทความ RuleLanguage
    krong: 1
    rule: \(request.id)
    title:
      th: "แก้เป็นหัวข้อของเกณฑ์"
      en: "Change to what the rule asks"
    family: \(request.family.rawValue)
    # error ต้องแก้ไข warning ควรแก้ไข info ข้อสังเกต
    severity: warning
    # 1 ถึง 10
    weight: 3
    # text เมื่อคู่มือเขียนไว้เอง derived เมื่อเป็นแนวปฏิบัติที่สำนักงานกำหนด
    basis: derived
    # ข้อของคู่มือที่กำหนดเรื่องนี้ แก้เป็นข้อที่ถูกต้อง
    source: [\(clause)]
    applies_to:
      kinds: [\(kind.id)]
      jobs: [\(job)]
      from_stage: \(stage)
    # \(body.comment)
    check:
    \(body.check)
    # ข้อความของข้อค้นพบ ใช้ {ช่อง} แทนค่าได้ ทั้งสองภาษาใช้ช่องชุดเดียวกัน
    message:
      th: "แก้เป็นข้อความที่บอกว่าขาดหรือผิดอะไร"
      en: "Change to what is missing or wrong"
    remedy:
      th: "แก้เป็นวิธีแก้ไข"
      en: "Change to what to do"
    # อย่างน้อยหนึ่งตัวอย่างที่ผ่านและหนึ่งตัวอย่างที่ไม่ผ่าน krong test ใช้ทดสอบเกณฑ์
    examples:
      - pass: \(body.pass)
      - name: แก้เป็นสิ่งที่ตัวอย่างแสดง
        fail: \(body.fail)\(body.at.map { "\n    at: [\"\($0)\"]" } ?? "")

    """
  }

  /// A submission in which the rule finds something, for a case file.
  var failingSubmission: String {
    "{kind: \(kind.id), job: \(job), stage: \(stage), " + body.fail.dropFirst()
  }
}
