import Model
import Platform

/// Writes messages: what happened, as mail for people and as data for programs, in one frozen body.
package struct MessageComposer: Sendable {
    package private(set) var settings: MessageSettings
    /// Who is responsible for which agency.
    let addresses: AddressBook
    private let labels: PlaceLabels
    /// The largest body, in bytes.
    private(set) var limit = MessageBody.limit
    /// Whether it is for a chat, which has no threads and shows the subject as the message's first line: that must say
    /// what holds now, once. Mail readers join messages by the subject of the first, which later ones bear again.
    private(set) var isForChat = false
    private var subjectTemplate: Template?
    private var textTemplate: Template?

    package init(settings: MessageSettings, labels: PlaceLabels = .official, addresses: AddressBook = .empty) {
        self.settings = settings
        self.labels = labels
        self.addresses = addresses
    }

    /// The composer in the language, with the addresses and in the words of `endpoint`.
    func addressed(by endpoint: EndpointSettings) -> MessageComposer {
        var composer = self
        composer.settings = endpoint.message(over: settings)
        composer.limit = [.maildir, .smtp].contains(endpoint.kind) ? MessageBody.mailLimit : MessageBody.limit
        composer.isForChat = ![.maildir, .smtp, .webhook].contains(endpoint.kind)
        composer.subjectTemplate = endpoint.template.subject.flatMap { try? Template($0, isSubject: true) }
        composer.textTemplate = endpoint.template.text.flatMap { try? Template($0, isSubject: false) }
        return composer
    }

    /// The identifier of the message on `occasion` for `endpoint`: the same whenever it is asked for.
    static func identifier(_ occasion: Occasion, endpoint: String) -> String {
        "msg_" + occasion.tag + "_" + Envelope.digest([occasion.subject, endpoint, occasion.type.rawValue])
    }

    /// The message for `endpoint`, made at `created`, in whole seconds since 1970.
    ///
    /// Its body is at most `limit` bytes.
    package func compose(_ occasion: Occasion, endpoint: String, created: Int) -> Message {
        let first = isForChat ? nil : occasion.last?.subject
        let envelope = Envelope(
            occasion,
            subject: first.map { "Re: " + $0 } ?? subject(of: occasion),
            settings: settings,
            to: recipients(occasion),
            created: created
        )
        let id = Self.identifier(occasion, endpoint: endpoint)
        return Message(
            id: id,
            type: occasion.type,
            endpoint: endpoint,
            created: created,
            subject: envelope.subject,
            thread: ThreadMark(occasion, subject: occasion.last?.subject ?? envelope.subject),
            summary: MessageSummary(occasion),
            body: body(id, occasion, envelope)
        )
    }

    /// Who is responsible for the agency that it is about; where nobody is named, those of the configuration.
    private func recipients(_ occasion: Occasion) -> [String] {
        let contacts = addresses.entry(occasion.agency)?.contacts ?? []
        return contacts.isEmpty ? settings.to : contacts
    }

    /// The subject of a message that does not bear that of another.
    func subject(of occasion: Occasion) -> String {
        // A chat shows the first sentence in every language right below.
        let usual = Subject.line(occasion, isForChat && settings.language == .both ? .zh : settings.language)
        guard let subjectTemplate, let values = TemplateValues(occasion, settings.language, subject: usual) else {
            return usual.headerSafe
        }
        return subjectTemplate.filled { values[$0] }.clipped(250).headerSafe
    }

    /// As much of the report's tables and as many findings, or lines of a digest, as there is room for.
    private func body(_ id: String, _ occasion: Occasion, _ envelope: Envelope) -> String {
        if case .digest(let notice) = occasion { return digestBody(id, notice, envelope).body }
        let most = occasion.items
        func attempt(_ count: Int, _ detail: LetterDetail) -> String {
            let (text, html) = wording(blocks(occasion, count, detail), occasion, envelope)
            return MessageBody(id: id, occasion: occasion, envelope: envelope, text: text, html: html, count: count)
                .json
        }
        for detail in LetterDetail.allCases {
            let body = attempt(most, detail)
            if body.utf8.count <= limit { return body }
        }
        var (fits, exceeds) = (0, most)
        var body = attempt(0, .brief)
        // Own words may repeat what is long; the usual ones always fit.
        if body.utf8.count > limit, textTemplate != nil {
            var usual = self
            usual.textTemplate = nil
            return usual.body(id, occasion, envelope)
        }
        while exceeds - fits > 1 {
            let middle = (fits + exceeds) / 2
            let candidate = attempt(middle, .brief)
            if candidate.utf8.count <= limit {
                (fits, body) = (middle, candidate)
            } else {
                exceeds = middle
            }
        }
        return body
    }

    /// The text as plain text and as HTML, in the endpoint's own words where it has any.
    func wording(_ blocks: [Block], _ occasion: Occasion, _ envelope: Envelope) -> (String, String) {
        let tag = settings.language.tongues[0].tag
        let text = TextRenderer.render(blocks)
        guard let textTemplate,
            let values = TemplateValues(occasion, settings.language, subject: envelope.subject)
        else { return (text, HTMLRenderer.render(blocks, language: tag)) }
        let own = textTemplate.filled { $0 == .body ? text : values[$0] }
        let html = textTemplate.filled(words: HTMLRenderer.lines) { place in
            place == .body ? blocks.map { HTMLRenderer.html($0) }.joined() : HTMLRenderer.escaped(values[place])
        }
        return (own, HTMLRenderer.document(html, language: tag))
    }

    /// The text in every language, with the first `count` things that it is to tell of.
    private func blocks(_ occasion: Occasion, _ count: Int, _ detail: LetterDetail) -> [Block] {
        let letters = settings.language.tongues.map { blocks(occasion, count, detail, $0) }
        return Array(letters.joined(separator: [Block.rule]))
    }

    private func blocks(_ occasion: Occasion, _ count: Int, _ detail: LetterDetail, _ tongue: Tongue) -> [Block] {
        switch occasion {
        case .report(let notice):
            ReportLetter(
                notice: notice,
                groups: FindingGroup.groups(of: Array(occasion.findings.prefix(count))),
                truncated: occasion.findings.count - count,
                labels: labels,
                tongue: tongue,
                detail: detail,
                isFirst: tongue == settings.language.tongues[0]
            ).blocks
        case .unreadable(let notice): notice.blocks(tongue)
        case .degraded(let notice): notice.blocks(tongue)
        case .overdue(let notice): notice.blocks(tongue)
        case .arrived(let notice): notice.blocks(tongue)
        case .digest(let notice): DigestLetter(digest: notice, count: count, tongue: tongue).blocks
        case .trial: TrialLetter.blocks(tongue)
        }
    }
}

