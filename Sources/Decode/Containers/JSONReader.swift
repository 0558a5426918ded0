internal import Bytes
internal import Model

/// Reads the records of a JSON file: one a line, or the elements of an array, or one that is the whole file.
final class JSONReader {
    private enum Mode {
        case lines
        /// The values that stand in the file, or in its array, wherever their lines end.
        case values(isArray: Bool)
        /// The pages of a list within an answer.
        case answer
        /// One document in parts: the array of them.
        case parts
        case ended
    }

    private let limits: DecodeLimits
    private var buffer: StreamBuffer
    private var mode: Mode?
    private let isLines: Bool
    /// The line in hand, from 1.
    private var line = 0
    private var ordinal = 0
    private let expansion: Expansion

    /// Whether the packed bytes became more than they may, and were left there.
    private final class Expansion {
        var isTooLarge = false
        var isReported = false
    }

    /// The most bytes of a record: escapes make a page three times as long.
    private var recordLimit: Int { 3 * limits.maximumBytes + (1 << 16) }

    /// Reads what `source` gives; `isLines` where the file's name says that each line is a record.
    init(_ source: MemberSource, isLines: Bool, limits: DecodeLimits) {
        self.isLines = isLines
        self.limits = limits
        // Where packed bytes are damaged the lines before them count; what follows cannot be told.
        var isBroken = false
        let expansion = Expansion()
        self.expansion = expansion
        buffer = StreamBuffer {
            if isBroken { return [] }
            do {
                return try source.next()
            } catch let fault as GzipFeed.Fault {
                isBroken = true
                expansion.isTooLarge = fault == .tooLarge
                // The record in hand ends here, and says why.
                if expansion.isTooLarge { return [] }
                return Array("\n{\"damaged\":".utf8)
            }
        }
    }

    /// Whether a file that begins so holds records: an object, or an array of objects, with a member that is known.
    static func begins(_ head: [UInt8]) -> Bool {
        var rest = withoutMark(head[...]).drop { $0 <= ASCII.space }
        if rest.first == UInt8(ascii: "[") { rest = rest.dropFirst().drop { $0 <= ASCII.space } }
        guard rest.first == UInt8(ascii: "{") else { return false }
        let next = rest.dropFirst().first { $0 > ASCII.space }
        return next == UInt8(ascii: "\"") && holdsKey(Array(rest))
    }

