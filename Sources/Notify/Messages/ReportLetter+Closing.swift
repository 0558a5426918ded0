import Model

extension ReportLetter {
    /// The sentence that closes a thread: that nothing is wrong any more, why, and what is left.
    func closing(_ series: String) -> String {
        let left = Self.warnings(of: notice.report)
        let tail =
            left.isEmpty
            ? tongue("。", ".")
            : tongue(
                "，尚有 \(tongue.count(left.count, .warning))：\(tongue(Topic.words(of: left)))。",
                ", but \(tongue.count(left.count, .warning)): \(tongue(Topic.words(of: left)))."
            )
        if !acceptedErrors.isEmpty {
            return tongue(
                "\(series)的错误已按配置接受\(tail)",
                "\(series): what was wrong is accepted by the configuration\(tail)"
            )
        }
        guard let other else {
            return tongue("\(series)的新版本已无错误\(tail)", "\(series): the new revision has no error left\(tail)")
        }
        return tongue(
            "\(series)已无错误：与之对照的报告有了新版本（\(other)），本报告未变\(tail)",
            "\(series): no error is left, because the report beside it has a new revision (\(other)); this one is as it was\(tail)"
        )
    }

    /// The record of the other report because of which the same revision was judged again.
    private var other: String? {
        guard let last = notice.last, notice.revision == last.revision else { return nil }
        return notice.report.beside.cause?.clipped(300)
    }

    /// The errors that the last message told of and the configuration has accepted since.
    var acceptedErrors: [Finding] {
        let told = Set(notice.last?.errors ?? [])
        return notice.report.findings.filter {
            $0.accepted != nil && $0.severity == .error && told.contains($0.fingerprint)
        }
    }

    /// What is accepted, with the reason.
    var accepted: [Block] {
        let errors = acceptedErrors
        guard !errors.isEmpty else { return [] }
        let lines = errors.prefix(20).map { finding in
            let reason = (finding.accepted ?? "").clipped(200)
            return tongue(
                "\(finding.message.zh.clipped(200))（已接受：\(reason)）",
                "\(finding.message.en.clipped(200)) (accepted: \(reason))"
            )
        }
        return [.heading(tongue("仍在、已按配置接受的问题", "Still there, and accepted")), .list(Array(lines))]
    }
}
