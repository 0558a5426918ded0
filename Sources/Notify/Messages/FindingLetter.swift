import Model

/// The text about one finding, or one group of findings that the same repair explains.
struct FindingLetter: Sendable {
    var group: FindingGroup
    var report: Report
    var labels: PlaceLabels
    var tongue: Tongue
    /// Whether a table of the message shows the places too.
    var isInGrid: Bool
    /// Whether the places are shown here at all.
    var hasPlaces = true
    /// Its number in the message, from 1.
    var number: Int
    /// Whether the message tells of no other.
    var isOnly: Bool
    /// Whether the thread's last message told of it; nil where there was none.
    var isKnown: Bool?

    /// More cells than these are not shown; the record has them.
    private static let maximumPlaces = 12
    private static let maximumOthers = 6

    var blocks: [Block] {
        var blocks: [Block] = [.heading(heading), .paragraph(tongue(group.first.message).clipped(600))]
        if !repairs.isEmpty {
            blocks.append(.paragraph(repairIntroduction))
            blocks.append(.list(repairs))
        }
        blocks += others
        if let absent { blocks.append(.facts([absent])) }
        if hasPlaces, !places.isEmpty { blocks.append(.places(places, isInGrid: isInGrid)) }
        blocks.append(.note(note))
        return blocks
    }

    private var heading: String {
        let topic = tongue(Topic.words(of: [group]))
        let state =
            switch isKnown {
            case true?: tongue("（仍在）", " (still there)")
            case false?: tongue("（新出现）", " (new)")
            case nil: ""
            }
        switch group.severity {
        case .error: return tongue("错误 \(number)：\(topic)\(state)", "Error \(number): \(topic)\(state)")
        case .warning: return tongue("警告 \(number)：\(topic)\(state)", "Warning \(number): \(topic)\(state)")
        case .info: return tongue("提示 \(number)：\(topic)\(state)", "Note \(number): \(topic)\(state)")
        }
    }

    // MARK: What would fit

    private var repairIntroduction: String {
        let count = group.repairs.count
        let cause = sharedCause
        let shared = cause.isEmpty ? "" : tongue("缘由：\(cause)。", " The reason of each: \(cause).")
        return count == 1
            ? tongue("这样改即可成立（请与台账核对）：", "This would make it hold (check it against your own records):")
            : tongue(
                "\(shared)以下 \(count) 种改法，任取其一都可成立，单凭报告无法断定是哪一种（请与台账核对）：",
                "Any one of these \(count) would make it hold; the report alone cannot tell which (check your own records)."
                    + shared
            )
    }

    private var repairs: [String] {
        let shown = group.repairs.prefix(FindingGroup.mostRepairs).enumerated().map { index, repair in
            let sign = sign(index).map { $0 + " " } ?? ""
            return sign + repair.changes.map(change).joined(separator: tongue("；", "; ")) + cause(repair)
        }
        let left = group.repairs.count - shown.count
        return left > 0 ? shown + [tongue("另有 \(left) 种改法，见存档记录", "\(left) more, see the record")] : shown
    }

    private func sign(_ index: Int) -> String? { group.sign(index, isOnly ? nil : number) }

    /// The cause that several repairs have in common, said once; empty where they differ.
    private var sharedCause: String {
        let causes = Set(group.repairs.prefix(FindingGroup.mostRepairs).map { tongue($0.cause).clipped(300) })
        return group.repairs.count > 1 && causes.count == 1 ? causes.first ?? "" : ""
    }

    private func cause(_ repair: Finding.Repair) -> String {
        let cause = tongue(repair.cause).clipped(300)
        return cause.isEmpty || !sharedCause.isEmpty ? "" : tongue("（\(cause)）", " (\(cause))")
    }

    private func change(_ change: Finding.Repair.Change) -> String {
        let line = group.places.first { $0.path == change.path && $0.line > 0 }.map { place(line: $0.line) } ?? ""
        let from = change.from?.description ?? tongue("空白", "blank")
        return tongue(
            "“\(name(change.path))”\(line)由 \(from) 改为 \(change.to.description)",
            "“\(name(change.path))”\(line) from \(from) to \(change.to.description)"
        )
    }

