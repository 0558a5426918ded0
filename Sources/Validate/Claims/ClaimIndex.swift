internal import Model

/// The claims of a report by their sentence, line and cells, and what each comes to beside the tables: worked out once,
/// and only where it is asked for.
final class ClaimIndex {
    let cells: ClaimCells
    let claims: [Claim]
    private var outcomes: [ClaimCells.Outcome?]
    private lazy var sentences = Dictionary(grouping: claims.indices) { claims[$0].sentence }
    private lazy var lines = Dictionary(grouping: claims.indices) { claims[$0].line }
    private lazy var listsByWhole = Dictionary(grouping: cells.report.claimLists.filter { !$0.wholes.isEmpty }) {
        $0.wholes[0]
    }
    private lazy var told = valuesTold()
    private(set) lazy var agreeingScopes = scopesThatAgree()
    /// … and those of which only figures of the sentences behind are.
    private(set) lazy var scopesAgreeingLater = scopesThatAgreeLater().subtracting(agreeingScopes)

    /// So many figures has no sentence that anybody wrote; nothing is told from what stands together in one.
    private static let mostOfASentence = 100
    private static let mostOfALine = 1000

    init(_ cells: ClaimCells) {
        self.cells = cells
        claims = cells.report.claims
        outcomes = Array(repeating: nil, count: claims.count)
    }

    /// What a claim comes to beside the tables.
    func outcome(_ claim: Int) -> ClaimCells.Outcome {
        if let known = outcomes[claim] { return known }
        let outcome = cells.outcome(of: claims[claim])
        outcomes[claim] = outcome
        return outcome
    }

    func agrees(_ claim: Int) -> Bool {
        if case .agrees = outcome(claim) { return true }
        return false
    }

    /// The claims of the sentence of a claim, it among them.
    func sentence(of claim: Int) -> [Int] { sentences[claims[claim].sentence] ?? [] }

    /// Claims of the line of a claim.
    func line(of claim: Int) -> ArraySlice<Int> { (lines[claims[claim].line] ?? []).prefix(Self.mostOfALine) }

    /// Whether more figures stand beside it than could be weighed against one another.
    func isCrowded(_ claim: Int) -> Bool {
        sentence(of: claim).count > Self.mostOfASentence
    }

    /// The lists whose whole a claim is.
    func lists(of whole: Int) -> [ClaimList] { listsByWhole[whole] ?? [] }

    /// Whether the text has another figure of the same cells which is the table's, where no doubt is.
    func isToldElsewhere(_ claim: Int) -> Bool {
        guard let reading = claims[claim].readings.first, let values = told[reading] else { return false }
        return values.contains { $0 != claims[claim].value }
    }

    /// By cells: what the text rightly says of them. Two values are enough to tell whether one is another.
    private func valuesTold() -> [[String]: [Quantity?]] {
        var result: [[String]: [Quantity?]] = [:]
        for (index, claim) in claims.enumerated() where claim.doubt != .wording && !claim.isPart {
            guard let reading = claim.readings.first, agrees(index) else { continue }
            let values = result[reading] ?? []
            if values.count < 2, !values.contains(claim.value) { result[reading] = values + [claim.value] }
        }
        return result
    }

    private static let mostByChance = Quantity(2)

    /// The scopes in which some figure of the text is the table's: the table speaks of that scope, too.
    private func scopesThatAgree() -> Set<Int> {
        var scopes: Set<Int> = []
        var met: Set<Int> = []
        var isWide = false
        for (index, claim) in claims.enumerated() {
            guard claim.doubt == .scope, !claim.isPart, let scope = claim.scope, let low = claim.low, low > Quantity(0),
                agrees(index)
            else { continue }
            // 下属单位发生复议4件、诉讼2件: one so small is the table's as well by chance.
            let isTelling = claim.isOfWideScope || low > Self.mostByChance
            if isTelling || !met.insert(scope).inserted { scopes.insert(scope) }
            if claim.isOfWideScope, let value = claim.value, value > Quantity(9) { isWide = true }
        }
        // 全市 in one sentence is 全市 in another.
        if isWide {
            for claim in claims where claim.isOfWideScope && claim.doubt == .scope {
                if let scope = claim.scope { scopes.insert(scope) }
            }
        }
        return scopes
    }
    /// 全市不予公开200件。其中国家秘密5件、…: three of the sentences behind that are right.
    private func scopesThatAgreeLater() -> Set<Int> {
        var scopes: Set<Int> = []
        let later = claims.indices.filter { claims[$0].doubt == .earlierScope && !claims[$0].isPart }
        for (scope, figures) in Dictionary(grouping: later, by: { claims[$0].scope ?? 0 }) {
            let told = figures.filter { claims[$0].value.map { $0 > Quantity(4) } ?? false && agrees($0) }
            if told.count > 2, 4 * told.count >= 3 * figures.count { scopes.insert(scope) }
        }
        return scopes
    }
}
