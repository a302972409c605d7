import Diagnostics
import DocumentReading
import RuleModel
import RuleTesting
import SourceText
import Synchronization

extension TestRun {
  /// Bends some rules and tries whether their tests notice.
  func mutate(_ rules: [Rule]) throws(DiagnosticError) -> MutationReport {
    let list = try equivalents()
    let cache = options.cacheFolder.map { MutantCache(folder: $0) }
    let known = cache?.read() ?? [:]
    let base = cacheBase
    let found = Mutex<[Int: RuleMutants]>([:])
    Workers.run(rules.count, jobs: options.jobs) { index in
      let rule = rules[index]
      let trial = MutantTrial(rule, in: set, loading: workspace.ruleContext, tests: tests)
      let key = cacheKey(rule, base)
      let tried = RuleMutants(trial, key, known[key])
      found.withLock { $0[index] = tried }
    }
    let results = found.withLock { all in rules.indices.compactMap { all[$0] } }
    if let cache { cache.write(known, adding: results) }
    return report(results, list, rules)
  }

  private func report(
    _ results: [RuleMutants],
    _ list: EquivalentMutants,
    _ rules: [Rule]
  ) -> MutationReport {
    let survivors = results.flatMap { result in
      result.survivors.map { mutant in
        MutationReport.Survivor(
          rule: result.trial.rule.id,
          id: mutant.id,
          change: mutant.change,
          place: mutant.place,
          diff: result.trial.diff(of: mutant),
          reason: list.reason(rule: result.trial.rule.id, mutant: mutant.id)
        )
      }
    }
    let invalid = results.reduce(0) { $0 + $1.invalid }
    let total = results.reduce(0) { $0 + $1.trial.mutants.count } - invalid
    // A filter leaves tests out, so what survives it says nothing about the list.
    let isWhole = options.filter == nil
    return MutationReport(
      total: total,
      killed: total - survivors.count,
      invalid: invalid,
      survivors: survivors,
      idle: isWhole ? list.idle(among: survivors, rules: Set(rules.map(\.id))) : []
    )
  }

  private func equivalents() throws(DiagnosticError) -> EquivalentMutants {
    guard let mutants = folder.mutants else { return EquivalentMutants() }
    let document = try DocumentReader.readOne(try FileReader.read(mutants))
    // Of rules that are not tested this time nothing is known but the names of their files.
    let known = workspace.rules.map(\.id) + folder.ruleNames
    return try EquivalentMutants.load(document, rules: known).get()
  }

  // MARK: Keys of the cache

  /// What every verdict depends on: the program, kinds, catalogues, parameters and case files.
  private var cacheBase: String {
    var hash = SHA256()
    func add(_ text: String) {
      hash.update(Array(text.utf8))
      hash.update([0])
    }
    add(MutantCache.program)
    add(options.filter ?? "")
    for item in workspace.digests.kinds + workspace.digests.catalogues
      + workspace.digests.configuration
    {
      add(item.name)
      add(item.sha256)
    }
    let ruleFiles = Set(workspace.rules.map { $0.document.source.name })
    let known = Set(workspace.sources.map(\.name)).subtracting(ruleFiles)
    for source in sources where !known.contains(source.name) && !ruleFiles.contains(source.name) {
      hash.update(source.bytes)
    }
    return hash.hexDigest()
  }

  private func cacheKey(_ rule: Rule, _ base: String) -> String {
    var hash = SHA256()
    hash.update(Array(base.utf8))
    hash.update(Array(rule.document.source.name.utf8))
    hash.update(rule.document.source.bytes)
    return hash.hexDigest()
  }
}

/// What became of the mutants of one rule.
struct RuleMutants: Sendable {
  let trial: MutantTrial
  let key: String
  let invalid: Int
  let survivors: [Mutant]

  /// Tries the mutants, or takes what is known of them.
  init(_ trial: MutantTrial, _ key: String, _ known: MutantCache.Entry?) {
    self.trial = trial
    self.key = key
    if let known {
      let alive = Set(known.survivors)
      invalid = known.invalid
      survivors = trial.mutants.filter { alive.contains($0.id) }
      return
    }
    var invalid = 0
    var survivors: [Mutant] = []
    for mutant in trial.mutants {
      switch trial.verdict(of: mutant) {
      case .killed: continue
      case .survived: survivors.append(mutant)
      case .invalid: invalid += 1
      }
    }
    self.invalid = invalid
    self.survivors = survivors
  }
}
