import Model

/// The text of several messages that are sent as one.
struct DigestLetter: Sendable {
    /// Every message that it stands for.
    var digest: DigestNotice
    /// The lines that there is room for, the worst first.
    var rows: [MessageSummary]
    var tongue: Tongue

    /// The lines, the worst first, then by agency and year; of several messages on the same report only the last.
    static func rows(of digest: DigestNotice) -> [MessageSummary] {
        var places: [[String]: Int] = [:]
        var rows: [MessageSummary] = []
        for row in digest.rows {
            if let key = row.key, let place = places[key] {
                rows[place] = row
            } else {
                if let key = row.key { places[key] = rows.count }
                rows.append(row)
            }
        }
        return rows.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            let keys = (order(one.type), order(other.type))
            if keys.0 != keys.1 { return keys.0 < keys.1 }
            let names = (one.agency ?? "", other.agency ?? "")
            if names.0 != names.1 { return names.0 < names.1 }
            return (one.year ?? 0, left.offset) < (other.year ?? 0, right.offset)
        }.map(\.element)
    }

    var blocks: [Block] {
        let all = Self.rows(of: digest)
        var blocks: [Block] = [.lead(lead(all)), .table(table)]
        let left = all.count - rows.count
        if left > 0 {
            let remainder = tongue(
                "另有 \(left) 份因篇幅未列出，见 gouji messages 和 gouji list。",
                "\(left) more are left out for size; see gouji messages and gouji list."
            )
            blocks.append(.paragraph(remainder))
        }
        blocks.append(.heading(tongue("怎么办", "What to do")))
        blocks.append(
            .list([
                tongue(
                    "运行 gouji show 加存档路径，查看每份报告的全部问题。",
                    "gouji show with the path of a record shows all that is wrong with it."
                ),
                tongue(
                    "更正后的页面再次投放即自动复核，无误后会有消息告知。",
                    "A corrected page, dropped again, is checked by itself, and a message tells when it is right."
                ),
            ])
        )
        return blocks
    }

    /// The subject, without its tag.
    static func subject(_ digest: DigestNotice, _ tongue: Tongue) -> String {
        let all = rows(of: digest)
        let counts = counts(all, tongue)
        return tongue("汇总：\(all.count) 份（\(counts)）", "digest: \(all.count) reports (\(counts))")
    }

    private func lead(_ all: [MessageSummary]) -> String {
        let counts = Self.counts(all, tongue)
        return tongue("共 \(all.count) 份需要留意：\(counts)。", "\(all.count) need attention: \(counts).")
    }

    private var table: CellTable {
        CellTable(
            heads: [
                tongue("机关", "Agency"), tongue("年度", "Year"), tongue("结论", "Result"), tongue("错误数", "Errors"),
                tongue("首要问题", "First problem"), tongue("存档", "Record"),
            ],
            rows: rows.map(cells),
            items: rows.map(item)
        )
    }

    /// `龙湖镇人民政府 2023:有错误(2 处)`, the first problem, and where the record is.
    private func item(_ row: MessageSummary) -> [String] {
        let name = [row.agency ?? tongue("机关不明", "unknown agency"), row.year.map(String.init) ?? ""]
            .filter { !$0.isEmpty }.joined(separator: " ")
        let errors = row.type == .failed ? tongue("（\(row.errors) 处）", " (\(tongue.count(row.errors, .error)))") : ""
        let result = Self.word(row.type, tongue) + errors
        let head = tongue("\(name)：\(result)", "\(name): \(result)")
        let first = row.first(tongue).clipped(60)
        return [head, first, row.path ?? ""].filter { !$0.isEmpty }
    }

    private func cells(_ row: MessageSummary) -> [String] {
        [
            row.agency ?? tongue("机关不明", "unknown agency"), row.year.map(String.init) ?? tongue("不明", "unknown"),
            Self.word(row.type, tongue), row.type == .failed ? String(row.errors) : "–", row.first(tongue).clipped(60),
            row.path ?? "–",
        ]
    }

    private static let types: [MessageType] = [.failed, .unreadable, .overdue, .warned, .resolved]

    private static func order(_ type: MessageType) -> Int { types.firstIndex(of: type) ?? types.count }

    private static func counts(_ rows: [MessageSummary], _ tongue: Tongue) -> String {
        types.compactMap { type in
            let count = rows.count { $0.type == type }
            return count > 0 ? tongue("\(word(type, tongue)) \(count)", "\(count) \(word(type, tongue))") : nil
        }.joined(separator: tongue("、", ", "))
    }

    private static func word(_ type: MessageType, _ tongue: Tongue) -> String {
        switch type {
        case .failed: tongue("有错误", "failed")
        case .warned: tongue("有警告", "warned")
        case .resolved: tongue("已解决", "resolved")
        case .unreadable: tongue("无法读取", "unreadable")
        case .overdue: tongue("未到", "missing")
        case .digest, .degraded: type.rawValue
        }
    }
}
