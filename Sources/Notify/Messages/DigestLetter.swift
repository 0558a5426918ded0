import Model

/// The text of several messages that are sent as one.
struct DigestLetter: Sendable {
    /// How much room its lines take.
    enum Shape: Sendable {
        /// As much of each as there is to say.
        case full
        /// Short lines; what there is no room for is at least named.
        case brief
        /// The same, but the names stand in the plain text alone.
        case briefest
    }

    /// Every message that it stands for.
    var digest: DigestNotice
    /// How many lines there is room for, the worst first.
    var count: Int
    var shape = Shape.full
    var tongue: Tongue
    /// Whether this is the message's first or only language, in which the names stand.
    var isFirst = true
    /// Whether it is for a chat, which cuts what is long: there the names come first.
    var isForChat = false

    /// The lines, the worst first, then by agency and year; of several messages on the same report only the last.
    static func rows(of digest: DigestNotice) -> [MessageSummary] {
        lines(of: digest).compactMap { $0.last.map { digest.rows[$0] } }
    }

    /// The same lines, each as the places of the messages on its report.
    static func lines(of digest: DigestNotice) -> [[Int]] {
        var places: [[String]: Int] = [:]
        var lines: [[Int]] = []
        for (index, row) in digest.rows.enumerated() {
            if let key = row.key, let place = places[key] {
                lines[place].append(index)
            } else {
                if let key = row.key { places[key] = lines.count }
                lines.append([index])
            }
        }
        return lines.enumerated().sorted { left, right in
            let (one, other) = (digest.rows[left.element.last ?? 0], digest.rows[right.element.last ?? 0])
            let keys = (order(one.type), order(other.type))
            if keys.0 != keys.1 { return keys.0 < keys.1 }
            let names = (one.agency ?? "", other.agency ?? "")
            if names.0 != names.1 { return names.0 < names.1 }
            return (one.year ?? 0, left.offset) < (other.year ?? 0, right.offset)
        }.map(\.element)
    }

    var blocks: [Block] {
        let all = Self.rows(of: digest)
        let rows = Array(all.prefix(count))
        let names = isFirst ? names(Array(isForChat ? all[...] : all.dropFirst(count))) : []
        var blocks: [Block] = [.lead(lead(all))]
        if isForChat, all.count > 1 { blocks.append(.places(names, isInGrid: false)) }
        blocks.append(.table(table(rows)))
        let left = all.count - rows.count
        if left > 0 {
            let remainder = tongue(
                "另有 \(left) 份因篇幅未列出问题，见 gouji messages 和 gouji list。",
                "Of \(left) more there is no room for what is wrong; see gouji messages and gouji list."
            )
            blocks.append(.paragraph(remainder))
            if !isForChat { blocks.append(.places(names, isInGrid: shape == .briefest)) }
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

    /// Names on one line: a chat cuts longer ones.
    private static let namesOnLine = 20

    /// `有错误 2023：龙湖镇人民政府、…`: what has no line of its own, by result and year.
    private func names(_ rows: [MessageSummary]) -> [String] {
        var lines: [String] = []
        for type in Self.types {
            let years = Dictionary(grouping: rows.filter { $0.type == type }, by: \.year)
            for (year, rows) in years.sorted(by: { ($0.key ?? 0) < ($1.key ?? 0) }) {
                let head = [Self.word(type, tongue), year.map(String.init) ?? ""].filter { !$0.isEmpty }
                for start in stride(from: 0, to: rows.count, by: Self.namesOnLine) {
                    let names = rows[start..<min(rows.count, start + Self.namesOnLine)].map(name)
                    lines.append(
                        head.joined(separator: " ") + tongue("：", ": ") + names.joined(separator: tongue("、", ", "))
                    )
                }
            }
        }
        return lines
    }

    /// The agency; of a file whose agency is not known, the file.
    private func name(_ row: MessageSummary) -> String {
        row.agency?.clipped(60) ?? row.path?.split(separator: "/").last.map { String($0).clipped(60) }
            ?? tongue("机关不明", "unknown agency")
    }

    /// The subject, without its tag.
    static func subject(_ digest: DigestNotice, _ tongue: Tongue) -> String {
        let all = rows(of: digest)
        let counts = counts(all, tongue)
        let part = digest.part.map { tongue("（\($0.number)/\($0.count)）", " \($0.number)/\($0.count)") } ?? ""
        return tongue("汇总\(part)：\(all.count) 份（\(counts)）", "digest\(part): \(all.count) reports (\(counts))")
    }

    private func lead(_ all: [MessageSummary]) -> String {
        let counts = Self.counts(all, tongue)
        return tongue("共 \(all.count) 份需要留意：\(counts)。", "\(all.count) need attention: \(counts).")
    }

    private func table(_ rows: [MessageSummary]) -> CellTable {
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
        let first = row.first(tongue).clipped(shape == .full ? 60 : 40)
        return [head, first, row.path ?? ""].filter { !$0.isEmpty }
    }

    private func cells(_ row: MessageSummary) -> [String] {
        [
            row.agency ?? tongue("机关不明", "unknown agency"), row.year.map(String.init) ?? tongue("不明", "unknown"),
            Self.word(row.type, tongue), row.type == .failed ? String(row.errors) : "–",
            row.first(tongue).clipped(shape == .full ? 60 : 40),
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
