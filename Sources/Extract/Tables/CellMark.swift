internal import Bytes
internal import Model

/// Tells the marks for nothing as a record keeps them, which is as they were written: ／ for /.
package enum CellMark {
    package static func isMark(_ text: String) -> Bool {
        if Cell.marks.contains(text) { return true }
        var bytes: [UInt8] = []
        let written = Array(text.utf8)
        let span = written.span
        var index = 0
        while index < span.count {
            let (kind, length) = WhiteSpace.kind(in: span, at: index)
            let end = min(span.count, index + length)
            if kind.isText { Normaliser.append(span, from: index, to: end, to: &bytes) }
            index = end
        }
        return NumberReader.isMark(bytes, 0..<bytes.count)
    }
}
