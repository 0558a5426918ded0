package import Model

/// Refuses, by name and with a remedy, what is not read: other word processors' documents, pictures, archives, programs.
package enum BinaryDecoder: Decoder {
    package static func recognises(_ input: DecoderInput) -> Bool { UnreadFormat.of(input) != nil }

    package static func outline(of input: DecoderInput) throws(Rejection) -> Outline {
        throw (UnreadFormat.of(input) ?? UnreadFormat(zh: "二进制数据", en: "binary data")).rejection
    }
}

/// A format that is told, and not read.
struct UnreadFormat: Equatable {
    let zh: String
    let en: String
    let remedy: Remedy

    init(zh: String, en: String, _ remedy: Remedy = .drop) {
        (self.zh, self.en, self.remedy) = (zh, en, remedy)
    }

    /// What makes a document of it that is read.
    enum Remedy {
        /// LibreOffice reads nearly all that is text, and writes DOCX.
        case convert
        case print
        case unpack
        case drop

        var zh: String {
            switch self {
            case .convert: "请用 soffice --headless --convert-to docx 转换后投放"
            case .print: "请用阅读器另存为带文字的 PDF 后投放"
            case .unpack: "请解压后投放其中的文件"
            case .drop: "请投放网页、文本或表格文件"
            }
        }

        var en: String {
            switch self {
            case .convert: "convert it by soffice --headless --convert-to docx, and drop that"
            case .print: "save it as a PDF with text by its reader, and drop that"
            case .unpack: "unpack it, and drop what is in it"
            case .drop: "drop the page or its text instead"
            }
        }
    }

    var rejection: Rejection {
        Rejection(
            .unknownFormat,
            Finding.Message(
                zh: "文件是\(zh)，本程序不读取；\(remedy.zh)",
                en: "the file is \(en), which is not read: \(remedy.en)"
            )
        )
    }
}

extension UnreadFormat {
    private static let signatures: [(magic: [UInt8], format: UnreadFormat)] = [
        ([0xFF, 0xD8, 0xFF], UnreadFormat(zh: " JPEG 图片", en: "a JPEG picture")),
        ([0x89, 0x50, 0x4E, 0x47], UnreadFormat(zh: " PNG 图片", en: "a PNG picture")),
        (Array("GIF8".utf8), UnreadFormat(zh: " GIF 图片", en: "a GIF picture")),
        (Array("{\\rtf".utf8), UnreadFormat(zh: " RTF 文档", en: "an RTF document", .convert)),
        ([0x1F, 0x8B], UnreadFormat(zh: " gzip 压缩文件", en: "gzip data", .unpack)),
        (Array("Rar!".utf8), UnreadFormat(zh: " RAR 压缩文件", en: "a RAR archive", .unpack)),
        ([0x37, 0x7A, 0xBC, 0xAF], UnreadFormat(zh: " 7z 压缩文件", en: "a 7z archive", .unpack)),
        ([0x7F, 0x45, 0x4C, 0x46], UnreadFormat(zh: "程序（ELF）", en: "a program (ELF)")),
    ]
    private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    /// The names of files or streams that stand in a container as they are, and what has them.
    private static let zipped: [(name: String, format: UnreadFormat)] = [
        ("opendocument.text", UnreadFormat(zh: " ODT 文档", en: "an ODT document", .convert)),
        ("opendocument.spreadsheet", UnreadFormat(zh: " ODS 电子表格", en: "an ODS spreadsheet")),
        ("OFD.xml", UnreadFormat(zh: " OFD 版式文件", en: "an OFD document", .print)),
        ("xl/workbook", UnreadFormat(zh: " XLSX 电子表格", en: "an XLSX spreadsheet")),
        ("ppt/presentation", UnreadFormat(zh: " PPTX 演示文稿", en: "a PPTX presentation")),
    ]
    private static let streams: [(name: String, format: UnreadFormat)] = [
        ("WordDocument", UnreadFormat(zh: "旧版 Word 文档（DOC、WPS）", en: "an old Word document (DOC, WPS)", .convert)),
        ("Workbook", UnreadFormat(zh: "旧版 Excel 电子表格（XLS）", en: "an old Excel spreadsheet (XLS)")),
    ]

    /// Nil where the file may be a document that is read.
    static func of(_ input: DecoderInput) -> UnreadFormat? {
        if let (_, format) = signatures.first(where: { input.begins(with: $0.magic) }) { return format }
        let bytes = Prose(input.bytes[...])
        if input.begins(with: zip) {
            return zipped.first { bytes.contains($0.name) }?.format
                ?? UnreadFormat(zh: " ZIP 压缩文件", en: "a ZIP archive", .unpack)
        }
        guard input.begins(with: compound) else { return nil }
        // Names of streams are in UTF-16.
        return streams.first { bytes.contains($0.name.flatMap { "\($0)\0" }.map(String.init).joined()) }?.format
            ?? UnreadFormat(zh: "旧版 Office 文档", en: "an old Office document", .convert)
    }
}
