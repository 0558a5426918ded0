internal import FoundationEssentials

/// As much of a message's body as the sink prints.
struct SinkMessage: Decodable {
    let type: String
    let data: Content

    struct Content: Decodable { let message: Mail }

    struct Mail: Decodable {
        let Subject: String
        let TextBody: String
    }

    /// Nil where `body` is no message of ours.
    init?(_ body: [UInt8]) {
        guard let message = try? JSONDecoder().decode(SinkMessage.self, from: Data(body)) else { return nil }
        self = message
    }

    /// The message as it is printed, indented below its head line.
    var text: String {
        // A CR LF is one character in Swift, and a new line.
        let lines = data.message.TextBody.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return (["Subject: \(data.message.Subject)", ""] + lines.map(String.init))
            .map { "    " + Column.printable($0) }.joined(separator: "\n")
    }
}
