#ifndef KRONG_EVENT_LOOP_H
#define KRONG_EVENT_LOOP_H

#include <stddef.h>

/// Runs libyaml's event loop over `size` bytes, keeps nothing, and returns the number of events,
/// or -1 if libyaml refused the text. The yardstick that the reader is measured against.
long krong_event_loop(const unsigned char *bytes, size_t size);

#endif
