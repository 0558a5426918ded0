/// How much a text reads like Chinese: how many of its characters are those that reports are made of.
///
/// A text that was decoded as what it is has a third and more of them; the same bytes decoded as another charset have
/// rare characters only.
struct Legibility {
    /// Chinese characters in the sample.
    private(set) var characters = 0
    private(set) var frequent = 0

    /// Enough characters to tell, and the bytes among which they are looked for.
    private static let sample = 400
    private static let reach = 1 << 18

    /// - Parameter text: UTF-8.
    init(_ text: borrowing Span<UInt8>) {
        let end = min(text.count, Self.reach)
        var index = 0
        while index + 2 < end, characters < Self.sample {
            let byte = text[index]
            guard byte >= 0xE4, byte <= 0xE9 else {
                index += 1
                continue
            }
            let code = UInt32(byte & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
            characters += 1
            if FrequentCharacters.contains(code) { frequent += 1 }
            index += 3
        }
    }

    /// The frequent characters' share, 0…1; 0 where there are none.
    var share: Double { characters == 0 ? 0 : Double(frequent) / Double(characters) }

    /// Whether this is certainly Chinese that was decoded as what it is.
    var isCertain: Bool { characters >= 20 && share >= 0.3 }

    /// Whether this may be Chinese that was decoded as something else.
    var isSuspect: Bool { characters < 100 || share < 0.2 }
}

/// The characters that annual reports are made of, simplified and traditional.
enum FrequentCharacters {
    static func contains(_ code: UInt32) -> Bool {
        guard code >= first, code - first < UInt32(table.count) else { return false }
        return table[Int(code - first)]
    }

    private static let first: UInt32 = 0x4E00

    private static let table: [Bool] = {
        var table = Array(repeating: false, count: 0x5200)
        for scalar in (simplified + traditional).unicodeScalars where scalar.value >= first {
            table[Int(scalar.value - first)] = true
        }
        return table
    }()

    private static let simplified = """
        的一是在不了有和人这中大为上个国以要时来用们生到作地于出就分对成会可主发年动同工也能下过子说产面而方后多定行学法所民得经\
        三之进着等部度家力里如水化高自二理起小物现实加量都两体制机当使点从业本去性好应开它合还因由其然前外天政四日社义事平形相全\
        表间样与关各重新线内数正心反明看原又么利比或但质气第向道命此变条只没结解问意建月公无系者最立代想已通并提直题党程展五果料\
        象员革位入常文总次品式活设及管特件长求老基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必先回\
        则任取据处府信息开申请报告情况收到复议诉讼审纠维持尚未自然法他商企科研益服务律构予部属秘密禁止全三安稳定权益内过程查档案\
        询掌握补正仍逾期按要收费规范许可罚制征字号县市省镇乡局委厅街道办文网站发布主任督培训问题改措施进步完善强化落实认真贯彻条例\
        度统计表商业机构社会公织件存在不足其他事项本机关依申请公开监督保障平台建设
        """

    private static let traditional = """
        這個為國來們時會對發動過說產後學經實當開業從兩應還無與關間樣義線內數體質氣變沒結總題機現點頭級報務條處統計組見農論資訊\
        請況複議訴訟審糾維備規範許罰徵號縣鎮鄉廳辦網監導訓設認貫徹進強權構屬輸環衛財產單區專業項書記錄長門問據將員類標準價額負責\
        於並公布團體達種證護選舉應縣臺灣廣東華聯絡電話傳統圖館
        """
}
