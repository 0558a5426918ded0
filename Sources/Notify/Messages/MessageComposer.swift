import Model
import Platform

/// Writes messages: what happened, as mail for people and as data for programs, in one frozen body.
package struct MessageComposer: Sendable {
    package let settings: MessageSettings
    private let labels: PlaceLabels

    package init(settings: MessageSettings, labels: PlaceLabels = .official) {
        self.settings = settings
        self.labels = labels
    }

    /// The composer in the language and with the addresses of `endpoint`.
    func addressed(by endpoint: EndpointSettings) -> MessageComposer {
        MessageComposer(settings: endpoint.message(over: settings), labels: labels)
    }

    /// The identifier of the message of `type` on `subject` for `endpoint`: the same whenever it is asked for.
    static func identifier(_ occasion: Occasion, endpoint: String) -> String {
        "msg_" + occasion.type.tag + "_" + Envelope.digest([occasion.subject, endpoint, occasion.type.rawValue])
    }

    /// The message for `endpoint`, made at `created`, in whole seconds since 1970.
    ///
    /// Its body is at most `MessageBody.limit` bytes.
    package func compose(_ occasion: Occasion, endpoint: String, created: Int) -> Message {
        let envelope = Envelope(occasion, settings: settings, created: created)
        let id = Self.identifier(occasion, endpoint: endpoint)
        return Message(
            id: id,
            type: occasion.type,
            endpoint: endpoint,
            created: created,
            subject: envelope.subject,
            thread: mark(occasion, subject: envelope.subject),
            body: body(id, occasion, envelope)
        )
    }

    /// The subject of the first message of a thread.
    func subject(of occasion: Occasion) -> String { Subject.line(occasion, settings.language).headerSafe }

    /// As many findings as there is room for.
    private func body(_ id: String, _ occasion: Occasion, _ envelope: Envelope) -> String {
        let findings = occasion.findings
        var most = findings.count
        var body = attempt(id, occasion, envelope, findings: findings)
        guard body.utf8.count > MessageBody.limit else { return body }
        var least = 0
        body = attempt(id, occasion, envelope, findings: [])
        // `least` findings fit and `most` do not.
        while most - least > 1 {
            let middle = (least + most) / 2
            let candidate = attempt(id, occasion, envelope, findings: Array(findings.prefix(middle)))
            if candidate.utf8.count <= MessageBody.limit {
                (least, body) = (middle, candidate)
            } else {
                most = middle
            }
        }
        return body
    }

    private func attempt(_ id: String, _ occasion: Occasion, _ envelope: Envelope, findings: [Finding]) -> String {
        let letters = settings.language.tongues.map { blocks(occasion, findings, $0) }
        let content = Array(letters.joined(separator: [Block.rule]))
        let body = MessageBody(
            id: id,
            occasion: occasion,
            envelope: envelope,
            text: TextRenderer.render(content),
            html: HTMLRenderer.render(content, language: settings.language.tongues[0].tag),
            findings: findings
        )
        return body.json
    }

    private func blocks(_ occasion: Occasion, _ findings: [Finding], _ tongue: Tongue) -> [Block] {
        switch occasion {
        case .report(let notice):
            ReportLetter(
                notice: notice,
                groups: FindingGroup.groups(of: findings),
                truncated: occasion.findings.count - findings.count,
                labels: labels,
                tongue: tongue
            ).blocks
        case .unreadable(let notice): notice.blocks(tongue)
        case .degraded(let notice): notice.blocks(tongue)
        case .trial: TrialLetter.blocks(tongue)
        }
    }

    private func mark(_ occasion: Occasion, subject: String) -> ThreadMark? {
        guard case .report(let notice) = occasion else { return nil }
        return ThreadMark(notice, subject: notice.last?.subject ?? subject)
    }
}

extension Occasion {
    /// The findings to tell of, the worst first.
    var findings: [Finding] {
        guard case .report(let notice) = self else { return [] }
        return AlertPolicy.announced(notice.report)
    }
}

extension ThreadMark {
    /// Sentences kept for the message that will say they are settled.
    private static let maximumSaid = 10

    /// What a message on `notice` says about its thread; nil where the report is joined to no other.
    init?(_ notice: ReportNotice, subject: String) {
        let identity = notice.report.identity
        guard let agency = identity.agency, let year = identity.year else { return nil }
        self.init(
            agency: agency,
            year: year,
            kind: identity.kind.rawValue,
            revision: notice.revision,
            report: notice.report.id,
            errors: AlertPolicy.fingerprints(of: notice.report, .error),
            subject: subject,
            said: ReportLetter.groups(of: notice.report, notice.type).prefix(Self.maximumSaid).map { group in
                let message = group.first.message
                return Said(
                    fingerprint: group.first.fingerprint,
                    zh: message.zh.clipped(200),
                    en: message.en.clipped(200)
                )
            }
        )
    }
}
