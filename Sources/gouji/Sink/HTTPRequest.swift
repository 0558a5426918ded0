/// One request as a receiver of webhooks needs it (RFC 9112): the head parsed, the body as bytes.
struct HTTPRequest {
    let method: String
    /// The fields of the head; names in lower case.
    let fields: [String: String]
    var body: [UInt8] = []

    /// The length that the head announces; nil where it announces none that is a number.
    var contentLength: Int? { fields["content-length"].flatMap(Int.init) }

    /// Whether the sender waits to be asked for the body.
    var expectsContinue: Bool { fields["expect"]?.lowercased() == "100-continue" }

    /// Nil where `head`, the bytes up to the empty line, is no request of HTTP/1.
    init?(head: [UInt8]) {
        guard let text = String(validating: head, as: UTF8.self) else { return nil }
        var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)[...]
        let start = lines.popFirst()?.split(separator: " ") ?? []
        guard start.count == 3, start[2].hasPrefix("HTTP/1.") else { return nil }
        method = String(start[0])
        var fields: [String: String] = [:]
        for line in lines where !line.isEmpty {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            fields[line[..<colon].lowercased()] = String(value)
        }
        self.fields = fields
    }
}
