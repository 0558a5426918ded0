internal import Model

extension Finding.Message {
    /// More lines than these are not named.
    private static let mostLines = 6

    /// The lines on which `places` stand, as the end of a sentence: `（第 3、5 行）`, ` (lines 3, 5)`; empty where none has
    /// a line.
    init(linesOf places: [Finding.Place]) {
        let lines = Set(places.map(\.line)).filter { $0 > 0 }.sorted()
        let shown = lines.prefix(Self.mostLines).map(String.init)
        let end = lines.count > shown.count ? "…" : ""
        self.init(
            zh: lines.isEmpty ? "" : "（第 \(shown.joined(separator: "、"))\(end) 行）",
            en: lines.isEmpty ? "" : " (\(lines.count == 1 ? "line" : "lines") \(shown.joined(separator: ", "))\(end))"
        )
    }
}
