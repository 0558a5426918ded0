import Foundation
import Model
import Testing

@testable import Decode

struct WARCReaderTests {
    private static let uuid = "4bb1a2f4-9a5b-4a86-bd1c-0123456789ab"

    private func record(
        _ type: String,
        _ block: [UInt8],
        fields: [String] = [],
        id: String? = nil,
        version: String = "1.0"
    ) -> [UInt8] {
        let head = [
            "WARC/\(version)", "WARC-Type: \(type)", "WARC-Target-URI: http://www.example.gov.cn/a.html",
            "WARC-Date: 2024-03-01T02:03:04Z", id.map { "WARC-Record-ID: <urn:uuid:\($0)>" } ?? "X: y",
            "Content-Length: \(block.count)",
        ]
        return Array(((head + fields).joined(separator: "\r\n") + "\r\n\r\n").utf8) + block + Array("\r\n\r\n".utf8)
    }

    private func response(
        _ body: [UInt8],
        type: String = "text/html; charset=gb2312",
        status: String = "200 OK",
        fields: [String] = []
    ) -> [UInt8] {
        let head = ["HTTP/1.1 \(status)", "Content-Type: \(type)"] + fields
        return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }

    private let page = Array("<html><body>年度报告</body></html>".utf8)

    @Test(arguments: [1, 100, 1 << 18])
    func readsResponsesWithTheirAddressAndDate(portion: Int) throws {
        let file =
            record("warcinfo", Array("software: x".utf8)) + record("request", Array("GET / HTTP/1.1\r\n\r\n".utf8))
            + record("response", response(page), id: Self.uuid) + record("revisit", response([]))
            + record("response", response(page, status: "404 Not Found"))
            + record("response", response([0xFF, 0xD8], type: "image/jpeg"))
            + record("resource", Array("纯文本".utf8), fields: ["Content-Type: text/plain"], version: "1.1")
            + record("conversion", page, fields: ["Content-Type: text/html"])
        let read = try #require(try ContainerReader.members(of: file, portion: portion))
        #expect(read.map(\.name) == [Self.uuid, "7", "8"])
        #expect(read.map(\.text) == ["<html><body>年度报告</body></html>", "纯文本", "<html><body>年度报告</body></html>"])
        #expect(read[0].url == "http://www.example.gov.cn/a.html")
        #expect(read[0].fetched == "2024-03-01T02:03:04Z")
        #expect(read.map(\.mediaType) == ["text/html", "text/plain", "text/html"])
        #expect(read.map(\.charset) == ["gb2312", nil, nil])
    }

    @Test func countsWhatItPassesOver() throws {
        let file =
            record("request", []) + record("metadata", []) + record("metadata", [])
            + record("response", response(page, status: "302 Found"))
            + record("response", response([1, 2], type: "image/png")) + record("response", response(page, type: ""))
        let reader = ContainerReader(.warc(isPacked: false), name: "a.warc", feed: .of(file))
        #expect(try reader.next()?.bytes == page)
        #expect(try reader.next() == nil)
        #expect(reader.skipped == ["request": 1, "metadata": 2, "status 302": 1, "image/png": 1])
    }

    @Test func joinsChunksAndUnpacks() throws {
        let chunked =
            Array("7;x=y\r\n<html><\r\n".utf8) + Array("10\r\nbody>OK</body></\r\n5\r\nhtml>\r\n0\r\n\r\n".utf8)
        let packed: [([UInt8], String)] = [
            (Packing.gzip(page), "gzip"), (Packing.zlib(page), "deflate"), (Packing.raw(page), "deflate"),
            (page, "gzip"),
            (page, "br"), (page, "identity"),
        ]
        var file = record("response", response(chunked, fields: ["Transfer-Encoding: chunked"]))
        for (body, coding) in packed {
            file += record("response", response(body, fields: ["Content-Encoding: \(coding)"]))
        }
        file += record("response", response(page, fields: ["Transfer-Encoding: chunked"]))
        let read = try #require(try ContainerReader.members(of: file))
        #expect(read.map(\.text).first == "<html><body>OK</body></html>")
        #expect(read.dropFirst().allSatisfy { $0.bytes == page && $0.rejection == nil })
        #expect(read.count == 8)
    }

    @Test(arguments: [1, 64, 1 << 18])
    func readsPackedFilesOfBothKinds(portion: Int) throws {
        let records = [record("warcinfo", []), record("response", response(page)), record("response", response(page))]
        let each = records.flatMap(Packing.gzip)
        let whole = Packing.gzip(Array(records.joined()))
        for file in [each, whole] {
            let read = try #require(try ContainerReader.members(of: file, name: "a.warc.gz", portion: portion))
            #expect(read.map(\.name) == ["2", "3"])
            #expect(read.allSatisfy { $0.bytes == page })
        }
    }

    @Test func goesOnBehindDamage() throws {
        var bad = Packing.gzip(record("response", response(page + (0..<900).map { UInt8($0 % 251) })))
        for index in 20..<60 { bad[index] = 0xAA }
        let good = Packing.gzip(record("response", response(page), id: Self.uuid))
        let read = try #require(try ContainerReader.members(of: Packing.gzip(record("warcinfo", [])) + bad + good))
        #expect(read.last?.name == Self.uuid && read.last?.rejection == nil)
        #expect(read.dropLast().contains { $0.rejection?.code == .unreadable })
    }

    @Test func goesOnBehindAWrongLengthAndReadsWhatIsCutOff() throws {
        let short = String(decoding: record("response", response(page)), as: UTF8.self)
            .replacing("Content-Length: \(response(page).count)", with: "Content-Length: 40")
        let good = record("response", response(page), id: Self.uuid)
        let read = try #require(try ContainerReader.members(of: Array(short.utf8) + good + good.dropLast(30)))
        #expect(read.map { $0.rejection == nil } == [false, true, false])
        let noLength = Array("WARC/1.0\r\nWARC-Type: response\r\n\r\n".utf8)
        #expect(try ContainerReader.members(of: noLength + good)?.map { $0.rejection == nil } == [false, true])
    }

    @Test func refusesTruncatedAndTooLargePagesAndPassesOverLargePictures() throws {
        let large = response([UInt8](repeating: 0x20, count: 300_000))
        let picture = response([UInt8](repeating: 0x20, count: 300_000), type: "image/png")
        let file =
            record("response", response(page), fields: ["WARC-Truncated: length"]) + record("response", large)
            + record("response", picture)
            + record("response", response(Packing.gzip(Array(large.dropFirst(60))), fields: ["Content-Encoding: gzip"]))
        let read = try #require(
            try ContainerReader.members(of: file, limits: DecodeLimits(maximumBytes: 100_000))
        )
        #expect(read.map { $0.rejection?.code } == [.unreadable, .tooLarge, .tooLarge])
    }

    @Test func stopsAtABomb() throws {
        let bomb = Packing.gzip(record("metadata", [UInt8](repeating: 0x20, count: 8_000_000)))
        let read = try #require(try ContainerReader.members(of: bomb))
        #expect(read.map { $0.rejection?.code } == [.tooLarge])
    }
}
