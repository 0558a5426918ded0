import Foundation
import Model
import Platform
import TestSupport
import Testing

@testable import Notify

enum MailServer {
    static let isInstalled: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", "import aiosmtpd"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()
}

/// The real libcurl against a real SMTP server on loopback, its mails read by Python's mail library.
///
/// Skipped where aiosmtpd is not installed.
@Suite(.timeLimit(.minutes(10)), .enabled(if: MailServer.isInstalled, "aiosmtpd is not installed"))
struct SMTPTests {
    private let world: DeliveryWorld

    init() throws {
        world = try DeliveryWorld()
    }

    private struct Mail: Decodable {
        var from: String
        var to: [String]
        var encrypted: Bool
        var login: Bool
        var subject: String
        var header_from: String
        var header_to: String
        var id: String
        var parent: String
        var references: String
        var auto: String
        var list: String
        var names: [String]
        var parts: [String]
        var text: String
        var html: String
        var defects: [String]
        var ascii: Bool
        var bare: Int
    }

    private func server(_ certificate: String, _ account: [String] = []) throws -> PythonServer {
        try PythonServer("mail_server.py", [world.folder.file("box"), certificate] + account)
    }

    private func endpoint(_ server: PythonServer, host: String = "localhost") -> EndpointSettings {
        var endpoint = EndpointSettings(name: "mail", kind: .smtp, url: "smtp://\(host):\(server.port)")
        endpoint.from = "gouji@archive.example"
        endpoint.to = ["clerk@office.example"]
        return endpoint
    }

    private func drain(_ endpoint: EndpointSettings, step: Double = 400) throws {
        let deliverer = try world.deliverer([endpoint])
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(world.pass(deliverer, step: step) { world.count(.pending) == 0 })
    }

    @Test func aMailArrivesOverSTARTTLSWithALogin() throws {
        let certificate = try world.certificate()
        let server = try server(certificate.both, ["gouji", "pass word"])
        var endpoint = endpoint(server)
        endpoint.tls.authorityFile = certificate.authority
        endpoint.tls.pin = certificate.pin
        endpoint.username = "gouji"
        endpoint.secretFile = try world.secret("pass word")
        endpoint.to = ["clerk@office.example", "duty@office.example"]
        try world.announce(.unbalanced(id: "sha256:1"), to: [endpoint])
        try drain(endpoint)
        let mails: [Mail] = server.records()
        let mail = try #require(mails.first)
        #expect(mails.count == 1 && world.count(.sent) == 1)
        #expect(mail.encrypted && mail.login)
        #expect(mail.from == "gouji@archive.example")
        #expect(mail.to == ["clerk@office.example", "duty@office.example"])
        #expect(mail.header_to == "clerk@office.example, duty@office.example")
        #expect(mail.subject.hasPrefix("[勾稽] 龙湖镇人民政府 2023"))
        #expect(mail.auto == "auto-generated")
        #expect(mail.list.contains("gouji.archive.example"))
        #expect(mail.parts == ["text/plain", "text/html"])
        #expect(mail.text.contains("龙湖镇") && mail.html.contains("<table"))
        #expect(mail.defects.isEmpty && mail.ascii && mail.bare == 0)
        #expect(!world.logged.contains("pass word"))
    }

    @Test func theMailsOfAThreadAnswerOneAnother() throws {
        let server = try server("")
        var endpoint = endpoint(server)
        endpoint.tls.startTLS = .none
        for revision in 1...3 {
            try world.queue(revision, agency: "青禾市教育局", revision: revision, to: endpoint)
        }
        try drain(endpoint)
        let mails: [Mail] = server.records()
        #expect(mails.count == 3)
        #expect(Set(mails.map(\.id)).count == 3)
        #expect(Set(mails.map(\.references)).count == 1)
        #expect(mails.allSatisfy { $0.parent == $0.references && $0.parent != $0.id })
    }

    @Test func withoutSTARTTLSNothingIsSaid() throws {
        let server = try server("")
        let endpoint = endpoint(server)
        try world.queue(to: endpoint)
        try drain(endpoint, step: 5000)
        #expect(server.records(Mail.self).isEmpty)
        #expect(world.outbox.list([.dead]).first?.entry.lastError?.contains("STARTTLS") == true)
    }

    @Test func aCertificateOrAKeyThatIsNotTheRightOneIsRefused() throws {
        let certificate = try world.certificate()
        let server = try server(certificate.both)
        var endpoint = endpoint(server)
        try world.queue(to: endpoint)
        try drain(endpoint, step: 5000)
        #expect(world.outbox.list([.dead]).first?.entry.lastError?.contains("certificate") == true)
        endpoint.tls.authorityFile = certificate.authority
        endpoint.tls.pin = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
        try world.queue(2, to: endpoint)
        try drain(endpoint, step: 5000)
        #expect(server.records(Mail.self).isEmpty)
        #expect(world.count(.dead) == 2)
    }

    @Test func refusalsForGoodAndForNowAreToldApart() throws {
        let server = try server("")
        var endpoint = endpoint(server)
        endpoint.tls.startTLS = .none
        for (name, attempts) in [("gone", 3), ("later", 10), ("big", 3)] {
            endpoint.name = name
            endpoint.to = [name + "@office.example"]
            try world.queue(to: endpoint)
            try drain(endpoint, step: 4000)
            let entry = try #require(world.outbox.list([.dead]).first { $0.entry.endpoint == name }?.entry)
            #expect(entry.attempts == attempts)
            #expect(entry.lastError?.hasPrefix("SMTP \(name == "later" ? "4" : "5")") == true)
        }
    }

    @Test func aRecipientWhoIsRefusedDoesNotKeepItFromTheOthers() throws {
        let server = try server("")
        var endpoint = endpoint(server)
        endpoint.tls.startTLS = .none
        endpoint.to = ["gone@office.example", "clerk@office.example"]
        try world.queue(to: endpoint)
        try drain(endpoint)
        #expect(server.records(Mail.self).map(\.to) == [["clerk@office.example"]])
        #expect(world.logged.contains("not every recipient was taken: 550 5.1.1"))
    }

    @Test func aPasswordThatIsWrongIsNamedAndNotShown() throws {
        let certificate = try world.certificate()
        let server = try server(certificate.both, ["gouji", "right"])
        var endpoint = endpoint(server)
        endpoint.tls.authorityFile = certificate.authority
        endpoint.username = "gouji"
        endpoint.secretFile = try world.secret("very-wrong")
        try world.queue(to: endpoint)
        try drain(endpoint, step: 4000)
        let entry = try #require(world.outbox.list([.dead]).first?.entry)
        #expect(entry.attempts == 3)
        #expect(entry.lastError?.contains("535") == true)
        #expect(!world.logged.contains("very-wrong") && entry.lastError?.contains("very-wrong") == false)
    }

    @Test func anAgencysNameMakesNoHeader() throws {
        let server = try server("")
        var endpoint = endpoint(server)
        endpoint.tls.startTLS = .none
        let agency = "甲\r\nBcc: victim@evil.example\r\n\r\n正文\u{0}\u{202E}\u{2028}局"
        try world.queue(agency: agency, to: endpoint)
        try drain(endpoint)
        let mail = try #require(server.records(Mail.self).first)
        #expect(!mail.names.contains("Bcc") && mail.to == ["clerk@office.example"])
        #expect(!mail.subject.unicodeScalars.contains { $0.value < 0x20 || (0x2028...0x202E).contains($0.value) })
        #expect(mail.defects.isEmpty)
    }
}
