// The one door to zlib. Its set-up calls are macros, which Swift cannot see, so they stand here as functions.
#include <zlib.h>

/// Prepares to inflate raw deflate data, as ZIP holds it.
static inline int krong_inflate_init(z_stream *stream) {
  return inflateInit2(stream, -MAX_WBITS);
}

/// Prepares to deflate to raw data, as ZIP holds it.
static inline int krong_deflate_init(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}
