// Preloaded into a process, this makes its wall clock another one; the monotonic clock stays as it is.
//
//   CLOCK_FILE   a file of three 64-bit integers, which may change at any time: nanoseconds added to the time, how many
//                times as fast it runs, and the time (CLOCK_REALTIME, in nanoseconds) since which it does
//
// poll, by which libcurl waits, sleeps as much less.
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static volatile int64_t *settings;

__attribute__((constructor)) static void start(void) {
    const char *path = getenv("CLOCK_FILE");
    int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0) return;
    void *memory = mmap(NULL, 3 * sizeof(int64_t), PROT_READ, MAP_SHARED, file, 0);
    if (memory != MAP_FAILED) settings = memory;
    close(file);
}

int clock_gettime(clockid_t clock, struct timespec *result) {
    int status = (int)syscall(SYS_clock_gettime, clock, result);
    if (status != 0 || clock != CLOCK_REALTIME || !settings) return status;
    int64_t real = result->tv_sec * INT64_C(1000000000) + result->tv_nsec;
    int64_t now = real + settings[0] + (real - settings[2]) * (settings[1] - 1);
    result->tv_sec = now / 1000000000;
    result->tv_nsec = now % 1000000000;
    return 0;
}

int poll(struct pollfd *files, nfds_t count, int timeout) {
    if (timeout > 0 && settings && settings[1] > 1) timeout = (int)(timeout / settings[1]) + 1;
    return (int)syscall(SYS_poll, files, count, timeout);
}

int __poll_chk(struct pollfd *files, nfds_t count, int timeout, size_t size) {
    (void)size;
    return poll(files, count, timeout);
}
