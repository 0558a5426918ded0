import Model
import Testing

@testable import Decode

/// A site's answer as a scraper saves it, with its pages somewhere within.
struct JSONWrapperTests {
    private func texts(_ text: String, name: String = "a.json", portion: Int = 1 << 18) throws -> [String?] {
        try (ContainerReader.members(of: Array(text.utf8), name: name, portion: portion) ?? [])
            .map { $0.rejection == nil ? $0.text : nil }
    }

    @Test(arguments: [1, 5, 1 << 18])
    func thePagesOfItsListsAreRead(portion: Int) throws {
        let answer = """
            {"code": 200, "data": {"pages": 1, "top": [], "tags": ["a]", {"b": "{"}], "list": [
              {"id": 1, "content": "一"}, {"id": 2, "title": "甲", "content": "二"}
            ], "rows": [{"html": "<p>三</p>"}]}, "total": 3}
            """
        #expect(try texts(answer, portion: portion) == ["一", "二", "<p>三</p>"])
        #expect(try texts(answer.replacing("\n", with: ""), portion: portion) == ["一", "二", "<p>三</p>"])
    }

    @Test(arguments: [
        #"{"code":200,"data":{"title":"甲","content":"一"}}"#, #"{"a":{"b":{"c":{"content":"一"}}},"d":{"e":1}}"#,
        #"{"code":200,"data":{"list":[{"title":"甲","content":"一"}]}}"#,
    ])
    func oneWithinAnObjectIsThePage(_ answer: String) throws {
        #expect(try texts(answer) == ["一"])
    }

    /// What an answer says between its lists, however long, hides none of them.
    @Test(arguments: [
        "\"title\": \"目录\"", "\"note\": \"\(String(repeating: "说", count: 60_000))\"", "\"url\": \"u\", \"a\": [1]",
    ])
    func nothingBetweenListsHidesThem(_ between: String) throws {
        let answer = "{\"data\": {\"list\": [{\"content\": \"一\"}], \(between), \"rows\": [{\"content\": \"二\"}]}}"
        #expect(try texts(answer) == ["一", "二"])
        #expect(try texts(answer, portion: 1000) == ["一", "二"])
    }

    /// Of two pages within one record none is chosen, and its own page is the record's.
    @Test func aPageBesideAnotherIsNotTaken() throws {
        let two = #"{"prev":{"content":"前"},"next":{"content":"后"}}"#
        #expect(try texts(two) == [nil])
        #expect(try texts(#"{"prev":{"content":"前"},"content":"一"}"#) == ["一"])
        #expect(try texts(#"{"links":[{"text":"首页"}],"rows":[{"text":"行"}],"url":"u","html":"<p>一</p>"}"#).count == 1)
        #expect(try texts(#"{"url":"u","rows":[{"text":"行"}],"html":"<p>一</p>"}"#) == ["<p>一</p>"])
    }

    @Test func eachLineIsARecord() throws {
        let line = #"{"code":200,"data":{"content":"一"}}"#
        #expect(try texts([line, line].joined(separator: "\n"), name: "a.jsonl") == ["一", "一"])
    }

    @Test func anObjectDeepWithinIsPassedOver() throws {
        let deep = String(repeating: #"{"a":"#, count: 5_000) + "1" + String(repeating: "}", count: 5_000)
        #expect(try texts("{\"x\":" + deep + ",\"content\":\"一\"}") == ["一"])
        #expect(try texts("{\"x\":" + deep + ",\"y\":{\"content\":\"一\"}}") == ["一"])
    }

    /// A program that takes an element for its text escapes the page once more.
    @Test func aPageEscapedTwiceIsReadInItsOwnMarkup() throws {
        let page = "<table><tr><td class=\"a\">规章 &amp; 其他</td></tr></table><p>&nbsp;一</p>"
        let escaped = page.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
        #expect(try texts(#"{"content":"\#(escaped)"}"#) == [page])
        let kept = "<p>&lt;/p&gt;&lt;/p&gt;&lt;/p&gt;&lt;/p&gt;</p>"
        #expect(try texts(#"{"content":"\#(kept)"}"#) == [kept])
    }
}
