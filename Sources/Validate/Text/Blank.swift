internal import Bytes
internal import Model

/// Whether something in the text is a blank that its filler has left.
enum Blank {
    /// What goes on as another word: X次方, X条例.
    private static let otherWords = ["条例", "条款", "条码", "次方", "项目", "起来"]
    /// What the sign belongs to: 第X条, B超X件, 某X件.
    private static let otherBeginnings = ["第", "某", "型", "类", "×"]

    /// Whether X条 is a number that was not filled in: behind a word, as a number would be.
    static func isNumber(_ range: Range<Int>, _ text: NarrativeText) -> Bool {
        guard range.lowerBound > 0, text.bytes[range.lowerBound - 1] > 0x7F, isOfReport(range, text) else {
            return false
        }
        let sign = text.stands("X", at: range.lowerBound) ? 1 : 2
        return !otherBeginnings.contains { text.ends($0, before: range.lowerBound) }
            && !otherWords.contains { text.stands($0, at: range.lowerBound + sign) }
    }

    // MARK: Notes to the filler

    private static let beginnings = ["请", "根据", "按", "结合", "据实", "由各", "如实", "此处", "此项"]
    private static let matters = ["实际", "情况", "单位", "机关", "部门", "数据", "据实", "此处", "此项", "如实"]
    /// An applicant fills forms in, too.
    private static let others = ["申请", "表", "群众", "正楷", "《", "用户", "当事人"]
    /// 30 Chinese characters.
    private static let longestNote = 90

    /// The whole of a note in brackets that ends at `range`: (请根据实际情况填写).
    static func note(_ range: Range<Int>, _ text: NarrativeText) -> Range<Int>? {
        let room = max(0, range.lowerBound - longestNote)..<range.lowerBound
        guard let open = text.bytes[room].lastIndex(of: UInt8(ascii: "(")) else { return nil }
        let words = (open + 1)..<range.upperBound
        guard beginnings.contains(where: { text.stands($0, at: words.lowerBound) }),
            matters.contains(where: { text.contains($0, in: words) }),
            !others.contains(where: { text.contains($0, in: words) || text.ends($0, before: open) }),
            !text.stands("》", at: range.upperBound)
        else { return nil }
        return open..<range.upperBound
    }

    // MARK: The body's own account

    private static let accounts = ["微信", "公众号", "官方微", "政务微", "政务新媒体", "微博", "抖音", "头条号", "视频号", "客户端"]
    private static let deeds = ["发布", "推送", "公开", "更新", "推出"]
    private static let foreign = ["仿冒", "假冒", "举报", "整治", "关停", "注销", "例如", "如:", "爆料"]
    /// Ten Chinese characters.
    private static let longestName = 30

    /// Where the quoted name of an account ends that somebody publishes by, and so knows: "××住建"微信公众号推送信息198条. `start` is
    /// where the signs end.
    static func account(_ start: Int, _ text: NarrativeText) -> Int? {
        let room = start..<min(text.bytes.count, start + longestName)
        guard let close = text.bytes[room].firstIndex(of: UInt8(ascii: "\"")), close > start,
            accounts.contains(where: { text.stands($0, at: close + 1) })
        else { return nil }
        let sentence = text.sentence(at: start)
        return deeds.contains { text.contains($0, in: sentence) }
            && !foreign.contains { text.contains($0, in: sentence) } ? close : nil
    }

    // MARK: How to reach the body

    private static let contacts = ["电话", "传真", "邮编", "邮政编码", "地址", "邮箱", "网址"]

    /// Whether the signs at `range` stand for a telephone number or an address of the body: 电话:××××-×××××××.
    static func isContact(_ range: Range<Int>, _ text: NarrativeText) -> Bool {
        let start = text.ends(":", before: range.lowerBound) ? range.lowerBound - 1 : range.lowerBound
        return contacts.contains { text.ends($0, before: start) } && isOfReport(range, text)
    }

    private static let people = ["申请人", "当事人", "身份证", "姓名", "某某", "先生", "女士", "原告", "被告", "一案", "某"]

    /// Whether the sentence tells of no person whose name and number were made unknown.
    private static func isOfReport(_ range: Range<Int>, _ text: NarrativeText) -> Bool {
        let sentence = text.sentence(at: range.lowerBound)
        return !people.contains { text.contains($0, in: sentence) }
    }
}
