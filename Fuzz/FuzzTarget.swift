import Decode
import Extract
import Model
import Pipeline
import Record

/// A decoder, or the whole reader, that is fed with whatever the fuzzer makes up.
enum FuzzTarget: String, CaseIterable {
    case text
    case markdown
    case charsets
    case json
    case html
    case warc
    case docx
    case word
    case boxes
    case ruled
    case narrative
    case reader

    /// Decodes `bytes`; `narrative` and `reader` do all that follows from it, which costs many times as much, and so do
    /// the targets of Word and PDF. The first byte chooses among what the caller of a decoder may.
    func run(_ bytes: [UInt8]) {
        let choice = bytes.first ?? 0
        let rest = Array(bytes.dropFirst())
        switch self {
        case .text: decode(bytes, name: "a.txt")
        case .markdown: decode(bytes, name: "a.md")
        case .html: decode(bytes, name: "a.html")
        case .charsets: decode(rest, charset: Self.labels[Int(choice) % Self.labels.count])
        case .json: unpack(rest, .json(isPacked: choice & 1 == 1), portion: Int(choice >> 1) + 1)
        case .warc: unpack(rest, .warc(isPacked: choice & 1 == 1), portion: Int(choice >> 1) + 1)
        case .docx: extract(try? DOCXDecoder.outline(of: DecoderInput(bytes: bytes, name: "a.docx")))
        case .word: extract(try? DOCXDecoder.outline(ofParts: Self.parts(bytes)))
        case .boxes: extract(try? PDFDecoder.outline(ofBoxes: bytes))
        case .ruled: ruled(bytes)
        case .narrative: read(Self.title + bytes + Self.tables, name: "a.txt")
        case .reader: write(rest, name: Self.names[Int(choice) % Self.names.count])
        }
    }

    /// What stands around the sentences of the `narrative` target: without tables their figures are held against nothing.
    private static let title = Array("青禾市审计局2023年政府信息公开工作年度报告\n一、总体情况\n".utf8)
    private static let tables = Array(
        """

        二、主动公开政府信息情况
        规章\t0\t0\t0
        行政规范性文件\t3\t1\t12
        行政许可\t85
        行政处罚\t7
        行政强制\t0
        行政事业性收费\t0
        三、收到和处理政府信息公开申请情况
        一、本年新收政府信息公开申请数量\t15\t2\t0\t0\t1\t0\t18
        二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1
        （一）予以公开\t9\t1\t0\t0\t0\t0\t10
        （二）部分公开\t3\t0\t0\t0\t1\t0\t4
        1.本机关不掌握相关政府信息\t2\t1\t0\t0\t0\t0\t3
        （七）总计\t14\t2\t0\t0\t1\t0\t17
        四、结转下年度继续办理\t2\t0\t0\t0\t0\t0\t2
        四、政府信息公开行政复议、行政诉讼情况
        1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t1\t0\t0\t0\t1
        五、存在的主要问题及改进情况
        """.utf8
    )

    private static let names = ["a", "a.txt", "a.md", "a.html", "a.docx", "a.jsonl", "a.warc", "a.warc.gz", "a.json"]
    private static let partNames = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "docProps/core.xml"]

    /// The files of a Word document, with a zero byte between them.
    private static func parts(_ bytes: [UInt8]) -> [String: [UInt8]] {
        let parts = bytes.split(separator: 0, maxSplits: partNames.count - 1, omittingEmptySubsequences: false)
        return Dictionary(zip(partNames, parts.map { Array($0) })) { one, _ in one }
    }

    /// The words of a PDF and, behind a zero byte, what its pages draw.
    private func ruled(_ bytes: [UInt8]) {
        let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        extract(try? PDFDecoder.outline(ofBoxes: Array(parts[0]), drawing: { parts.count > 1 ? Array(parts[1]) : nil }))
    }

    /// Reads a report out of what a decoder made.
    private func extract(_ outline: Outline?) {
        guard let outline else { return }
        _ = try? ReportExtractor.report(from: outline, source: Source(name: "a"))
    }

    /// Reads everything that there is in a file, and writes it down as the archive does.
    private func write(_ bytes: [UInt8], name: String) {
        let source = Source(name: name)
        guard let all = try? ReportReader.readAll(bytes, source: source, received: "2026-01-31T09:00:00Z") else {
            return
        }
        for case .report(let report) in all.map(\.reading) { _ = RecordWriter.bytes(of: report) }
    }

    private static let labels = [nil, "utf-8", "gbk", "big5", "utf-16le", "utf-16be", "none"]

    private func read(_ bytes: [UInt8], name: String) {
        _ = ReportReader.read(bytes, source: Source(name: name), received: "2026-01-31T09:00:00Z")
    }

    private func decode(_ bytes: [UInt8], name: String) {
        _ = try? DecoderCatalog.outline(of: DecoderInput(bytes: bytes, name: name))
    }

    private func decode(_ bytes: [UInt8], charset: String?) {
        _ = try? TextDecoder.outline(of: DecoderInput(bytes: bytes, name: "a.txt", charset: charset))
    }

    /// Every document of a container that comes in small portions, as from a slow disk.
    private func unpack(_ bytes: [UInt8], _ kind: ContainerReader.Kind, portion: Int) {
        var rest = bytes[...]
        let feed = ByteFeed {
            defer { rest = rest.dropFirst(portion) }
            return Array(rest.prefix(portion))
        }
        let limits = DecodeLimits(maximumBytes: 1 << 16)
        let reader = ContainerReader(kind, name: "a.jsonl", feed: feed, limits: limits)
        while let member = try? reader.next() {
            guard member.rejection == nil else { continue }
            let input = DecoderInput(
                bytes: member.bytes,
                name: member.name,
                mediaType: member.mediaType,
                limits: limits
            )
            _ = try? DecoderCatalog.outline(of: input)
        }
    }
}
