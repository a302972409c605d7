import CEL
import Catalogues
import Diagnostics
import DocumentArena
import SourceText

/// Catalogues, steps and other submissions.
enum CatalogueFunctions {
  /// The greatest weight of what `plan(id)` gives: names, aliases and years of one plan.
  private static let largestPlan: UInt64 = 2_000

  static func declare(in environment: inout Environment, _ names: CatalogueNames) {
    declareNames(in: &environment, names)
    declareSteps(in: &environment, names)
    declareDocket(in: &environment)
  }

  private static func declareNames(in environment: inout Environment, _ names: CatalogueNames) {
    for id in ["registered", "in_catalogue", "same_in"] {
      environment.checkText(of: 0, id) { text in
        if names.has(text) { return nil }
        return LiteralRefusal(
          LocalizedText(th: "ไม่มีทะเบียน “\(text)”", en: "there is no catalogue “\(text)”"),
          help: .didYouMean(nearestTo: text, among: names.ids)
        )
      }
    }
    // registered(catalogue, x): whether x is a code, name or alias of the catalogue.
    environment.add(
      "registered",
      Overload(
        "registered",
        [.string, .string],
        .bool,
        cost: .linear,
        .values { Value(.bool(names.item($0[0].string ?? "", $0[1].string ?? "") != nil)) }
      )
    )
    // in_catalogue(catalogue, x, edition, years): whether x is an item, of an edition in force in one
    // of the years. An edition that the catalogue does not list is not tested, "" is none cited; no
    // years test nothing.
    environment.add(
      "in_catalogue",
      Overload(
        "in_catalogue",
        [.string, .string, .string, .list(.int)],
        .bool,
        cost: .linear,
        .nonStrictInContext { arguments, context in
          ListFunctions.settled(arguments) {
            let years = context.elements(of: arguments[3]) ?? []
            if let stop = ListFunctions.merged(years) { return stop }
            return Value(
              .bool(
                inCatalogue(
                  names,
                  arguments[0].string ?? "",
                  arguments[1].string ?? "",
                  edition: arguments[2].string ?? "",
                  years: years.compactMap(\.int)
                )
              )
            )
          }
        }
      )
    )
    // same_in(catalogue, a, b): as agrees(a, b), but a code and its names are the same.
    environment.add(
      "same_in",
      Overload(
        "same_in",
        [.string, .dyn, .dyn],
        .bool,
        cost: .linear,
        .nonStrictInContext { arguments, context in
          if PresenceFunctions.isAbsent(arguments[1], context) { return Value(.bool(false)) }
          return ListFunctions.settled(arguments) {
            let found = context.elements(of: arguments[1]) ?? [arguments[1]]
            let catalogue = arguments[0].string ?? ""
            let isNamed = found.contains { entry in
              guard let a = entry.string, let b = arguments[2].string else { return false }
              return names.same(catalogue, a, b)
            }
            if isNamed { return Value(.bool(true)) }
            return ListFunctions.unreadable(in: arguments[1], context) ?? Value(.bool(false))
          }
        }
      )
    )
    // listed_in(catalogue, x, list): as listed(x, list), but a code and its names are the same.
    environment.add(
      "listed_in",
      Overload(
        "listed_in",
        [.string, .string, .list(.dyn)],
        .bool,
        cost: .linear,
        .nonStrictInContext { arguments, context in
          ListFunctions.settled(arguments) {
            let options = context.elements(of: arguments[2]) ?? []
            let catalogue = arguments[0].string ?? ""
            let value = arguments[1].string ?? ""
            if options.contains(where: { names.same(catalogue, $0.string ?? "", value) }) {
              return Value(.bool(true))
            }
            return ListFunctions.merged(options) ?? Value(.bool(false))
          }
        }
      )
    )
    declarePlans(in: &environment, names)
  }

  private static func inCatalogue(
    _ names: CatalogueNames,
    _ catalogue: String,
    _ text: String,
    edition: String,
    years: [Int64]
  ) -> Bool {
    guard let item = names.item(catalogue, text) else { return false }
    guard let editions = item.editions, !years.isEmpty else { return true }
    let cited = editions.filter { Sameness.same($0.id, edition) }
    if !edition.isEmpty, cited.isEmpty { return true }
    return (edition.isEmpty ? editions : cited).contains { edition in
      years.contains { year in Int(exactly: year).map { edition.years.contains($0) } ?? false }
    }
  }