    private func place(line: Int) -> String { tongue("（第 \(line) 行）", " (line \(line))") }

    // MARK: What belongs to it

    /// The other findings of the group, in their own words.
    private var others: [Block] {
        guard !group.others.isEmpty else { return [] }
        let count = group.others.count
        let lead = tongue("同一原因还使另外 \(count) 处不成立：", "The same cause breaks \(count) more:")
        var items = group.others.prefix(Self.maximumOthers).map { tongue($0.message).clipped(300) }
        if count > items.count { items.append(tongue("……另 \(count - items.count) 处", "… \(count - items.count) more")) }
        return [.paragraph(lead), .list(items)]
    }

    /// What is not there at all: a section, a row.
    private var absent: Block.Fact? {
        let places = group.places.filter { $0.line <= 0 && $0.text.isEmpty }
        guard !places.isEmpty else { return nil }
        let names = places.prefix(Self.maximumPlaces).map { name($0.path) }.joined(separator: tongue("、", ", "))
        return tongue.fact("未见", "Not there", names)
    }

    /// The places where something stands, or should stand in a cell, a line each.
    private var places: [String] {
        let present = group.places.filter { $0.line > 0 || !$0.text.isEmpty }
        var lines = present.prefix(Self.maximumPlaces).map(line)
        if present.count > lines.count {
            let left = present.count - lines.count
            lines.append(tongue("……另 \(left) 处，见存档记录", "… \(left) more, see the record"))
        }
        return lines
    }

    private func line(_ place: Finding.Place) -> String {
        let text = place.text.isEmpty ? tongue("（空）", "(blank)") : place.text.clipped(80)
        let fits = group.proposals(isOnly ? nil : number, tongue)[place.path]
        let proposal = fits.map { tongue("，或应为 \($0)", ", \($0) would fit") } ?? ""
        let page = place.inDocument.map { tongue($0.words) }
        let line = place.line > 0 ? tongue("第 \(place.line) 行", "line \(place.line)") : nil
        guard let spot = page ?? line else {
            return tongue("\(name(place.path))：", "\(name(place.path)): ") + text + proposal
        }
        return tongue(
            "\(spot) \(name(place.path))：\(text)\(proposal)",
            "\(spot), \(name(place.path)): \(text)\(proposal)"
        )
    }

    private func name(_ path: String) -> String { tongue(labels.name(of: path, in: report)).clipped(80) }

    // MARK: For specialists

    private var note: String {
        var rules: [String] = []
        for rule in group.findings.map(\.rule) where !rules.contains(rule) { rules.append(rule) }
        // Beside a repair they would be a second answer: what is expected of one cell while the rest stays as it is.
        let isMended = !group.repairs.isEmpty
        let facts = [
            tongue.fact("应为", "Expected", isMended ? nil : group.first.expected.map(words)),
            tongue.fact("实为", "Actual", isMended ? nil : group.first.actual.map(words)),
            tongue.fact("依据", "Basis", group.first.basis.isEmpty ? nil : group.first.basis.clipped(200)),
            tongue.fact("规则", "Rule", rules.joined(separator: ", ")),
            tongue.fact("指纹", "Fingerprint", fingerprints),
        ]
        return facts.compactMap { $0.map { $0.name + $0.value } }.joined(separator: tongue("；", "; "))
    }

    private var fingerprints: String {
        let all = group.findings.map(\.fingerprint)
        return all.prefix(10).joined(separator: " ") + (all.count > 10 ? " …" : "")
    }

    private func words(_ fact: Finding.Fact) -> String {
        switch fact {
        case .number(let value): value.description
        case .words(let text): text.clipped(200)
        }
    }
}

/// How much of the report's tables a message shows, from all to nothing, as there is room.
enum LetterDetail: Sendable, CaseIterable {
    /// The rows in which something stands.
    case whole
    /// The rows that take part.
    case rows
    /// No table; the places as lines.
    case plain
    /// The same, but with the places in the first language only: they are numbers and names.
    case brief

    var hasGrids: Bool { self == .whole || self == .rows }
}
