import Model
import Pipeline
import Testing

/// The beginning of the table of applications, as tests of its cells write it, and what is read of it.
enum CellShapes {
    static let labels = [
        "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息",
    ]

    static func table(_ id: String, _ text: String, year: Int = 2022, name: String = "a.txt") throws -> Table {
        let head = "青禾市审计局\(year)年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
        return try #require(try readReport(head + text, name: name).table(id))
    }

    static func counts(_ table: Table, _ row: String) -> [Int?] {
        table.row(row)?.cells.compactMap { $0 }.map { $0.number?.whole } ?? []
    }
}
