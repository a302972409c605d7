#ifndef KRONG_FUZZING_ENGINE_H
#define KRONG_FUZZING_ENGINE_H

#include <stddef.h>
#include <stdint.h>

/// The mutations of libFuzzer itself, for a mutator that leaves some of the work to them.
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t capacity);

#endif