  private static func declarePlans(in environment: inout Environment, _ names: CatalogueNames) {
    environment.keysOfResults["plan"] = ["id", "level"]
    for id in ["plan", "of_level"] {
      environment.checkText(of: 0, id) { text in refusal(ofPlan: text, names) }
    }
    // plan(id).level, plan(id).called(text): a plan of the registry; level 0 when it has none.
    environment.add(
      "plan",
      Overload(
        "plan",
        [.string],
        .map(.string, .dyn),
        cost: .constant,
        size: { _ in .any(largestPlan) },
        .values { arguments in
          let id = arguments[0].string ?? ""
          let item = names.item("plans", id)
          return Value(
            .map(
              .entries(
                MapEntries([
                  (Value(.string("id")), Value(.string(item?.id ?? id))),
                  (Value(.string("level")), Value(.int(Int64(item?.level ?? 0)))),
                ])
              )
            )
          )
        }
      )
    )
    environment.add(
      "called",
      Overload(
        "plan_called",
        [.map(.string, .dyn), .string],
        .bool,
        isMember: true,
        cost: .linear,
        .nonStrictInContext { arguments, context in
          ListFunctions.settled(arguments) {
            let id = context.field("id", of: arguments[0]).string ?? ""
            return Value(.bool(names.same("plans", arguments[1].string ?? "", id)))
          }
        }
      )
    )
    // plan_levels(x, levels): whether x is a plan of one of the levels.
    environment.add(
      "of_level",
      Overload(
        "of_level",
        [.dyn, .list(.int)],
        .bool,
        cost: .constant,
        .nonStrictInContext { arguments, context in
          guard let id = arguments[0].string, let level = names.item("plans", id)?.level else {
            return Value(.bool(false))
          }
          let levels = (context.elements(of: arguments[1]) ?? []).compactMap(\.int)
          return Value(.bool(levels.contains(Int64(level))))
        }
      )
    )
  }

  private static func refusal(ofPlan text: String, _ names: CatalogueNames) -> LiteralRefusal? {
    if names.item("plans", text) != nil { return nil }
    return LiteralRefusal(
      LocalizedText(
        th: "ไม่มีแผน “\(text)” ในทะเบียนแผน",
        en: "there is no plan “\(text)” in the registry"
      ),
      help: .didYouMean(nearestTo: text, among: names.items("plans").map(\.id))
    )
  }

  private static func declareSteps(in environment: inout Environment, _ names: CatalogueNames) {
    let record = CELType.map(.string, PlanType.date)
    // recorded(step): whether the step is recorded; unknown when it is not and a record of some step
    // cannot be read.
    environment.add(
      StepMacros.recordedFunction,
      Overload(
        StepMacros.recordedFunction,
        [record, .string],
        .bool,
        cost: .constant,
        .values { arguments in
          guard case .map(.entries(let entries)) = arguments[0].payload else {
            return Value(.bool(false))
          }
          if entries[arguments[1]] != nil { return Value(.bool(true)) }
          return entries[StepMacros.doubt] ?? Value(.bool(false))
        }
      )
    )
    // date_of(step): the first day on which the step is recorded; unknown when it is not.
    environment.add(
      StepMacros.dateFunction,
      Overload(
        StepMacros.dateFunction,
        [record, .string],
        PlanType.date,
        cost: .constant,
        .values { arguments in
          guard case .map(.entries(let entries)) = arguments[0].payload,
            let found = entries[arguments[1]] ?? entries[StepMacros.doubt]
          else {
            return Value(
              .unknown(UnknownSet([.init(base: arguments[0].origin, steps: [.key("process")])]))
            )
          }
          return found
        }
      )
    )
    // recorded_or_later(step): the step, or one that the list of steps has after it.
    environment.add(
      StepMacros.laterFunction,
      Overload(
        StepMacros.laterFunction,
        [record, .string],
        .bool,
        cost: .constant,
        .values { arguments in
          guard case .map(.entries(let entries)) = arguments[0].payload,
            let position = names.position("steps", code: arguments[1].string ?? "")
          else { return Value(.bool(false)) }
          let isReached = entries.entries.contains {
            (names.position("steps", code: $0.key.string ?? "") ?? -1) >= position
          }
          if isReached { return Value(.bool(true)) }
          return entries[StepMacros.doubt] ?? Value(.bool(false))
        }
      )
    )
  }

  private static func declareDocket(in environment: inout Environment) {
    let docket = CELType.map(.string, .dyn)
    // supplied(id): a submission of that id was supplied beside this one; of one of the kinds, where
    // some are named.
    environment.add(
      StepMacros.suppliedFunction,
      Overload(
        StepMacros.suppliedFunction,
        [docket, .string],
        .bool,
        cost: .constant,
        size: { _ in .small },
        .values { arguments in
          Value(.bool(SubmissionLookup.submission(arguments[1], in: arguments[0]) != nil))
        }
      )
    )
    environment.add(
      StepMacros.suppliedFunction,
      Overload(
        StepMacros.suppliedFunction + "_of_kinds",
        [docket, .string, .list(.string)],
        .bool,
        cost: .constant,
        size: { _ in .small },
        .values { arguments in
          let found = SubmissionLookup.submission(arguments[1], in: arguments[0])
          guard case .record(let kind)? = found?.payload,
            case .list(.elements(let kinds)) = arguments[2].payload
          else { return Value(.bool(false)) }
          return Value(.bool(kinds.contains { $0.string?.hasSameBytes(as: kind) ?? false }))
        }
      )
    )
    // related(id): the submission of that id that was supplied beside this one.
    environment.add(
      StepMacros.relatedFunction,
      Overload(
        StepMacros.relatedFunction,
        [docket, .string],
        .dyn,
        cost: .constant,
        size: { _ in .small },
        .values { arguments in
          guard let found = SubmissionLookup.submission(arguments[1], in: arguments[0]) else {
            let id = arguments[1].string ?? ""
            return Value(.unknown(UnknownSet([.init(base: nil, steps: [.key(id)])])))
          }
          return found
        }
      )
    )
  }
}
