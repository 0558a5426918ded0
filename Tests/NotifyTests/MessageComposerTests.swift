import Foundation
import Model
import Record
import Testing

@testable import Notify

struct MessageComposerTests {
    /// 2026-01-31T09:00:05Z, a Saturday.
    private static let moment = 1_769_850_005

    private func composer(_ language: MessageSettings.Language) -> MessageComposer {
        MessageComposer(
            settings: MessageSettings(language: language, from: "勾稽 <gouji@archive.example>", to: ["a@b.example"]),
            labels: .some
        )
    }

    private func notice(_ type: MessageType, _ report: Report, last: ThreadMark? = nil) -> Occasion {
        .report(
            ReportNotice(
                type: type,
                report: report,
                archivePath: "archive/2023/龙湖镇人民政府/report-1.json",
                revision: last == nil ? 1 : 2,
                last: last
            )
        )
    }

    private func compose(_ occasion: Occasion, _ language: MessageSettings.Language = .zh) -> Message {
        composer(language).compose(occasion, endpoint: "office", created: Self.moment)
    }

    private func parsed(_ message: Message) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(message.body.utf8)) as? [String: Any])
    }

    private func mail(_ message: Message) throws -> [String: Any] {
        let data = try #require(try parsed(message)["data"] as? [String: Any])
        return try #require(data["message"] as? [String: Any])
    }

    private func check(_ message: Message, _ stem: String) throws {
        let content = try MailFields.content(of: message.body)
        try expectGolden(message.body + "\n", stem + ".json")
        try expectGolden(content.TextBody, stem + ".txt")
        try expectGolden(content.HtmlBody + "\n", stem + ".html")
    }

    @Test(arguments: [MessageSettings.Language.zh, .en, .both])
    func aFailedReport(language: MessageSettings.Language) throws {
        try check(compose(notice(.failed, .unbalanced()), language), "failed-" + language.rawValue)
    }

    /// The table marks every cell that one of the repairs changes, and none as if it were certain.
    @Test func aFailedReportThatSeveralRepairsWouldMend() throws {
        var report = Report.unbalanced()
        report.findings = report.findings.map { finding in
            var finding = finding
            finding.repairs.append(
                Finding.Repair(
                    changes: [
                        .init(path: "applications.carried_out.natural_person", from: nil, to: Quantity(6)),
                        .init(path: "applications.carried_out.total", from: nil, to: Quantity(6)),
                    ],
                    cause: Finding.Message(zh: "结转下年漏填", en: "what is carried over was left out")
                )
            )
            return finding
        }
        let message = compose(notice(.failed, report))
        try check(message, "several-zh")
        let html = try MailFields.content(of: message.body).HtmlBody
        #expect(html.contains("6 → 0 ①</td>") && html.contains(" → 6 ②</td>"))
        #expect(!html.contains("红底"))
    }

    @Test func aResolvedReportThatStillHasWarnings() throws {
        let failed = compose(notice(.failed, .unbalanced()), .both)
        let report = Report.make(findings: [.make("section.missing", .warning)])
        let text = try MailFields.content(of: compose(notice(.resolved, report, last: failed.thread)).body).TextBody
        #expect(text.hasPrefix("龙湖镇人民政府 2023 年度政府信息公开工作年度报告的新版本已无错误，尚有 1 处警告：缺少章节。"))
    }

    @Test func aResolvedReport() throws {
        let failed = compose(notice(.failed, .unbalanced()), .both)
        try check(compose(notice(.resolved, .make(), last: failed.thread), .both), "resolved-both")
    }

    @Test func aFailedReportThatFailsOtherwise() throws {
        let failed = compose(notice(.failed, .unbalanced()))
        let report = Report.make(id: "sha256:ee", findings: [.make("section.missing")])
        try check(compose(notice(.failed, report, last: failed.thread)), "failed-again-zh")
    }

    @Test func aWarnedReportOfUnknownOrigin() throws {
        let report = Report.make(
            agency: nil,
            year: nil,
            findings: [.make("identity.unknown", .warning), .make("text.residue", .info, fingerprint: "a")]
        )
        try check(compose(notice(.warned, report), .both), "warned-both")
    }

    @Test func anUnreadableFile() throws {
        let rejection = Rejection(
            .notAReport,
            .init(zh: "这是一则新闻,不是年度报告。", en: "This is a news item, no annual report."),
            line: 3,
            excerpt: "<script>alert(1)</script>\u{202E}"
        )
        let notice = QuarantineNotice(
            rejection: rejection,
            source: Source(name: "a/新闻.html", bytes: 12),
            id: "sha256:00",
            path: "quarantine/新闻.html"
        )
        try check(compose(.unreadable(notice), .both), "unreadable-both")
    }

    @Test func aDegradedDaemon() throws {
        let notice = DegradedNotice(
            code: "disk-full",
            message: .init(zh: "磁盘已满。", en: "The disk is full."),
            since: "2026-01-31T09:00:00Z"
        )
        try check(compose(.degraded(notice), .both), "degraded-both")
    }

    @Test(arguments: [nil, 7])
    func aReportThatIsMissing(reminder: Int?) throws {
        let notice = OverdueNotice(
            agency: "龙湖镇人民政府",
            year: 2023,
            due: "2024-03-31",
            daysLeft: reminder ?? -1,
            reminder: reminder,
            source: "https://longhu.example/?a=1&b=2"
        )
        try check(compose(.overdue(notice), .both), reminder == nil ? "overdue-both" : "reminder-both")
    }

    @Test func aReportThatHasCome() throws {
        let notice = OverdueNotice(agency: "龙湖镇人民政府", year: 2023, due: "2024-03-31", daysLeft: -1)
        let last = try #require(compose(.overdue(notice), .both).thread)
        let arrival = ArrivalNotice(report: .make(), archivePath: "archive/2023/x/report-1.json", last: last)
        try check(compose(.arrived(arrival), .both), "arrived-both")
    }

    @Test func whatWasAcceptedIsNotToldToBeGone() throws {
        let failed = compose(notice(.failed, .unbalanced()), .zh)
        var report = Report.unbalanced(id: "sha256:2")
        for index in report.findings.indices { report.findings[index].accepted = "已与该镇核实" }
        let message = compose(notice(.resolved, report, last: failed.thread), .zh)
        let text = try MailFields.content(of: message.body).TextBody
        #expect(text.hasPrefix("龙湖镇人民政府 2023 年度政府信息公开工作年度报告的错误已按配置接受。"))
        #expect(text.contains("（已接受：已与该镇核实）") && !text.contains("不再出现"))
        #expect(message.summary?.first.zh == "错误已按配置接受")
    }

    @Test func whatAnotherReportMendedIsToldWithItsRecord() throws {
        let failed = compose(notice(.failed, .unbalanced()), .zh)
        var report = Report.make()
        report.beside = Beside(previous: "sha256:9", round: 2)
        report.beside.cause = "archive/2022/x/report-2.json"
        var resolved = notice(.resolved, report, last: failed.thread)
        if case .report(var notice) = resolved {
            notice.revision = 1
            resolved = .report(notice)
        }
        let text = try MailFields.content(of: compose(resolved, .zh).body).TextBody
        #expect(text.contains("与之对照的报告有了新版本（archive/2022/x/report-2.json），本报告未变"))
    }

    @Test(arguments: [MessageSettings.Language.zh, .en])
    func aDigest(language: MessageSettings.Language) throws {
        let failed = try #require(compose(notice(.failed, .unbalanced())).summary)
        var older = failed
        older.type = .resolved
        var unreadable = failed
        (unreadable.type, unreadable.agency, unreadable.year) = (.unreadable, nil, nil)
        unreadable.first = .init(zh: "<空文件>", en: "<empty>")
        let digest = DigestNotice(
            created: Self.moment,
            members: ["a", "b", "c"],
            rows: [older, unreadable, failed]
        )
        try check(compose(.digest(digest), language), "digest-" + language.rawValue)
    }

    @Test func ownWordsTakeThePlaceOfTheUsualOnes() throws {
        var endpoint = EndpointSettings.office
        endpoint.language = .zh
        endpoint.template = EndpointTemplate(
            subject: "{agency}{{{year}}} {count}",
            text: "请 <尽快> 处理:{first}\n{record}\n\n{body}"
        )
        let message = composer(.en).addressed(by: endpoint).compose(
            notice(.failed, .unbalanced()),
            endpoint: "office",
            created: Self.moment
        )
        #expect(message.subject == "龙湖镇人民政府{2023} 1")
        #expect(message.thread?.subject == message.subject)
        try check(message, "template-zh")
        let degraded = DegradedNotice(code: "x", message: .init(zh: "甲", en: "a"), since: "2026-01-31T09:00:00Z")
        let plain = composer(.en).addressed(by: endpoint).compose(.degraded(degraded), endpoint: "office", created: 0)
        #expect(plain.subject == "[勾稽] 守护进程异常：x")
    }

    @Test func ownWordsThatAreTooLongGiveWay() throws {
        var endpoint = EndpointSettings.office
        endpoint.template.text = String(repeating: "{body}", count: 600)
        let message = composer(.zh).addressed(by: endpoint).compose(
            notice(.failed, .unbalanced()),
            endpoint: "office",
            created: Self.moment
        )
        #expect(message.body.utf8.count <= MessageBody.limit)
        #expect(try MailFields.content(of: message.body).TextBody.hasPrefix("龙湖镇人民政府"))
    }

    @Test func theIdentifierFollowsFromReportEndpointAndType() {
        let message = compose(notice(.failed, .unbalanced()))
        let later = composer(.en).compose(notice(.failed, .unbalanced()), endpoint: "office", created: Self.moment + 99)
        #expect(message.id == later.id)
        #expect(!message.id.contains("."))
        #expect(composer(.zh).compose(notice(.failed, .unbalanced()), endpoint: "b", created: 0).id != message.id)
        #expect(compose(notice(.resolved, .unbalanced())).id != message.id)
        #expect(compose(notice(.failed, .make())).id != message.id)
    }

    @Test func aThreadKeepsItsRootAndSubject() throws {
        let failed = compose(notice(.failed, .unbalanced()))
        let resolved = compose(notice(.resolved, .make(), last: failed.thread))
        #expect(try mail(failed)["InReplyTo"] as? String == mail(resolved)["InReplyTo"] as? String)
        #expect(try mail(failed)["MessageID"] as? String != mail(resolved)["MessageID"] as? String)
        #expect(failed.subject == "[勾稽] 龙湖镇人民政府 2023：勾稽关系不平（1 处错误）")
        #expect(resolved.subject == "Re: " + failed.subject)
        #expect(resolved.thread?.subject == failed.subject)
    }

    @Test func aChatIsToldWhatHoldsNow() {
        let failed = compose(notice(.failed, .unbalanced()))
        let chat = composer(.zh).addressed(by: EndpointSettings(name: "chat", kind: .feishu))
        let resolved = chat.compose(
            notice(.resolved, .make(), last: failed.thread),
            endpoint: "chat",
            created: Self.moment
        )
        #expect(resolved.subject.hasSuffix("已无错误"))
        #expect(resolved.thread?.subject == failed.subject)
    }

    @Test func reportsOfUnknownAgencyShareNoThread() throws {
        let one = compose(notice(.failed, .make(id: "sha256:1", agency: nil, findings: [.make("section.missing")])))
        let other = compose(notice(.failed, .make(id: "sha256:2", agency: nil, findings: [.make("section.missing")])))
        #expect(one.thread == nil)
        #expect(try mail(one)["InReplyTo"] as? String != mail(other)["InReplyTo"] as? String)
    }

    @Test func findingsWithoutRoomAreDroppedAndCounted() throws {
        let findings = (0..<300).map { number in
            var finding = Finding.make("section.missing", fingerprint: "f\(number)")
            finding.message.zh = "第 \(number) 处:" + String(repeating: "长", count: 50)
            return finding
        }
        let message = compose(notice(.failed, .make(findings: findings)), .both)
        #expect(message.body.utf8.count <= MessageBody.limit)
        #expect(message.body.utf8.count > MessageBody.limit - 3000)
        let data = try #require(try parsed(message)["data"] as? [String: Any])
        let report = try #require(data["report"] as? [String: Any])
        let kept = try #require(report["findings"] as? [[String: Any]])
        #expect(kept.count > 3)
        #expect(report["truncated"] as? Int == 300 - kept.count)
        #expect(kept.first?["fingerprint"] as? String == "f0")
        #expect(try #require(mail(message)["TextBody"] as? String).contains("另有 \(300 - kept.count) 条发现"))
    }

    /// Places are numbers and names: before a finding is left out, the second language goes without them.
    @Test func theSecondLanguageRepeatsNoPlacesWhereRoomIsShort() throws {
        let findings = (0..<40).map { number in
            var finding = Finding.make("section.missing", fingerprint: "f\(number)")
            finding.places = [.init(path: "identity.title", line: 7, text: "某处")]
            return finding
        }
        func text(_ count: Int) throws -> String {
            let report = Report.make(findings: Array(findings.prefix(count)))
            return try MailFields.content(of: compose(notice(.failed, report), .both).body).TextBody
        }
        #expect(try text(1).contains("line 7, ") && text(1).contains("第 7 行"))
        #expect(try !text(40).contains("line 7, ") && text(40).contains("第 7 行"))
    }

    @Test func nothingHostileMakesABodyTooLong() throws {
        let long = String(repeating: "𠀀\"\\\u{1}", count: 20_000)
        var finding = Finding.make("section.missing")
        finding.message = .init(zh: long, en: long)
        finding.places = [.init(path: "sections.fees", text: long)]
        var report = Report.make(id: "sha256:1", agency: long, name: long, findings: [finding])
        report.identity.title = long
        report.source.url = long
        let message = compose(notice(.failed, report), .both)
        #expect(message.body.utf8.count <= MessageBody.limit)
        _ = try parsed(message)
    }

    @Test func nothingBreaksOutOfAHeader() throws {
        let report = Report.make(agency: "甲\r\nBcc: x@y", findings: [.make("section.missing")])
        let message = compose(notice(.failed, report))
        #expect(!message.subject.contains { $0.isNewline })
        let settings = MessageSettings(from: "a@b\r\nX: y", to: ["c@d\nBcc: e@f"])
        let other = MessageComposer(settings: settings).compose(notice(.failed, report), endpoint: "o", created: 0)
        for key in ["From", "To", "Subject", "MessageID"] {
            #expect(try #require(mail(other)[key] as? String).allSatisfy { !$0.isNewline })
        }
    }

    @Test func whatStandsInAReportIsEscaped() throws {
        var finding = Finding.make("section.missing")
        finding.places = [.init(path: "sections.x", line: 3, text: "<img src=x onerror='a'>&\"")]
        let html = try MailFields.content(of: compose(notice(.failed, .make(findings: [finding]))).body).HtmlBody
        #expect(html.contains("&lt;img src=x onerror=&#39;a&#39;&gt;&amp;&quot;"))
        #expect(!html.contains("<img"))
    }
}
