/// Whose reports are expected, as far as messages need it: by which name, and who is to be written to.
package struct AddressBook: Sendable {
    package struct Entry: Sendable, Equatable {
        /// The name by which the agency is expected.
        package var name: String
        /// Addresses; none: those of the configuration.
        package var contacts: [String]

        package init(name: String, contacts: [String]) {
            self.name = name
            self.contacts = contacts
        }
    }

    private let lookup: @Sendable (String) -> Entry?

    /// `lookup` finds an agency by any of its names.
    package init(lookup: @escaping @Sendable (String) -> Entry?) { self.lookup = lookup }

    /// Nobody is expected.
    package static let empty = AddressBook { _ in nil }

    func entry(_ agency: String?) -> Entry? { agency.flatMap(lookup) }
}
