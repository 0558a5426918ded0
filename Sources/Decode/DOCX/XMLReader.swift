internal import CXML

/// Reads an XML document from its beginning to its end, node by node. The only file that knows libxml2.
///
/// Nothing is loaded and nothing is substituted: a document type, the home of entities, ends the reading.
@safe
struct XMLReader: ~Copyable {
    enum Failure: Error, Equatable {
        case malformed
        case tooDeep
    }

    enum Node {
        case start(XMLName, isEmpty: Bool)
        case end(XMLName)
        case text
    }

    static let maximumDepth = 200
    /// Names and numbers are shorter; a longer text would be written again for each paragraph that it is about.
    private static let longestAttribute = 300

    private let reader: xmlTextReaderPtr
    /// libxml2 keeps one copy of each name: its address tells it, and is much faster than its text.
    private var names: [NameKey: XMLName] = [:]

    private struct NameKey: Hashable {
        var space: UInt
        var local: UInt
    }

    /// Runs `body` on a reader of `document`, which lives no longer.
    static func read<Value>(
        _ document: [UInt8],
        _ body: (inout XMLReader) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        _ = isReady
        let result = unsafe document.withUnsafeBufferPointer { buffer -> Result<Value, Failure> in
            unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
                let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
                let made = unsafe xmlReaderForMemory(
                    characters.baseAddress,
                    Int32(characters.count),
                    nil,
                    nil,
                    Int32(options)
                )
                guard let made = unsafe made else { return .failure(.malformed) }
                var reader = unsafe XMLReader(reader: made)
                return Result { () throws(Failure) in try body(&reader) }
            }
        }
        return try result.get()
    }

    /// libxml2 wants to be made ready by one thread before several use it.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    private init(reader: xmlTextReaderPtr) {
        unsafe self.reader = unsafe reader
    }

    deinit { unsafe xmlFreeTextReader(reader) }

    /// The next node that matters, or nil at the document's end.
    mutating func next() throws(Failure) -> Node? {
        while true {
            switch unsafe xmlTextReaderRead(reader) {
            case 0: return nil
            case 1: break
            default: throw .malformed
            }
            switch UInt32(bitPattern: unsafe xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT.rawValue:
                guard unsafe xmlTextReaderDepth(reader) <= Int32(Self.maximumDepth) else { throw .tooDeep }
                return .start(name(), isEmpty: unsafe xmlTextReaderIsEmptyElement(reader) == 1)
            case XML_READER_TYPE_END_ELEMENT.rawValue: return .end(name())
            case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
                XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
                return .text
            case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue: throw .malformed
            default: break
            }
        }
    }

    /// Appends the text of the node that `next` gave last.
    func appendText(to bytes: inout [UInt8]) {
        guard var character = unsafe xmlTextReaderConstValue(reader) else { return }
        while unsafe character.pointee != 0 {
            unsafe bytes.append(character.pointee)
            unsafe character += 1
        }
    }

    /// The value of an attribute of the element that `next` gave last, whatever its prefix is; nil too where it is too long.
    func attribute(_ wanted: String) -> String? {
        guard unsafe xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return nil }
        defer { _ = unsafe xmlTextReaderMoveToElement(reader) }
        repeat {
            guard let local = unsafe xmlTextReaderConstLocalName(reader),
                let value = unsafe xmlTextReaderConstValue(reader)
            else { continue }
            guard unsafe String(cString: local) == wanted else { continue }
            let text = unsafe String(cString: value)
            return text.utf8.count <= Self.longestAttribute ? text : nil
        } while unsafe xmlTextReaderMoveToNextAttribute(reader) == 1
        return nil
    }

    private mutating func name() -> XMLName {
        let local = unsafe xmlTextReaderConstLocalName(reader)
        let space = unsafe xmlTextReaderConstNamespaceUri(reader)
        let key = NameKey(space: UInt(bitPattern: space), local: UInt(bitPattern: local))
        if let known = names[key] { return known }
        let name = XMLName(
            local: unsafe local.map { unsafe String(cString: $0) } ?? "",
            space: unsafe space.map { unsafe String(cString: $0) } ?? ""
        )
        names[key] = name
        return name
    }
}

/// The name of an element.
struct XMLName: Sendable {
    /// Without its prefix.
    let local: String
    /// What it means in a word processor's document.
    let tag: WordTag

    init(local: String, space: String) {
        self.local = local
        tag = WordTag(local: local, space: space)
    }
}
