internal import Forms
internal import Model

/// The cells of a report's tables that words of the text speak of.
struct CellPaths {
    enum Era {
        /// The forms of 2019 and 2021.
        case revised(isLatest: Bool)
        /// The statistics table of 2014.
        case statistics
        /// The local tables before.
        case annex
    }

    let era: Era
    /// The rows of the table of applications, as printed where it stands.
    private let rows: [String]
    /// By row the path of its total, which nearly every word of the text asks for.
    private let totals: [String]
    /// Whether the table says that nothing came over from the year before.
    let hasNoneCarriedIn: Bool
    /// Whether the table says that more goes to the next year than came over from the year before: some of it is this year's.
    let carriesOwnOver: Bool

    init(form: Form, tables: [Table]) {
        let isRevised = form.tables.contains { $0.id == "applications" }
        if isRevised {
            era = .revised(isLatest: form.tables.contains { $0.columns.contains { $0.id == "in_force" } })
        } else {
            era = form.tables.contains { $0.id == "statistics" } ? .statistics : .annex
        }
        let table = tables.first { $0.id == "applications" }
        rows = Self.rows(form.tables.first { $0.id == "applications" }, table)
        totals = rows.map { "applications.\($0).total" }
        hasNoneCarriedIn = table?.row("carried_in").map(Self.isNothing) ?? false
        let carriedIn = table?.cell("carried_in", "total")?.number
        carriesOwnOver = table?.cell("carried_out", "total")?.number.map { carriedIn ?? $0 < $0 } ?? false
    }

    /// The form's rows; where the table prints one row for several of them, that one.
    private static func rows(_ form: TableForm?, _ table: Table?) -> [String] {
        guard let form else { return [] }
        var rows = form.rows.map(\.id)
        for merged in form.mergedRows where table?.row(merged.row.id) != nil {
            rows.removeAll { merged.replaces.contains($0) && table?.row($0) == nil }
            rows.append(merged.row.id)
        }
        return rows
    }

    /// Whether a row says that there was none: its total, or where that is blank all before it.
    private static func isNothing(_ row: Row) -> Bool {
        let numbers = row.cells.compactMap { $0?.number }
        return !numbers.isEmpty && numbers.allSatisfy { $0 == Quantity(0) }
    }

    var isRevised: Bool {
        if case .revised = era { return true }
        return false
    }

    // MARK: Applications

    static let organisations = ["business", "research", "charity", "legal_service", "other_organisation"]

    /// The columns of an applicant.
    static func columns(_ term: Term) -> [String] {
        switch term {
        case .naturalPerson: ["natural_person"]
        case .business: ["business"]
        case .research: ["research"]
        case .charity: ["charity"]
        case .legalService: ["legal_service"]
        case .otherOrganisation: ["other_organisation"]
        case .organisations: organisations
        default: []
        }
    }

    /// A row of `applications` in these columns.
    func applications(_ row: String, _ columns: [String] = ["total"]) -> [String] {
        columns.map { "applications.\(row).\($0)" }
    }

    /// The rows of a group of outcomes, or the one row of that name.
    func group(_ id: String, _ columns: [String] = ["total"]) -> [String] {
        let own = rows.indices.filter { Self.isRow(rows[$0], of: id) }
        return columns == ["total"] ? own.map { totals[$0] } : own.flatMap { applications(rows[$0], columns) }
    }

    /// Whether a row is that of a name, or one of the group of that name: `refused` and `refused.state_secret`.
    private static func isRow(_ row: String, of id: String) -> Bool {
        let (row, id) = (row.utf8.span, id.utf8.span)
        guard row.count >= id.count, row.count == id.count || row[id.count] == UInt8(ascii: ".") else { return false }
        for index in id.indices where row[index] != id[index] { return false }
        return true
    }

