#include "views/paper/paper.h"
#include <stdlib.h>
#include <string.h>

/* --- names that can be linked to ------------------------------------------------------------------------ */

static int by_bytes(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static size_t count_all(const bylaw_node *outline) {
    const bylaw_node *files = bylaw_get(outline, "files");
    size_t count = bylaw_count(bylaw_get(outline, "workflows"));
    for (size_t i = 0; i < bylaw_count(files); i++)
        count += bylaw_count(bylaw_get(bylaw_item(files, i), "declarations"));
    return count;
}

static void learn_list(Paper *paper, const bylaw_node *list) {
    for (size_t i = 0; i < bylaw_count(list); i++) {
        const char *name = bylaw_get_text(bylaw_item(list, i), "name");
        if (*name) paper->names[paper->name_count++] = name;
    }
}

bool paper_learn(Paper *paper, const bylaw_node *outline) {
    const bylaw_node *files = bylaw_get(outline, "files");
    paper->names = calloc(count_all(outline) + 1, sizeof *paper->names);
    if (!paper->names) return false;
    for (size_t i = 0; i < bylaw_count(files); i++)
        learn_list(paper, bylaw_get(bylaw_item(files, i), "declarations"));
    learn_list(paper, bylaw_get(outline, "workflows"));
    qsort(paper->names, paper->name_count, sizeof *paper->names, by_bytes);
    return true;
}

typedef struct Word {
    const char *at;
    size_t length;
} Word;

static int against_name(const void *key, const void *name) {
    const Word *word = key;
    const char *other = *(const char *const *)name;
    int order = strncmp(word->at, other, word->length);
    return order ? order : other[word->length] ? -1 : 0;
}

/* --- prose ---------------------------------------------------------------------------------------------- */

static bool in_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

void plain(Paper *paper, const char *text) {
    paper->form->text(paper, text, strlen(text));
}

void link_to(Paper *paper, const char *anchor, const char *text) {
    paper->form->link(paper, anchor, text, strlen(text));
}

static void word(Paper *paper, const char *at, size_t length) {
    Word key = {at, length};
    const char **name = bsearch(&key, paper->names, paper->name_count, sizeof *paper->names, against_name);
    if (name)
        paper->form->link(paper, *name, at, length);
    else
        paper->form->text(paper, at, length);
}

/* What stands in quotes is said to people, and names nothing. */
void prose(Paper *paper, const char *text) {
    bool quoted = false;
    while (*text) {
        size_t length = 1;
        bool starts = in_word(*text);
        while (text[length] && in_word(text[length]) == starts && !(!starts && text[length - 1] == '"'))
            length++;
        if (starts && !quoted)
            word(paper, text, length);
        else
            paper->form->text(paper, text, length);
        quoted = quoted != (!starts && text[length - 1] == '"');
        text += length;
    }
}

void prose_list(Paper *paper, const bylaw_node *list) {
    for (size_t i = 0; i < bylaw_count(list); i++) {
        if (i) plain(paper, ", ");
        prose(paper, bylaw_text(bylaw_item(list, i)));
    }
}

void cell(Paper *paper, bool head, const char *text) {
    paper->form->cell_begin(paper, head, false);
    prose(paper, text);
    paper->form->cell_end(paper, head);
}
