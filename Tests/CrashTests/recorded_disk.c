// Preloaded into the server: writes down, in their order, what it does to the database and its log. A disk that loses
// power keeps what was waited for; of what came after the last wait it keeps whatever it likes.
//
// RECORDED_DATABASE names the database, RECORDED_TO the file that the record is added to: for each act one byte for the
// kind, one for the file, eight for the place, four for the length, then as many bytes as were written.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { wrote = 'w', cut = 'c', waited = 's' };
enum { neither = -1, database = 0, log_of_it = 1 };

static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;

static int which(int file) {
  char link[64], path[4096];
  const char *name = getenv("RECORDED_DATABASE");
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (name == NULL || length <= 0) return neither;
  path[length] = 0;
  size_t base = strlen(name);
  if (strncmp(path, name, base) != 0) return neither;
  if (strcmp(path + base, "") == 0) return database;
  return strcmp(path + base, "-wal") == 0 ? log_of_it : neither;
}

static void put(int record, const void *bytes, size_t count) {
  while (count > 0) {
    ssize_t done = write(record, bytes, count);
    if (done <= 0) abort();
    bytes = (const char *)bytes + done;
    count -= (size_t)done;
  }
}

static void note(char kind, int file, uint64_t place, const void *bytes, uint32_t length) {
  static int record = -1;
  if (record < 0) record = open(getenv("RECORDED_TO"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (record < 0) abort();
  unsigned char head[14];
  head[0] = (unsigned char)kind;
  head[1] = (unsigned char)file;
  memcpy(head + 2, &place, sizeof place);
  memcpy(head + 10, &length, sizeof length);
  put(record, head, sizeof head);
  if (bytes != NULL) put(record, bytes, length);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  static ssize_t (*next)(int, const void *, size_t, off64_t);
  if (!next) next = (ssize_t(*)(int, const void *, size_t, off64_t))dlsym(RTLD_NEXT, "pwrite64");
  int known = which(file);
  if (known == neither) return next(file, bytes, count, offset);
  pthread_mutex_lock(&order);
  ssize_t done = next(file, bytes, count, offset);
  if (done > 0) note(wrote, known, (uint64_t)offset, bytes, (uint32_t)done);
  pthread_mutex_unlock(&order);
  return done;
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  return pwrite64(file, bytes, count, offset);
}

int ftruncate64(int file, off64_t length) {
  static int (*next)(int, off64_t);
  if (!next) next = (int (*)(int, off64_t))dlsym(RTLD_NEXT, "ftruncate64");
  int known = which(file);
  if (known == neither) return next(file, length);
  pthread_mutex_lock(&order);
  int status = next(file, length);
  if (status == 0) note(cut, known, (uint64_t)length, NULL, 0);
  pthread_mutex_unlock(&order);
  return status;
}

int ftruncate(int file, off_t length) { return ftruncate64(file, length); }

// A wait for the log takes its time: an answer that was given before its end then stands before it in the record.
static const useconds_t delay = 5000;

// What was written before the wait began is kept once it has ended. Nothing is written meanwhile: the order is held.
static int wait_for(int file, int (*next)(int)) {
  int known = which(file);
  if (known == neither) return next(file);
  if (known == log_of_it) usleep(delay);
  pthread_mutex_lock(&order);
  int status = next(file);
  if (status == 0) note(waited, known, 0, NULL, 0);
  pthread_mutex_unlock(&order);
  return status;
}

int fdatasync(int file) {
  static int (*next)(int);
  if (!next) next = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  return wait_for(file, next);
}

int fsync(int file) {
  static int (*next)(int);
  if (!next) next = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  return wait_for(file, next);
}
