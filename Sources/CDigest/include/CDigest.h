#ifndef KRONG_DIGEST_H
#define KRONG_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Works whole blocks of 64 bytes into the eight words of a SHA-256 state, by the instructions that
/// processors have for it; does nothing and returns false on those that have none.
bool krong_sha256_blocks(uint32_t *state, const uint8_t *data, size_t count);

#endif
