import Model
import Testing

@testable import Decode

struct GzipDecoderTests {
    private let page = Array("<html><body><p>某市司法局政府信息公开工作年度报告</p></body></html>".utf8)

    private func outline(_ bytes: [UInt8], limits: DecodeLimits = DecodeLimits()) throws -> Outline {
        try DecoderCatalog.outline(of: DecoderInput(bytes: bytes, name: "page.html.gz", limits: limits))
    }

    @Test func readsAPackedPage() throws {
        let outline = try outline(Packing.gzip(page))
        #expect(outline.mediaType == "text/html")
        #expect(outline.pieces.map(outline.string) == ["某市司法局政府信息公开工作年度报告"])
    }

    @Test func readsSeveralMembersAsOneFile() throws {
        let halves = Packing.gzip(Array(page.prefix(30))) + Packing.gzip(Array(page.dropFirst(30))) + [0, 0, 0]
        #expect(try outline(halves).pieces.count == 1)
    }

    @Test func refusesWhatExpandsTooFar() throws {
        let packed = Packing.gzip([UInt8](repeating: 0x20, count: 40_000_000))
        #expect(throws: Rejection.self) { try outline(packed) }
        do {
            _ = try outline(packed, limits: DecodeLimits(maximumBytes: 1 << 30))
            Issue.record("1000 times is not refused")
        } catch let error as Rejection {
            #expect(error.code == .tooLarge)
        }
    }

    @Test func refusesWhatIsDamagedCutOffOrPackedTwice() {
        let packed = Packing.gzip(page)
        var damaged = packed
        damaged[packed.count / 2] ^= 0xFF
        for bytes in [damaged, Array(packed.dropLast(9)), Array(packed.prefix(5)), Packing.gzip(packed)] {
            #expect(throws: Rejection.self) { try outline(bytes) }
        }
    }
}
