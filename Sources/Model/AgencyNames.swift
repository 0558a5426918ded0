/// Which names are one body's: an agency that was renamed, or that calls itself now by one name and now by another.
package struct AgencyNames: Sendable, Equatable {
    /// For each name, all names of the body, the one to call it by first.
    private var groups: [String: [String]] = [:]

    package init(_ groups: [[String]] = []) {
        for group in groups { for name in group { self.groups[name] = group } }
    }

    /// Every name of the body that is called `name`, this one first.
    package func all(of name: String) -> [String] {
        [name] + (groups[name] ?? []).filter { $0 != name }
    }

    /// Whether the configuration gives a name to one body.
    func knows(_ name: String) -> Bool { groups[name] != nil }

    /// The name to call the body by that is called `name`.
    package func principal(of name: String) -> String { groups[name]?.first ?? name }
}
