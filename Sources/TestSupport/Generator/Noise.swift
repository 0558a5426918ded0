/// Ways in which real reports print the same table otherwise.
package enum Noise: String, Sendable, CaseIterable {
    /// 12,345
    case thousands
    /// １２３
    case fullWidth = "full-width"
    /// A mark in a blank cell: `/`, `—`.
    case marks
    /// A note in brackets behind a number.
    case notes
    /// `1、` for `1.`, narrow brackets, 规范性文件 for 行政规范性文件.
    case labels
    /// Blanks inside labels, as justified text leaves them.
    case blanks

    func changed(_ grid: TableGrid) -> TableGrid {
        var grid = grid
        for row in grid.rows.indices {
            for column in grid.rows[row].indices {
                grid.rows[row][column].text = changed(grid.rows[row][column].text, isHead: column == 0)
            }
        }
        return grid
    }

    private func changed(_ text: String, isHead: Bool) -> String {
        let isWord = text.unicodeScalars.allSatisfy { $0.value >= 0x4E00 }
        let isCount = !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        switch self {
        case .thousands: return isCount ? separated(text) : text
        case .fullWidth: return isCount ? String(text.unicodeScalars.map(wide)) : text
        case .marks: return text.isEmpty && !isHead ? "/" : text
        case .notes: return isCount && text.utf8.count == 2 ? text + "（其中修订1件）" : text
        case .labels: return isCount ? text : relabelled(text)
        case .blanks: return text.count == 2 && isWord ? text.prefix(1) + "　" + text.suffix(1) : text
        }
    }

    private func separated(_ digits: String) -> String {
        guard digits.count > 3 else { return digits }
        return separated(String(digits.dropLast(3))) + "," + digits.suffix(3)
    }

    private func wide(_ digit: Unicode.Scalar) -> Character {
        Character(Unicode.Scalar(digit.value + 0xFEE0) ?? digit)
    }

    private func relabelled(_ text: String) -> String {
        let number = text.prefix { $0.isNumber && $0.isASCII }
        let isItem =
            !number.isEmpty && text.dropFirst(number.count).first == "."
            && text.dropFirst(number.count + 1).first.map { !$0.isASCII } == true
        let label = isItem ? number + "、" + text.dropFirst(number.count + 1) : text
        return String(label.map { ["（": "(", "）": ")"][$0] ?? $0 }).replacing("行政规范性文件", with: "规范性文件")
    }
}
