internal import CGumbo
internal import Glibc

/// The memory of one parse: handed out from large blocks, and given back all at once.
///
/// gumbo asks for some memory per tag and attribute and for each text, and frees nearly all of it only with the tree:
/// with malloc and free, that was a seventh of the parse. What gumbo frees on its way (buffers that grew) waits for
/// the end, too; all that grows doubles, so that is at most as much again.
@safe
struct ParseArena: ~Copyable {
    private var blocks: [UnsafeMutableRawPointer] = unsafe []
    private var next: UnsafeMutableRawPointer?
    private var left = 0

    private static let blockSize = 1 << 18
    /// As malloc aligns.
    private static let alignment = 16

    init() { unsafe next = nil }

    deinit { for index in unsafe blocks.indices { unsafe free(blocks[index]) } }

    /// As malloc: nil where the system has no memory left.
    mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
        let size = (max(size, 1) + Self.alignment - 1) & ~(Self.alignment - 1)
        if size > left {
            // What is large stands alone, so that it does not waste the rest of a block.
            if size > Self.blockSize / 8 { return unsafe newBlock(size) }
            guard let block = unsafe newBlock(Self.blockSize) else { return nil }
            unsafe next = block
            left = Self.blockSize
        }
        let place = unsafe next
        unsafe next = unsafe next.map { unsafe $0 + size }
        left -= size
        return unsafe place
    }

    private mutating func newBlock(_ size: Int) -> UnsafeMutableRawPointer? {
        guard let block = unsafe malloc(size) else { return nil }
        unsafe blocks.append(block)
        return unsafe block
    }

    /// gumbo's options for a parse that takes its memory here; they hold for as long as `arena` is not moved.
    static func options(_ arena: UnsafeMutablePointer<ParseArena>) -> GumboOptions {
        var options = unsafe gouji_gumbo_options()
        unsafe options.userdata = UnsafeMutableRawPointer(arena)
        unsafe options.allocator = { arena, size in
            unsafe arena?.assumingMemoryBound(to: ParseArena.self).pointee.allocate(size)
        }
        unsafe options.deallocator = { _, _ in }
        return unsafe options
    }
}
