/// How a list prints its numbers (ISO/IEC 29500-1, 17.18.59).
enum NumberFormat {
    /// `number` in the format of this name; nil where the format prints none (bullets), or is not known.
    static func text(_ number: Int, _ format: String) -> String? {
        switch format {
        case "decimal", "decimalHalfWidth", "decimalFullWidth", "decimalFullWidth2": "\(number)"
        case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
        case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
            "japaneseCounting", "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand":
            chinese(number)
        case "chineseLegalSimplified", "ideographLegalTraditional": one(of: "壹贰叁肆伍陆柒捌玖拾", number)
        case "ideographTraditional": one(of: "甲乙丙丁戊己庚辛壬癸", number)
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": one(of: "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", number)
        case "decimalEnclosedParen": "(\(number))"
        case "decimalEnclosedFullstop": "\(number)."
        case "upperLetter": one(of: "ABCDEFGHIJKLMNOPQRSTUVWXYZ", number)
        case "lowerLetter": one(of: "abcdefghijklmnopqrstuvwxyz", number)
        case "upperRoman": roman(number)
        case "lowerRoman": roman(number)?.lowercased()
        default: nil
        }
    }

    private static let digits = Array("零一二三四五六七八九")

    /// 一 … 九十九; a list that is longer prints digits here.
    private static func chinese(_ number: Int) -> String {
        guard (1...99).contains(number) else { return "\(number)" }
        let tens = number / 10
        let ones = number % 10
        let head = tens == 0 ? "" : (tens == 1 ? "" : String(digits[tens])) + "十"
        return head + (ones == 0 ? "" : String(digits[ones]))
    }

    private static func one(of characters: String, _ number: Int) -> String {
        let all = Array(characters)
        return all.indices.contains(number - 1) ? String(all[number - 1]) : "\(number)"
    }

    private static let romanSigns = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]

    /// I … MMMCMXCIX; nil beyond, where Roman numbers have no sign.
    private static func roman(_ number: Int) -> String? {
        guard (1..<4000).contains(number) else { return nil }
        var rest = number
        var text = ""
        for (value, sign) in romanSigns {
            text += String(repeating: sign, count: rest / value)
            rest %= value
        }
        return text
    }
}
