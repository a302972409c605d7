// Only the declarations of libFuzzer; the linker finds the rest in it.
#include "fuzzing_engine.h"
