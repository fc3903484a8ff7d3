#include "views/post/post.h"
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATIENCE = 60, NOT_STARTED = 127 };

/* The alarm goes on in the program that takes this one's place. */
static void run(char *const *words, int input) {
    dup2(input, STDIN_FILENO);
    signal(SIGPIPE, SIG_DFL);
    alarm(PATIENCE);
    execvp(words[0], words);
    _exit(NOT_STARTED);
}

static bool came_to(int status, const char *program, char *why, size_t why_size) {
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return true;
    if (WIFEXITED(status) && WEXITSTATUS(status) == NOT_STARTED)
        snprintf(why, why_size, "%s cannot be run", program);
    else if (WIFEXITED(status))
        snprintf(why, why_size, "%s ended with %d", program, WEXITSTATUS(status));
    else
        snprintf(why, why_size, "%s was ended by the signal %d", program, WTERMSIG(status));
    return false;
}

static bool failed(const char *what, char *why, size_t why_size) {
    snprintf(why, why_size, "%s: %s", what, strerror(errno));
    return false;
}

bool mail_send(char *const *words, const bylaw_message *message, const char *from, int64_t when, char *why,
               size_t why_size) {
    int ends[2], status = 0;
    if (pipe(ends) != 0) return failed(words[0], why, why_size);
    pid_t child = fork();
    if (child == 0) {
        close(ends[1]);
        run(words, ends[0]);
    }
    close(ends[0]);
    FILE *to = child > 0 ? fdopen(ends[1], "w") : NULL;
    if (!to) close(ends[1]);
    bool written = to && mail_write(to, message, from, when);
    if (to && fclose(to) != 0) written = false;
    if (child < 0) return failed(words[0], why, why_size);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!came_to(status, words[0], why, why_size)) return false;
    return written || failed(words[0], why, why_size);
}
