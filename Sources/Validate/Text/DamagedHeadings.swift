internal import Forms
internal import Model

/// The sections that a heading may be of which characters could not be read: those that are missing where it stands.
struct DamagedHeadings {
    private var sections: Set<String> = []

    /// Whether a text has what stands where bytes could not be read.
    static func isDamaged(_ text: String) -> Bool { text.contains("\u{FFFD}") }

    init(of report: Report, _ form: Form, missing: [String]) {
        let order = form.sections.map(\.id)
        var last = -1
        var damaged = 0
        for heading in report.sections where !heading.isNested {
            if let place = heading.id.flatMap(order.firstIndex) {
                if damaged > 0, place > last { sections.formUnion(order[(last + 1)..<place].filter(missing.contains)) }
                (last, damaged) = (place, 0)
            } else if heading.id == nil, Self.isDamaged(heading.heading) {
                damaged += 1
            }
        }
        // Behind the last heading that was read each may be one: what a file that ends in the midst lost is missing.
        sections.formUnion(order[(last + 1)...].filter(missing.contains).prefix(damaged))
    }

    func mayBe(_ section: String) -> Bool { sections.contains(section) }
}
