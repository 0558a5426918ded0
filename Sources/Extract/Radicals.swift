/// The radicals of Chinese characters, which some programs write in place of the characters that look the same.
///
/// U+2F00…U+2FD5 as NFKC has them, and U+2E80…U+2EF3 as Unicode's EquivalentUnifiedIdeograph does; 户 and 青 in the form
/// that is printed today. A point stands for what is no character by itself.
enum Radicals {
    private static let kangxi = table(
        """
        一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾\
        干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生\
        用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷\
        豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
        黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
        """
    )
    private static let supplement = table(
        """
        ·厂乛乚乙亻冂·刀刂卜㔾小小兀尣尢·巳幺彑彐忄心扌攵·旡日月歺母民氵氺灬爫爫丬牛犭王·目示礻·糹纟罓\
        罒㓁冗·羊··耂肀聿肉·艹艹艹虎衤覀西见角·讠贝·车辶辶辶邑钅長镸长门·阝雨青韦页风飞食·飠饣·马骨\
        鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟
        """
    )
    private static let none = Array("·".utf8)

    /// The three bytes of the character that the radical `E2 second third` stands for; nil where it is none.
    static func character(_ second: UInt8, _ third: UInt8) -> ArraySlice<UInt8>? {
        switch second {
        case 0xBC...0xBF: slice(kangxi, Int(second - 0xBC) * 64 + Int(third & 0x3F))
        case 0xBA...0xBB: slice(supplement, Int(second - 0xBA) * 64 + Int(third & 0x3F))
        default: nil
        }
    }

    private static func slice(_ table: [[UInt8]], _ index: Int) -> ArraySlice<UInt8>? {
        table.indices.contains(index) && table[index] != none ? table[index][...] : nil
    }

    private static func table(_ characters: String) -> [[UInt8]] { characters.map { Array(String($0).utf8) } }
}
