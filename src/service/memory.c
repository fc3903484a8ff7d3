#include "service/memory.h"
#include <stdlib.h>
#include <string.h>

typedef struct Item {
    char *key, *value;
    size_t key_len, value_len;
} Item;

typedef struct Space {
    char name[16];
    Item *items; /* ascending */
    size_t len, cap;
} Space;

enum { SPACES_MOST = 32 };

struct Memory {
    Space spaces[SPACES_MOST];
    size_t count;
};

static void memory_free(void *what) {
    Memory *memory = what;
    for (size_t i = 0; i < memory->count; i++) {
        for (size_t j = 0; j < memory->spaces[i].len; j++) {
            free(memory->spaces[i].items[j].key);
            free(memory->spaces[i].items[j].value);
        }
        free(memory->spaces[i].items);
    }
    free(memory);
}

Memory *memory_new(Arena *arena) {
    Memory *memory = calloc(1, sizeof *memory);
    if (memory) arena_on_free(arena, memory_free, memory);
    return memory;
}

static const Space *find_space(const Memory *memory, Text name) {
    for (size_t i = 0; i < memory->count; i++)
        if (text_is(name, memory->spaces[i].name)) return &memory->spaces[i];
    return NULL;
}

static Space *need_space(Memory *memory, Text name) {
    const Space *found = find_space(memory, name);
    if (found) return &memory->spaces[found - memory->spaces];
    if (memory->count == SPACES_MOST || name.len >= sizeof memory->spaces[0].name) return NULL;
    Space *space = &memory->spaces[memory->count++];
    memcpy(space->name, name.at, name.len);
    return space;
}

static Text key_of(const Item *item) {
    return (Text){item->key, item->key_len};
}

/* The place of the first item whose key is not below. Keys mostly come in order: the end is tried first. */
static size_t lower_bound(const Space *space, Text key) {
    size_t low = 0, high = space->len;
    if (high && text_compare(key_of(&space->items[high - 1]), key) < 0) return high;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(key_of(&space->items[middle]), key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool holds_key(const Space *space, size_t at, Text key) {
    return at < space->len && text_equal(key_of(&space->items[at]), key);
}

static char *duplicate(Text text) {
    char *copy = malloc(text.len + 1);
    if (!copy) return NULL;
    if (text.len) memcpy(copy, text.at, text.len);
    copy[text.len] = 0;
    return copy;
}

static void remove_at(Space *space, size_t at) {
    free(space->items[at].key);
    free(space->items[at].value);
    memmove(&space->items[at], &space->items[at + 1], (space->len - at - 1) * sizeof(Item));
    space->len--;
}

static bool make_room(Space *space) {
    if (space->len < space->cap) return true;
    size_t cap = space->cap ? 2 * space->cap : 16;
    Item *items = realloc(space->items, cap * sizeof(Item));
    if (!items) return false;
    space->items = items;
    space->cap = cap;
    return true;
}

static bool insert_at(Space *space, size_t at, Text key) {
    char *copy = make_room(space) ? duplicate(key) : NULL;
    if (!copy) return false;
    memmove(&space->items[at + 1], &space->items[at], (space->len - at) * sizeof(Item));
    space->items[at] = (Item){copy, NULL, key.len, 0};
    space->len++;
    return true;
}

bool memory_put(Memory *memory, Text name, Text key, Text value) {
    Space *space = need_space(memory, name);
    if (!space) return false;
    size_t at = lower_bound(space, key);
    bool there = holds_key(space, at, key);
    if (text_empty(value)) {
        if (there) remove_at(space, at);
        return true;
    }
    if (!there && !insert_at(space, at, key)) return false;
    char *copy = duplicate(value);
    if (!copy) return false;
    free(space->items[at].value);
    space->items[at].value = copy;
    space->items[at].value_len = value.len;
    return true;
}

bool memory_next(const Memory *memory, Text name, Text from, Text *key, Text *value) {
    const Space *space = find_space(memory, name);
    size_t at = space ? lower_bound(space, from) : 0;
    if (!space || at == space->len) return false;
    *key = key_of(&space->items[at]);
    *value = (Text){space->items[at].value, space->items[at].value_len};
    return true;
}

bool memory_get(const Memory *memory, Text name, Text key, Text *value) {
    Text found;
    return memory_next(memory, name, key, &found, value) && text_equal(found, key);
}
