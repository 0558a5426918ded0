internal import Bytes
internal import Model

/// Reads the pages of a scraper's table, CSV or TSV: each row is one.
final class RowReader {
    private let limits: DecodeLimits
    private var buffer: StreamBuffer
    private var table: PageTable?
    private var isBegun = false
    /// The line in hand, from 1.
    private var line = 1
    private let damage: Damage

    /// What of packed bytes was met that ends them.
    private final class Damage {
        var rejection: Rejection?
    }

    init(_ source: MemberSource, limits: DecodeLimits) {
        self.limits = limits
        let damage = Damage()
        self.damage = damage
        buffer = StreamBuffer {
            if damage.rejection != nil { return [] }
            do {
                return try source.next()
            } catch let fault as GzipFeed.Fault {
                damage.rejection = fault == .tooLarge ? .expandsTooFar(limits) : .damagedTable
                return []
            }
        }
    }

    /// The next page; its name is the line on which its row begins.
    func next() throws -> ContainerMember? {
        if !isBegun { try begin() }
        while table != nil, try buffer.peek() != nil {
            let start = line
            guard let row = try row() else {
                return ContainerMember(name: String(start), bytes: [], rejection: .memberTooLarge(limits, line: start))
            }
            // What was cut off is told of below.
            if damage.rejection != nil { break }
            if row.cells.contains(where: { $0.contains { $0 > ASCII.space } }) { return member(of: row, line: start) }
        }
        guard let rejection = damage.rejection, table != nil else { return nil }
        table = nil
        return ContainerMember(name: String(line), bytes: [], rejection: rejection)
    }

    private func begin() throws {
        isBegun = true
        try buffer.require(ContainerReader.headLength)
        table = PageTable(head: Array(buffer.bytes[buffer.start...].prefix(ContainerReader.headLength)))
        if table != nil { _ = try row() }
    }

    /// The row that begins here; nil where it has more bytes than a page may have.
    private func row() throws -> SeparatedRow? {
        guard let table else { return nil }
        var row = SeparatedRow(separator: table.separator)
        var size = 0
        while try buffer.peek() != nil {
            let start = buffer.start
            let end = row.take(buffer.bytes, from: start)
            let next = end ?? buffer.bytes.count
            line += buffer.bytes[start..<next].count { $0 == ASCII.newline }
            size += next - start
            // The rest of too long a row is read and dropped.
            if size > mostBytes { row = row.withoutText }
            buffer.advance(next - start)
            if end != nil { return size > mostBytes ? nil : row }
        }
        row.endRow()
        return size > mostBytes ? nil : row
    }

    /// Of a row: the page, and what stands beside it; quotes in it are doubled.
    private var mostBytes: Int { 2 * limits.maximumBytes + (1 << 16) }

    private func member(of row: SeparatedRow, line: Int) -> ContainerMember {
        do throws(Rejection) {
            var cells: [(key: String, text: [UInt8])] = []
            for (column, cell) in zip(table?.columns ?? [], row.cells) where !cell.isEmpty {
                if let column { cells.append((column, try text(of: cell))) }
            }
            return try ContainerMember(of: PageRecord(cells), name: String(line), line: line, limits: limits)
        } catch {
            return ContainerMember(
                name: String(line),
                bytes: row.cells.max { $0.count < $1.count } ?? [],
                rejection: error
            )
        }
    }

    private func text(of cell: [UInt8]) throws(Rejection) -> [UInt8] {
        if table?.charset == nil, UTF8Repair.isValid(cell.span) { return cell }
        return try CharsetReader.text(of: cell, declared: table?.charset).utf8
    }
}

extension Rejection {
    fileprivate static let damagedTable = Rejection(
        .unreadable,
        Finding.Message(
            zh: "压缩文件已损坏，其后的各行无法读取；请重新抓取后投放",
            en: "the packed file is damaged here, and the rows that follow cannot be read: scrape it again and drop it"
        )
    )
}
