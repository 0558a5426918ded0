/// Where a configuration names files: `FILE:LINE`, by key; for errors about those files.
package struct KeyPlaces: Sendable {
    private var places: [String: String]

    /// - Parameter places: `FILE:LINE` by key; a key that is not there has no place to be told.
    package init(_ places: [String: String] = [:]) { self.places = places }

    package subscript(key: String) -> String? {
        get { places[key] }
        set { places[key] = newValue }
    }
}

extension KeyPlaces: Equatable {
    /// Settings are the same wherever they are written.
    package static func == (left: Self, right: Self) -> Bool { true }
}
