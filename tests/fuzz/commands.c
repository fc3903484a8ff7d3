/* What a clerk may type: each line of the input is a command to a fresh copy of one book; words stand between
 * spaces, --option before its value. After a line --- stands the file that @yaml and @csv name. Commands are
 * carried out or refused, and whatever was carried out is replayed to the same entries. */
#include "bylaw.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WORDS_MOST = 32, PATH_LENGTH = 256, COMMANDS_MOST = 40, NOW = 1780315200 /* 2026-06-01 */ };

static struct {
    char folder[PATH_LENGTH], book[PATH_LENGTH + 16], yaml[PATH_LENGTH + 16], csv[PATH_LENGTH + 16];
    char *template;
    size_t template_size;
    uint64_t chance;
} world;

static const char registers[] = "register employees {\n  who    : person, key\n  grade  : text, key\n"
                                "  limit  : money USD, optional\n  leader : person, optional\n}\n";

/* --- the host ------------------------------------------------------------------------------------------- */

static int64_t now(void *context) {
    (void)context;
    return NOW;
}

static bool chance(void *context, void *bytes, size_t count) {
    (void)context;
    for (size_t i = 0; i < count; i++) ((uint8_t *)bytes)[i] = (uint8_t)(world.chance++ * 131);
    return true;
}

static const bylaw_host host = {.size = sizeof host, .clock = now, .random = chance, .system_user = "dina"};

/* --- the book ------------------------------------------------------------------------------------------- */

static void must(bool so) {
    if (!so) abort();
}

static void write_file(const char *path, const char *bytes, size_t size) {
    FILE *file = fopen(path, "wb");
    must(file && fwrite(bytes, 1, size, file) == size && fclose(file) == 0);
}

static char *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    must(file && fseek(file, 0, SEEK_END) == 0);
    *size = (size_t)ftell(file);
    char *bytes = malloc(*size + 1);
    must(bytes && fseek(file, 0, SEEK_SET) == 0 && fread(bytes, 1, *size, file) == *size);
    must(fclose(file) == 0);
    return bytes;
}

static bylaw_book *open_book(void) {
    bylaw_book *book = NULL;
    bylaw_free(bylaw_book_open(world.book, true, &host, &book));
    must(book != NULL);
    return book;
}

/* What the book keeps beside itself, too. */
static void remove_files(void) {
    static const char *const files[] = {"book", "book-journal", "book.refused", "file.yaml", "file.csv"};
    char path[PATH_LENGTH + 16];
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "%s/%s", world.folder, files[i]);
        unlink(path);
    }
    rmdir(world.folder);
}

static void act(bylaw_book *book, const char *verb, const bylaw_word *words, size_t count, const char *as,
                const char *at) {
    bylaw_free(bylaw_act(book, &(bylaw_act_options){.size = sizeof(bylaw_act_options),
                                                    .verb = verb,
                                                    .words = words,
                                                    .word_count = count,
                                                    .as = as,
                                                    .at = at,
                                                    .seen = -1}));
}

/* A book with people in it and a case opened, kept in memory for all that follow. */
static void prepare(void) {
    const char *base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(world.folder, sizeof world.folder, "%s/bylaw-commands-XXXXXX", base);
    must(mkdtemp(world.folder) != NULL);
    snprintf(world.book, sizeof world.book, "%s/book", world.folder);
    snprintf(world.yaml, sizeof world.yaml, "%s/file.yaml", world.folder);
    snprintf(world.csv, sizeof world.csv, "%s/file.csv", world.folder);
    atexit(remove_files);
    char more[PATH_LENGTH + 16];
    snprintf(more, sizeof more, "%s/more.bylaw", world.folder);
    write_file(more, registers, sizeof registers - 1);
    const char *const rules[] = {SOURCE_DIR "/rules", SOURCE_DIR "/workflows", more};
    bylaw_create_options options = {.size = sizeof options,
                                    .path = world.book,
                                    .rules = rules,
                                    .rule_count = 3,
                                    .origin = "bylaw.example/fuzz",
                                    .founder = "dina",
                                    .at = "2026-02-27 09:00"};
    bylaw_free(bylaw_book_create(&options, &host));
    unlink(more);
    bylaw_book *book = open_book();
    act(book, "import", &(bylaw_word){NULL, SOURCE_DIR "/tests/data/people.yaml"}, 1, NULL,
        "2026-02-27 09:30");
    act(book, "open", &(bylaw_word){NULL, "partnership_approval"}, 1, "amara", "2026-03-02 10:00");
    bylaw_book_close(book);
    world.template = read_file(world.book, &world.template_size);
}

/* --- the commands --------------------------------------------------------------------------------------- */

static const char *file_for(const char *word) {
    return strcmp(word, "@yaml") == 0 ? world.yaml : strcmp(word, "@csv") == 0 ? world.csv : word;
}

/* The line is cut where it stands. */
static void carry_out(bylaw_book *book, char *line) {
    bylaw_word words[WORDS_MOST];
    const char *as = NULL, *at = NULL, *option = NULL;
    char *verb = strtok(line, " "), *word;
    size_t count = 0;
    while (verb && count < WORDS_MOST && (word = strtok(NULL, " ")) != NULL) {
        if (!option && strncmp(word, "--", 2) == 0) {
            option = word + 2;
            continue;
        }
        if (option && strcmp(option, "as") == 0)
            as = word;
        else if (option && strcmp(option, "at") == 0)
            at = word;
        else
            words[count++] = (bylaw_word){option, file_for(word)};
        option = NULL;
    }
    if (verb) act(book, verb, words, count, as, at);
}

/* The end of the commands; what stands after --- becomes the files. */
static char *take_file(char *text) {
    char *parting = strstr(text, "\n---\n"), *file = parting ? parting + 5 : text + strlen(text);
    write_file(world.yaml, file, strlen(file));
    write_file(world.csv, file, strlen(file));
    return parting ? parting : file;
}

static void read_all(bylaw_book *book) {
    const bylaw_read_options options = {.size = sizeof options};
    bylaw_free(bylaw_docket(book, &options));
    bylaw_free(bylaw_history(book, &options));
    bylaw_result *replayed = bylaw_replay(book);
    must(bylaw_result_code(replayed) == BYLAW_DONE);
    bylaw_free(replayed);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!world.template) prepare();
    world.chance = 1;
    write_file(world.book, world.template, world.template_size);
    char *text = malloc(size + 1);
    must(text != NULL);
    memcpy(text, data, size);
    text[size] = 0;
    *take_file(text) = 0;
    bylaw_book *book = open_book();
    char *line = text;
    for (int i = 0; line && i < COMMANDS_MOST; i++) {
        char *end = strchr(line, '\n');
        if (end) *end++ = 0;
        carry_out(book, line);
        line = end;
    }
    read_all(book);
    bylaw_book_close(book);
    free(text);
    return 0;
}
