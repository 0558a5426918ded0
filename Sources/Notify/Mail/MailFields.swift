internal import FoundationEssentials

/// What a mail needs of a frozen body.
struct MailFields: Decodable, Sendable {
    var data: Payload

    struct Payload: Decodable, Sendable {
        var message: Content
    }

    /// The names are those of the body.
    struct Content: Decodable, Sendable {
        var MessageID: String
        var InReplyTo: String?
        var References: [String]
        var FromFull: Address
        var ToFull: [Address]
        var Subject: String
        var Date: String
        var TextBody: String
        var HtmlBody: String
        var Headers: [Header]
    }

    struct Address: Decodable, Sendable {
        var Email: String
        var Name: String
    }

    struct Header: Decodable, Sendable {
        var Name: String
        var Value: String
    }

    /// - Throws: where `body` is no message of ours.
    static func content(of body: String) throws -> Content {
        try JSONDecoder().decode(MailFields.self, from: Data(body.utf8)).data.message
    }
}
