internal import Bytes
internal import Model

/// Sentences that begin with another year because they look back.
extension YearLeftover {
    private static let reports = ["年报", "年度报告", "度报告"]
    private static let says = ["显示", "载明", "反映", "披露", "公布", "中,", "看,", "统计"]

    /// 2022年度年报显示,当年收到40件; 2021年共收到35件,2022年共收到40件: what an earlier report had, or two earlier years side by
    /// side.
    static func looksBack(_ sentence: Prose, to other: Int) -> Bool {
        let words = sentence.string
        let cites = reports.contains { report in
            guard let named = words.place(of: report) else { return false }
            let behind = words[named.upperBound...]
            return says.contains { behind.begins(with: $0) || behind.dropFirst().begins(with: $0) }
        }
        if cites { return true }
        let behind = Prose(sentence.bytes.dropFirst(7))
        return [other - 2, other - 1, other + 1].contains { year in
            guard let named = behind.string.place(of: "\(year)年") else { return false }
            return behind.string[..<named.lowerBound].contains(where: \.isNumber)
                && behind.string[named.upperBound...].contains(where: \.isNumber)
        }
    }
}
