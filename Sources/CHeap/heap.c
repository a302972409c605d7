#include "CHeap.h"

#if defined(__linux__)
#define _GNU_SOURCE
#include <stdint.h>
#include <stdlib.h>
#endif

#if defined(__linux__) && defined(__GLIBC__)

#include <malloc.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
  large_page = 2 << 20,
  /// How far the heap grows in one step: address space, which costs nothing until it is touched.
  growth = 64 << 20,
  /// Larger blocks come from the system one by one, as is the rule.
  largest_block = 32 << 20,
  /// More than the heap can have left at the start, so that it has to grow.
  first_block = 256 << 10,
  /// The heap of a thread lies in a stretch of this size, at a multiple of it.
  thread_heap = 64 << 20,
  /// For more heaps than this nothing is done.
  most_heaps = 8,
};

static bool is_wanted = false;

/// A block that nobody looks at is one that the compiler leaves out.
static char *volatile passed_over;

/// A large page is given only where none of its small ones was touched. So the rest of the large page in
/// which the heap stands at `first` is passed over; neither block is touched or given back.
static void go_on_large_pages(char *first, uintptr_t heap_end) {
  uintptr_t end = (uintptr_t)first + malloc_usable_size(first);
  uintptr_t start = (end + 4096 + large_page - 1) / large_page * large_page;
  passed_over = malloc(start - end - 64);
  uintptr_t edge = heap_end / large_page * large_page;
  if (passed_over && start < edge) madvise((void *)start, edge - start, MADV_HUGEPAGE);
}

void krong_heap_prefer_large_pages(void) {
  mallopt(M_MMAP_THRESHOLD, largest_block);
  mallopt(M_TRIM_THRESHOLD, 4 * growth);
  mallopt(M_TOP_PAD, growth);
  is_wanted = true;
  char *first = malloc(first_block);
  if (first) go_on_large_pages(first, (uintptr_t)sbrk(0));
}

void krong_heap_prefer_large_pages_here(void) {
  if (!is_wanted) return;
  // Heaps pass from threads that ended to new ones; what is passed over in each is passed over once.
  static _Atomic uintptr_t known[most_heaps];
  char *first = malloc(first_block);
  if (!first) return;
  uintptr_t heap = (uintptr_t)first / thread_heap * thread_heap;
  for (int i = 0; i < most_heaps; i++) {
    uintptr_t expected = 0;
    if (atomic_compare_exchange_strong(&known[i], &expected, heap)) {
      go_on_large_pages(first, heap + thread_heap);
      return;
    }
    if (expected == heap) break;
  }
  free(first);
}

#else

void krong_heap_prefer_large_pages(void) {}
void krong_heap_prefer_large_pages_here(void) {}

#endif
