internal import CPlatform

/// The memory of this process.
package enum Memory {
    /// Gives back to the system what was freed, after work that took much: the allocator keeps it else.
    package static func trim() { gouji_trim_memory() }
}
