// A child process that cannot do harm: what reads files of strangers runs with little memory, little time
// and nothing to write to. In C, because only async-signal-safe calls are allowed between fork and exec.

#include "CLimitedProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

static void limit(int resource, rlim_t value) {
  struct rlimit bound = {value, value};
  (void)setrlimit(resource, &bound);
}

static void become(const char *path, char *const arguments[], int input, int output, int errors,
                   struct krong_process_limits limits, pid_t parent) {
  static char *const environment[] = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", NULL};
  (void)setpgid(0, 0);
#ifdef __linux__
  (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
  (void)prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (getppid() != parent) _exit(127);
#else
  (void)parent;
#endif
  // A parent without standard streams may have been given their numbers.
  input = fcntl(input, F_DUPFD, 3);
  output = fcntl(output, F_DUPFD, 3);
  errors = fcntl(errors, F_DUPFD, 3);
  if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0) _exit(127);
  for (int descriptor = 3; descriptor < 1024; descriptor++) (void)close(descriptor);
  (void)signal(SIGPIPE, SIG_DFL);
  limit(RLIMIT_AS, limits.memory);
  limit(RLIMIT_CPU, limits.cpu_seconds);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 64);
  (void)execve(path, arguments, environment);
  _exit(127);
}

static long now(void) {
  struct timespec time;
  (void)clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000L + time.tv_nsec / 1000000L;
}

// Reads until the other end is closed; tells which limit was passed, or that none was.
static enum krong_process_end drain(int descriptor, unsigned milliseconds, unsigned char *output,
                                    size_t capacity, size_t *written) {
  long end = now() + (long)milliseconds;
  for (;;) {
    long left = end - now();
    if (left <= 0) return krong_process_timed_out;
    struct pollfd wait = {descriptor, POLLIN, 0};
    int ready = poll(&wait, 1, (int)left);
    if (ready < 0 && errno == EINTR) continue;
    if (ready == 0) return krong_process_timed_out;
    unsigned char spare[4096];
    int is_full = *written == capacity;
    ssize_t count = is_full ? read(descriptor, spare, sizeof spare)
                            : read(descriptor, output + *written, capacity - *written);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return krong_process_exited;
    if (is_full) return krong_process_too_much_output;
    *written += (size_t)count;
  }
}

// Waits for the end of a child that has closed its output, which is not yet its end.
static enum krong_process_end reap(pid_t child, long end, int *status) {
  for (;;) {
    int code = 0;
    pid_t ended = waitpid(child, &code, WNOHANG);
    if (ended == child) {
      *status = WIFEXITED(code) ? WEXITSTATUS(code) : 0;
      return WIFEXITED(code) ? krong_process_exited : krong_process_killed;
    }
    if (ended < 0 && errno != EINTR) return krong_process_killed;
    if (now() >= end) return krong_process_timed_out;
    struct timespec pause = {0, 200000};
    (void)nanosleep(&pause, NULL);
  }
}

enum krong_process_end krong_run_limited(const char *path, char *const arguments[], int input,
                                         int takes_errors, struct krong_process_limits limits,
                                         unsigned char *output, size_t capacity, size_t *written,
                                         int *status) {
  *written = 0;
  *status = 0;
  int ends[2];
  if (pipe(ends) != 0) return krong_process_not_started;
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere < 0) {
    (void)close(ends[0]);
    (void)close(ends[1]);
    return krong_process_not_started;
  }
  (void)fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  (void)fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  long end = now() + (long)limits.milliseconds;
  pid_t parent = getpid();
  pid_t child = fork();
  if (child == 0) {
    become(path, arguments, input, ends[1], takes_errors ? ends[1] : nowhere, limits, parent);
  }
  (void)close(ends[1]);
  (void)close(nowhere);
  if (child < 0) {
    (void)close(ends[0]);
    return krong_process_not_started;
  }
  (void)setpgid(child, child);
  enum krong_process_end result = drain(ends[0], limits.milliseconds, output, capacity, written);
  (void)close(ends[0]);
  if (result == krong_process_exited) result = reap(child, end, status);
  if (result == krong_process_exited || result == krong_process_killed) {
    if (result == krong_process_exited && *status == 127) return krong_process_not_started;
    return result;
  }
  (void)kill(-child, SIGKILL);
  (void)kill(child, SIGKILL);
  while (waitpid(child, status, 0) < 0 && errno == EINTR) {
  }
  *status = 0;
  return result;
}
