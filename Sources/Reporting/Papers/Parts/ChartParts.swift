import Diagnostics
import Findings
import Papers
import PlanValues

/// The charts that are not about the score: which plans are served, and where the money goes.
struct ChartParts {
  let paper: SubmissionPaper

  private var words: PaperWords { paper.words }

  // MARK: Alignment

  /// Rows by plans as signs; nothing without an alignment table.
  var alignment: [Paper.Block] {
    guard let table = paper.result.alignment, !table.columns.isEmpty else { return [] }
    let names = AlignmentWords(language: paper.language)
    let rows = table.toldRows.map { row in
      (
        label: row.label[paper.language],
        cells: row.cells.map { cell in
          let sign = AlignmentSign(cell)
          return PaperChart.Matrix.Cell(sign: sign.rawValue, tone: sign.tone)
        }
      )
    }
    let signs = table.columns.indices.map { names.sign($0) }
    let key = zip(signs, table.columns).map { sign, column in
      PaperRow([
        PaperCell(sign).asRowHead, PaperCell(column.name[paper.language]),
        PaperCell(words.served(table, column: column.plan)),
      ])
    }
    return [
      .chart(
        PaperChart(
          title: words.alignmentCoverage,
          summary: words.coverageSummary(table),
          shape: .matrix(PaperChart.Matrix(columns: signs, rows: rows)),
          table: PaperTable(
            caption: words.alignmentCoverage,
            columns: [PaperColumn(1), PaperColumn(9), PaperColumn(6)],
            heads: [words.sign, words.plan, words.state],
            rows: key
          )
        )
      )
    ]
  }

  // MARK: Budget

  /// How many bars and parts are shown; the others are summed up.
  private static let shownPlans = 12
  private static let shownCategories = 5

  /// The budget by plan and category; nothing where none is stated.
  var budget: [Paper.Block] {
    guard let shares = paper.result.record?.budget, !shares.isEmpty,
      let total = Money.sum(shares.map(\.amount)), total.satang > 0
    else { return [] }
    let named = shares.map { share in
      (
        plan: share.plan ?? words.notStated, category: share.category ?? words.notStated,
        amount: share.amount
      )
    }
    let plans = Self.greatest(named.map { ($0.plan, $0.amount) }, Self.shownPlans)
    let categories = Self.greatest(named.map { ($0.category, $0.amount) }, Self.shownCategories)
    let hasOtherPlans = named.contains { !plans.contains($0.plan) }
    let hasOthers = named.contains { !categories.contains($0.category) }
    let keys = categories + (hasOthers ? [words.others] : [])
    let stacks = (plans.map(Optional.some) + (hasOtherPlans ? [nil] : [])).map { plan in
      let own = named.filter { plan == nil ? !plans.contains($0.plan) : $0.plan == plan }
      let parts = keys.indices.map { key in
        let amounts = own.filter { share in
          key < categories.count
            ? share.category == categories[key] : !categories.contains(share.category)
        }
        return Money.sum(amounts.map(\.amount))?.satang ?? .max
      }
      let sum = Money.sum(own.map(\.amount)) ?? .zero
      return PaperChart.Stacks.Stack(
        label: plan ?? words.others,
        parts: parts,
        text: words.baht(sum)
      )
    }
    return [
      .chart(
        PaperChart(
          title: words.budgetByPlan,
          summary: words.budgetSummary(total, plans: Set(named.map(\.plan)).count),
          shape: .stacks(PaperChart.Stacks(keys: keys, stacks: stacks)),
          table: budgetTable(named, total)
        )
      )
    ]
  }

  /// The names with the greatest sums, the greatest first.
  private static func greatest(_ amounts: [(String, Money)], _ count: Int) -> [String] {
    var order: [String] = []
    var sums: [String: Int64] = [:]
    for (name, amount) in amounts {
      if sums[name] == nil { order.append(name) }
      sums[name] = (sums[name] ?? 0).addingReportingOverflow(amount.satang).partialValue
    }
    let sorted = order.enumerated().sorted { a, b in
      let (left, right) = (sums[a.element] ?? 0, sums[b.element] ?? 0)
      return left == right ? a.offset < b.offset : left > right
    }
    return sorted.prefix(count).map(\.element)
  }

  private func budgetTable(
    _ shares: [(plan: String, category: String, amount: Money)],
    _ total: Money
  ) -> PaperTable {
    var rows = shares.map { share in
      PaperRow([
        PaperCell(share.plan).asRowHead, PaperCell(share.category),
        PaperCell(share.amount.formatted()), PaperCell(Self.percent(share.amount, total)),
      ])
    }
    rows.append(
      PaperRow([
        PaperCell(words.total, isBold: true).asRowHead, PaperCell(""),
        PaperCell(total.formatted(), isBold: true), PaperCell("100.00"),
      ])
    )
    return PaperTable(
      caption: words.budgetByPlan,
      columns: [PaperColumn(7), PaperColumn(6), PaperColumn(6, .right), PaperColumn(3, .right)],
      heads: [words.budgetPlan, words.budgetCategory, words.amount, words.percent],
      rows: rows
    )
  }

  private static func percent(_ part: Money, _ whole: Money) -> String {
    part.percentage(of: whole).map { NumberText.percent($0) } ?? "–"
  }
}

extension PaperWords {
  var alignmentCoverage: String {
    pick("ภาพรวมความสอดคล้องกับแผน", "Which plans are served")
  }
  var sign: String { pick("ช่อง", "Column") }
  var notStated: String { pick("(ไม่ระบุ)", "(not stated)") }
  var others: String { pick("อื่น ๆ", "others") }
  var budgetByPlan: String {
    pick("งบประมาณจำแนกตามแผนงานหรือกลยุทธ์ และประเภทหรือแหล่งงบประมาณ", "Budget by plan and category")
  }
  var budgetPlan: String { pick("แผนงานหรือกลยุทธ์", "Plan or strategy") }
  var budgetCategory: String { pick("ประเภทหรือแหล่งงบประมาณ", "Category or source") }
  var amount: String { pick("จำนวนเงิน (บาท)", "Amount (baht)") }
  var percent: String { pick("ร้อยละ", "Percent") }
  func baht(_ amount: Money) -> String {
    pick("\(amount.formatted()) บาท", "฿\(amount.formatted())")
  }

  func budgetSummary(_ total: Money, plans: Int) -> String {
    pick(
      "รวม \(baht(total)) ใน \(plans) แผนงานหรือกลยุทธ์",
      "\(baht(total)) in \(plans) plans or strategies"
    )
  }

  /// How many cells are stated, incomplete and missing, with their signs.
  func coverageSummary(_ table: AlignmentTable) -> String {
    let signs = table.toldRows.flatMap(\.cells).map { AlignmentSign($0) }
    return AlignmentSign.allCases.map { sign in
      "\(sign.rawValue) \(alignment(sign)) \(signs.count { $0 == sign })"
    }.joined(separator: "   ")
  }

  /// How many rows serve a plan, and how many lack it.
  func served(_ table: AlignmentTable, column plan: String) -> String {
    guard let index = table.columns.firstIndex(where: { $0.plan == plan }) else { return "" }
    let signs = table.toldRows.map { AlignmentSign($0.cells[index]) }
    let counts = AlignmentSign.allCases.filter { $0 != .none }.compactMap { sign -> String? in
      let count = signs.count { $0 == sign }
      return count == 0 ? nil : "\(alignment(sign)) \(count)"
    }
    return counts.isEmpty ? alignment(.none) : counts.joined(separator: ", ")
  }
}
