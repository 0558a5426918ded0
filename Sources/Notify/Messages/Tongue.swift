import Model

/// One of the two languages of a message, and which words it takes.
package enum Tongue: String, Sendable {
    case zh
    case en

    /// The words of this language.
    func callAsFunction(_ zh: String, _ en: String) -> String { self == .zh ? zh : en }

    /// The words of this language.
    func callAsFunction(_ message: Finding.Message) -> String { self == .zh ? message.zh : message.en }

    /// A name in this language and a value, as a fact; nil where there is no value.
    func fact(_ zh: String, _ en: String, _ value: String?) -> Block.Fact? {
        value.map { Block.Fact(name: self(zh + "：", en + ": "), value: $0) }
    }

    /// The language tag, for HTML.
    var tag: String { self == .zh ? "zh-CN" : "en" }

    /// `count` errors or warnings.
    func count(_ count: Int, _ severity: Finding.Severity) -> String {
        switch severity {
        case .error: self("\(count) 处错误", count == 1 ? "1 error" : "\(count) errors")
        case .warning: self("\(count) 处警告", count == 1 ? "1 warning" : "\(count) warnings")
        case .info: self("\(count) 处提示", count == 1 ? "1 note" : "\(count) notes")
        }
    }
}

extension MessageSettings.Language {
    /// The languages in which everything is said, in order.
    var tongues: [Tongue] {
        switch self {
        case .zh: [.zh]
        case .en: [.en]
        case .both: [.zh, .en]
        }
    }
}
