internal import Bytes
internal import Model
internal import Validate

/// A log of SARIF 2.1.0 (OASIS, 2020) that is written piece by piece: one run, however many files it reads.
struct SarifLog {
    let language: OutputLanguage
    /// The catalogue of the rules, as results refer to it.
    let rules: [RuleDescription]
    let ruleIndices: [String: Int]

    private static let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

    init(language: OutputLanguage, rules: [RuleDescription]) {
        self.language = language
        self.rules = rules
        ruleIndices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.identifier, $0) })
    }

    /// Everything before the results.
    func opening() -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("name", "gouji")
            writer.member("fullName", "Gouji 勾稽")
            writer.member("version", Gouji.version)
            writer.member("semanticVersion", Gouji.version)
            writer.member("language", language.words(zh: "zh-CN", en: "en"))
            writer.key("rules")
            writer.array(rules) { write(&$0, rule: $1) }
        }
        let head = #"{"$schema":"\#(Self.schema)","version":"2.1.0","runs":[{"tool":{"driver":"#
        // Columns are counted in characters, and lines as the report counts them.
        let tail = #"},"columnKind":"unicodeCodePoints","newlineSequences":["\r\n","\n","\r"],"results":["# + "\n"
        return Array(head.utf8) + writer.bytes + Array(tail.utf8)
    }

    /// Everything after the results; `notifications` is what `notification` made, separated by commas.
    func closing(began: String, status: CommandStatus, notifications: [UInt8]) -> [UInt8] {
        let head =
            #"],"invocations":[{"executionSuccessful":\#(status < .wrongUse),"exitCode":\#(status.rawValue),"#
            + #""startTimeUtc":"\#(began)","toolExecutionNotifications":["#
        return Array("\n\(head)".utf8) + notifications + Array("]}]}]}\n".utf8)
    }

    /// An input that could not be read or is no report.
    static func notification(_ source: Source, code: String, message: String, line: Int? = nil) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("descriptor")
            writer.object { $0.member("id", code) }
            writer.member("level", "error")
            writer.message("message", message)
            writer.key("locations")
            writer.array([source]) { writer, source in
                writer.object { $0.location(source, line: line ?? 0) }
            }
        }
        return writer.bytes
    }

    private func write(_ writer: inout JSONWriter, rule: RuleDescription) {
        writer.object { writer in
            writer.member("id", rule.identifier)
            writer.message("shortDescription", language.words(rule.statement))
            writer.message("help", "\(rule.statement.zh)\n\(rule.statement.en)\n\(rule.basis)")
            writer.key("defaultConfiguration")
            writer.object { $0.member("level", SarifResult.level(of: rule.usualSeverity)) }
            writer.key("properties")
            writer.object { writer in
                writer.member("basis", rule.basis)
                writer.key("forms")
                writer.array(rule.forms) { $0.string($1) }
                writer.member("severity", language.words(rule.severity))
            }
        }
    }
}

extension JSONWriter {
    /// A member that is a message, or the content of an artifact: an object with a text.
    mutating func message(_ name: StaticString, _ text: String) {
        key(name)
        object { $0.member("text", text) }
    }

    /// A member that is a number or words, or null.
    mutating func fact(_ name: StaticString, _ fact: Finding.Fact?) {
        key(name)
        switch fact {
        case .number(let value): number(value.description)
        case .words(let text): string(text)
        case nil: null()
        }
    }

    /// The member that names the input.
    mutating func artifact(_ source: Source) {
        key("artifactLocation")
        object { $0.member("uri", ArtifactURI.text(of: source)) }
    }

    /// The member that is a place in the input; without a line, the whole of it.
    mutating func location(_ source: Source, line: Int = 0, text: String = "") {
        key("physicalLocation")
        object { writer in
            writer.artifact(source)
            guard line > 0 else { return }
            writer.key("region")
            writer.object { writer in
                writer.key("startLine")
                writer.int(line)
                if !text.isEmpty { writer.message("snippet", text) }
            }
        }
    }
}