extension Occasion {
    /// The findings to tell of, the worst first.
    var findings: [Finding] {
        guard case .report(let notice) = self else { return [] }
        return AlertPolicy.announced(notice.report)
    }

    /// How many things there are to tell of, which may be left out for size.
    var items: Int {
        if case .digest(let notice) = self { return DigestLetter.rows(of: notice).count }
        return findings.count
    }
}

extension ThreadMark {
    /// Sentences kept for the message that will say they are settled.
    private static let maximumSaid = 20

    /// What a message on `occasion` says about its thread; nil where it stands alone.
    init?(_ occasion: Occasion, subject: String) {
        switch occasion {
        case .report(let notice): self.init(notice, subject: subject)
        case .overdue(let notice): self.init(overdue: notice, subject: subject)
        case .arrived(let notice):
            self = notice.last
            report = notice.report.id
            revision += 1
        case .unreadable, .degraded, .digest, .trial: return nil
        }
    }

    /// What a message on `notice` says about its thread; nil where the report is joined to no other.
    init?(_ notice: ReportNotice, subject: String) {
        let identity = notice.report.identity
        guard let agency = identity.agency, let year = identity.year else { return nil }
        self.init(
            agency: agency,
            year: year,
            kind: identity.kind.rawValue,
            revision: notice.revision,
            round: notice.report.beside.round > 1 ? notice.report.beside.round : nil,
            report: notice.report.id,
            errors: AlertPolicy.fingerprints(of: notice.report, .error),
            faults: Fault.all(of: notice.report, after: notice.last),
            subject: subject,
            said: ReportLetter.groups(of: notice.report, notice.type).prefix(Self.maximumSaid).map(Said.init)
        )
    }

    /// A report that is missed has no bytes and no errors; a reminder comes before the message that it is overdue.
    private init(overdue notice: OverdueNotice, subject: String) {
        self.init(
            agency: notice.agency,
            year: notice.year,
            kind: ThreadKey.overdue,
            revision: 1,
            report: "",
            errors: notice.isReminder ? [] : [ThreadKey.overdue],
            subject: subject,
            said: []
        )
    }
}

extension ThreadMark.Said {
    init(_ group: FindingGroup) {
        let message = group.first.message
        self.init(
            fingerprint: group.first.fingerprint,
            zh: message.zh.clipped(200),
            en: message.en.clipped(200),
            also: group.others.isEmpty ? nil : group.others.map(\.fingerprint)
        )
    }
}
