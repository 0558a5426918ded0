package import Model

/// Which message a report needs: a pure function of the report, the last message of its thread and what is wanted.
///
/// Fingerprints decide, not bytes: a page that is scraped again differs by a counter every night.
package enum AlertPolicy {
    /// The name of a source under `drop/` whose reports are archived and judged in silence.
    static let backfill = "backfill/"

    /// - Parameters:
    ///   - report: the report, judged.
    ///   - revision: its number in the archive.
    ///   - last: what the last message of its thread said; nil where there was none.
    ///   - wantsWarnings: whether any endpoint wants `report.warned`.
    /// - Returns: the type of the message, or nil where none is needed.
    package static func message(
        for report: Report,
        revision: Int,
        last: (type: MessageType, mark: ThreadMark)?,
        wantsWarnings: Bool
    ) -> MessageType? {
        guard !isSilent(report.source) else { return nil }
        let errors = fingerprints(of: report, .error)
        let hasWarnings = report.verdict == .warn
        guard let last, isInThread(report.identity) else {
            if !errors.isEmpty { return .failed }
            return hasWarnings && wantsWarnings ? .warned : nil
        }
        // A replay, or old bytes dropped again, after the thread has moved on.
        let isLater =
            revision > last.mark.revision
            || revision == last.mark.revision && report.beside.round > last.mark.round ?? 1
        guard isLater else { return nil }
        if !errors.isEmpty { return errors == last.mark.errors ? nil : .failed }
        // What could not be looked at this time is neither gone nor there: the thread stays open.
        if !last.mark.errors.isEmpty { return last.mark.hasUnseen(in: report) ? nil : .resolved }
        // Error level is the same as in the last message, namely empty; only warnings that are gone are worth a word.
        return last.type == .warned && !hasWarnings ? .resolved : nil
    }

    /// The announced fingerprints of that severity, sorted, each once.
    static func fingerprints(of report: Report, _ severity: Finding.Severity) -> [String] {
        Set(announced(report).filter { $0.severity == severity }.map(\.fingerprint)).sorted()
    }

    /// The findings that nobody has accepted, the worst first, else in the report's order.
    static func announced(_ report: Report) -> [Finding] {
        let findings = report.findings.filter { $0.accepted == nil }
        return [Finding.Severity.error, .warning, .info].flatMap { level in findings.filter { $0.severity == level } }
    }

    /// Whether the source lies below `drop/backfill/`.
    static func isSilent(_ source: Source) -> Bool { source.name.hasPrefix(backfill) }

    /// A report whose agency or year is unknown is joined to no other.
    static func isInThread(_ identity: Identity) -> Bool { identity.agency != nil && identity.year != nil }
}
