/* Stands between a program and its disk (LD_PRELOAD): counts the calls about files below one folder, and lets the one
 * asked for fail, kills the program before it or in the middle of its write, or writes down what reaches the disk.
 *
 * Nothing happens before faults_arm or faults_record is called; a child process that was not told is left alone.
 * A record is one line of header fields, then the names and the bytes it announces (see shim.py).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 4096
enum { OPENS = 1, READS = 2, WRITES = 4, SYNCS = 8, NAMES = 16, CREATES = 32, LINKS = 64 };

static char root[PATH_MAX];
static size_t root_length;
static unsigned char ours[FILES]; /* whether a handle is of a file below the folder */
static long counted, fail_at, kill_at;
static int fail_with, for_good, percent_first, kinds, log_handle = -1;

/* -- what the tests call ------------------------------------------------------------------------ */

static void watch(const char *folder) {
    root_length = strlen(folder);
    memcpy(root, folder, root_length + 1);
    counted = fail_at = kill_at = 0;
    log_handle = -1;
}

/* The nth call of these kinds fails with an error (n > 0), all later ones too where it is for good. */
void faults_arm(const char *folder, int which, long nth, int error, int always) {
    watch(folder);
    kinds = which, fail_at = nth, fail_with = error, for_good = always;
}

/* The program is killed before its nth call of these kinds, after so much of what that call writes. */
void faults_kill(const char *folder, int which, long nth, int percent) {
    watch(folder);
    kinds = which, kill_at = nth, percent_first = percent;
}

/* Whatever changes the disk is written down in a file. */
void faults_record(const char *folder, int handle) {
    watch(folder);
    kinds = 0;
    log_handle = handle;
}

long faults_counted(void) { return counted; }

/* -- the machinery ------------------------------------------------------------------------------ */

#define REAL(name) ((__typeof__(&name))next(#name))
static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

static int below(int folder, const char *path) {
    char whole[PATH_MAX];
    if (!root_length || !path) return 0;
    if (path[0] != '/') {
        char start[PATH_MAX];
        if (folder == AT_FDCWD) {
            if (!getcwd(start, sizeof start)) return 0;
        } else {
            char link[64];
            snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
            ssize_t length = readlink(link, start, sizeof start - 1);
            if (length < 0) return 0;
            start[length] = 0;
        }
        if (snprintf(whole, sizeof whole, "%s/%s", start, path) >= (int)sizeof whole) return 0;
        path = whole;
    }
    return !strncmp(path, root, root_length) && (path[root_length] == '/' || !path[root_length]);
}

static int is_ours(int handle) { return handle >= 0 && handle < FILES && ours[handle] && root_length; }

/* Whether this call is to fail; a program to be killed here is killed, after a part of its write if asked. */
static int fails(int kind, int handle, const void *bytes, size_t size, off_t offset) {
    if (!(kinds & kind)) return 0;
    counted++;
    if (kill_at && counted >= kill_at) {
        size_t part = size * (size_t)percent_first / 100;
        if (bytes && part) {
            if (offset < 0) REAL(write)(handle, bytes, part);
            else REAL(pwrite64)(handle, bytes, part, offset);
        }
        kill(getpid(), SIGKILL);
    }
    if (fail_at && (for_good ? counted >= fail_at : counted == fail_at)) {
        errno = fail_with;
        return 1;
    }
    return 0;
}

static unsigned long number_of(int handle) {
    struct stat status;
    return fstat(handle, &status) ? 0 : (unsigned long)status.st_ino;
}

static void put(const void *bytes, size_t size) {
    const char *from = bytes;
    while (size) {
        ssize_t done = REAL(write)(log_handle, from, size);
        if (done <= 0) _exit(98);
        from += done, size -= (size_t)done;
    }
}

