package import Forms
package import Model

/// One check of a report; a conforming type lives in its own file in `Rules`.
package protocol Rule: Sendable {
    /// What the catalogue, the archive and the messages say of the rule.
    static var description: RuleDescription { get }
    /// Reports that show what the rule accepts and what it finds.
    static var examples: [RuleExample] { get }
    init()
    /// Returns what is wrong with the report, in the report's order, and what could not be judged.
    func judgement(of subject: Subject) -> Judgement
}

extension Rule {
    package static var identifier: String { description.identifier }
}

/// What people are told of a rule.
package struct RuleDescription: Sendable {
    /// Stable for ever: the archive, the messages and the configuration use it.
    package var identifier: String
    /// How bad its findings are, in words where that depends.
    package var severity: Finding.Message
    /// What must hold.
    package var statement: Finding.Message
    /// The law or the form that it rests on.
    package var basis: String
    /// The forms that it applies to; empty: all.
    package var forms: [String]

    package init(
        _ identifier: String,
        severity: Finding.Message,
        statement: Finding.Message,
        basis: String,
        forms: [String] = []
    ) {
        self.identifier = identifier
        self.severity = severity
        self.statement = statement
        self.basis = basis
        self.forms = forms
    }
}

/// A report, the form that it follows, and what it is judged by.
package struct Subject: Sendable {
    package let report: Report
    package let form: Form
    package let context: JudgementContext
    /// What the configuration says of the rules, as far as it is for this agency.
    let settings: RuleSettings
    /// What the arithmetic relations come to, for all rules at once.
    let relations: RelationEngine
    /// What explains each relation that does not hold, by its place among the relations.
    let explanations: [Int: Localiser.Explanation]
    /// The narrative, with what the rules on the text look for.
    let text: NarrativeText
    /// Whether it is a school's report on a school year, which has other parts and another year.
    let isOfSchoolYear: Bool

    /// Nil where the report's form is not known.
    package init?(_ report: Report, context: JudgementContext = JudgementContext()) {
        guard let form = FormCatalog.form(report.identity.form) else { return nil }
        self.report = report
        self.form = form
        self.context = context
        settings = RuleSettings(context.settings, agency: report.identity.agency)
        relations = RelationEngine(report, form: form, own: context.constraints, settings: settings)
        explanations =
            Localiser(engine: relations, form: form, report: report, previous: context.neighbours.previous)
            .explanations()
        text = NarrativeText(report.narrative)
        isOfSchoolYear = report.isOfSchoolYear
    }
}

/// What a rule comes to.
package struct Judgement: Sendable, Equatable {
    package var findings: [Finding]
    package var unverified: [Unverified]

    package init(findings: [Finding] = [], unverified: [Unverified] = []) {
        self.findings = findings
        self.unverified = unverified
    }

    package static let clean = Judgement()

    mutating func append(_ other: Judgement) {
        findings += other.findings
        unverified += other.unverified
    }
}

/// A report with what a rule must find in it.
package struct RuleExample: Sendable {
    /// What it shows.
    package var name: Finding.Message
    package var report: Report
    /// The other reports that it is judged beside.
    package var neighbours: Neighbours
    /// The first path of each finding, in order; empty: the rule finds nothing.
    package var paths: [String]

    package init(
        zh: String,
        en: String,
        _ report: Report,
        beside neighbours: Neighbours = Neighbours(),
        finds paths: [String] = []
    ) {
        name = Finding.Message(zh: zh, en: en)
        self.report = report
        self.neighbours = neighbours
        self.paths = paths
    }
}

extension Finding.Message {
    /// The severities as the catalogue words them.
    static let error = Finding.Severity.error.words
    static let warning = Finding.Severity.warning.words
    static let info = Finding.Severity.info.words
}
