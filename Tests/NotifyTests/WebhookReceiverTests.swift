import Foundation
import Platform
import Synchronization
import TestSupport
import Testing

@testable import Notify

struct WebhookReceiverTests {
    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Self.secret, to: "secret")
        #expect(unsafe chmod(folder.file("secret"), 0o600) == 0)
    }

    /// A sink that runs on a thread of its own and keeps what it was sent.
    private final class Sink: Sendable {
        let receiver: WebhookReceiver
        let visits = Mutex<[WebhookVisit]>([])

        init(refusals: Int = 0, secrets: [WebhookSecret] = []) throws {
            receiver = try WebhookReceiver(port: 0, refusals: refusals, secrets: secrets)
            _ = try WorkerThread { [self] in
                receiver.run { visit in visits.withLock { $0.append(visit) } }
            }
        }

        deinit { receiver.stop() }

        var seen: [WebhookVisit] { visits.withLock { $0 } }
    }

    private func trial(_ sink: Sink, isSigned: Bool = true) throws -> EndpointTrial.Result {
        let endpoint = EndpointSettings(
            name: "office",
            kind: .webhook,
            url: "http://localhost:\(sink.receiver.port)/hook",
            secretFile: isSigned ? folder.file("secret") : nil
        )
        let composer = MessageComposer(settings: MessageSettings(language: .both))
        return try EndpointTrial(composer: composer, maildir: Maildir(folder: folder.file("mail"))).run(endpoint)
    }

    @Test func aTrialArrivesAndItsSignatureIsVerified() throws {
        let sink = try Sink(secrets: [try #require(WebhookSecret(Self.secret))])
        #expect(try trial(sink) == .delivered)
        #expect(eventually { sink.seen.count == 1 })
        let visit = try #require(sink.seen.first)
        #expect(visit.signature == .valid)
        #expect(visit.text.contains("signature valid"))
        #expect(visit.text.contains("Subject: [勾稽] 测试消息 / a test message"))
        #expect(visit.text.contains("这是一条测试消息。"))
    }

    @Test func wrongAndMissingSignaturesAreRefused() throws {
        let sink = try Sink(secrets: [try #require(WebhookSecret("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))])
        #expect(try trial(sink) == .failed("HTTP 401"))
        #expect(try trial(sink, isSigned: false) == .failed("HTTP 401"))
        #expect(eventually { sink.seen.map(\.signature) == [.wrong, .missing] })
    }

    @Test func theFirstRequestsAreRefusedAsAsked() throws {
        let sink = try Sink(refusals: 2)
        #expect(try trial(sink) == .failed("HTTP 503"))
        #expect(try trial(sink) == .failed("HTTP 503"))
        #expect(try trial(sink) == .delivered)
        #expect(eventually { sink.seen.map(\.status) == [503, 503, 200] })
        #expect(sink.seen.map(\.signature) == [.unchecked, .unchecked, .unchecked])
    }

    @Test func aPortThatIsTakenIsAnError() throws {
        let sink = try Sink()
        #expect(throws: PlatformError.self) { try WebhookReceiver(port: sink.receiver.port) }
    }

    @Test func aRequestIsReadInWhateverPiecesItComes() {
        let text = Array("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nWebhook-Id: m\r\n\r\nhello".utf8)
        for size in 1...text.count {
            var parser = HTTPRequestParser()
            var last = HTTPRequestParser.Progress.incomplete
            for start in stride(from: 0, to: text.count, by: size) {
                #expect(last == .incomplete)
                last = parser.take(text[start..<min(start + size, text.count)])
            }
            let headers = ["host": "a", "content-length": "5", "webhook-id": "m"]
            #expect(
                last
                    == .complete(HTTPRequest(method: "POST", target: "/x", headers: headers, body: Array("hello".utf8)))
            )
        }
    }

    @Test(arguments: [
        ("nonsense\r\n\r\n", 400), ("POST / HTTP/1.1\r\nno colon\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nContent-Length: 9999999\r\n\r\n", 413),
        ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", 411),
    ])
    func badRequestsAreRefused(text: String, status: Int) {
        var parser = HTTPRequestParser()
        #expect(parser.take(Array(text.utf8)) == .refused(status))
    }

    @Test func aHeadWithoutEndIsRefused() {
        var parser = HTTPRequestParser()
        #expect(parser.take(repeatElement(UInt8(ascii: "x"), count: 70_000)) == .refused(431))
    }

    @Test func whoAsksForLeaveGetsIt() {
        var parser = HTTPRequestParser()
        let head = "POST / HTTP/1.1\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n"
        #expect(parser.take(Array(head.utf8)) == .wantsLeave)
        #expect(parser.take([0x61]) != .incomplete)
    }
}
