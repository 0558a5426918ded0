import Model
import Notify

extension Report {
    /// A report of a town whose second table does not balance: 0 + 6 against 0 + 0, in two columns.
    static func unbalanced(id: String = "sha256:" + String(repeating: "ab", count: 32)) -> Report {
        var report = Report.make(id: id)
        report.tables = [.applications]
        report.findings = [
            .balance(column: "natural_person", line: 160, fingerprint: "aa11"),
            .balance(column: "total", line: 172, fingerprint: "bb22", group: "aa11"),
        ]
        return report
    }

    static func make(
        id: String = "sha256:" + String(repeating: "cd", count: 32),
        agency: String? = "龙湖镇人民政府",
        year: Int? = 2023,
        name: String = "crawler/003.txt",
        findings: [Finding] = []
    ) -> Report {
        Report(
            id: id,
            received: "2026-01-31T09:00:00Z",
            source: Source(name: name, bytes: 12_151, mediaType: "text/plain", charset: "UTF-8"),
            identity: Identity(agency: agency, year: year, title: "龙湖镇2023年政府信息公开工作年度报告", form: "2021"),
            findings: findings
        )
    }
}

extension Finding {
    static func balance(column: String, line: Int, fingerprint: String, group: String? = nil) -> Finding {
        Finding(
            rule: "applications.balance",
            severity: .error,
            message: Message(
                zh: "本年新收 0 + 上年结转 6 = 6,而办理总计 0 + 结转下年 0 = 0(\(column))",
                en: "received 0 + carried in 6 = 6, but processed 0 + carried out 0 = 0 (\(column))"
            ),
            places: [
                Place(path: "applications.carried_in.\(column)", line: line, text: "6"),
                Place(path: "applications.received.\(column)", line: line - 8, text: "0"),
                Place(path: "applications.carried_out.\(column)", line: line + 100, text: ""),
            ],
            expected: .number(Quantity(6)),
            actual: .number(Quantity(0)),
            basis: "国办公开办函〔2021〕30号 表三",
            repairs: [
                Repair(
                    changes: [
                        .init(path: "applications.carried_in.\(column)", from: Quantity(6), to: Quantity(0))
                    ],
                    cause: Finding.Message(zh: "<上年结转>误填", en: "<上年结转>误填")
                )
            ],
            fingerprint: fingerprint,
            group: group
        )
    }

    static func make(_ rule: String, _ severity: Severity = .error, fingerprint: String = "ff00") -> Finding {
        Finding(
            rule: rule,
            severity: severity,
            message: Message(zh: "缺少“收费及减免情况”一节", en: "the section on fees is missing"),
            places: [Place(path: "sections.fees")],
            basis: "2007年条例第三十二条",
            fingerprint: fingerprint
        )
    }
}

extension Table {
    static let applications = Table(
        id: "applications",
        state: .read,
        line: 140,
        columns: ["natural_person", "total"],
        rows: [
            Row(id: "received", label: "一、本年新收政府信息公开申请数量", line: 151, cells: [.zero, .zero]),
            Row(id: "carried_in", label: "二、上年结转政府信息公开申请数量", line: 159, cells: [.six, .six]),
            Row(id: "granted", label: "(一)予以公开", line: 170, cells: [.zero, .zero]),
            Row(id: "carried_out", label: "四、结转下年度继续办理", line: 259, cells: [.blank, .blank]),
        ]
    )
}

extension Cell {
    static let zero = Cell(.number(Quantity(0)), text: "0")
    static let six = Cell(.number(Quantity(6)), text: "6")
    static let blank = Cell(.blank)
}

extension PlaceLabels {
    static let some = PlaceLabels(names: [
        "2021/applications": .init(zh: "收到和处理政府信息公开申请情况", en: "applications"),
        "2021/applications/natural_person": .init(zh: "自然人", en: "natural persons"),
        "2021/applications/total": .init(zh: "总计", en: "total"),
        "2021/applications.received": .init(zh: "一、本年新收", en: "1. received this year"),
        "2021/applications.carried_in": .init(zh: "二、上年结转", en: "2. carried in from last year"),
        "2021/applications.carried_out": .init(zh: "四、结转下年", en: "4. carried over to next year"),
        "2021/sections.fees": .init(zh: "收费及减免情况", en: "fees"),
    ])
}
