import Model
import Platform

/// The text about a report: what is wrong, where, what would fit, and what to do.
struct ReportLetter: Sendable {
    var notice: ReportNotice
    /// The findings that it tells of, the worst first.
    var groups: [FindingGroup]
    /// How many findings there was no room for.
    var truncated: Int
    var labels: PlaceLabels
    var tongue: Tongue

    var blocks: [Block] {
        var blocks: [Block] = [.lead(lead)]
        if let change { blocks.append(.paragraph(change)) }
        blocks.append(.facts(facts))
        if notice.type == .resolved { blocks += settled }
        for (index, group) in groups.enumerated() {
            blocks += FindingLetter(group: group, report: report, labels: labels, tongue: tongue).blocks(index + 1)
        }
        if truncated > 0 { blocks.append(.paragraph(remainder)) }
        blocks.append(.heading(tongue("怎么办", "What to do")))
        blocks.append(.list(advice))
        return blocks
    }

    private var report: Report { notice.report }

    private var lead: String {
        let count = ReportLetter.groups(of: report, notice.type).count
        let series = ReportName.series(report, tongue)
        switch notice.type {
        case .resolved:
            return tongue("\(series)的新版本已无错误。", "\(series): the new revision has no error left.")
        case .warned:
            let number = tongue.count(count, .warning)
            return tongue("\(series)有 \(number)。", "\(series): \(number).")
        default:
            let number = tongue.count(count, .error)
            return tongue("\(series)有 \(number)。", "\(series): \(number).")
        }
    }

    /// What is new since the thread's last message.
    private var change: String? {
        guard let last = notice.last, notice.type == .failed, !last.errors.isEmpty else { return nil }
        let now = Set(AlertPolicy.fingerprints(of: report, .error))
        let before = Set(last.errors)
        let (added, gone) = (now.subtracting(before).count, before.subtracting(now).count)
        return tongue(
            "与上一条消息(第 \(last.revision) 版)相比:新增错误 \(added) 处,消失 \(gone) 处。",
            "Since the last message (revision \(last.revision)): \(added) new, \(gone) gone."
        )
    }

    private var facts: [Block.Fact] {
        [
            tongue.fact("报告", "Report", report.identity.title?.clipped(120)),
            tongue.fact("来源", "Source", ReportName.source(report.source)),
            tongue.fact("网址", "Address", report.source.url?.clipped(300)),
            tongue.fact("收到", "Received", report.received),
            tongue.fact("存档", "Record", notice.archivePath.clipped(300)),
            tongue.fact("原文校验", "Source bytes", report.id),
        ].compactMap { $0 }
    }

    /// What the last message had told of, and what is no longer so.
    private var settled: [Block] {
        guard let last = notice.last, !last.said.isEmpty else { return [] }
        return [
            .heading(tongue("上一条消息所说、现已不再出现的问题", "Told of before, and gone")),
            .list(last.said.map { tongue($0.zh, $0.en) }),
        ]
    }

    private var remainder: String {
        tongue(
            "另有 \(truncated) 条发现因篇幅未列出,全部见存档记录。",
            "\(truncated) more findings are left out for size; the record has them all."
        )
    }

    private var advice: [String] {
        if notice.type == .resolved {
            return [tongue("无需处理;本话题到此结束。", "Nothing; this thread is closed.")]
        }
        return [
            tongue("打开来源文件,对照上面的行号核对原文。", "Open the source and compare it at the lines named above."),
            tongue(
                "确有错误的,请发布机关更正;更正后的页面再次投放即自动复核,无误后会有消息告知。",
                "If it is wrong, have the agency correct it; the corrected page, dropped again, is checked by itself."
            ),
            tongue(
                "确认无需处理的,在配置中以 [[accept]] 写明该发现的指纹和理由。",
                "If it is known and accepted, put the finding's fingerprint and a reason under [[accept]] in the configuration."
            ),
        ]
    }

    /// The groups that a message of `type` is about.
    static func groups(of report: Report, _ type: MessageType) -> [FindingGroup] {
        let severity: Finding.Severity = type == .warned ? .warning : .error
        return FindingGroup.groups(of: AlertPolicy.announced(report)).filter { $0.severity == severity }
    }
}

/// How a report is called.
enum ReportName {
    /// Agency and year: `龙湖镇人民政府 2023`.
    static func short(_ identity: Identity, _ tongue: Tongue) -> String {
        let agency = identity.agency?.clipped(60) ?? tongue("机关不明", "unknown agency")
        return agency + " " + (identity.year.map(String.init) ?? tongue("年度不明", "unknown year"))
    }

    /// The report in a sentence.
    static func series(_ report: Report, _ tongue: Tongue) -> String {
        let identity = report.identity
        let agency = identity.agency?.clipped(60) ?? tongue("机关不明的", "unknown agency")
        let year = identity.year.map { tongue(" \($0) 年度", " \($0)") } ?? tongue("年度不明的", " of an unknown year")
        let isStatistics = identity.kind == .statistics
        let kind =
            isStatistics
            ? tongue("政府信息公开统计表", "statistics table") : tongue("政府信息公开工作年度报告", "annual report")
        return tongue(agency + year + kind, agency + ", " + kind + year)
    }

    /// The name under which the file came.
    static func source(_ source: Source) -> String { FileName.printable(source.name).clipped(200) }
}
