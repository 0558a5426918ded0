import Foundation
import Model
import Platform
import TestSupport
import Testing

@testable import Notify

/// The real libcurl against robots on loopback that check signature and size by themselves; only the clock is ours.
@Suite(.timeLimit(.minutes(10)))
struct RobotTests {
    private let world: DeliveryWorld

    init() throws {
        world = try DeliveryWorld()
    }

    private static let secrets = ["dingtalk": "SECtest", "feishu": "feishutest"]

    private func robot(
        _ kind: String,
        _ answers: [String],
        environment: [String: String] = [:]
    ) throws -> PythonServer {
        try PythonServer("robot.py", [kind, Self.secrets[kind] ?? ""] + answers, environment: environment)
    }

    private func endpoint(_ kind: String, _ server: PythonServer) throws -> EndpointSettings {
        var endpoint = EndpointSettings(name: "group", kind: try #require(EndpointCatalog.kind(named: kind)))
        endpoint.urlFile = try world.secret("http://127.0.0.1:\(server.port)/robot/geheim?access_token=hidden", "url")
        if let secret = Self.secrets[kind] { endpoint.secretFile = try world.secret(secret) }
        return endpoint
    }

    /// Delivers what is queued until nothing is pending.
    private func drain(_ endpoint: EndpointSettings, step: Double = 5) throws {
        let deliverer = try world.deliverer([endpoint])
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(world.pass(deliverer, step: step) { world.count(.pending) == 0 })
    }

    @Test func signsAsTheRobotsDocumentIt() {
        let ding = DingTalkClient.sign(milliseconds: 1_700_000_000_000, secret: "SECtest")
        #expect(ding == "aZLLrriXgn05YbwaGR7knYsLeJADjr9NwLaNNKpxh4g=")
        #expect(DingTalkClient.percentEncoded(ding).hasSuffix("h4g%3D"))
        #expect(
            FeishuClient.sign(seconds: 1_700_000_000, secret: "feishutest")
                == "haBruccblxZRGfQ+rs6Ecglg9ZfbZEqTZYjCVhgR66E="
        )
    }

    @Test(arguments: ["wecom", "dingtalk", "feishu", "slack"])
    func aMessageArrives(_ kind: String) throws {
        let server = try robot(kind, [kind == "slack" ? "200" : "0"])
        var endpoint = try endpoint(kind, server)
        endpoint.prefix = "[勾稽]"
        try world.announce(.unbalanced(id: "sha256:1"), to: [endpoint])
        let id = try #require(world.outbox.list().first?.entry.id)
        try drain(endpoint)
        let visits: [RobotVisit] = server.records()
        #expect(visits.count == 1)
        let visit = try #require(visits.first)
        #expect(visit.signed == (Self.secrets[kind] == nil ? nil : true))
        #expect(visit.text.contains("[勾稽] "), "the robot's word stands as it was configured")
        #expect(visit.text.contains("龙湖镇人民政府 2023"))
        #expect(visit.text.contains("1. "))
        #expect(visit.text.contains("archive/2023/x/report-1.json"))
        #expect(visit.text.hasSuffix(ShortText.reference(id)))
        #expect(world.count(.sent) == 1)
        #expect(!world.logged.contains("geheim") && !world.logged.contains("hidden"))
    }

    /// Codes inside HTTP 200, and what each does to the message.
    @Test(arguments: [
        ("wecom", "40058", 3), ("wecom", "93000", 3), ("dingtalk", "310000", 3), ("feishu", "9499", 3),
        ("feishu", "19024", 3),
    ])
    func aCodeThatSaysNeverIsTriedTwiceMore(_ kind: String, _ code: String, _ tries: Int) throws {
        let server = try robot(kind, [code])
        let endpoint = try endpoint(kind, server)
        try world.queue(to: endpoint)
        try drain(endpoint, step: 400)
        #expect(server.records(RobotVisit.self).count == tries)
        let entry = try #require(world.outbox.list([.dead]).first?.entry)
        #expect(entry.lastError?.hasPrefix("code \(code): words") == true)
        #expect(entry.lastError?.contains("geheim") == false)
        #expect(entry.lastError?.contains("hidden") == false)
    }

    @Test(arguments: [
        ("wecom", ["45009", "-1", "html", "http:502", "0"]), ("dingtalk", ["130101", "0"]),
        ("feishu", ["11232", "9499", "0"]), ("slack", ["http:429:9", "400", "200"]),
    ])
    func aCodeThatSaysLaterIsTriedAgain(_ kind: String, _ answers: [String]) throws {
        let server = try robot(kind, answers)
        let endpoint = try endpoint(kind, server)
        try world.queue(to: endpoint)
        try drain(endpoint, step: 60)
        #expect(server.records(RobotVisit.self).map(\.answer) == answers)
        #expect(world.count(.sent) == 1)
    }

