#pragma once
#include <stdlib.h>
#include <zlib.h>
// inflateInit2 is a macro, which Swift does not see. The stream lies on the heap, because zlib keeps a pointer to it.
// `bits`: 15 zlib, 31 gzip, -15 neither's frame. NULL where there is no memory.
static inline z_stream *gouji_inflate_open(int bits) {
    z_stream *stream = calloc(1, sizeof *stream);
    if (stream && inflateInit2(stream, bits) != Z_OK) { free(stream); stream = NULL; }
    return stream;
}
static inline void gouji_inflate_close(z_stream *stream) {
    inflateEnd(stream);
    free(stream);
}
