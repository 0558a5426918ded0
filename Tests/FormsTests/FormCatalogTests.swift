import Forms
import Model
import Testing

@Suite struct FormCatalogTests {
    private static let applications2021 = [
        "received", "carried_in", "granted", "partly_granted", "refused.state_secret", "refused.prohibited_by_law",
        "refused.security_stability", "refused.third_party", "refused.internal_affairs",
        "refused.process_information", "refused.enforcement_file", "refused.administrative_query",
        "unavailable.not_held", "unavailable.needs_creation", "unavailable.still_unclear", "not_processed.petition",
        "not_processed.repeated", "not_processed.publication", "not_processed.excessive",
        "not_processed.reconfirmation", "other.no_correction", "other.fee_unpaid", "other.other", "processed_total",
        "carried_out",
    ]
    private static let statistics = [
        "disclosed", "disclosed.normative", "normative_issued", "channel.gazette", "channel.website",
        "channel.weibo", "channel.wechat", "channel.other", "responses", "responses.press", "responses.press.leader",
        "responses.interview", "responses.interview.leader", "responses.articles", "responses.social",
        "responses.other", "received", "received.in_person", "received.fax", "received.online", "received.letter",
        "closed", "closed.on_time", "closed.extended", "answered", "answered.already_public", "answered.granted",
        "answered.partly", "answered.refused", "refused.state_secret", "refused.trade_secret", "refused.privacy",
        "refused.security_stability", "refused.not_government_information", "refused.other_law",
        "answered.not_this_agency", "answered.nonexistent", "answered.needs_correction", "answered.other_channel",
        "review", "review.upheld", "review.corrected", "review.other", "litigation", "litigation.upheld",
        "litigation.corrected", "litigation.other", "complaints", "fees_charged", "offices", "reading_points",
        "staff", "staff.full_time", "staff.part_time", "budget", "meetings", "trainings", "trainees",
    ]
    private static let annex = [
        "disclosed", "disclosed.website", "disclosed.gazette", "received", "received.in_person", "received.online",
        "received.letter", "answered", "answered.granted", "answered.partly", "answered.refused", "answered.other",
        "appeals", "review", "litigation",
    ]
    private static let applicants = [
        "natural_person", "business", "research", "charity", "legal_service", "other_organisation", "total",
    ]

    @Test func holdsTheFourFormsOldestFirst() {
        #expect(FormCatalog.all.map(\.identifier) == ["2008", "2014", "2019", "2021"])
        #expect(FormCatalog.form("2014")?.identifier == "2014")
        #expect(FormCatalog.form("2020") == nil)
        #expect(FormCatalog.form(nil) == nil)
    }

    @Test(arguments: FormCatalog.all) func identifiersAreUnique(_ form: Form) {
        #expect(Self.areUnique(form.sections.map(\.id)))
        #expect(Self.areUnique(form.tables.map(\.id)))
        #expect(Self.areUnique(form.relations.map { $0.rule + $0.code }))
        for table in form.tables {
            #expect(Self.areUnique(table.columns.map(\.id)))
            #expect(Self.areUnique(table.rows.map(\.id) + table.mergedRows.map(\.row.id)))
        }
    }

    @Test func applicationsRowsStandInTheFormsOrder() throws {
        let recent = try Self.table("applications", of: "2021")
        #expect(recent.rows.map(\.id) == Self.applications2021)
        #expect(recent.columns.map(\.id) == Self.applicants)
        #expect(Self.cells(of: recent) == 175)
        let former = try Self.table("applications", of: "2019")
        let split = ["other.no_correction", "other.fee_unpaid", "other.other"]
        var expected = Self.applications2021.filter { !split.contains($0) }
        expected.insert("other", at: expected.count - 2)
        #expect(former.rows.map(\.id) == expected)
        #expect(Self.cells(of: former) == 161)
        #expect(recent.mergedRows.map(\.row.id) == ["other"])
        #expect(recent.mergedRows.flatMap(\.replaces) == split)
    }

    @Test(arguments: [
        ("2021", "proactive", 10), ("2019", "proactive", 22), ("2021", "disputes", 15), ("2019", "disputes", 15),
        ("2014", "statistics", 58), ("2008", "annex", 30),
    ])
    func hasAsManyCellsAsTheForm(_ form: String, _ table: String, _ count: Int) throws {
        #expect(Self.cells(of: try Self.table(table, of: form)) == count)
    }

