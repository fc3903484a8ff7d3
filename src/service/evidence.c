/* evidence: the files of a case, and one of them written out, checked against its digest. */
#include "service/beside.h"
#include "service/reading.h"
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static void set_day(Arena *arena, Tree *map, const char *key, Date day) {
    if (day != DATE_NONE) tree_set_text(arena, map, key, date_text(arena, day));
}

static void add_file(Reading *reading, const EvidenceState *evidence, Tree *list) {
    Arena *arena = reading->arena;
    Tree *map = tree_add_map(arena, list);
    tree_set_text(arena, map, "case", evidence->subject);
    tree_set_text(arena, map, "evidence", text_format(arena, "E%lld", (long long)evidence->number));
    tree_set_text(arena, map, "name", evidence->name);
    tree_set_int(arena, map, "size", evidence->size);
    tree_set_text(arena, map, "digest", evidence->digest);
    tree_set_some(arena, map, "for", evidence->shows);
    tree_set_some(arena, map, "class", evidence->class);
    tree_set_text(arena, map, "kept", evidence->beside ? TEXT("beside the book") : TEXT("in the book"));
    set_day(arena, map, "attached", evidence->attached);
    set_day(arena, map, "until", evidence->until);
    tree_set_text(arena, map, "giver", called(reading->state, evidence->giver));
    tree_set_int(arena, map, "entry", evidence->entry);
    if (evidence->discarded) tree_set_int(arena, map, "discarded", evidence->discarded);
}

static void add_files(Reading *reading, Text subject, Tree *list) {
    const EvidenceState *evidence = next_evidence(reading->state, subject, 0);
    for (; evidence; evidence = next_evidence(reading->state, subject, evidence->number))
        add_file(reading, evidence, list);
}

void show_evidence(Reading *reading, const CaseState *subject, Tree *document) {
    if (next_evidence(reading->state, subject->number, 0))
        add_files(reading, subject->number, tree_set_list(reading->arena, document, "evidence"));
}

/* --- one file out of the book --------------------------------------------------------------------------- */

typedef struct Writing {
    Hasher *hasher;
    int to;
    bool failed;
} Writing;

static bool write_piece(void *context, Text piece) {
    Writing *writing = context;
    hasher_add(writing->hasher, piece);
    while (piece.len > 0 && !writing->failed) {
        ssize_t put = write(writing->to, piece.at, piece.len);
        if (put < 0 && errno == EINTR) continue;
        writing->failed = put <= 0;
        if (!writing->failed) piece = text_part(piece, (size_t)put, piece.len);
    }
    return !writing->failed;
}

static bool pour_out(Reading *reading, const EvidenceState *evidence, Digest digest, Writing *writing) {
    bylaw_book *book = reading->book;
    hasher_begin(writing->hasher);
    return evidence->beside ? beside_each(book->path, digest, write_piece, writing)
                            : store_evidence(book->store, digest, write_piece, writing);
}

static bool not_whole(Reading *reading, const EvidenceState *evidence, const char *what) {
    return read_problem(reading, BYLAW_WANTING,
                        text_format(reading->arena, "E%lld of %.*s, %.*s, %s", (long long)evidence->number,
                                    TEXT_ARG(evidence->subject), TEXT_ARG(evidence->name), what),
                        TEXT("bylaw verify --full says what else is; take it from a copy of the book, or of "
                             "the folder beside it"));
}

static bool write_to(Reading *reading, const EvidenceState *evidence, Writing *writing) {
    Digest digest;
    bool known = digest_from_hex(evidence->digest, &digest);
    bool found = known && pour_out(reading, evidence, digest, writing);
    if (writing->failed || (found && fsync(writing->to) != 0 && errno != EINVAL))
        return read_problem(reading, BYLAW_CANNOT,
                            text_format(reading->arena, "%s: %s", reading->options->out, strerror(errno)),
                            (Text){0});
    if (!found) return not_whole(reading, evidence, "is missing where it was kept");
    if (!digest_equal(hasher_end(writing->hasher), digest))
        return not_whole(reading, evidence, "is not the file that was attached: it was changed");
    return true;
}

/* Nothing is overwritten, and what is not whole is not left. */
static bool write_out(Reading *reading, const EvidenceState *evidence) {
    const char *out = reading->options->out;
    Writing writing = {.hasher = hasher_new(reading->arena)};
    if (evidence->discarded) return not_whole(reading, evidence, "was discarded");
    writing.to = open(out, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (writing.to < 0)
        return read_problem(
            reading, BYLAW_CANNOT,
            text_format(reading->arena, "%s: %s", out,
                        errno == EEXIST ? "is there already, and nothing is overwritten" : strerror(errno)),
            TEXT("name a new file"));
    bool good = write_to(reading, evidence, &writing);
    close(writing.to);
    if (!good) unlink(out);
    return good;
}

/* --- the verb ------------------------------------------------------------------------------------------- */

static Tree *begin_list(Reading *reading) {
    result_kind(reading->result, BYLAW_DONE, "evidence");
    return tree_set_list(reading->arena, reading->result->document, "files");
}

static void list_expired(Reading *reading) {
    Tree *list = begin_list(reading);
    Text place = {0};
    tree_set_text(reading->arena, reading->result->document, "expired_by",
                  date_text(reading->arena, reading->today));
    const EvidenceState *evidence = next_expired(reading->state, place, reading->today, &place);
    while (evidence) {
        add_file(reading, evidence, list);
        evidence = next_expired(reading->state, key_after(reading->arena, place), reading->today, &place);
    }
}

static void list_one(Reading *reading, Text subject, Text named) {
    const EvidenceState *evidence = state_evidence(reading->state, subject, named);
    if (!evidence) {
        read_problem(
            reading, BYLAW_WANTING,
            text_format(reading->arena, "%.*s has no evidence \"%.*s\"", TEXT_ARG(subject), TEXT_ARG(named)),
            text_format(reading->arena, "see what it has with: bylaw evidence %.*s", TEXT_ARG(subject)));
        return;
    }
    if (reading->options->out && !write_out(reading, evidence)) return;
    add_file(reading, evidence, begin_list(reading));
    tree_set_text(reading->arena, reading->result->document, "case", subject);
    if (reading->options->out)
        tree_set_text(reading->arena, reading->result->document, "written", text_of(reading->options->out));
}

static void read_evidence(Reading *reading) {
    const bylaw_read_options *options = reading->options;
    Text number;
    if (options->expired) {
        list_expired(reading);
    } else if (!options->subject || !read_subject(reading, text_of(options->subject), &number) ||
               !state_case(reading->state, number)) {
        read_problem(
            reading, BYLAW_WANTING,
            options->subject ? text_format(reading->arena, "there is no case %s", options->subject)
                             : TEXT("no case is named"),
            TEXT("bylaw docket lists the open cases; bylaw evidence --expired what may be discarded"));
    } else if (options->key_count > 0) {
        list_one(reading, number, text_of(options->keys[0]));
    } else if (options->out) {
        read_problem(reading, BYLAW_USAGE, TEXT("one file is written out, and this does not say which"),
                     text_format(reading->arena, "bylaw evidence %.*s E1 --out FILE", TEXT_ARG(number)));
    } else {
        add_files(reading, number, begin_list(reading));
        tree_set_text(reading->arena, reading->result->document, "case", number);
    }
}

bylaw_result *bylaw_evidence(bylaw_book *book, const bylaw_read_options *options) {
    return read_book(book, options, read_evidence);
}
