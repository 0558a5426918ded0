import Bytes
import Testing

struct WordsTests {
    @Test func tellsBeginningsAndEndsOfStringsAndOfTheirParts() {
        let name = "青禾市水务局"
        #expect(name.begins(with: "青禾") && name.ends(with: "局") && !name.ends(with: "厅") && !name.begins(with: "水务"))
        #expect(!"局".ends(with: "水务局") && !"".begins(with: "局"))
        let rest = name.dropFirst(3)
        #expect(
            rest.begins(with: "水务") && rest.ends(with: "务局") && !rest.begins(with: "青禾") && !rest.ends(with: "市水务局")
        )
    }

    @Test func findsAWordsFirstPlace() throws {
        let words = "2022年公开12件,2023年公开7件"
        let place = try #require(words.place(of: "公开"))
        #expect(words[..<place.lowerBound] == "2022年" && words[place] == "公开")
        let rest = words[place.upperBound...]
        let next = try #require(rest.place(of: "公开"))
        #expect(rest[next.upperBound...] == "7件")
        #expect(words.holds("2023年") && !words.holds("2024年") && !rest.holds("2022年"))
        #expect("".place(of: "年") == nil)
    }
}