    @Test func otherTablesHaveTheContractsRows() throws {
        #expect(try Self.table("statistics", of: "2014").rows.map(\.id) == Self.statistics)
        #expect(try Self.table("annex", of: "2008").rows.map(\.id) == Self.annex)
        #expect(
            try Self.table("proactive", of: "2021").rows.map(\.id) == [
                "regulations", "normative_documents", "permits", "penalties", "coercive_measures", "fees",
            ]
        )
        #expect(
            try Self.table("proactive", of: "2019").rows.map(\.id) == [
                "regulations", "normative_documents", "permits", "other_services", "penalties", "coercive_measures",
                "fees", "procurement",
            ]
        )
        for form in ["2019", "2021"] {
            let disputes = try Self.table("disputes", of: form)
            #expect(disputes.isOneLine)
            #expect(disputes.rows.map(\.id) == ["review", "litigation_direct", "litigation_after_review"])
            #expect(disputes.columns.map(\.id) == ["upheld", "corrected", "other", "pending", "total"])
        }
    }

    @Test(arguments: FormCatalog.all) func relationsNameWhatIsThere(_ form: Form) throws {
        #expect(!form.relations.isEmpty)
        for relation in form.relations {
            let table = try Self.table(relation.table, of: form.identifier)
            let (rows, columns) = relation.places
            #expect(Set(rows).isSubset(of: table.rows.map(\.id)), "\(relation.code)")
            #expect(Set(columns).isSubset(of: table.columns.map(\.id)), "\(relation.code)")
            #expect(!relation.basis.isEmpty)
        }
        for table in form.tables {
            #expect(form.sections.contains { $0.id == table.section })
            for row in table.rows { #expect(Set(row.columns ?? []).isSubset(of: table.columns.map(\.id))) }
        }
    }

    @Test(arguments: [("2021", 21), ("2019", 19)])
    func processedTotalIsTheSumOfTheOutcomes(_ form: String, _ count: Int) throws {
        let relation = FormCatalog.form(form)?.relations.first { $0.code == "A02" }
        guard case .eachColumn(let columns, let left, let right)? = relation?.shape else {
            Issue.record("A02 is no relation of rows")
            return
        }
        #expect(columns == Self.applicants)
        #expect(left == ["processed_total"])
        #expect(right.count == count)
    }

    @Test(arguments: FormCatalog.all) func evidenceStandsOnOneFormOnly(_ form: Form) {
        for other in FormCatalog.all where other.identifier != form.identifier {
            for word in form.evidence {
                #expect(!other.evidence.contains { $0.contains(word) || word.contains($0) }, "\(word)")
                let labels = other.tables.flatMap { $0.rows.map(\.label) + $0.columns.map(\.label) + $0.furniture }
                #expect(!labels.contains { $0.contains(word) }, "\(word)")
            }
        }
    }

    @Test func sectionsAreRequiredAsTheLawAsks() {
        let required = { (id: String) in FormCatalog.form(id)?.sections.filter(\.isRequired).map(\.id) }
        let revised = ["overview", "proactive", "applications", "disputes", "problems", "other"]
        #expect(required("2021") == revised)
        #expect(required("2019") == revised)
        let original = ["proactive", "applications", "fees", "disputes", "problems"]
        #expect(required("2014") == original)
        #expect(required("2008") == original)
        let fees = FormCatalog.form("2014")?.sections.first { $0.id == "fees" }
        #expect(fees?.requiredUntil == 2018)
        #expect(FormCatalog.form("2019")?.sections.last?.missingSeverity == .warning)
        #expect(FormCatalog.form("2021")?.sections.last?.missingSeverity == .error)
    }

    private static func table(_ id: String, of form: String) throws -> TableForm {
        try #require(FormCatalog.form(form)?.tables.first { $0.id == id })
    }

    private static func cells(of table: TableForm) -> Int {
        table.rows.map { ($0.columns ?? table.columns.map(\.id)).count }.reduce(0, +)
    }

    private static func areUnique(_ names: [String]) -> Bool { Set(names).count == names.count }
}

extension Relation {
    /// Every row and every column that the relation names.
    fileprivate var places: (rows: [String], columns: [String]) {
        switch shape {
        case .eachColumn(let columns, let left, let right): (left + right, columns)
        case .eachRow(let rows, let left, let right): (rows, left + right)
        }
    }
}
