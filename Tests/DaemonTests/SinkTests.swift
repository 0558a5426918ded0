import Foundation
import TestSupport
import Testing

@testable import gouji

@Suite struct SinkTests {
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
        let body =
            #"{"type":"report.failed","data":{"message":{"Subject":"某局","Date":"x","HtmlBody":"","TextBody":"a\r\nb\u001b"}}}"#
        #expect(try post(body, to: address) == "503")
        #expect(try post(body, to: address) == "503")
        #expect(try post(body, to: address) == "200")
        #expect(try post("{}", to: address) == "200")
        let printed = try #require(folder.read("out"))
        #expect(printed.contains("--- 503 · msg_1 · signature unchecked\n"))
        #expect(printed.contains("--- 200 · msg_1 · signature unchecked\n"))
    }

    private func post(_ body: String, to address: String) throws -> String {
        let arguments = ["-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", "webhook-id: msg_1", "-d", body, address]
        return try Tool.run("/usr/bin/curl", ["--max-time", "10"] + arguments).output
    }
}
