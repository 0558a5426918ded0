internal import Bytes

/// Tells that a title is of a report or table on a part of a year, and which: no annual report, whatever its tables.
///
/// Bodies also report by quarter and half-year, in the tables of the annual form. The word stands in the title, before
/// or behind 政府信息公开: 2022年上半年政府信息公开工作报告, 政府信息公开情况统计表（2016年第三季度）.
enum PartOfYear {
    private static let words =
        (["第一季度", "第二季度", "第三季度", "第四季度", "前三季度", "一季度", "二季度", "三季度", "四季度"]
        + ["上半年", "下半年"]).map { Array($0.utf8) }
    /// Words that name no part by themselves: 政府信息公开季度报告 is an entry of a menu.
    private static let kinds = ["半年", "季度", "季报", "月报"].map { Array($0.utf8) }
    private static let subjects = ["政府信息公开", "政务信息公开", "政务公开", "信息公开"].map { Array($0.utf8) }
    /// What an annual report calls itself; 半年度报告 is none.
    private static let annual = ["年度报告", "年度工作报告", "年度总结", "年报"].map { Array($0.utf8) }
    private static let half = Array("半".utf8)

    /// The part of the year that `title`, normalised, names; nil where it names none, or calls itself annual.
    static func named(in title: [UInt8]) -> String? {
        guard let subject = subjects.compactMap({ title.firstIndex(of: $0) }).min(), !isAnnual(title) else {
            return nil
        }
        let words = title.contains(where: ASCII.isDigit) ? words + kinds : words
        if let word = words.first(where: { title.firstIndex(of: $0) != nil }) {
            return String(decoding: word, as: UTF8.self)
        }
        return months(title[..<subject])
    }

    /// Whether `title`, normalised, calls itself the annual report on disclosure.
    static func isAnnual(_ title: [UInt8]) -> Bool {
        guard subjects.contains(where: { title.firstIndex(of: $0) != nil }) else { return false }
        return annual.contains { word in
            title.firstIndex(of: word).map { !title[..<$0].ends(in: half) } ?? false
        }
    }

    private static let month = Array("月".utf8)
    private static let share = Array("份".utf8)
    private static let joints = ["-", "—", "~", "至", "到"].map { Array($0.utf8) }
    private static let digits =
        (0...9).map { Array(String($0).utf8) }
        + ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].map { Array($0.utf8) }

    /// 1-6月 or 6月份 at the end of `lead`. 1-12月 is the year; 6月 alone may be the month of publication.
    private static func months(_ lead: ArraySlice<UInt8>) -> String? {
        var rest = lead
        let isNamed = rest.drop(ending: [share])
        guard rest.drop(ending: [month]) else { return nil }
        let last = number(endingIn: &rest)
        let isRange = !last.isEmpty && rest.drop(ending: joints)
        if isRange { rest.drop(ending: [month]) }
        let first = isRange ? number(endingIn: &rest) : last
        guard !first.isEmpty, isRange || isNamed else { return nil }
        let isYear = isRange && ["1", "一"].contains(first) && ["12", "十二"].contains(last)
        return isYear ? nil : String(decoding: lead[rest.endIndex...], as: UTF8.self)
    }

    /// Takes the digits that `text` ends in.
    private static func number(endingIn text: inout ArraySlice<UInt8>) -> String {
        let whole = text
        while text.drop(ending: digits) {}
        return String(decoding: whole[text.endIndex...], as: UTF8.self)
    }
}

extension ArraySlice<UInt8> {
    fileprivate func ends(in word: [UInt8]) -> Bool { suffix(word.count).elementsEqual(word) }

    /// Drops whichever of `words` it ends in, and says whether it does.
    @discardableResult
    fileprivate mutating func drop(ending words: [[UInt8]]) -> Bool {
        guard let word = words.first(where: ends) else { return false }
        removeLast(word.count)
        return true
    }
}
