/// A request to the sink, as far as a webhook needs it.
struct HTTPRequest: Sendable, Equatable {
    var method: String
    var target: String
    /// By name in lower case; of several of one name the last.
    var headers: [String: String]
    var body: [UInt8] = []
}

/// Takes bytes as they come and tells when they make a request (HTTP/1.1 with a Content-Length).
struct HTTPRequestParser: Sendable {
    /// What the bytes so far come to.
    enum Progress: Sendable, Equatable {
        case incomplete
        /// The head is whole and the sender waits for leave to send the body.
        case wantsLeave
        case complete(HTTPRequest)
        /// The status to answer with.
        case refused(Int)
    }

    private static let maximumHead = 65_536
    private static let maximumBody = 1 << 20
    private static let end = Array("\r\n\r\n".utf8)

    private var bytes: [UInt8] = []
    private var head: HTTPRequest?
    private var length = 0
    private var hasLeave = false

    /// Takes in further bytes.
    mutating func take(_ more: some Sequence<UInt8>) -> Progress {
        bytes += more
        if head == nil {
            if let failure = readHead() { return failure }
            guard head != nil else { return bytes.count > Self.maximumHead ? .refused(431) : .incomplete }
        }
        return readBody()
    }

    private mutating func readHead() -> Progress? {
        guard let end = firstEnd else { return nil }
        guard let request = Self.parse(String(decoding: bytes[..<end], as: UTF8.self)) else { return .refused(400) }
        bytes.removeFirst(end + Self.end.count)
        head = request
        guard request.headers["transfer-encoding"] == nil else { return .refused(411) }
        guard let length = Int(request.headers["content-length"] ?? "0"), length >= 0 else { return .refused(400) }
        self.length = length
        return length > Self.maximumBody ? .refused(413) : nil
    }

    private mutating func readBody() -> Progress {
        guard var request = head else { return .incomplete }
        if bytes.count < length {
            guard request.headers["expect"]?.lowercased() == "100-continue", !hasLeave else { return .incomplete }
            hasLeave = true
            return .wantsLeave
        }
        request.body = Array(bytes.prefix(length))
        return .complete(request)
    }

    private var firstEnd: Int? {
        guard bytes.count >= Self.end.count else { return nil }
        return (0...bytes.count - Self.end.count).first { bytes[$0..<$0 + Self.end.count].elementsEqual(Self.end) }
    }

    private static func parse(_ text: String) -> HTTPRequest? {
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        let words = lines[0].split(separator: " ")
        guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...]).trimmed
        }
        return HTTPRequest(method: String(words[0]), target: String(words[1]), headers: headers)
    }
}
