#ifndef KRONG_HEAP_H
#define KRONG_HEAP_H

/// Lets the heap grow in one step, on large pages where the system has them.
///
/// For a program that lives for some milliseconds: each small page that it touches for the first time
/// costs a microsecond or more, and there are a thousand. It is a wish, nothing depends on it; it changes
/// the heap of the whole process, so only a program may ask for it, never a library. Called once, at
/// the start, before there are threads.
void krong_heap_prefer_large_pages(void);

/// The same for the heap of the thread that calls it, where the program has asked for it; else nothing.
/// Called at the start of a thread.
void krong_heap_prefer_large_pages_here(void);

#endif
