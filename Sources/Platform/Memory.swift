internal import CPlatform

/// The memory of this process.
package enum Memory {
    /// Gives back to the system what was freed, after work that took much: the allocator keeps it else.
    package static func trim() { gouji_trim_memory() }

    /// Gives back the pages of code that starting touched, after the start: reading arguments and looking up types
    /// passes through most of the program once, and half of the resident memory would stay for it.
    package static func forgetStart() {
        gouji_trim_memory()
        gouji_forget_code()
    }
}