static void record(const char *what, unsigned long file, long long offset, const void *bytes, size_t size,
                   const char *first, const char *second) {
    char head[160];
    if (log_handle < 0) return;
    int kept = errno;
    put(head, (size_t)snprintf(head, sizeof head, "%s %lu %lld %zu %zu %zu\n", what, file, offset, size,
                               first ? strlen(first) : 0, second ? strlen(second) : 0));
    if (first) put(first, strlen(first));
    if (second) put(second, strlen(second));
    if (size) put(bytes, size);
    errno = kept;
}

/* A step that the program under test says it has done. */
void faults_note(const char *text) { record("note", 0, 0, NULL, 0, text, NULL); }

/* -- files ---------------------------------------------------------------------------------------- */

static int opened(const char *symbol, int folder, const char *path, int flags, mode_t mode) {
    int (*real)(int, const char *, int, ...) = next(symbol);
    if (!below(folder, path)) return real(folder, path, flags, mode);
    int fresh = (flags & O_CREAT) && faccessat(folder, path, F_OK, AT_SYMLINK_NOFOLLOW);
    if (fails(fresh ? OPENS | CREATES : OPENS, -1, NULL, 0, 0)) return -1;
    int handle = real(folder, path, flags, mode);
    if (handle >= 0 && handle < FILES) {
        ours[handle] = 1;
        if (fresh) record("create", number_of(handle), 0, NULL, 0, path, NULL);
        else if (flags & O_TRUNC) record("truncate", number_of(handle), 0, NULL, 0, NULL, NULL);
    }
    return handle;
}

#define MODE(flags)                        \
    mode_t mode = 0;                       \
    if ((flags) & (O_CREAT | O_TMPFILE)) { \
        va_list more;                      \
        va_start(more, flags);             \
        mode = va_arg(more, mode_t);       \
        va_end(more);                      \
    }

