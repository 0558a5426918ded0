package import Model

/// Refuses, by name, what is certainly no text: pictures, archives, programs.
package enum BinaryDecoder: Decoder {
    package static func recognises(_ input: DecoderInput) -> Bool { signature(of: input) != nil }

    package static func outline(of input: DecoderInput) throws(Rejection) -> Outline {
        let name = signature(of: input)?.name ?? "binary data"
        throw Rejection(
            .unknownFormat,
            Finding.Message(
                zh: "文件内容是 \(name)，不是可读的年度报告；请投放网页、文本或表格文件",
                en: "the file is \(name), which is no readable report: drop the page or its text instead"
            )
        )
    }

    private struct Signature {
        var name: String
        var magic: [UInt8]
    }

    private static let signatures = [
        Signature(name: "a JPEG picture", magic: [0xFF, 0xD8, 0xFF]),
        Signature(name: "a PNG picture", magic: [0x89, 0x50, 0x4E, 0x47]),
        Signature(name: "a GIF picture", magic: Array("GIF8".utf8)),
        Signature(name: "a ZIP container (DOCX, XLSX …)", magic: [0x50, 0x4B, 0x03, 0x04]),
        Signature(name: "an old Office document (DOC, XLS)", magic: [0xD0, 0xCF, 0x11, 0xE0]),
        Signature(name: "gzip data", magic: [0x1F, 0x8B]),
        Signature(name: "a RAR archive", magic: Array("Rar!".utf8)),
        Signature(name: "a 7z archive", magic: [0x37, 0x7A, 0xBC, 0xAF]),
        Signature(name: "a program (ELF)", magic: [0x7F, 0x45, 0x4C, 0x46]),
    ]

    private static func signature(of input: DecoderInput) -> Signature? {
        signatures.first { input.begins(with: $0.magic) }
    }
}
