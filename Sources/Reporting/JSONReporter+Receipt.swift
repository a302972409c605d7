import Diagnostics
import PlanValues

// What the report was made with.
extension JSONReporter {
  func write(_ receipt: Receipt, _ writer: inout JSONWriter) {
    writer.member("engine", receipt.engineVersion)
    writer.member("as_of", receipt.asOf.formatted(.iso))
    writer.member("as_of_given", receipt.isDateGiven)
    writer.member("stage", receipt.stage)
    writer.member("profile", receipt.profile)
    writeSettings(of: receipt, &writer)
    let groups = [
      ("rules", receipt.rules), ("kinds", receipt.kinds), ("catalogues", receipt.catalogues),
      ("configuration", receipt.configuration), ("inputs", receipt.inputs),
    ]
    // Reports of checks that looked into no attachment have no such member.
    let attachments = receipt.attachments.isEmpty ? [] : [("attachments", receipt.attachments)]
    for (name, items) in groups + attachments {
      writer.member(name, items) { writer, item in
        writer.object {
          $0.member("name", item.name)
          $0.member("sha256", item.sha256)
        }
      }
    }
  }

  /// The office and what is set other than the default; without an office file and a profile there are no such
  /// members.
  private func writeSettings(of receipt: Receipt, _ writer: inout JSONWriter) {
    if let office = receipt.office {
      writer.member("office") {
        $0.member("id", office.id)
        $0.member("name", office.name)
      }
    }
    guard receipt.office != nil || !receipt.settings.isEmpty else { return }
    writer.member("settings", receipt.settings) { writer, setting in
      writer.object {
        $0.member("source", setting.source.rawValue)
        $0.member("name", setting.name)
        $0.member("label", setting.label)
        $0.member("value", setting.value)
        $0.member("default", setting.standard)
      }
    }
  }
}
