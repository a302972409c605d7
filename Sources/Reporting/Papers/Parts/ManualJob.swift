import Findings

/// What the manual says of a job, as far as papers need it: who screens, what the council is asked for, who
/// made the submission.
struct ManualJob {
  let number: Int?

  /// The body that screens or, in jobs 1, 17 and 18, decides (requirements, section B1).
  var screeningBody: String {
    switch number {
    case 1: "คณะอนุกรรมการบริหารราชการเชิงยุทธศาสตร์"
    case 2, 6: "คณะอนุกรรมการเกี่ยวกับการพัฒนาการศึกษา"
    case 15, 17, 18: "คณะกรรมการบริหารข้อมูลสารสนเทศด้านการศึกษา"
    default: "คณะอนุกรรมการที่ได้รับมอบหมาย"
    }
  }

  /// The same where it was named before.
  var screeningBodyShort: String {
    isByInfoCommittee ? "คณะกรรมการ" : "คณะอนุกรรมการ"
  }

  /// Whether the manual names the body; else it is the assigned one, whose name the office writes.
  var isScreeningBodyNamed: Bool {
    number == 1 || number == 2 || number == 6 || isByInfoCommittee
  }

  private var isByInfoCommittee: Bool { number == 15 || number == 17 || number == 18 }

  /// Whether the body that looks at it decides by itself (J17 §5.4).
  var isDecidedByScreeningBody: Bool { number == 17 }

  /// Whether the council is informed and approves nothing (J7 §5.11, J15 §5.12, J18 §5.8).
  var isForInformation: Bool { number == 7 || number == 15 || number == 18 }

  /// Whether what was not approved, or approved with remarks, goes to the council again (J2 §5.7).
  ///
  /// In the other jobs it is revised, and no second approval is asked for.
  var returnsToCouncil: Bool { number == 2 }

  /// Whether the office itself made it, and nobody submitted it to the office.
  var isOfTheOffice: Bool {
    switch number {
    case 4, 5, 6, 15, 17, 18: true
    default: false
    }
  }
}

extension SubmissionPaper {
  /// What the manual says of the job.
  var job: ManualJob { ManualJob(number: header.job) }
}
