internal import Bytes
import Model

/// What a digest says of a message in one line.
package struct MessageSummary: Codable, Sendable, Equatable {
    package var type: MessageType
    package var agency: String?
    package var year: Int?
    /// The kind of document, by which a report and its statistics page are told apart.
    package var kind: String?
    /// The report's verdict: `pass`, `warn`, `fail`, `unreadable`; nil where there is no report.
    package var verdict: String?
    /// How many errors, what one repair explains counted as one.
    package var errors: Int
    /// The first finding, or what else it is about.
    package var first: Words
    /// Where the record or the file lies, below the state directory.
    package var path: String?

    /// A sentence in both languages.
    package struct Words: Codable, Sendable, Equatable {
        package var zh: String
        package var en: String
    }

    /// The same in less room.
    var shortened: MessageSummary {
        var row = self
        row.first = Words(zh: first.zh.clipped(40), en: first.en.clipped(60))
        return row
    }

    /// What messages on the same report share: a later one makes an earlier one stale.
    var key: [String]? {
        guard let agency, let year else { return nil }
        return [agency, String(year), kind ?? ""]
    }
}

extension MessageSummary {
    /// The line for a message on `occasion`; nil where it is never part of a digest.
    init?(_ occasion: Occasion) {
        switch occasion {
        case .report(let notice): self.init(notice)
        case .unreadable(let notice):
            self.init(
                type: .unreadable,
                verdict: Verdict.unreadable.rawValue,
                errors: 0,
                first: Words(notice.rejection.message),
                path: notice.path.clipped(300)
            )
        case .overdue(let notice):
            self.init(
                type: .overdue,
                agency: notice.agency.clipped(80),
                year: notice.year,
                kind: ThreadKey.overdue,
                errors: 0,
                first: Words(notice.summary)
            )
        case .arrived(let notice):
            self.init(
                type: .resolved,
                agency: notice.last.agency.clipped(80),
                year: notice.last.year,
                kind: ThreadKey.overdue,
                verdict: notice.report.verdict.rawValue,
                errors: 0,
                first: Words(Finding.Message(zh: "报告已收到", en: "the report has come")),
                path: notice.archivePath.clipped(300)
            )
        case .degraded, .digest, .trial: return nil
        }
    }

    private init(_ notice: ReportNotice) {
        let groups = ReportLetter.groups(of: notice.report, notice.type)
        let isAccepted = notice.report.findings.contains {
            $0.accepted != nil && notice.last?.errors.contains($0.fingerprint) == true
        }
        let fallback =
            isAccepted
            ? Finding.Message(zh: "错误已按配置接受", en: "accepted by the configuration")
            : Finding.Message(zh: "新版本已无错误", en: "no error left")
        self.init(
            type: notice.type,
            agency: notice.report.identity.agency?.clipped(80),
            year: notice.report.identity.year,
            kind: notice.report.identity.kind.rawValue,
            verdict: notice.report.verdict.rawValue,
            errors: notice.type == .failed ? groups.count : 0,
            first: Words(groups.first?.first.message ?? fallback),
            path: notice.archivePath.clipped(300)
        )
    }
}

extension MessageSummary.Words {
    init(_ message: Finding.Message) {
        self.init(zh: message.zh.clipped(120), en: message.en.clipped(160))
    }

    func callAsFunction(_ tongue: Tongue) -> String { tongue(zh, en) }
}

extension MessageSummary? {
    /// The summary as an object, or `null`.
    func write(to writer: inout JSONWriter) {
        guard let self else { return writer.null() }
        writer.object { writer in
            writer.member("type", self.type.rawValue)
            writer.member("agency", self.agency)
            writer.key("year")
            if let year = self.year { writer.int(year) } else { writer.null() }
            writer.member("kind", self.kind)
            writer.member("verdict", self.verdict)
            writer.key("errors")
            writer.int(self.errors)
            writer.key("first")
            writer.object { writer in
                writer.member("zh", self.first.zh)
                writer.member("en", self.first.en)
            }
            writer.member("path", self.path)
        }
    }
}
