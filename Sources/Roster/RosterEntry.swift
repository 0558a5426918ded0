package import Platform

/// One body whose report is expected every year.
package struct RosterEntry: Sendable, Equatable {
    /// The name by which it is known here.
    package var agency: String
    package var level: AgencyLevel
    /// Other names under which its reports come.
    package var aliases: [String]
    /// The addresses of those who are responsible; none: those of the configuration.
    package var contacts: [String]
    /// Its own due date in the year after the report year; nil: the one of the law.
    package var due: MonthDay?
    /// Where its report is published; for people.
    package var source: String?
    /// The line of the roster, from 1.
    package var line: Int

    package init(
        agency: String,
        level: AgencyLevel,
        aliases: [String] = [],
        contacts: [String] = [],
        due: MonthDay? = nil,
        source: String? = nil,
        line: Int = 1
    ) {
        self.agency = agency
        self.level = level
        self.aliases = aliases
        self.contacts = contacts
        self.due = due
        self.source = source
        self.line = line
    }

    /// The last day on which the report on `year` is in time.
    ///
    /// Up to report year 2018 everybody had until 31 March (Regulation of 2007, art. 31); since then departments have
    /// until 31 January and governments until 31 March (Regulation of 2019, art. 49), which names no date for townships
    /// and sub-districts: they are given the later one.
    package func due(year: Int) -> CalendarDay? {
        let legal = year > 2018 && level == .department ? MonthDay.endOfJanuary : MonthDay.endOfMarch
        let day = due ?? legal
        return CalendarDay(year: year + 1, month: day.month, day: day.day)
            // 29 February of a year that has none.
            ?? CalendarDay(year: year + 1, month: day.month, day: day.day - 1)
    }
}

/// What kind of body it is, as far as due dates go.
package enum AgencyLevel: String, Sendable, CaseIterable {
    /// 县级以上人民政府部门
    case department
    /// 县级以上地方人民政府
    case government
    /// 乡镇人民政府、街道办事处
    case township

    /// Reads the word of a roster, in either language.
    init?(word: String) {
        switch word {
        case "department", "dept", "部门", "工作部门", "政府部门": self = .department
        case "government", "gov", "政府", "县级以上政府", "人民政府": self = .government
        case "township", "town", "乡镇", "街道", "乡镇街道", "镇街": self = .township
        default: return nil
        }
    }
}

/// A day of every year.
package struct MonthDay: Sendable, Hashable {
    package var month: Int
    package var day: Int

    static let endOfJanuary = MonthDay(month: 1, day: 31)
    static let endOfMarch = MonthDay(month: 3, day: 31)

    init(month: Int, day: Int) {
        self.month = month
        self.day = day
    }

    /// Reads `03-31`, `3-31`, `3/31` and `3月31日`; nil where no year has such a day.
    init?(_ text: String) {
        let plain = text.hasSuffix("日") ? String(text.dropLast()) : text
        let parts = plain.split(omittingEmptySubsequences: false) { "-/月".contains($0) }
        guard parts.count == 2, let month = Int(parts[0]), let day = Int(parts[1]),
            CalendarDay(year: 2024, month: month, day: day) != nil
        else { return nil }
        self.init(month: month, day: day)
    }
}
