internal import Bytes
package import Model

/// Word documents (ISO/IEC 29500): the text, the headings with their printed numbers, and the tables.
package enum DOCXDecoder: Decoder {
    private static let mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
    private static let wordFolder = Array("word/".utf8)
    /// The name of the stream that holds a document with a password, as the old container format writes names.
    private static let encryptedPackage: [UInt8] = Array("EncryptedPackage".utf8).flatMap { byte -> [UInt8] in
        [byte, 0]
    }

    package static func recognises(_ input: DecoderInput) -> Bool {
        if input.begins(with: compound) { return isEncrypted(input) }
        // The names of a container's files stand in it as they are.
        return input.begins(with: zip) && holds(input, wordFolder)
    }

    package static func outline(of input: DecoderInput) throws(Rejection) -> Outline {
        if isEncrypted(input) { throw .encryptedDocument }
        return try outline(ofParts: try parts(of: input.bytes))
    }

    /// The text of a document by the files of its container that matter, by their names.
    package static func outline(ofParts parts: [String: [UInt8]]) throws(Rejection) -> Outline {
        guard let document = parts.first(where: { isDocument($0.key) })?.value else { throw .damagedDocument }
        let walker = try walked(document, parts)
        if walker.builder.outline.pieces.isEmpty { throw walker.pictures > 0 ? .onlyPictures : .withoutText }
        return walker.builder.outline
    }

    private static func walked(_ document: [UInt8], _ parts: [String: [UInt8]]) throws(Rejection) -> WordWalker {
        do throws(XMLReader.Failure) {
            var builder = OutlineBuilder(mediaType: mediaType, charset: .utf8)
            if let core = parts["docProps/core.xml"] { builder.setTitle(try title(core)) }
            let styles = try parts["word/styles.xml"].map { part throws(XMLReader.Failure) in try WordStyles(part) }
            let lists = try parts["word/numbering.xml"].map { part throws(XMLReader.Failure) in try WordNumbering(part)
            }
            var walker = WordWalker(builder, styles: styles ?? WordStyles(), numbering: lists ?? WordNumbering())
            try XMLReader.read(document) { reader throws(XMLReader.Failure) in try walker.walk(&reader) }
            return walker
        } catch {
            throw error == .tooDeep ? .tooDeepDocument : .damagedDocument
        }
    }

    /// The title that the document's properties give: often one that a template left there.
    private static func title(_ document: [UInt8]) throws(XMLReader.Failure) -> String? {
        try XMLReader.read(document) { reader throws(XMLReader.Failure) in
            var text: [UInt8] = []
            var isTitle = false
            while let node = try reader.next() {
                switch node {
                case .start(let name, let isEmpty): isTitle = name.local == "title" && !isEmpty
                case .text: if isTitle { reader.appendText(to: &text) }
                case .end: isTitle = false
                }
            }
            return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
        }
    }

    private static func parts(of bytes: [UInt8]) throws(Rejection) -> [String: [UInt8]] {
        do throws(ZipReader.Failure) {
            return try ZipReader.files(of: bytes) { name in
                isDocument(name) || ["word/styles.xml", "word/numbering.xml", "docProps/core.xml"].contains(name)
            }
        } catch {
            switch error {
            case .damaged: throw .damagedDocument
            case .encrypted: throw .encryptedDocument
            case .tooLarge: throw .tooLargeDocument
            }
        }
    }

    /// `word/document.xml`, or `word/document2.xml` as one web editor writes it.
    private static func isDocument(_ name: String) -> Bool {
        name.hasPrefix("word/document") && name.hasSuffix(".xml") && name.utf8.count <= "word/document00.xml".utf8.count
    }

    private static func isEncrypted(_ input: DecoderInput) -> Bool {
        input.begins(with: compound) && holds(input, encryptedPackage)
    }

    private static func holds(_ input: DecoderInput, _ name: [UInt8]) -> Bool {
        ByteSearch.index(of: name, in: input.bytes.span, from: 0, to: input.bytes.count) != nil
    }
}

extension Rejection {
    fileprivate static let damagedDocument = Rejection(
        .unreadable,
        Finding.Message(
            zh: "Word 文档已损坏，无法解开或解析；请重新下载后再投放",
            en: "the Word document is damaged and cannot be unpacked or parsed: fetch it again"
        )
    )
    fileprivate static let encryptedDocument = Rejection(
        .unreadable,
        Finding.Message(
            zh: "文档设有密码，无法读取；请去除密码后再投放",
            en: "the document is protected by a password: drop a copy without one"
        )
    )
    fileprivate static let onlyPictures = Rejection(
        .unreadable,
        Finding.Message(
            zh: "Word 文档只有图片，没有文字；请投放网页或带文字的文档",
            en: "the Word document holds pictures only and no text: drop the page, or a document with text"
        )
    )
    fileprivate static let withoutText = Rejection(
        .unreadable,
        Finding.Message(
            zh: "Word 文档没有任何文字；请核对投放的文件",
            en: "the Word document holds no text: check what was dropped"
        )
    )
    fileprivate static let tooLargeDocument = Rejection(
        .tooLarge,
        Finding.Message(
            zh: "Word 文档解开后超过 20 MB 或超过压缩前的 100 倍，拒绝读取；请核对投放的文件",
            en: "the Word document unpacks to more than 20 MB or 100 times its size: check what was dropped"
        )
    )
    fileprivate static let tooDeepDocument = Rejection(
        .tooDeep,
        Finding.Message(
            zh: "Word 文档的元素嵌套超过 \(XMLReader.maximumDepth) 层，拒绝读取；请核对投放的文件",
            en: "the Word document nests more than \(XMLReader.maximumDepth) elements: check what was dropped"
        )
    )
}
