import Diagnostics
import Findings

// The alignment table.
extension JSONReporter {
  func write(
    _ table: AlignmentTable,
    _ lines: inout SourceLines,
    _ writer: inout JSONWriter
  ) {
    writer.member("columns", table.columns) { writer, column in
      writer.object {
        $0.member("plan", column.plan)
        $0.member("name", column.name)
        $0.member("level", column.level)
        $0.member("rules", column.rules)
        $0.member("in_force", column.isInForce)
        $0.member("unserved", column.unserved) { write($1, &$0) }
      }
    }
    writer.member("rows", table.rows) { writer, row in
      writer.object {
        $0.member("label", row.label)
        $0.member("place") { write(row.place, &lines, &$0) }
        $0.member("findings", row.findings)
        $0.member("cells", Array(zip(table.columns, row.cells))) { writer, cell in
          writer.object {
            $0.member("plan", cell.0.plan)
            $0.member("findings", cell.1.findings)
            $0.member("links", cell.1.links) { write($1, &lines, &$0) }
          }
        }
      }
    }
    writer.key("coverage")
    if let coverage = table.coverage {
      writer.object { write(coverage, &lines, &$0) }
    } else {
      writer.null()
    }
  }

  private func write(
    _ link: AlignmentTable.Link,
    _ lines: inout SourceLines,
    _ writer: inout JSONWriter
  ) {
    writer.object {
      $0.member("item", link.cited)
      $0.member("how", link.reason)
      $0.member("edition", link.edition)
      $0.member("complete", link.isComplete)
      $0.member("findings", link.findings)
      $0.member("place") { write(link.place, &lines, &$0) }
      $0.member("recognition", link.recognition.rawValue)
      $0.member("form", link.form)
      $0.key("entry")
      if let item = link.item { write(item, &$0) } else { $0.null() }
      $0.member("suggestions", link.suggestions) { write($1, &$0) }
    }
  }

  private func write(_ item: AlignmentTable.Item, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("code", item.code)
      $0.member("name", item.name)
      $0.member("verified", item.isVerified)
      $0.member("in_force", item.isInForce)
    }
  }

  private func write(
    _ coverage: AlignmentTable.Coverage,
    _ lines: inout SourceLines,
    _ writer: inout JSONWriter
  ) {
    writer.member("projects", coverage.projectCount)
    writer.member("objectives", coverage.objectives) { writer, objective in
      writer.object {
        $0.member("label", objective.label)
        $0.member("place") { write(objective.place, &lines, &$0) }
        $0.member("projects", objective.projects) { $0.localized($1) }
      }
    }
    writer.member("idle_projects", coverage.idle) { writer, project in
      writer.object {
        $0.member("label", project.label)
        $0.member("place") { write(project.place, &lines, &$0) }
      }
    }
  }
}
