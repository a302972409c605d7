import Findings
import Testing

/// Remarks beside the responses that name them.
@Suite struct RemarkAnswerTests {
  private func response(_ id: String, _ change: String?, _ location: String?) -> RemarkAnswer {
    RemarkAnswer(
      source: .resolution,
      id: id,
      from: nil,
      text: nil,
      change: change,
      location: location,
      status: nil
    )
  }

  @Test func severalResponsesToOneRemarkAreOneAnswer() {
    let answers = RemarkAnswer.answers(
      to: [("r1", "เพิ่มตัวชี้วัด"), ("r2", "แก้งบประมาณ")],
      [
        response("r1", nil, nil), response("r1", "เพิ่มแล้ว", "หน้า 3"),
        response("r9", "แก้แล้ว", "หน้า 5"),
      ]
    )
    #expect(answers.map(\.id) == ["r1", "r2", "r9"])
    #expect(answers.map(\.change) == ["เพิ่มแล้ว", nil, "แก้แล้ว"])
    #expect(answers.map(\.isAnswered) == [true, false, true])
    #expect(answers.map(\.isStated) == [true, true, false])
  }

  @Test func whatAllOfThemSayIsKept() {
    let answers = RemarkAnswer.answers(
      to: [("r1", "เพิ่มตัวชี้วัด")],
      [response("r1", "เพิ่มแล้ว", "หน้า 3"), response("r1", "แก้ตาราง", "หน้า 4")]
    )
    #expect(answers.map(\.change) == ["เพิ่มแล้ว; แก้ตาราง"])
    #expect(answers.map(\.location) == ["หน้า 3; หน้า 4"])
  }
}
