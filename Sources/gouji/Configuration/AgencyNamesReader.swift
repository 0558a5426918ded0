internal import Model

/// Reads the tables `[[agency]]`: agencies that have several names.
enum AgencyNamesReader {
    static func names(_ tables: [ConfigurationTable]) throws(ConfigurationError) -> AgencyNames {
        var groups: [[String]] = []
        for table in tables {
            try table.knows(["name", "also"])
            let name = try table.string("name") ?? ""
            if name.isEmpty { throw table.refusal("name", "agency.name is missing; give the name that is in use now") }
            let also = try table.strings("also") ?? []
            if also.isEmpty || also.contains("") {
                throw table.refusal("also", "agency.also must list the agency's other names, as its reports print them")
            }
            let group = [name] + also
            let known = Set(groups.flatMap(\.self))
            if let twice = group.first(where: known.contains) ?? repeated(in: group) {
                throw table.refusal("also", "the agency \(twice) stands twice; name it in one place only")
            }
            groups.append(group)
        }
        return AgencyNames(groups)
    }

    private static func repeated(in names: [String]) -> String? {
        var seen: Set<String> = []
        return names.first { !seen.insert($0).inserted }
    }
}