    @Test func aRobotThatThrottlesIsLeftAlone() throws {
        let server = try robot("dingtalk", ["130101", "0"])
        let endpoint = try endpoint("dingtalk", server)
        try world.queue(to: endpoint)
        try drain(endpoint, step: 20)
        let times = server.records(RobotVisit.self).compactMap(\.time)
        #expect(times.count == 2 && times[1] - times[0] >= 600)
    }

    @Test func aClockThatIsOffIsNamed() throws {
        let date = "Thu, 01 Jan 2026 00:00:00 GMT"
        let server = try robot("dingtalk", ["310000"], environment: ["ROBOT_DATE": date])
        let endpoint = try endpoint("dingtalk", server)
        try world.queue(to: endpoint)
        try drain(endpoint, step: 400)
        let error = try #require(world.outbox.list([.dead]).first?.entry.lastError)
        #expect(error.contains("clock is") && error.contains("fast, set it"))
    }

    @Test func aBurstKeepsWithinTheRobotsRate() throws {
        let server = try robot("dingtalk", ["0"])
        let endpoint = try endpoint("dingtalk", server)
        try world.fill(60, threads: 60, to: endpoint)
        try drain(endpoint, step: 0.5)
        let times = server.records(RobotVisit.self).compactMap(\.time)
        #expect(times.count == 60)
        for time in times { #expect(times.count { $0 >= time && $0 < time + 60 } <= 20) }
    }

    @Test(arguments: ["wecom", "dingtalk", "feishu", "slack"])
    func aLongMessageIsCutAndSaysHowMuchIsMissing(_ kind: String) throws {
        let server = try robot(kind, [kind == "slack" ? "200" : "0"])
        let endpoint = try endpoint(kind, server)
        var report = Report.unbalanced(id: "sha256:1")
        report.findings = (1...500).map { number in
            var finding = Finding.make("section.missing", fingerprint: "f\(number)")
            finding.message.zh = "第\(number)处“\\\"\u{1F600}”:" + String(repeating: "数", count: number % 50)
            return finding
        }
        try world.announce(report, to: [endpoint])
        try drain(endpoint)
        let visit = try #require(server.records(RobotVisit.self).first)
        let missing = try #require(visit.text.firstMatch(of: /另有 (\d+) 处未列出/))
        let shown = visit.text.matches(of: /第\d+处/).count
        #expect(shown > 5)
        #expect(Int(missing.1) == 500 - shown, "each finding is shown or counted")
        #expect(!visit.text.contains("\u{FFFD}"))
    }

    @Test(arguments: ["wecom", "dingtalk", "feishu", "slack"])
    func whatAReportSaysIsNoInstructionToTheChat(_ kind: String) throws {
        let server = try robot(kind, [kind == "slack" ? "200" : "0"])
        let endpoint = try endpoint(kind, server)
        let agency = "甲<@all>[点击](http://evil.example/)@所有人<at user_id=\"all\">x</at><!channel>\r\n\u{202E}**粗**局"
        try world.queue(agency: agency, to: endpoint)
        try drain(endpoint)
        let text = try #require(server.records(RobotVisit.self).first).text
        for mark in ["<@all>", "<at ", "<!channel>", "\u{202E}", "\r"] { #expect(!text.contains(mark)) }
        if kind != "slack" {
            for mark in ["](", "@", "://evil"] { #expect(!text.contains(mark)) }
        }
    }
}

@Suite struct ShortTextTests {
    private func text(_ findings: Int) -> ShortText {
        ShortText(
            title: "标题",
            lines: ["首句"] + (0..<findings).map { "\($0 + 1). 一二三四五六七八九十" },
            counts: [0] + Array(repeating: 2, count: findings),
            omitted: 3,
            footer: "#12345678",
            tongue: .zh
        )
    }

    @Test(arguments: 80..<400) func keepsWithinItsBytes(_ limit: Int) {
        let whole = text(20).fitted(to: limit, style: .plain)
        #expect(whole.utf8.count <= limit)
        #expect(whole.hasSuffix("\n#12345678"))
        let shown = whole.split(separator: "\n").count { $0.hasSuffix("十") && !$0.hasSuffix("…") }
        #expect(whole.contains("另有 \((20 - shown) * 2 + 3) 处未列出"))
    }

    @Test func whatFitsIsWhole() {
        var text = text(2)
        text.omitted = 0
        let wanted = ["标题", "首句", "1. 一二三四五六七八九十", "2. 一二三四五六七八九十", "#12345678"]
        #expect(text.fitted(to: 4096, style: .plain) == wanted.joined(separator: "\n"))
    }

    @Test(arguments: [
        ("abc", 3, "abc"), ("abcd", 3, "…"), ("数字很长", 9, "数字…"), ("e\u{301}e\u{301}e\u{301}", 7, "e\u{301}…"),
    ])
    func cutsAtACharacter(_ text: String, _ limit: Int, _ cut: String) {
        #expect(text.cut(to: limit) == cut)
    }
}
