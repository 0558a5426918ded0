import Foundation
import Model
import Platform
import TestSupport
import Testing

@testable import Notify

struct MaildirTests {
    private let folder: TemporaryFolder
    private let maildir: Maildir

    init() throws {
        folder = try TemporaryFolder()
        maildir = Maildir(folder: folder.file("mail"))
    }

    /// A mail as Python's standard library reads it.
    private struct Mail: Decodable {
        var subject: String
        var from: String
        var to: [String]
        var date: String
        var id: String
        var parent: String
        var references: String
        var auto: String
        var list: String
        var type: String
        var parts: [String]
        var text: String
        var html: String
        var defects: [String]
        var longest: Int
        var ascii: Bool
    }

    private func mails() throws -> [Mail] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let script = Fixture.packageRoot.appending(path: "Tests/NotifyTests/Receivers/read_maildir.py").path
        process.arguments = ["python3", script, maildir.folder]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode([Mail].self, from: bytes)
    }

    private func entry(from: String = "gouji@archive.example", number: Int = 1) -> OutboxEntry {
        let composer = MessageComposer(
            settings: MessageSettings(language: .both, from: from, to: ["a@b.example", "乙 <c@d.example>"])
        )
        let notice = ReportNotice(
            type: .failed,
            report: .unbalanced(id: "sha256:\(number)"),
            archivePath: "archive/x",
            revision: 1
        )
        return OutboxEntry(composer.compose(.report(notice), endpoint: "mail", created: 1_769_850_005), next: 0)
    }

    @Test func anotherProgramReadsTheMailAsItWasMeant() throws {
        let entry = entry(from: "勾稽 <gouji@archive.example>")
        #expect(maildir.failure(entry) == nil)
        let content = try MailFields.content(of: entry.body)
        let mail = try #require(try mails().first)
        #expect(mail.subject == entry.subject)
        #expect(mail.from == "勾稽 <gouji@archive.example>")
        #expect(mail.to == ["a@b.example", "c@d.example"])
        #expect(mail.date == "2026-01-31T09:00:05+00:00")
        #expect(mail.id == content.MessageID)
        #expect(mail.parent == content.InReplyTo)
        #expect(mail.references == content.References.joined(separator: " "))
        #expect(mail.auto == "auto-generated")
        #expect(mail.list == "Gouji <gouji.archive.example>")
        #expect(mail.type == "multipart/alternative")
        #expect(mail.parts == ["text/plain", "text/html"])
        #expect(mail.text == content.TextBody)
        #expect(mail.html == content.HtmlBody)
        #expect(mail.defects.isEmpty)
        #expect(mail.longest <= 78)
        #expect(mail.ascii)
    }

    @Test func theSameMessageIsNeverThereTwice() throws {
        #expect(maildir.failure(entry()) == nil)
        #expect(maildir.failure(entry()) == nil)
        let name = try #require(folder.files("mail/new").first)
        #expect(folder.files("mail/new").count == 1)
        try FileManager.default.moveItem(
            atPath: folder.file("mail/new/" + name),
            toPath: folder.file("mail/cur/\(name):2,S")
        )
        #expect(maildir.failure(entry()) == nil)
        #expect(folder.files("mail/new").isEmpty, "a reader has it already")
        #expect(maildir.failure(entry(number: 2)) == nil)
        #expect(folder.files("mail/new").count == 1)
        #expect(folder.files("mail/tmp").isEmpty)
    }

    @Test func whatACrashLeftInTmpIsWrittenAnew() throws {
        let entry = entry()
        try folder.write("half", to: "mail/tmp/\(entry.created).\(entry.id).gouji")
        #expect(maildir.failure(entry) == nil)
        #expect(folder.files("mail/tmp").isEmpty)
        #expect(try mails().first?.defects.isEmpty == true)
    }

    @Test func itIsTheEndpointWhereNoneIsConfigured() throws {
        let outbox = Outbox(folder: folder.file("outbox"))
        let endpoints = EndpointSettings.effective([])
        let deliverer = try Deliverer(
            outbox: outbox,
            endpoints: endpoints,
            delivery: DeliverySettings(),
            maildir: maildir,
            log: Log(threshold: .critical)
        )
        try deliverer.start()
        defer { deliverer.stop() }
        let notifier = try Notifier(
            outbox: outbox,
            composer: MessageComposer(settings: MessageSettings()),
            endpoints: endpoints,
            afterQueueing: deliverer.expect
        )
        for _ in 1...2 { try notifier.announce(.unbalanced(), archivePath: "archive/x", revision: 1) }
        #expect(eventually { folder.files("outbox/mail/sent").count == 1 })
        #expect(folder.files("mail/new").count == 1)
        #expect(try mails().first?.subject == "[勾稽] 龙湖镇人民政府 2023：勾稽关系不平（1 处错误）")
    }

    @Test func aMailThatCannotBeWrittenIsTriedAgain() throws {
        try folder.write("a file where a folder should be", to: "mail/new")
        #expect(maildir.failure(entry())?.kind == .temporary)
    }
}
