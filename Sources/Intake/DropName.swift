internal import Platform

/// What the names of files in the drop folder say.
package enum DropName {
    /// The ending of a sidecar's name.
    package static let sidecarEnding = ".meta.json"
    /// The ending of the file beside a claimed container that says how far it is.
    static let progressEnding = ".progress"
    /// The sub-folder whose files are archived without messages.
    package static let backfill = "backfill/"

    private static let ignoredEndings = ["~", ".tmp", ".part", ".partial", ".crdownload", ".filepart"]

    /// Whether a file or folder of this name is never taken up: one that is still being written, or a sidecar.
    package static func isIgnored(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasSuffix(sidecarEnding) || ignoredEndings.contains { name.hasSuffix($0) }
    }

    /// The name of a claimed file that keeps the path below `drop/`: `/`, `%`, control characters and stray bytes as
    /// `%` and two digits.
    static func encode(_ path: String) -> String {
        var bytes: [UInt8] = []
        for scalar in path.unicodeScalars {
            let raw = FileName.encode(String(Character(scalar)))
            let isPlain = raw == Array(String(Character(scalar)).utf8) && scalar.value >= 0x20 && scalar.value != 0x7F
            if isPlain, scalar != "/", scalar != "%" {
                bytes += raw
            } else {
                for byte in raw { bytes += Array(("%" + Hex.encode([byte])).utf8) }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The path that `encode` made a name of.
    static func decode(_ name: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var rest = Array(name.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2).compactMap { Hex.value($0) }
            if byte == UInt8(ascii: "%"), digits.count == 2 {
                bytes.append(digits[0] << 4 | digits[1])
                rest.removeFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return FileName.decode(bytes)
    }
}
