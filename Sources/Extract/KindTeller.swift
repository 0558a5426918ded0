internal import Model

/// Tells a report from a statistics page, and both from everything else.
struct KindTeller {
    var identity: Identity
    var sections: [Section]
    var tables: [Table]

    private static let statisticsTables: Set<String> = ["statistics", "annex"]

    func kind() -> Identity.Kind {
        let chapters = Set(sections.compactMap(\.id)).subtracting(["annex"])
        let isStatistics = tables.contains { Self.statisticsTables.contains($0.id) }
        if chapters.count >= 2 { return .report }
        if isStatistics { return .statistics }
        if !tables.isEmpty { return .report }
        return chapters.count == 1 && identity.title != nil ? .report : .notAReport
    }
}
