/// What came of reading a file.
package enum Reading: Sendable, Equatable {
    /// An annual report or a statistics page, judged.
    case report(Report)
    /// The bytes were read, but are no annual report: for quarantine.
    case rejected(Rejection)
}

/// Why a file is no readable report: what stands in its `.reason.json`.
package struct Rejection: Error, Sendable, Equatable {
    package var code: Code
    /// Whole sentences with the remedy, in both languages.
    package var message: Finding.Message
    /// The line where reading ended, from 1, where that means something.
    package var line: Int?
    /// The beginning of what was found, at most 200 bytes, where it is text.
    package var excerpt: String?

    package init(_ code: Code, _ message: Finding.Message, line: Int? = nil, excerpt: String? = nil) {
        self.code = code
        self.message = message
        self.line = line
        self.excerpt = excerpt
    }

    package enum Code: String, Sendable, Codable {
        case empty
        case tooLarge = "too-large"
        case tooDeep = "too-deep"
        case unreadable
        /// Not text, and no format that is known.
        case unknownFormat = "unknown-format"
        case unknownCharset = "unknown-charset"
        /// Readable, but no annual report.
        case notAReport = "not-a-report"
        /// A program that reading needs is not installed.
        case toolMissing = "tool-missing"
        /// Reading it brought the reader down, several times.
        case poison
    }
}
