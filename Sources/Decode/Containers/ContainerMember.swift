package import Model

/// One document of a container.
package struct ContainerMember: Sendable, Equatable {
    /// Which of the container's it is: a line number, a record's id, or how many came before it and one.
    package var name: String
    /// The document's own bytes; of a damaged member what there is of it.
    package var bytes: [UInt8]
    /// Without parameters, in lower case; nil where the container does not say.
    package var mediaType: String?
    package var charset: String?
    package var url: String?
    package var fetched: String?
    package var hint: Source.Hint?
    /// Why it cannot be read, where it cannot.
    package var rejection: Rejection?

    init(name: String, bytes: [UInt8], rejection: Rejection? = nil) {
        self.name = name
        self.bytes = bytes
        self.rejection = rejection
    }
}
