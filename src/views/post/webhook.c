#include "views/post/post.h"
#include <curl/curl.h>
#include <dlfcn.h>
#include <string.h>

typedef CURLcode SetOption(CURL *curl, CURLoption option, ...);
typedef CURLcode GetInfo(CURL *curl, CURLINFO info, ...);

typedef struct Calls {
    CURL *(*easy_init)(void);
    CURLcode (*easy_perform)(CURL *curl);
    void (*easy_cleanup)(CURL *curl);
    const char *(*easy_strerror)(CURLcode code);
    struct curl_slist *(*slist_append)(struct curl_slist *list, const char *line);
    void (*slist_free_all)(struct curl_slist *list);
    SetOption *easy_setopt;
    GetInfo *easy_getinfo;
} Calls;

/* ISO C has no way from an object's address to a function's but by its bytes. */
static bool find_call(void *library, const char *name, void *at, size_t size) {
    void *found = dlsym(library, name);
    if (found) memcpy(at, &found, size);
    return found != NULL;
}

static bool find_calls(void *library, Calls *calls) {
#define FIND(name) find_call(library, "curl_" #name, &calls->name, sizeof calls->name)
    return FIND(easy_init) && FIND(easy_perform) && FIND(easy_cleanup) && FIND(easy_strerror) &&
           FIND(slist_append) && FIND(slist_free_all) && FIND(easy_setopt) && FIND(easy_getinfo);
#undef FIND
}

static size_t pass_over(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes;
    (void)context;
    return size * count;
}

enum { HEADER_SIZE = 512, SECONDS = 30 };

static struct curl_slist *headers_of(const Calls *calls, const bylaw_message *message) {
    char line[HEADER_SIZE];
    struct curl_slist *list = calls->slist_append(NULL, "Content-Type: application/json");
    snprintf(line, sizeof line, "Bylaw-Key: %s", message->key);
    if (list) calls->slist_append(list, line);
    snprintf(line, sizeof line, "Bylaw-Signature: t=%lld,v1=%s", (long long)message->time,
             message->signature);
    if (list) calls->slist_append(list, line);
    return list;
}

/* Where it leads elsewhere is not followed: the address is the one that was configured. */
static CURLcode post(const Calls *calls, CURL *curl, const char *url, const char *json, long *status) {
    CURLcode code = calls->easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    if (code == CURLE_OK) code = calls->easy_setopt(curl, CURLOPT_URL, url);
    calls->easy_setopt(curl, CURLOPT_POSTFIELDS, json);
    calls->easy_setopt(curl, CURLOPT_TIMEOUT, (long)SECONDS);
    calls->easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    calls->easy_setopt(curl, CURLOPT_USERAGENT, "bylaw");
    calls->easy_setopt(curl, CURLOPT_WRITEFUNCTION, pass_over);
    if (code == CURLE_OK) code = calls->easy_perform(curl);
    if (code == CURLE_OK) calls->easy_getinfo(curl, CURLINFO_RESPONSE_CODE, status);
    return code;
}

static bool send_with(const Calls *calls, CURL *curl, const char *url, const bylaw_message *message,
                      char *why, size_t why_size) {
    long status = 0;
    struct curl_slist *headers = headers_of(calls, message);
    calls->easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    CURLcode code = post(calls, curl, url, message->json, &status);
    calls->slist_free_all(headers);
    bool taken = code == CURLE_OK && status >= 200 && status < 300;
    if (code != CURLE_OK)
        snprintf(why, why_size, "the web address: %s", calls->easy_strerror(code));
    else if (!taken)
        snprintf(why, why_size, "the web address answered with %ld", status);
    return taken;
}

bool webhook_send(const char *url, const bylaw_message *message, char *why, size_t why_size) {
    Calls calls;
    void *library = dlopen("libcurl.so.4", RTLD_NOW);
    CURL *curl = library && find_calls(library, &calls) ? calls.easy_init() : NULL;
    if (!curl) {
        snprintf(why, why_size, "libcurl cannot be loaded: install the package libcurl4");
        return false;
    }
    bool taken = send_with(&calls, curl, url, message, why, why_size);
    calls.easy_cleanup(curl);
    return taken;
}
