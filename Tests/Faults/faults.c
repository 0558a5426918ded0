// Preloaded into a process, this makes the n-th call that changes something below FAULT_ROOT the fatal one.
//
//   FAULT_ROOT   only calls on paths below this folder count
//   FAULT_AT     which of them, from 1
//   FAULT_ERRNO  what it fails with; 0: the process ends there and then, as by kill -9
//   FAULT_MARK   a file that is made when it comes to that
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static atomic_long calls;

static int fails(const char *path) {
    const char *root = getenv("FAULT_ROOT"), *at = getenv("FAULT_AT");
    if (!root || !at || !path || strncmp(path, root, strlen(root)) != 0) return 0;
    if (atomic_fetch_add(&calls, 1) + 1 != atol(at)) return 0;
    const char *mark = getenv("FAULT_MARK");
    if (mark) syscall(SYS_close, (int)syscall(SYS_openat, AT_FDCWD, mark, O_CREAT | O_WRONLY, 0600));
    int number = atoi(getenv("FAULT_ERRNO"));
    if (number == 0) _exit(137);
    errno = number;
    return 1;
}

static int fails_at(int descriptor) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return fails(path);
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (flags & O_CREAT && fails(path)) return -1;
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return open(path, flags, mode);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
    if (fails_at(descriptor)) return -1;
    return REAL(write)(descriptor, bytes, count);
}

int fsync(int descriptor) { return fails_at(descriptor) ? -1 : REAL(fsync)(descriptor); }
int mkdir(const char *path, mode_t mode) { return fails(path) ? -1 : REAL(mkdir)(path, mode); }
int unlink(const char *path) { return fails(path) ? -1 : REAL(unlink)(path); }
int rename(const char *from, const char *to) { return fails(from) ? -1 : REAL(rename)(from, to); }

int renameat2(int old, const char *from, int new, const char *to, unsigned flags) {
    return fails(from) ? -1 : REAL(renameat2)(old, from, new, to, flags);
}
