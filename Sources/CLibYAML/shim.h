// The one door to libyaml; only DocumentReading and the benchmark's C loop go through it.
#include <yaml.h>
