import Model

/// The subject of a message.
enum Subject {
    /// What every subject begins with, so that a filter can tell our mail.
    static func tag(_ language: MessageSettings.Language) -> String { language == .en ? "[Gouji] " : "[勾稽] " }

    /// The whole subject of a message, as if it began a thread.
    static func line(_ occasion: Occasion, _ language: MessageSettings.Language) -> String {
        tag(language) + language.tongues.map { words(occasion, $0) }.joined(separator: " / ")
    }

    private static func words(_ occasion: Occasion, _ tongue: Tongue) -> String {
        switch occasion {
        case .report(let notice): words(notice, tongue)
        case .unreadable(let notice): notice.subject(tongue)
        case .degraded(let notice): notice.subject(tongue)
        case .overdue(let notice): notice.subject(tongue)
        case .arrived(let notice): ReportName.short(notice.report.identity, tongue)
        case .digest(let notice): DigestLetter.subject(notice, tongue)
        case .trial: TrialLetter.subject(tongue)
        }
    }

    private static func words(_ notice: ReportNotice, _ tongue: Tongue) -> String {
        let groups = ReportLetter.groups(of: notice.report, notice.type)
        let identity = notice.report.identity
        var name = ReportName.short(identity, tongue)
        if !AlertPolicy.isInThread(identity) { name += " " + ReportName.source(notice.report.source).clipped(60) }
        let accepted = notice.report.findings.contains {
            $0.accepted != nil && notice.last?.errors.contains($0.fingerprint) == true
        }
        if notice.type == .resolved, accepted { return tongue("\(name)：错误已接受", "\(name): accepted") }
        if notice.type == .resolved { return tongue("\(name)：已无错误", "\(name): no error is left") }
        let count = tongue.count(groups.count, notice.type == .warned ? .warning : .error)
        let topic = tongue(Topic.words(of: groups))
        return tongue("\(name)：\(topic)（\(count)）", "\(name): \(topic) (\(count))")
    }
}