int open(const char *path, int flags, ...) { MODE(flags) return opened("openat", AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opened("openat64", AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE(flags) return opened("openat", folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE(flags) return opened("openat64", folder, path, flags, mode); }

int close(int handle) {
    if (handle >= 0 && handle < FILES) ours[handle] = 0;
    return REAL(close)(handle);
}

ssize_t read(int handle, void *bytes, size_t size) {
    if (is_ours(handle) && fails(READS, -1, NULL, 0, 0)) return -1;
    return REAL(read)(handle, bytes, size);
}

ssize_t pread64(int handle, void *bytes, size_t size, off64_t offset) {
    if (is_ours(handle) && fails(READS, -1, NULL, 0, 0)) return -1;
    return REAL(pread64)(handle, bytes, size, offset);
}

ssize_t pread(int handle, void *bytes, size_t size, off_t offset) { return pread64(handle, bytes, size, offset); }

ssize_t write(int handle, const void *bytes, size_t size) {
    if (!is_ours(handle)) return REAL(write)(handle, bytes, size);
    if (fails(WRITES, handle, bytes, size, -1)) return -1;
    int adds = fcntl(handle, F_GETFL) & O_APPEND;
    off_t at = lseek(handle, 0, adds ? SEEK_END : SEEK_CUR);
    ssize_t done = REAL(write)(handle, bytes, size);
    if (done > 0) record("write", number_of(handle), at, bytes, (size_t)done, NULL, NULL);
    return done;
}

ssize_t pwrite64(int handle, const void *bytes, size_t size, off64_t offset) {
    if (!is_ours(handle)) return REAL(pwrite64)(handle, bytes, size, offset);
    if (fails(WRITES, handle, bytes, size, offset)) return -1;
    ssize_t done = REAL(pwrite64)(handle, bytes, size, offset);
    if (done > 0) record("write", number_of(handle), offset, bytes, (size_t)done, NULL, NULL);
    return done;
}

ssize_t pwrite(int handle, const void *bytes, size_t size, off_t offset) { return pwrite64(handle, bytes, size, offset); }

int ftruncate64(int handle, off64_t length) {
    if (!is_ours(handle)) return REAL(ftruncate64)(handle, length);
    if (fails(WRITES, -1, NULL, 0, 0)) return -1;
    int done = REAL(ftruncate64)(handle, length);
    if (!done) record("truncate", number_of(handle), length, NULL, 0, NULL, NULL);
    return done;
}

int ftruncate(int handle, off_t length) { return ftruncate64(handle, length); }

/* Copies inside the kernel cannot be written down: Python takes its plain loop instead. */
ssize_t sendfile64(int to, int from, off64_t *offset, size_t size) {
    if (is_ours(to)) return errno = ENOTSOCK, -1;
    return REAL(sendfile64)(to, from, offset, size);
}
ssize_t sendfile(int to, int from, off_t *offset, size_t size) { return sendfile64(to, from, offset, size); }

static int synced(const char *symbol, int handle) {
    int (*real)(int) = next(symbol);
    if (!is_ours(handle)) return real(handle);
    if (fails(SYNCS, -1, NULL, 0, 0)) return -1;
    int done = real(handle);
    if (!done) record("sync", number_of(handle), 0, NULL, 0, NULL, NULL);
    return done;
}

int fsync(int handle) { return synced("fsync", handle); }
int fdatasync(int handle) { return synced("fdatasync", handle); }

/* -- names ---------------------------------------------------------------------------------------- */

static unsigned long number_at(int folder, const char *path) {
    struct stat status;
    return fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) ? 0 : (unsigned long)status.st_ino;
}

static int renamed(int from_folder, const char *from, int to_folder, const char *to) {
    if (!below(from_folder, from) && !below(to_folder, to)) return REAL(renameat)(from_folder, from, to_folder, to);
    if (fails(NAMES, -1, NULL, 0, 0)) return -1;
    unsigned long file = number_at(from_folder, from);
    int done = REAL(renameat)(from_folder, from, to_folder, to);
    if (!done) record("rename", file, 0, NULL, 0, from, to);
    return done;
}

int rename(const char *from, const char *to) { return renamed(AT_FDCWD, from, AT_FDCWD, to); }
int renameat(int a, const char *from, int b, const char *to) { return renamed(a, from, b, to); }

static int linked(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    if (!below(to_folder, to)) return REAL(linkat)(from_folder, from, to_folder, to, flags);
    if (fails(NAMES | LINKS, -1, NULL, 0, 0)) return -1;
    int done = REAL(linkat)(from_folder, from, to_folder, to, flags);
    if (!done) record("link", number_at(to_folder, to), 0, NULL, 0, from, to);
    return done;
}

int link(const char *from, const char *to) { return linked(AT_FDCWD, from, AT_FDCWD, to, 0); }
int linkat(int a, const char *from, int b, const char *to, int flags) { return linked(a, from, b, to, flags); }

static int unlinked(int folder, const char *path, int flags) {
    if (!below(folder, path)) return REAL(unlinkat)(folder, path, flags);
    if (fails(NAMES, -1, NULL, 0, 0)) return -1;
    unsigned long file = number_at(folder, path);
    int done = REAL(unlinkat)(folder, path, flags);
    if (!done) record("unlink", file, 0, NULL, 0, path, NULL);
    return done;
}

int unlink(const char *path) { return unlinked(AT_FDCWD, path, 0); }
int unlinkat(int folder, const char *path, int flags) { return unlinked(folder, path, flags); }

static int made(int folder, const char *path, mode_t mode) {
    if (!below(folder, path)) return REAL(mkdirat)(folder, path, mode);
    if (fails(NAMES, -1, NULL, 0, 0)) return -1;
    int done = REAL(mkdirat)(folder, path, mode);
    if (!done) record("mkdir", number_at(folder, path), 0, NULL, 0, path, NULL);
    return done;
}

int mkdir(const char *path, mode_t mode) { return made(AT_FDCWD, path, mode); }
int mkdirat(int folder, const char *path, mode_t mode) { return made(folder, path, mode); }
