internal import Bytes
internal import Model

extension Report {
    /// Whether a school reports on a school year, as 《高等学校信息公开办法》（教育部令第29号） has it: its parts, its form and
    /// its year are other ones than the Regulation's.
    var isOfSchoolYear: Bool {
        if let title = identity.title, title.holds("学年") || title.holds("學年") { return true }
        if identity.year == nil, identity.title == nil, narrative.contains("学年度") { return true }
        return narrative.contains("高等学校信息公开办法") && narrative.contains("学年")
    }
}
