import Bytes
import Foundation
import Testing

struct JSONWriterTests {
    @Test func writesWhatAJSONReaderReadsBack() throws {
        let text = "引号\" 反斜线\\ 换行\n 制表\t 控制\u{1} 表情😀"
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("empty")
            writer.object { _ in }
            writer.key("list")
            writer.array([1, 2]) { $0.int($1) }
            writer.key("none")
            writer.null()
            writer.key("text")
            writer.string(text)
        }
        let data = Data(writer.bytes)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["text"] as? String == text)
        #expect(object["list"] as? [Int] == [1, 2])
        #expect(object["none"] is NSNull)
        #expect((object["empty"] as? [String: Any])?.isEmpty == true)
    }

    @Test func writesALineOrAPage() {
        func written(pretty: Bool) -> String {
            var writer = JSONWriter(pretty: pretty)
            writer.object { writer in
                writer.key("a")
                writer.array(["x"]) { $0.string($1) }
                writer.key("b")
                writer.bool(true)
            }
            return String(decoding: writer.bytes, as: UTF8.self)
        }
        #expect(written(pretty: false) == #"{"a":["x"],"b":true}"#)
        #expect(written(pretty: true) == "{\n  \"a\": [\n    \"x\"\n  ],\n  \"b\": true\n}")
    }
}
