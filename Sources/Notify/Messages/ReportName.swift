import Model
import Platform

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
