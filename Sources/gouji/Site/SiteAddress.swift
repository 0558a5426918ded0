internal import Platform

/// Where the pages of a site stand, by paths below its folder: ASCII alone, whatever an agency is called.
enum SiteAddress {
    static func report(_ id: String) -> String {
        let digits = String((id.split(separator: ":").last ?? "").prefix(20))
        return "reports/\(digits.prefix(2))/\(digits).html"
    }

    /// `name` is nil where the agency is not known.
    static func agency(_ name: String?) -> String {
        "agencies/" + (name.map { String(SHA256.hex(of: Array($0.utf8)).prefix(16)) } ?? "unknown") + ".html"
    }

    /// The page of a rule, whose identifier may be of one's own making.
    static func rule(_ id: String) -> String {
        let isPlain = id.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        let name =
            isPlain && !id.hasPrefix(".") && id.utf8.count < 100
            ? id : String(SHA256.hex(of: Array(id.utf8)).prefix(16))
        return "rules/\(name).html"
    }

    static func year(_ year: Int?) -> String { "years/\(year.map(String.init) ?? "unknown").html" }

    /// The `page`th part, from 1, of what begins at `first`.
    static func part(_ page: Int, of first: String) -> String {
        page == 1 ? first : first.dropLast(5) + "-\(page).html"
    }

    /// A component of a path in an address: everything but letters and digits of ASCII as percent signs and digits.
    static func encoded(_ name: String) -> String {
        var result = ""
        for byte in FileName.encode(name) {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += "%" + Hex.encode([byte]).uppercased()
            }
        }
        return result
    }
}