    private static func withoutMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    }

    /// Whether a member is known by its name.
    private static func holdsKey(_ bytes: [UInt8]) -> Bool {
        let quote = UInt8(ascii: "\"")
        var next = bytes.firstIndex(of: quote)
        while let start = next {
            let room = bytes[(start + 1)...].prefix(PageRecord.longestName)
            next = bytes[(start + 1)...].firstIndex(of: quote)
            guard let end = room.firstIndex(of: quote),
                bytes[(end + 1)...].first(where: { $0 > ASCII.space }) == UInt8(ascii: ":")
            else { continue }
            var name = JSONText(Array(bytes[start...end]))
            if let name = try? name.string(), let key = PageRecord.key(name), PageRecord.tells(key) { return true }
        }
        return false
    }

    func next() throws -> ContainerMember? {
        let member: ContainerMember? =
            switch try currentMode() {
            case .lines: try nextLine()
            case .values(let isArray): try nextValue(isArray: isArray)
            case .answer: try nextOfAnswer()
            case .parts: try nextValue(isArray: false)
            case .ended: nil
            }
        if member != nil || !expansion.isTooLarge || expansion.isReported { return member }
        expansion.isReported = true
        return ContainerMember(name: String(max(line, ordinal) + 1), bytes: [], rejection: .expandsTooFar(limits))
    }

    private func nextLine() throws -> ContainerMember? {
        while let (bytes, isWhole) = try buffer.line(limit: recordLimit) {
            line += 1
            guard isWhole else { return tooLong(name: String(line), bytes) }
            if bytes.contains(where: { $0 > ASCII.space }) { return member(bytes, name: String(line)) }
        }
        mode = .ended
        return nil
    }

    private func nextValue(isArray: Bool) throws -> ContainerMember? {
        while let byte = try buffer.peek() {
            if byte == ASCII.newline { line += 1 }
            if byte > ASCII.space, byte != UInt8(ascii: ",") {
                if isArray, byte == UInt8(ascii: "]") { break }
                ordinal += 1
                let (bytes, isWhole) = try value()
                return isWhole ? member(bytes, name: String(ordinal)) : tooLong(name: String(ordinal), bytes)
            }
            buffer.advance(1)
        }
        mode = .ended
        return nil
    }

    /// The next page of a site's answer, of the list in hand or of one behind it.
    private func nextOfAnswer() throws -> ContainerMember? {
        if let member = try nextValue(isArray: true) { return member }
        guard let byte = try buffer.peek(), byte == UInt8(ascii: "]") else { return nil }
        buffer.advance(1)
        guard let list = try nextList() else { return nil }
        line += buffer.bytes[buffer.start..<list].count { $0 == ASCII.newline }
        buffer.advance(list - buffer.start)
        mode = .answer
        return try nextOfAnswer()
    }

    /// Where the pages of the next list begin, however much stands before it.
    private func nextList() throws -> Int? {
        var wanted = ContainerReader.headLength
        while true {
            try buffer.require(wanted)
            if let list = JSONWrapper.list(in: buffer.bytes, from: buffer.start, isBehindList: true) { return list }
            guard buffer.available >= wanted, wanted < recordLimit else { return nil }
            wanted *= 2
        }
    }

    /// The bytes of the value that begins here, however it ends, and whether all of it fitted.
    private func value() throws -> (bytes: [UInt8], isWhole: Bool) {
        var cutter = JSONCutter()
        var bytes: [UInt8] = []
        var isWhole = true
        while try buffer.peek() != nil {
            let (end, isDone) = cutter.end(in: buffer.bytes.span, from: buffer.start)
            if bytes.count + end - buffer.start > recordLimit { isWhole = false }
            if isWhole { bytes += buffer.bytes[buffer.start..<end] }
            line += buffer.bytes[buffer.start..<end].count { $0 == ASCII.newline }
            buffer.advance(end - buffer.start)
            if isDone { break }
        }
        return (bytes, isWhole)
    }

    private func member(_ bytes: [UInt8], name: String) -> ContainerMember {
        do throws(Rejection) {
            let text = UTF8Repair.isValid(bytes.span) ? bytes : try CharsetReader.text(of: bytes).utf8
            return try ContainerMember(
                of: record(Array(Self.withoutMark(text[...]))),
                name: name,
                line: line,
                limits: limits
            )
        } catch {
            return ContainerMember(name: name, bytes: bytes, rejection: error)
        }
    }

    private func record(_ text: [UInt8]) throws(Rejection) -> PageRecord {
        do throws(JSONText.Fault) {
            if case .parts = mode { return try PageRecord(parts: text) }
            return try PageRecord(text)
        } catch {
            if expansion.isTooLarge {
                expansion.isReported = true
                throw .expandsTooFar(limits)
            }
            throw .noRecord(error, line: line, excerpt: String(decoding: text.prefix(120), as: UTF8.self))
        }
    }

    private func tooLong(name: String, _ bytes: [UInt8]) -> ContainerMember {
        ContainerMember(name: name, bytes: bytes, rejection: .memberTooLarge(limits, line: line))
    }
}

// MARK: - How the file is laid out

extension JSONReader {
    private func currentMode() throws -> Mode {
        if let mode { return mode }
        let found = try findMode()
        mode = found
        switch found {
        case .values, .answer, .parts: line = 1
        case .lines, .ended: break
        }
        return found
    }

    private func findMode() throws -> Mode {
        try buffer.require(3)
        buffer.advance(buffer.available - Self.withoutMark(buffer.bytes[buffer.start...]).count)
        if isLines { return .lines }
        try buffer.require(ContainerReader.headLength)
        let head = buffer.bytes[buffer.start...]
        guard let first = head.firstIndex(where: { $0 > ASCII.space }) else { return .lines }
        if head[first] == UInt8(ascii: "[") {
            if JSONParts.isPart(Array(head[(first + 1)...])) { return .parts }
            buffer.advance(first + 1 - buffer.start)
            return .values(isArray: true)
        }
        if let list = JSONWrapper.list(in: buffer.bytes, from: first) {
            buffer.advance(list - buffer.start)
            return .answer
        }
        return isLaidOut(Array(head[first...])) ? .values(isArray: false) : .lines
    }

    /// Whether the first value goes on behind its first line, or another follows on the same one.
    private func isLaidOut(_ head: [UInt8]) -> Bool {
        var cutter = JSONCutter()
        let line = Array(head.prefix { $0 != ASCII.newline })
        let (end, isDone) = cutter.end(in: line.span, from: 0)
        if isDone { return line[end...].contains { $0 > ASCII.space } }
        return line.count < head.count && !cutter.isInString
    }
}

extension Rejection {
    fileprivate static func noRecord(_ fault: JSONText.Fault, line: Int, excerpt: String) -> Rejection {
        Rejection(
            .unreadable,
            Finding.Message(
                zh: "该行（条）不是完整的 JSON 对象（第 \(fault.offset) 字节处有误）；请修复抓取程序后重新投放这一条",
                en: "this is no whole JSON object: \(fault.reason) (byte \(fault.offset)); mend it and drop it again"
            ),
            line: line,
            excerpt: excerpt
        )
    }
}
