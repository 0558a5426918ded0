internal import Bytes

/// What is no body's name, though it ends like one.
extension AgencyReader {
    /// Further words that a body's name ends with, which would be too weak where nothing else shows a name.
    private static let schools = ["学校", "中学", "小学", "幼儿园", "集团", "银行"].map { Array($0.utf8) }
    /// What the entries of a site's menu begin with: 走进某市.
    private static let greetings = [
        "走进", "走近", "魅力", "印象", "认识", "今日", "美丽", "了解", "网上", "我要", "返回", "首页", "当前", "欢迎", "进入",
    ].map { Array($0.utf8) }
    /// What they hold: 办事大厅, 新闻中心.
    private static let matters = ["新闻中心", "资讯", "专题", "专栏", "频道", "栏目", "网站", "平台", "信箱"]
        .map { Array($0.utf8) }

    /// Whether a line that stands above a title which names nobody may be the name of its body, and is no entry of the
    /// page's menu.
    static func isToldAlone(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        return (isBody(bytes) || schools.contains { bytes.ends(with: $0) }) && !isOfMenu(bytes)
    }

    /// Whether words are an entry of a menu.
    static func isOfMenu(_ words: [UInt8]) -> Bool {
        isGreeting(words) || matters.contains { words.firstIndex(of: $0) != nil }
    }

    /// Whether words bid the reader somewhere, as no name does.
    static func isGreeting(_ words: [UInt8]) -> Bool {
        greetings.contains { words.starts(with: $0) } || words.ends(with: hall)
    }

    private static let hall = Array("大厅".utf8)

    /// The beginnings of names that hundreds of bodies share: whose place was lost is told by nothing.
    private static let placeless = [
        "人民政府", "政府", "办公室", "办公厅", "办事处", "街道办事处", "委员会", "管委会", "管理委员会", "镇人民政府", "乡人民政府",
    ].map { Array($0.utf8) }

    /// What is left where a site's tools lost all that makes it a name.
    private static let kinds = ["街道", "镇政府", "乡政府", "官方网站", "官网", "门户网站"].map { Array($0.utf8) }

    static let oneself = [
        "分局", "本局", "本委", "本厅", "本办", "本院", "本镇", "本乡", "本街道", "本机关", "本单位", "本部门", "本中心", "本级",
    ].map { Array($0.utf8) }
    private static let deeds = ["发布", "公布", "将", "制定", "编制", "编写", "公开", "汇报", "撰写", "形成", "起草", "完成"]
        .map { Array($0.utf8) }
    /// What a body calls itself by, and what many names end with.
    private static let selves = ["分局", "大队", "支队", "总队", "中心", "总站"].map { Array($0.utf8) }
    private static let leads = ["现将", "现就", "现对"].map { Array($0.utf8) }

    /// Whether words are what a body does with its own report, of which a name is made where its year follows: 现将分局2021年…,
    /// 制定本局2024年….
    static func isDeedOfOneself(_ words: [UInt8]) -> Bool {
        ends(words, with: oneself, behind: deeds) || ends(words, with: selves, behind: leads)
    }

    private static func ends(_ words: [UInt8], with nouns: [[UInt8]], behind verbs: [[UInt8]]) -> Bool {
        guard let noun = nouns.first(where: { words.ends(with: $0) }) else { return false }
        let rest = Array(words.dropLast(noun.count))
        return verbs.contains { rest.ends(with: $0) }
    }

    private static let party = Array("委".utf8)

    /// Whether a name is only a kind of body, or the office of a government that has no place: 街道, 区管委会, 市政府办公室.
    static func isBare(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        if kinds.contains(bytes) { return true }
        guard let level = levels.first(where: { bytes.starts(with: $0) }) else { return false }
        let rest = Array(bytes.dropFirst(level.count))
        // 区委区政府: whoever obeys them says so.
        if rest.starts(with: party + level) { return true }
        return isPlaceless(rest)
    }

    /// Whether a name is that of every place's body, as 人民政府办公室 is.
    static func isPlaceless(_ name: [UInt8]) -> Bool {
        var rest = name[...]
        while let word = placeless.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(word.count) }
        return rest.isEmpty
    }
}
