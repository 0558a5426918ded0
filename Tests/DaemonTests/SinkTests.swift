import Foundation
import TestSupport
import Testing

@testable import gouji

@Suite struct SinkTests {
    /// The test vector of Standard Webhooks 1.0.0.
    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private static let moment = 1_614_265_330.0

    private func request(_ fields: [String: String], _ body: String, method: String = "POST") throws -> HTTPRequest {
        let lines = ["\(method) / HTTP/1.1"] + fields.map { "\($0.key): \($0.value)" }
        var request = try #require(HTTPRequest(head: Array(lines.joined(separator: "\r\n").utf8)))
        request.body = Array(body.utf8)
        return request
    }

    private func signed(_ body: String = #"{"test": 2432232314}"#) throws -> HTTPRequest {
        let fields = [
            "Webhook-Id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "Webhook-Timestamp": "1614265330",
            "Webhook-Signature": "v1,AAAA v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        ]
        return try request(fields, body)
    }

    @Test func acceptsTheTestVector() throws {
        let check = try #require(SignatureCheck(secret: Self.secret + "\n"))
        #expect(try check.complaint(about: signed(), now: Self.moment + 299) == nil)
    }

    @Test func refusesAnotherBodyAnotherSecretAnotherTimeAndNone() throws {
        let check = try #require(SignatureCheck(secret: Self.secret))
        #expect(try check.complaint(about: signed("{}"), now: Self.moment) == "signed with another secret")
        let other = try #require(SignatureCheck(secret: "whsec_AAAA"))
        #expect(try other.complaint(about: signed(), now: Self.moment) == "signed with another secret")
        #expect(try check.complaint(about: signed(), now: Self.moment + 301) == "more than 5 minutes from this clock")
        #expect(try check.complaint(about: request([:], ""), now: Self.moment) == "not signed")
    }

    @Test(arguments: ["whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_???", ""])
    func isNoSecret(_ text: String) { #expect(SignatureCheck(secret: text) == nil) }

    @Test(arguments: ["GET /", "POST / HTTP/1.1\r\nno colon", "POST / SMTP/1.1", ""])
    func isNoRequest(_ head: String) { #expect(HTTPRequest(head: Array(head.utf8)) == nil) }

    /// The real sink, asked by the real curl.
    @Test func refusesAsManyAsItIsToldAndPrintsTheMessage() throws {
        let folder = try TemporaryFolder()
        let output = folder.file("out")
        let sink = try Child(
            [Tool.path, "sink", "--port", "0", "--fail", "2"],
            output: output,
            errors: folder.file("err")
        )
        defer {
            sink.terminate()
            _ = sink.wait()
        }
        #expect(eventually { folder.read("out")?.contains("listening on http://127.0.0.1:") == true })
        let address = try #require(folder.read("out")?.split(whereSeparator: \.isWhitespace).last.map(String.init))
        let body = #"{"type":"report.failed","data":{"message":{"Subject":"某局","TextBody":"a\r\nb\u001b"}}}"#
        #expect(try post(body, to: address) == "503")
        #expect(try post(body, to: address) == "503")
        #expect(try post(body, to: address) == "200")
        #expect(try post("{}", to: address) == "400")
        let printed = try #require(folder.read("out"))
        #expect(
            printed.contains(" 200 msg_1 report.failed (signature not checked)\n    Subject: 某局\n    \n    a\n    b \n")
        )
    }

    private func post(_ body: String, to address: String) throws -> String {
        let arguments = ["-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", "webhook-id: msg_1", "-d", body, address]
        return try Tool.run("/usr/bin/curl", ["--max-time", "10"] + arguments).output
    }
}
