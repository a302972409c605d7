#include "CHeap.h"

#if defined(__linux__)
#define _GNU_SOURCE
#include <stdint.h>
#include <stdlib.h>
#endif

#if defined(__linux__) && defined(__GLIBC__)

#include <malloc.h>
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
};

void krong_heap_prefer_large_pages(void) {
  mallopt(M_MMAP_THRESHOLD, largest_block);
  mallopt(M_TRIM_THRESHOLD, 4 * growth);
  mallopt(M_TOP_PAD, growth);
  char *first = malloc(first_block);
  if (!first) return;
  // A large page is given only where none of its small ones was touched. So the rest of the large page
  // in which the heap stands is passed over; neither block is touched or given back.
  uintptr_t end = (uintptr_t)first + malloc_usable_size(first);
  uintptr_t start = (end + 4096 + large_page - 1) / large_page * large_page;
  char *gap = malloc(start - end - 64);
  uintptr_t edge = (uintptr_t)sbrk(0) / large_page * large_page;
  if (gap && start < edge) madvise((void *)start, edge - start, MADV_HUGEPAGE);
}

#else

void krong_heap_prefer_large_pages(void) {}

#endif
