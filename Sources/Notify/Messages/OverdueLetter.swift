import Model

extension OverdueNotice {
    /// What it says, in a line.
    var summary: Finding.Message {
        isReminder
            ? Finding.Message(zh: "应于 \(due) 前公布，还有 \(daysLeft) 天", en: "due by \(due), \(daysLeft) days left")
            : Finding.Message(zh: "应于 \(due) 前公布，尚未收到", en: "due by \(due) and not in")
    }

    /// The text about a report that has not come.
    func blocks(_ tongue: Tongue) -> [Block] {
        let name = agency.clipped(60)
        let lead =
            isReminder
            ? tongue(
                "\(name) \(year) 年度政府信息公开工作年度报告尚未收到，距期限还有 \(daysLeft) 天。",
                "\(name), annual report \(year): not in yet, \(daysLeft) days left."
            )
            : tongue(
                "\(name) \(year) 年度政府信息公开工作年度报告已过期限，尚未收到。",
                "\(name), annual report \(year): overdue, it has not come."
            )
        return [
            .lead(lead),
            .facts(
                [
                    tongue.fact("机关", "Agency", name), tongue.fact("报告年度", "Report year", String(year)),
                    tongue.fact("期限", "Due", due), tongue.fact("公布页面", "Published at", source?.clipped(300)),
                ].compactMap { $0 }
            ),
            .heading(tongue("怎么办", "What to do")),
            .list([
                tongue(
                    "已公布的，检查抓取是否遗漏该页面，并投放该报告。",
                    "If it is published, see whether the scraper misses the page, and drop the report."
                ),
                tongue(
                    "未公布的，请督促该机关公布；收到后会有消息告知。",
                    "If it is not, remind the agency; a message tells when it has come."
                ),
                tongue(
                    "名称不同而未认出的，在名册的别名一栏写上报告所用的名称。",
                    "If it came under another name, add that name to the roster's aliases."
                ),
            ]),
        ]
    }

    /// The subject, without its tag.
    func subject(_ tongue: Tongue) -> String {
        let name = agency.clipped(60)
        return isReminder
            ? tongue("\(name) \(year)：年度报告将到期（\(due)）", "\(name) \(year): report due \(due)")
            : tongue("\(name) \(year)：年度报告逾期未到", "\(name) \(year): report overdue")
    }
}

extension ArrivalNotice {
    /// The text about a report that was missing and has come.
    func blocks(_ tongue: Tongue) -> [Block] {
        let name = last.agency.clipped(60)
        let verdict =
            switch report.verdict {
            case .fail: tongue("报告有错误，另有消息说明。", "It has errors, of which another message tells.")
            case .warn: tongue("报告有警告，无错误。", "It has warnings and no error.")
            case .pass, .unreadable: tongue("报告未发现问题。", "Nothing is wrong with it.")
            }
        return [
            .lead(
                tongue(
                    "\(name) \(last.year) 年度政府信息公开工作年度报告已收到。",
                    "\(name), annual report \(last.year): it has come."
                )
            ),
            .paragraph(verdict),
            .facts(
                [
                    tongue.fact("报告", "Report", report.identity.title?.clipped(120)),
                    tongue.fact("公布", "Published", report.identity.published),
                    tongue.fact("收到", "Received", report.received),
                    tongue.fact("来源", "Source", ReportName.source(report.source)),
                    tongue.fact("存档", "Record", archivePath.clipped(300)),
                ].compactMap { $0 }
            ),
        ]
    }
}
