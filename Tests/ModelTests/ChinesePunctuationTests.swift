import Model
import Testing

struct ChinesePunctuationTests {
    @Test(arguments: [
        ("收到申请60件,同比增长20%。", "收到申请60件，同比增长20%。"),
        ("共1,234件(含上年结转3件);其中:自然人2件", "共1,234件（含上年结转3件）；其中：自然人2件"),
        ("(一)总体情况", "（一）总体情况"), ("依据国办函(2020)109号", "依据国办函（2020）109号"),
        ("表 3, 4", "表 3, 4"), ("a.txt:120: 错误", "a.txt:120: 错误"), ("10:30", "10:30"), ("", ""),
        ("“约3件”,另有", "“约3件”，另有"), ("f(x) = 0", "f(x) = 0"),
    ])
    func marksBesideChineseAreFullWidth(_ text: String, _ wanted: String) {
        #expect(text.withChinesePunctuation == wanted)
        #expect(wanted.withChinesePunctuation == wanted)
    }
}
