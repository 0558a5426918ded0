internal import Notify
internal import Platform

/// A page of a site: HTML without scripts, with one style sheet, every address in it relative.
struct SitePage {
    let language: OutputLanguage
    /// The path below the site's folder.
    let path: String
    let title: String

    static let styleName = "style.css"

    /// What leads from the page to the site's folder.
    var root: String { String(repeating: "../", count: path.split(separator: "/").count - 1) }

    /// The document around `body`, which is HTML.
    func document(_ body: [String]) -> String {
        let tag = language == .zh ? "zh-CN" : "en"
        let home = words("年度报告核查", "Annual reports, checked")
        let rules = words("规则", "Rules")
        return """
            <!DOCTYPE html>
            <html lang="\(tag)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Self.text(title))</title>
            <link rel="stylesheet" href="\(root)\(Self.styleName)">
            </head>
            <body>
            <nav><a href="\(root)index.html">\(home)</a> <a href="\(root)rules/index.html">\(rules)</a></nav>
            <main>
            <h1>\(Self.text(title))</h1>
            \(body.filter { !$0.isEmpty }.joined(separator: "\n"))
            </main>
            </body>
            </html>

            """
    }

    func words(_ zh: String, _ en: String) -> String { language.words(zh: zh, en: en) }

    /// Words that are not ours, for HTML: on one line, and without what would turn or hide others.
    static func text(_ words: String) -> String { HTMLRenderer.escaped(Column.printable(words)) }

    func link(_ path: String, _ words: String) -> String { "<a href=\"\(root)\(path)\">\(Self.text(words))</a>" }

    func heading(_ zh: String, _ en: String) -> String { "<h2>\(words(zh, en))</h2>" }

    /// Names and what they are; values are HTML.
    func facts(_ facts: [(zh: String, en: String, html: String?)]) -> String {
        let rows = facts.compactMap { fact in
            fact.html.map { "<tr><th scope=\"row\">\(words(fact.zh, fact.en))</th><td>\($0)</td></tr>" }
        }
        return rows.isEmpty
            ? "" : "<div class=\"scroll\"><table class=\"facts\">\(rows.joined(separator: "\n"))</table></div>"
    }

    /// A table of HTML.
    func table(_ heads: [String], _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "" }
        let head = heads.map { "<th scope=\"col\">\($0)</th>" }.joined()
        let lines = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }
        return "<div class=\"scroll\"><table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n"
            + lines.joined(separator: "\n") + "\n</tbody></table></div>"
    }

    func verdict(_ verdict: String) -> String {
        let zh = ["pass": "通过", "warn": "有警告", "fail": "有错误"][verdict] ?? verdict
        let en = ["pass": "pass", "warn": "warnings", "fail": "errors"][verdict] ?? verdict
        let name = ["pass", "warn", "fail"].contains(verdict) ? verdict : "other"
        return "<span class=\"verdict \(name)\">\(Self.text(words(zh, en)))</span>"
    }

    /// The links between the parts of what is too long for one page.
    func parts(_ count: Int, of first: String, now: Int) -> String {
        guard count > 1 else { return "" }
        let links = (1...count).map { part in
            part == now
                ? "<strong>\(part)</strong>" : "<a href=\"\(root)\(SiteAddress.part(part, of: first))\">\(part)</a>"
        }
        return "<p class=\"parts\">\(words("页", "Page")) \(links.joined(separator: " "))</p>"
    }

    /// The style sheet: for light and dark, for narrow windows and for paper.
    static let style = """
        :root { color-scheme: light dark; --line: #8888; --soft: #8882; --pass: #1b7f3b; --warn: #a15c00; --fail: #b71c1c; }
        body { font-family: system-ui, "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; line-height: 1.6; margin: 0; }
        nav { padding: 0.6em 1.2em; border-bottom: 1px solid var(--line); }
        nav a { margin-right: 1.2em; }
        main { padding: 0 1.2em 3em; max-width: 75em; }
        h1 { font-size: 1.5em; }
        h2 { font-size: 1.2em; margin-top: 2em; border-bottom: 1px solid var(--line); }
        h3 { font-size: 1em; margin: 1.4em 0 0.3em; padding-left: 8px; border-left: 4px solid var(--line); }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; margin: 0.6em 0; font-size: 0.95em; }
        caption, .caption { text-align: left; padding: 0.3em 0; }
        th, td { border: 1px solid var(--line); padding: 0.25em 0.6em; text-align: left; vertical-align: top; }
        thead th, .facts th, .grid th { background: var(--soft); font-weight: 600; }
        .note, .legend, .parts, .gap { font-size: 0.85em; opacity: 0.8; overflow-wrap: anywhere; }
        .wrong { background: #b71c1c; color: #fff; font-weight: bold; }
        .possible { background: #ffebee; color: #8e0000; border: 2px dashed #b71c1c; }
        .involved { background: #ffe08a; color: #222; }
        .facts th { white-space: nowrap; }
        code { overflow-wrap: anywhere; }
        .verdict { font-weight: 600; white-space: nowrap; }
        .verdict::before { content: "● "; }
        .pass { color: var(--pass); }
        .warn { color: var(--warn); }
        .fail { color: var(--fail); }
        .accepted { opacity: 0.7; }
        @media (prefers-color-scheme: dark) { :root { --pass: #66c988; --warn: #f0b45c; --fail: #ff8a80; } }
        @media print { nav { display: none; } .scroll { overflow: visible; } }

        """
}
