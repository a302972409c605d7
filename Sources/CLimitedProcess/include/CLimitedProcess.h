#ifndef KRONG_LIMITED_PROCESS_H
#define KRONG_LIMITED_PROCESS_H

#include <stddef.h>

/// What a child process may use.
struct krong_process_limits {
  /// Address space in bytes.
  size_t memory;
  /// Processor time in seconds.
  unsigned cpu_seconds;
  /// Time from start to end in milliseconds.
  unsigned milliseconds;
};

/// How a child process came to its end.
enum krong_process_end {
  krong_process_exited = 0,
  krong_process_killed = 1,
  krong_process_timed_out = 2,
  krong_process_too_much_output = 3,
  krong_process_not_started = 4,
};

/// Runs a program in a process group of its own and waits for its end.
///
/// `input` becomes its standard input; what it writes goes to `output`, at most `capacity` bytes, with
/// standard error among it when `takes_errors` is not 0. It gets no other open file, an empty environment
/// but for PATH and the language, may write no file, and dies with its parent. When a limit is passed the
/// whole group is killed. `*written` is how much was written, `*status` the exit code.
enum krong_process_end krong_run_limited(const char *path, char *const arguments[], int input,
                                         int takes_errors, struct krong_process_limits limits,
                                         unsigned char *output, size_t capacity, size_t *written,
                                         int *status);

#endif
