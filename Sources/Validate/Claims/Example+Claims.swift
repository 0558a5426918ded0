internal import Forms
internal import Model

// Claims for the rules' examples.
extension Report {
    /// The report with a figure in its text.
    func saying(_ value: Int, of readings: [[String]], _ doubt: Claim.Doubt? = nil) -> Report {
        saying(value, unit: "件", key: readings[0].joined(separator: "+"), readings: readings, doubt: doubt)
    }

    /// The report with figures in its text that no table counts.
    func saying(_ figures: (value: Int, unit: String)...) -> Report {
        figures.reduce(self) { $0.saying($1.value, unit: $1.unit, key: "信息") }
    }

    /// The report with words in its text that something did not happen.
    func denying(_ readings: [[String]]) -> Report {
        let key = readings[0].joined(separator: "+")
        var report = saying(0, unit: "", key: key, readings: readings, isDenial: true)
        report.claims[report.claims.count - 1].isDenial = true
        return report
    }

    /// The report with a list: the first of these claims is the whole.
    func listing(_ claims: [Int], isExhaustive: Bool = true) -> Report {
        var report = self
        let parts = Array(claims.dropFirst())
        report.claimLists.append(
            ClaimList(wholes: [claims[0]], parts: parts, certain: parts.count, isExhaustive: isExhaustive)
        )
        return report
    }

    func saying(
        _ value: Int,
        unit: String,
        key: String,
        readings: [[String]] = [],
        doubt: Claim.Doubt? = nil,
        isDenial: Bool = false
    ) -> Report {
        var report = self
        report.claims.append(
            Claim(
                key: key,
                value: Quantity(value),
                low: Quantity(value),
                high: Quantity(value),
                unit: unit,
                line: 7 + report.claims.count,
                text: isDenial ? "没有\(name(key, readings))" : "\(name(key, readings))\(value)\(unit)",
                readings: readings,
                doubt: doubt,
                isWhole: true
            )
        )
        return report
    }

    /// What the text calls a figure: the name of the row that it states, 行政复议, or of what no table counts.
    private func name(_ key: String, _ readings: [[String]]) -> String {
        guard let cell = readings.first?.first.flatMap(CellAddress.init(path:)),
            let form = FormCatalog.form(identity.form)
        else { return key.split(separator: ":").last.map(String.init) ?? key }
        return CellName(form: form).row(of: cell).zh
    }
}
