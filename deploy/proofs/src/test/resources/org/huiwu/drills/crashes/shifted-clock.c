/* The clock of one process, so many seconds from the machine's. Loaded before the C library (LD_PRELOAD).
   Only the time of day is shifted: what is waited for, and what measures how long something takes, goes by other clocks. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static long seconds;
static int (*machines)(clockid_t, struct timespec *);

__attribute__((constructor)) static void load(void) {
  const char *said = getenv("HUIWU_CLOCK_AHEAD");
  seconds = said ? atol(said) : 0;
  machines = (int (*)(clockid_t, struct timespec *)) dlsym(RTLD_NEXT, "clock_gettime");
}

int clock_gettime(clockid_t clock, struct timespec *is) {
  if (!machines) {
    load();
  }
  int failed = machines(clock, is);
  if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
    is->tv_sec += seconds;
  }
  return failed;
}

int gettimeofday(struct timeval *restrict is, void *restrict zone) {
  (void) zone;
  struct timespec now;
  int failed = clock_gettime(CLOCK_REALTIME, &now);
  if (!failed) {
    is->tv_sec = now.tv_sec;
    is->tv_usec = now.tv_nsec / 1000;
  }
  return failed;
}

time_t time(time_t *is) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (is) {
    *is = now.tv_sec;
  }
  return now.tv_sec;
}
