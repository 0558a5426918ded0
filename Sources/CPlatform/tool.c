#define _GNU_SOURCE
#include "CPlatform.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#if defined(__x86_64__)
#define TOOL_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define TOOL_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

enum { MAXIMUM_WORDS = 15 };

// Refuses every socket by a filter of system calls, which needs no privilege and no kernel option beyond seccomp's.
static int refuse_sockets(void) {
#ifdef TOOL_ARCHITECTURE
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, TOOL_ARCHITECTURE, 0, 6),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        // Beyond this lie the numbers of another calling convention of the same processor (x32).
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 4, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_socket, 3, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_socketpair, 2, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 425 /* io_uring_setup */, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
    };
    struct sock_fprog program = {.len = sizeof filter / sizeof filter[0], .filter = filter};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
#else
    return -1;
#endif
}

static void limit(int what, uint64_t value) {
    struct rlimit limits = {.rlim_cur = (rlim_t)value, .rlim_max = (rlim_t)value};
    // A sandbox that forbids limits must not let the tool run without them.
    if (setrlimit(what, &limits) != 0) _exit(126);
}

// Everything here runs between fork and exec in a process of several threads: system calls only.
static _Noreturn void become(const char *path, char *const *words, int input, int output, int message,
                             const struct gouji_tool_limits *limits) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
    if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(message, 2) < 0) _exit(126);
    if (syscall(SYS_close_range, 3u, ~0u, 0u) != 0)
        for (int descriptor = 3; descriptor < 4096; descriptor++) close(descriptor);
    // The worker that waits ends with the daemon, and then so does the tool.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    limit(RLIMIT_AS, limits->memory);
    limit(RLIMIT_CPU, limits->cpu_seconds);
    limit(RLIMIT_FSIZE, limits->output);
    limit(RLIMIT_NOFILE, 32);
    limit(RLIMIT_NPROC, 0);
    limit(RLIMIT_CORE, 0);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) _exit(126);
    // Where the filter cannot be had, a network of its own, in which there is nothing, if the system lets us.
    if (refuse_sockets() != 0) unshare(CLONE_NEWUSER | CLONE_NEWNET);
    char *environment[] = {NULL};
    execve(path, words, environment);
    _exit(127);
}

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

// Reads what the tool says until it has closed its end. 0, or -1 when the time was up.
static int listen_until(int64_t deadline, int descriptor, char *message, size_t room) {
    size_t length = 0;
    char rest[256];
    message[0] = 0;
    for (;;) {
        int64_t left = deadline - now();
        struct pollfd poll_ = {.fd = descriptor, .events = POLLIN};
        int ready = left > 0 ? poll(&poll_, 1, (int)left) : 0;
        if (ready == 0) return -1;
        if (ready < 0) {
            if (errno == EINTR) continue;
            return -1;
        }
        int fits = length + 1 < room;
        ssize_t got = fits ? read(descriptor, message + length, room - 1 - length) : read(descriptor, rest, sizeof rest);
        if (got == 0 || (got < 0 && errno != EINTR)) return 0;
        if (got > 0 && fits) message[length += (size_t)got] = 0;
    }
}

// Waits for the process; kills it when the time is up. 1 if it had to be killed.
static int await(pid_t process, int64_t deadline, int isLate, int *status) {
    while (!isLate) {
        pid_t ended = waitpid(process, status, WNOHANG);
        if (ended == process) return 0;
        if (ended < 0 && errno != EINTR) return 0;
        if (now() >= deadline) break;
        nanosleep(&(struct timespec){.tv_nsec = 500000}, NULL);
    }
    kill(process, SIGKILL);
    while (waitpid(process, status, 0) < 0 && errno == EINTR) {}
    return 1;
}

static int memory_file(const void *bytes, size_t count) {
    int descriptor = memfd_create("gouji-tool", MFD_CLOEXEC);
    const char *next = bytes;
    while (descriptor >= 0 && count > 0) {
        ssize_t done = write(descriptor, next, count);
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) {
            close(descriptor);
            return -1;
        }
        next += done;
        count -= (size_t)done;
    }
    if (descriptor >= 0) lseek(descriptor, 0, SEEK_SET);
    return descriptor;
}

int gouji_run_tool(const char *path, const char *words, const void *input, size_t size,
                   const struct gouji_tool_limits *limits, struct gouji_tool_result *result) {
    char *list[MAXIMUM_WORDS + 2] = {(char *)path};
    int count = 1;
    for (const char *word = words; *word != 0 && count <= MAXIMUM_WORDS; word += strlen(word) + 1)
        list[count++] = (char *)word;
    int from = memory_file(input, size), to = memory_file(NULL, 0), message[2] = {-1, -1};
    pid_t process = -1;
    if (from >= 0 && to >= 0 && pipe2(message, O_CLOEXEC) == 0) {
        process = fork();
        if (process == 0) become(path, list, from, to, message[1], limits);
    }
    int error = errno;
    if (from >= 0) close(from);
    if (message[1] >= 0) close(message[1]);
    if (process > 0) {
        int64_t deadline = now() + limits->wall_milliseconds;
        int isLate = listen_until(deadline, message[0], result->message, sizeof result->message) != 0;
        result->timed_out = await(process, deadline, isLate, &result->status);
        result->output = to;
    } else if (to >= 0) {
        close(to);
    }
    if (message[0] >= 0) close(message[0]);
    errno = error;
    return process > 0 ? 0 : -1;
}

int gouji_tool_exit(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status); }
