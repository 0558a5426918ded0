import Model

/// What the places of a template stand for in one message.
struct TemplateValues: Sendable {
    private var values: [Template.Place: String]

    /// Nil where the message is about no report: such ones keep their own words.
    init?(_ occasion: Occasion, _ language: MessageSettings.Language, subject: String) {
        let tongue = language.tongues[0]
        switch occasion {
        case .report(let notice): values = Self.values(notice, tongue)
        case .arrived(let notice):
            values = Self.values(notice.report)
            values[.agency] = notice.last.agency.clipped(60)
            values[.year] = String(notice.last.year)
            values[.record] = notice.archivePath.clipped(300)
        case .overdue(let notice):
            values = [
                .agency: notice.agency.clipped(60), .year: String(notice.year), .due: notice.due,
                .first: tongue(notice.summary),
            ]
        case .unreadable, .degraded, .digest, .trial: return nil
        }
        values[.type] = occasion.type.rawValue
        values[.subject] = subject
    }

    /// Empty where the message has no such thing.
    subscript(place: Template.Place) -> String { values[place] ?? "" }

    private static func values(_ notice: ReportNotice, _ tongue: Tongue) -> [Template.Place: String] {
        var values = values(notice.report)
        let groups = ReportLetter.groups(of: notice.report, notice.type)
        values[.count] = String(groups.count)
        values[.topic] = tongue(Topic.words(of: groups))
        values[.first] = groups.first.map { tongue($0.first.message).clipped(300) }
        values[.record] = notice.archivePath.clipped(300)
        return values
    }

    private static func values(_ report: Report) -> [Template.Place: String] {
        var values: [Template.Place: String] = [
            .verdict: report.verdict.rawValue, .source: ReportName.source(report.source), .received: report.received,
        ]
        values[.agency] = report.identity.agency?.clipped(60)
        values[.year] = report.identity.year.map(String.init)
        values[.title] = report.identity.title?.clipped(120)
        values[.url] = report.source.url?.clipped(300)
        return values
    }
}
