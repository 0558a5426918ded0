internal import Model

/// What stands directly behind a number of disputes and says how they ended: 行政诉讼1件尚未审结, 行政复议2件被维持.
extension StretchReader {
    private static let passive = Array("被".utf8)
    private static let beginnings = phrases(
        "被 已 驳回 胜诉 败诉 正在 尚 经法院 经人民法院 判决 裁定 裁决 撤诉 撤回 维持 责令 予以 确认 准予 审结 结案 未 仍在 还在"
    )

    /// Those that ended so, or all of them, which did; of an end that no table has, some of them at least.
    func addFate(of figure: Figure, _ counted: inout Counted) {
        let (number, next) = (figure.index, figure.index + 1)
        let end = tokens[number].end
        if next < tokens.count, let term = tokens[next].term, TermSet.disputeOutcomes.contains(term),
            end == tokens[next].start || flow.bytes[end..<tokens[next].start].elementsEqual(Self.passive)
        {
            let count = counted.readings.count
            addColumn(term, &counted)
            // The forms before 2019 have one row for all that ended so, and none for what is open.
            if counted.readings.count == count { counted.isPart = true }
        } else if Self.beginnings.contains(where: { flow.hasPrefix($0, at: end) }) {
            counted.isPart = true
        }
        if counted.isPart { counted.isWhole = false }
    }
}
