internal import ArgumentParser
internal import Model

/// The language of output for people.
enum OutputLanguage: String, ExpressibleByArgument, CaseIterable, Sendable {
    case zh
    case en

    /// The wording in this language.
    func words(_ message: Finding.Message) -> String { words(zh: message.zh, en: message.en) }

    /// The wording in this language.
    func words(zh: String, en: String) -> String { self == .zh ? zh : en }

    /// What stands between a label and what it is of.
    var colon: String { colonMark + gap }

    /// The colon alone, and what stands behind it.
    var colonMark: String { words(zh: "：", en: ":") }
    var gap: String { words(zh: "", en: " ") }

    /// `label: value`.
    func field(zh: String, en: String, _ value: String) -> String { words(zh: zh, en: en) + colon + value }

    /// What stands behind something in brackets.
    func inBrackets(_ text: String) -> String { words(zh: "（\(text)）", en: " (\(text))") }

    /// What the report says, which is read with its punctuation made half-width.
    func quote(_ text: String) -> String { words(zh: text.withChinesePunctuation, en: text) }

    /// The items of a list.
    func list(_ items: [String]) -> String { items.joined(separator: words(zh: "、", en: ", ")) }

    /// Clauses one after the other.
    func clauses(_ clauses: [String]) -> String { clauses.joined(separator: words(zh: "，", en: ", ")) }
}

extension OutputLanguage {
    func words(_ severity: Finding.Severity) -> String {
        switch severity {
        case .error: words(zh: "错误", en: "error")
        case .warning: words(zh: "警告", en: "warning")
        case .info: words(zh: "提示", en: "info")
        }
    }

    func words(_ kind: Identity.Kind) -> String {
        switch kind {
        case .report: words(zh: "年度报告", en: kind.rawValue)
        case .statistics: words(zh: "统计表", en: kind.rawValue)
        case .notAReport: words(zh: "非年度报告", en: kind.rawValue)
        }
    }
}