    /// The cells of one outcome; empty where the form does not count it.
    func outcome(_ term: Term, _ columns: [String] = ["total"]) -> [String] {
        switch era {
        case .revised: Self.revised[term].map { group($0, columns) } ?? []
        case .statistics: Self.statistics[term].map { ["statistics.\($0).count"] } ?? []
        case .annex: Self.annex[term].map { ["annex.\($0).year"] } ?? []
        }
    }

    private static let revised: [Term: String] = [
        .granted: "granted", .partly: "partly_granted", .refused: "refused", .unavailable: "unavailable",
        .notProcessed: "not_processed", .otherProcessing: "other", .stateSecret: "refused.state_secret",
        .otherLaw: "refused.prohibited_by_law", .security: "refused.security_stability",
        .thirdParty: "refused.third_party", .internalAffairs: "refused.internal_affairs",
        .processInformation: "refused.process_information", .enforcementFile: "refused.enforcement_file",
        .administrativeQuery: "refused.administrative_query", .notHeld: "unavailable.not_held",
        .needsCreation: "unavailable.needs_creation", .stillUnclear: "unavailable.still_unclear",
        .petition: "not_processed.petition", .repeated: "not_processed.repeated",
        .publication: "not_processed.publication", .excessive: "not_processed.excessive",
        .reconfirmation: "not_processed.reconfirmation", .noCorrection: "other.no_correction",
        .feeUnpaid: "other.fee_unpaid", .otherRest: "other.other",
    ]

    private static let statistics: [Term: String] = [
        .alreadyPublic: "answered.already_public", .granted: "answered.granted", .partly: "answered.partly",
        .refused: "answered.refused", .notThisAgency: "answered.not_this_agency",
        .nonexistent: "answered.nonexistent", .needsCorrection: "answered.needs_correction",
        .otherChannel: "answered.other_channel", .stateSecret: "refused.state_secret",
        .tradeSecret: "refused.trade_secret", .privacy: "refused.privacy",
        .security: "refused.security_stability", .notGovernmentInformation: "refused.not_government_information",
    ]

    private static let annex: [Term: String] = [
        .granted: "answered.granted", .partly: "answered.partly", .refused: "answered.refused",
    ]

    /// What was received by one channel; empty where the form does not count it.
    func received(by term: Term) -> [String] {
        let row: String? =
            switch term {
            case .inPerson: "received.in_person"
            case .online: "received.online"
            case .letter: "received.letter"
            case .fax: "received.fax"
            default: nil
            }
        guard let row else { return [] }
        switch era {
        case .revised: return []
        case .statistics: return ["statistics.\(row).count"]
        case .annex: return term == .fax ? [] : ["annex.\(row).year"]
        }
    }

    // MARK: Disputes

    /// The cells of one kind of dispute in one column: `upheld`, `total`.
    func disputes(_ term: Term, _ column: String) -> [String] {
        switch era {
        case .revised:
            let rows =
                switch term {
                case .review: ["review"]
                case .direct: ["litigation_direct"]
                case .afterReview: ["litigation_after_review"]
                default: ["litigation_direct", "litigation_after_review"]
                }
            return rows.map { "disputes.\($0).\(column)" }
        case .statistics:
            guard column != "pending", term == .review || term == .litigation else { return [] }
            let row = term == .review ? "review" : "litigation"
            return ["statistics.\(row)\(column == "total" ? "" : "." + column).count"]
        case .annex:
            guard column == "total", term == .review || term == .litigation else { return [] }
            return ["annex.\(term == .review ? "review" : "litigation").year"]
        }
    }

    /// The cells of what was decided of one kind of dispute; empty where the form does not count it.
    func closedDisputes(_ term: Term) -> [String] {
        let columns = isRevised ? ["upheld", "corrected", "other"] : ["total"]
        return columns.flatMap { disputes(term, $0) }
    }

    static func column(_ term: Term) -> String {
        switch term {
        case .upheld: "upheld"
        case .corrected: "corrected"
        case .otherResult: "other"
        case .pending: "pending"
        default: "total"
        }
    }
}
