/// The charsets that reports come in.
enum Charset: String, Sendable {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
    case big5 = "Big5"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"

    /// The name that iconv knows it by. Big5 with Hong Kong's additions holds every other Big5.
    var iconvName: String {
        switch self {
        case .big5: "BIG5-HKSCS"
        default: rawValue
        }
    }

    /// The charset that a declaration means, or nil where the label is not known.
    ///
    /// `gb2312` and `gbk` mean GB18030, which holds both: pages with these labels use characters beyond them (the WHATWG
    /// Encoding Standard reads them so too).
    init?(label: String) {
        switch label.lowercased() {
        case "utf-8", "utf8": self = .utf8
        case "gb2312", "gbk", "gb18030", "x-gbk", "cp936", "ms936", "gb_2312-80", "gb-2312", "euc-cn":
            self = .gb18030
        case "big5", "big-5", "big5-hkscs", "cn-big5", "x-x-big5", "cp950", "ms950": self = .big5
        case "utf-16", "utf-16le": self = .utf16LittleEndian
        case "utf-16be": self = .utf16BigEndian
        default: return nil
        }
    }

    /// The charset that a byte order mark states, and the length of the mark.
    static func byteOrderMark(of bytes: [UInt8]) -> (charset: Charset, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }
}
