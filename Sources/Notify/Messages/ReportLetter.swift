import Model
import Platform

/// The text about a report: what is wrong, where, what would fit, what to do, and where the record is.
struct ReportLetter: Sendable {
    var notice: ReportNotice
    /// The findings that it tells of, the worst first.
    var groups: [FindingGroup]
    /// How many findings there was no room for.
    var truncated: Int
    var labels: PlaceLabels
    var tongue: Tongue
    var detail: LetterDetail
    /// Whether this is the message's first or only language, in which the tables stand.
    var isFirst = true

    var blocks: [Block] {
        var blocks: [Block] = [.lead(lead)]
        if let change { blocks.append(.paragraph(change)) }
        if notice.type == .resolved { blocks += mended + accepted }
        blocks += findings
        if truncated > 0 { blocks.append(.paragraph(remainder)) }
        if notice.type == .failed { blocks += mended }
        if let arrival { blocks.append(.paragraph(arrival)) }
        blocks.append(.heading(tongue("怎么办", "What to do")))
        blocks.append(.list(advice))
        blocks.append(.heading(tongue("报告与存档", "Report and record")))
        blocks.append(.facts(facts))
        return blocks
    }

    private var report: Report { notice.report }

    private var findings: [Block] {
        let writer = GridWriter(report: report, labels: labels, tongue: tongue, isWhole: detail == .whole)
        let grids = detail.hasGrids ? writer.grids(groups) : []
        var blocks: [Block] = []
        for (index, group) in groups.enumerated() {
            blocks +=
                FindingLetter(
                    group: group,
                    report: report,
                    labels: labels,
                    tongue: tongue,
                    isInGrid: !grids.isEmpty && group.places.contains { CellPath($0.path, in: report) != nil },
                    hasPlaces: isFirst || detail != .brief,
                    number: index + 1,
                    isOnly: groups.count == 1,
                    isKnown: isKnown(group)
                ).blocks
        }
        return blocks + (isFirst ? grids.map(Block.grid) : [])
    }

    private var lead: String {
        let groups = ReportLetter.groups(of: report, notice.type)
        let series = ReportName.series(report, tongue)
        guard notice.type != .resolved else {
            return closing(series)
        }
        let number = tongue.count(groups.count, notice.type == .warned ? .warning : .error)
        let topic = tongue(Topic.words(of: groups))
        return tongue("\(series)有 \(number)：\(topic)。", "\(series): \(number): \(topic).")
    }

    /// That a report which was said to be missing has come.
    private var arrival: String? {
        notice.isArrival ? tongue("该报告此前逾期未到，现已收到。", "The report had been overdue; it has come.") : nil
    }

    // MARK: Since the last message

    /// The errors that were announced last; nil where nothing was, or no error.
    private var before: Set<String>? {
        guard notice.type != .warned, let last = notice.last, !last.errors.isEmpty else { return nil }
        return Set(last.errors)
    }

    /// Whether the last message told of any part of `group`; nil where it told of no errors, or the group is none.
    private func isKnown(_ group: FindingGroup) -> Bool? {
        guard group.severity == .error, let before else { return nil }
        return group.findings.contains { before.contains($0.fingerprint) }
    }

    private var change: String? {
        guard notice.type == .failed, let before, let last = notice.last else { return nil }
        let groups = ReportLetter.groups(of: report, .failed)
        let known = groups.count { $0.findings.contains { before.contains($0.fingerprint) } }
        return tongue(
            "与上一条消息（第 \(last.revision) 版）相比：新出现 \(groups.count - known) 处，仍在 \(known) 处，已改正 \(gone.count) 处。",
            "Since the last message (revision \(last.revision)): \(groups.count - known) new, \(known) still there, \(gone.count) mended."
        )
    }

    /// What the last message had told of, and what is no longer so.
    private var gone: [ThreadMark.Said] {
        let now = Set(AlertPolicy.fingerprints(of: report, notice.type == .resolved ? .warning : .error))
        let unseen = Set((notice.last?.faults ?? []).filter { $0.isUnseen(in: report) }.map(\.fingerprint))
        let here = Set(report.findings.filter { $0.accepted != nil }.map(\.fingerprint)).union(now).union(unseen)
        return (notice.last?.said ?? []).filter { said in
            !here.contains(said.fingerprint) && !(said.also ?? []).contains(where: here.contains)
        }
    }

    private var mended: [Block] {
        gone.isEmpty
            ? []
            : [
                .heading(tongue("上一条消息所说、现已不再出现的问题", "Told of before, and mended")),
                .list(gone.map { tongue($0.zh, $0.en) }),
            ]
    }

    // MARK: The end

    private var facts: [Block.Fact] {
        [
            tongue.fact("报告", "Report", report.identity.title?.clipped(120)),
            tongue.fact("来源", "Source", ReportName.source(report.source)),
            tongue.fact("网址", "Address", report.source.url?.clipped(300)),
            tongue.fact("收到", "Received", report.received),
            tongue.fact(
                "存档",
                "Record",
                tongue(
                    "\(notice.archivePath.clipped(300))（第 \(notice.revision) 版）",
                    "\(notice.archivePath.clipped(300)) (revision \(notice.revision))"
                )
            ),
            tongue.fact("对照", "Judged beside", report.beside.cause?.clipped(300)),
            tongue.fact("原文校验", "Source bytes", report.id),
        ].compactMap { $0 }
    }

    private var remainder: String {
        tongue(
            "另有 \(truncated) 条发现因篇幅未列出，全部见存档记录。",
            "\(truncated == 1 ? "1 more finding is" : "\(truncated) more findings are") left out for size; the record has them all."
        )
    }

    private var advice: [String] {
        if notice.type == .resolved {
            if !acceptedErrors.isEmpty {
                return [
                    tongue(
                        "无需处理；理由不再成立时，从配置中删去该项 [[accept]]。",
                        "Nothing; when the reason no longer holds, take the [[accept]] out of the configuration."
                    )
                ]
            }
            return Self.warnings(of: report).isEmpty
                ? [tongue("无需处理；本话题到此结束。", "Nothing; this thread is closed.")]
                : [
                    tongue(
                        "错误已全部改正，本话题到此结束；尚存的警告请酌情核对。",
                        "Nothing must be done: the errors are mended, and this thread is closed. Look at the warnings that are left."
                    )
                ]
        }
        return [
            tongue("打开来源文件，对照上面的行号核对原文。", "Open the source and compare it at the lines named above."),
            tongue(
                "确有错误的，请发布机关更正；更正后的页面再次投放即自动复核，无误后会有消息告知。",
                "If it is wrong, have the agency correct it; the corrected page, dropped again, is checked by itself."
            ),
            tongue(
                "确认无需处理的，在配置中以 [[accept]] 写明该发现的指纹和理由。",
                "If it is known and accepted, put the finding's fingerprint and a reason under [[accept]] in the configuration."
            ),
        ]
    }

    static func warnings(of report: Report) -> [FindingGroup] {
        FindingGroup.groups(of: AlertPolicy.announced(report)).filter { $0.severity == .warning }
    }

    /// The groups that a message of `type` is about.
    static func groups(of report: Report, _ type: MessageType) -> [FindingGroup] {
        let severity: Finding.Severity = type == .warned ? .warning : .error
        return FindingGroup.groups(of: AlertPolicy.announced(report)).filter { $0.severity == severity }
    }
}
