#include "difference/contest.h"
#include "model/analysis/split.h"
#include <stdlib.h>

enum { REGIONS_MOST = 20 * 1000, NEAR_MOST = 64 };

/* --- what the other side has none like ------------------------------------------------------------------ */

/* A row or an exception of one side, with all its boxes. */
typedef struct Like {
    Text signature;
    uint32_t first, count; /* claims */
    bool paired;
    uint32_t pair; /* its place on the other side */
} Like;

typedef VEC(Like) Likes;

typedef struct Matching {
    Contest *contest;
    const Grid *grid;
    Likes likes[SIDES];
} Matching;

static bool is_of_row(ClaimKind kind) {
    return kind == CLAIM_FITS || kind == CLAIM_MAY_FIT;
}

static void write_box(Buf *buf, const Grid *grid, uint32_t box, ClaimKind kind) {
    buf_format(buf, "%d", (int)kind);
    for (size_t axis = 0; axis < grid->axis_count; axis++) {
        CellSet set = grid_set(grid, box, axis);
        if (!(grid->tested[box] >> axis & 1)) continue;
        buf_format(buf, "|%zu", axis);
        for (size_t i = 0; i < set.count; i++) buf_format(buf, ":%u-%u", set.runs[i].from, set.runs[i].to);
    }
}

static void write_keys(Buf *buf, const Contest *contest, const Text *keys) {
    for (size_t i = 0; i < contest->result_count; i++) {
        buf_char(buf, '\n');
        buf_text(buf, keys[i]);
    }
}

static Text signature_of(const Matching *m, const Like *like) {
    const Contest *contest = m->contest;
    const Claim *first = &contest->claims.at[like->first];
    const Rule *rule = &contest->rules[first->side];
    Buf buf = buf_new(contest->arena);
    for (uint32_t i = 0; i < like->count; i++)
        write_box(&buf, m->grid, like->first + i, contest->claims.at[like->first + i].kind);
    if (is_of_row(first->kind)) {
        bool ranked = rule->policy == POLICY_PRIORITY;
        write_keys(&buf, contest, rule->rows.at[first->at].keys);
        if (ranked) buf_format(&buf, "\n%u", rule->rows.at[first->at].rank);
    } else if (first->kind != CLAIM_UNASKED) {
        write_keys(&buf, contest, rule->exceptions.at[first->at].keys);
    }
    return buf_done(&buf);
}

static bool same_thing(const Claim *one, const Claim *other) {
    return one->side == other->side && one->at == other->at && one->kind != CLAIM_UNASKED &&
           is_of_row(one->kind) == is_of_row(other->kind);
}

/* The claims of one row or exception follow one another. */
static void gather_likes(Matching *m) {
    const Contest *contest = m->contest;
    for (uint32_t i = 0, next; i < contest->claims.len; i = next) {
        for (next = i + 1; next < contest->claims.len; next++)
            if (!same_thing(&contest->claims.at[i], &contest->claims.at[next])) break;
        Likes *likes = &m->likes[contest->claims.at[i].side];
        Like *like = vec_push(contest->arena, likes);
        *like = (Like){.first = i, .count = next - i};
        like->signature = signature_of(m, like);
    }
}

typedef VEC(uint32_t) Places;

/* Those that are alike are paired in their order. */
static void pair_likes(Matching *m) {
    Map found = {0};
    Arena *arena = m->contest->arena;
    for (uint32_t i = m->likes[NOW].len; i-- > 0;) {
        Places *places = map_get(&found, m->likes[NOW].at[i].signature);
        if (!places)
            map_set(arena, &found, m->likes[NOW].at[i].signature, places = arena_make(arena, Places));
        *vec_push(arena, places) = i;
    }
    for (uint32_t i = 0; i < m->likes[BEFORE].len; i++) {
        Like *like = &m->likes[BEFORE].at[i];
        Places *places = map_get(&found, like->signature);
        if (!places || !places->len) continue;
        like->paired = true;
        like->pair = places->at[--places->len];
        m->likes[NOW].at[like->pair].paired = true;
    }
}

/* Where the order of rows matters, pairs that cross are none: the longest line of pairs that do not is kept.
 */
static void keep_order(Matching *m) {
    const Likes *likes = &m->likes[BEFORE];
    Arena *arena = m->contest->arena;
    uint32_t *ends = arena_array(arena, uint32_t, likes->len),
             *before = arena_array(arena, uint32_t, likes->len);
    uint32_t length = 0;
    for (uint32_t i = 0; i < likes->len; i++) {
        if (!likes->at[i].paired) continue;
        uint32_t low = 0, high = length;
        while (low < high) {
            uint32_t middle = low + (high - low) / 2;
            if (likes->at[ends[middle]].pair < likes->at[i].pair)
                low = middle + 1;
            else
                high = middle;
        }
        before[i] = low ? ends[low - 1] : NO_RULE_ROW;
        ends[low] = i;
        length += low == length;
    }
    bool *kept = arena_array(arena, bool, likes->len);
    for (uint32_t at = length ? ends[length - 1] : NO_RULE_ROW; at != NO_RULE_ROW; at = before[at])
        kept[at] = true;
    for (uint32_t i = 0; i < likes->len; i++) {
        Like *like = &likes->at[i];
        if (!like->paired || kept[i]) continue;
        like->paired = m->likes[NOW].at[like->pair].paired = false;
    }
}

static bool has_order(HitPolicy policy) {
    return policy == POLICY_FIRST || policy == POLICY_LIST;
}

/* How many claims have none like them. */
static size_t mark_changed(Matching *m) {
    size_t count = 0;
    const Rule *rules = m->contest->rules;
    bool other_policy = rules[BEFORE].policy != rules[NOW].policy;
    gather_likes(m);
    pair_likes(m);
    if (has_order(rules[BEFORE].policy)) keep_order(m);
    for (int side = BEFORE; side < SIDES; side++)
        for (size_t i = 0; i < m->likes[side].len; i++) {
            const Like *like = &m->likes[side].at[i];
            for (uint32_t k = 0; k < like->count; k++) {
                Claim *claim = &m->contest->claims.at[like->first + k];
                claim->changed = other_policy || !like->paired || claim->kind == CLAIM_UNASKED;
                count += claim->changed;
            }
        }
    return count;
}

/* --- searching ------------------------------------------------------------------------------------------ */

typedef struct Search {
    const Contest *contest;
    const Grid *grid;
    Regions *regions;
    Arena *scratch;
    Split split;
    bool everywhere; /* where no claim has changed, too: what holds in all other places has */
    Map outcomes[SIDES];
} Search;

static bool any_changed(const Search *search, const Part *part) {
    if (search->everywhere) return true;
    for (size_t i = 0; i < part->count; i++)
        if (search->contest->claims.at[part->rows[i]].changed) return true;
    return false;
}

static bool all_full(const Search *search, const Part *part) {
    for (size_t i = 0; i < part->count; i++)
        if (!row_is_full(search->grid, part->rows[i], part->axes)) return false;
    return true;
}

static const Text *copies(Arena *arena, const Text *texts, size_t count) {
    Text *copy = arena_array(arena, Text, count);
    for (size_t i = 0; i < count; i++) copy[i] = text_copy(arena, texts[i]);
    return copy;
}

/* The same outcome has one place in memory, whatever rows say so. */
static const Answer *known_outcome(Search *search, Side side, const Answer *outcome) {
    Arena *arena = search->contest->arena;
    Answer *known = map_get(&search->outcomes[side], outcome->key);
    if (known) return known;
    known = arena_make(arena, Answer);
    *known = *outcome;
    known->key = text_copy(arena, outcome->key);
    if (outcome->came == CAME_DECIDED) {
        known->keys = copies(arena, outcome->keys, search->contest->result_count);
        known->written = copies(arena, outcome->written, search->contest->result_count);
    }
    map_set(arena, &search->outcomes[side], known->key, known);
    return known;
}

static void keep_side(Search *search, Region *region, Side side, const Asked *asked) {
    Arena *arena = search->contest->arena;
    region->came[side] = known_outcome(search, side, &asked->outcome);
    for (size_t i = 0; i < asked->rows.len; i++) *vec_push(arena, &region->rows[side]) = asked->rows.at[i];
    if (!text_empty(asked->exception)) *vec_push(arena, &region->exceptions[side]) = asked->exception;
}

static const CellSet *where_it_stands(const Search *search) {
    Arena *arena = search->contest->arena;
    size_t count = search->grid->axis_count;
    CellSet *sets = arena_array(arena, CellSet, count);
    Run *runs = arena_array(arena, Run, count);
    for (size_t axis = 0; axis < count; axis++) {
        runs[axis] = search->split.at[axis];
        if (runs[axis].from == runs[axis].to) runs[axis] = (Run){0, search->grid->axes[axis].atoms};
        sets[axis] = (CellSet){&runs[axis], 1};
    }
    return sets;
}

static void compare_at(Search *search, const Part *part) {
    const Claim **claims = arena_array(search->scratch, const Claim *, part->count);
    Asked before = {.arena = search->scratch}, now = {.arena = search->scratch};
    for (size_t i = 0; i < part->count; i++) claims[i] = &search->contest->claims.at[part->rows[i]];
    ask(search->contest, BEFORE, claims, part->count, &before);
    ask(search->contest, NOW, claims, part->count, &now);
    if (text_equal(before.outcome.key, now.outcome.key)) return;
    if (search->regions->at.len == REGIONS_MOST) {
        search->split.unfinished = true;
        return;
    }
    Region *region = vec_push(search->contest->arena, &search->regions->at);
    *region = (Region){.sets = where_it_stands(search)};
    keep_side(search, region, BEFORE, &before);
    keep_side(search, region, NOW, &now);
}

static void search_part(void *context, Part part) {
    Search *search = context;
    if (!split_goes_on(&search->split, &part) || !any_changed(search, &part)) return;
    ArenaMark mark = arena_mark(search->scratch);
    if (all_full(search, &part))
        compare_at(search, &part);
    else
        split_part(&search->split, &part);
    arena_rewind(search->scratch, mark);
}

/* --- what lies near ------------------------------------------------------------------------------------- */

static bool sets_meet(CellSet one, CellSet other) {
    for (size_t i = 0, k = 0; i < one.count && k < other.count;) {
        if (one.runs[i].from < other.runs[k].to && other.runs[k].from < one.runs[i].to) return true;
        if (one.runs[i].to < other.runs[k].to)
            i++;
        else
            k++;
    }
    return false;
}

static bool boxes_meet(const Grid *grid, uint32_t one, uint32_t other) {
    uint64_t both = grid->tested[one] & grid->tested[other];
    for (size_t axis = 0; axis < grid->axis_count; axis++)
        if ((both >> axis & 1) && !sets_meet(grid_set(grid, one, axis), grid_set(grid, other, axis)))
            return false;
    return true;
}

/* Of a large table in which little has changed, what meets none of that need not be looked at. */
static Part near_changes(const Search *search, Part all, size_t changed) {
    if (search->everywhere || changed > NEAR_MOST) return all;
    uint32_t *rows = arena_array(search->scratch, uint32_t, all.count);
    Part near = {rows, 0, all.axes, false};
    for (size_t i = 0; i < all.count; i++)
        for (size_t k = 0; k < all.count; k++) {
            if (!search->contest->claims.at[all.rows[k]].changed) continue;
            if (!boxes_meet(search->grid, all.rows[i], all.rows[k])) continue;
            rows[near.count++] = all.rows[i];
            break;
        }
    return near;
}

/* --- the whole ------------------------------------------------------------------------------------------ */

static bool same_otherwise(const Contest *contest) {
    const Rule *before = &contest->rules[BEFORE], *now = &contest->rules[NOW];
    bool has = before->otherwise != NO_RULE_ROW;
    if (has != (now->otherwise != NO_RULE_ROW)) return false;
    for (size_t i = 0; has && i < contest->result_count; i++)
        if (!text_equal(before->rows.at[before->otherwise].keys[i], now->rows.at[now->otherwise].keys[i]))
            return false;
    return true;
}

/* One claim for each column that one side knows no member of, and each side. */
static void claim_unasked(Contest *contest) {
    for (uint32_t axis = 0; axis < contest->space.axes.len; axis++) {
        Type type = contest->space.axes.at[axis].type;
        const CommonEnum *both = common_enum(contest->vocabulary, type);
        for (int side = BEFORE; both && side < SIDES; side++) {
            Cell cell = {.kind = CELL_TESTS};
            for (uint32_t i = 0; i < both->type.count; i++) {
                if (both->in[side][i]) continue;
                Expr *member = arena_make(contest->arena, Expr);
                *member =
                    (Expr){.kind = EXPR_PATH, .type = type, .symbol = arena_make(contest->arena, Symbol)};
                *member->symbol = (Symbol){.kind = SYMBOL_MEMBER, .index = i, .name = both->type.members[i]};
                *vec_push(contest->arena, &cell.tests) = (CellTest){.value = member};
            }
            Box box = {0};
            if (!cell.tests.len) continue;
            *vec_push(contest->arena, &box.bounds) = (BoxBound){axis, cell};
            claim(contest, box, (Claim){(Side)side, CLAIM_UNASKED, axis, true});
        }
    }
}

static void run_search(void *context) {
    Search *search = context;
    Matching matching = {.contest = (Contest *)(uintptr_t)search->contest, .grid = search->grid};
    size_t changed = mark_changed(&matching);
    search->everywhere = !same_otherwise(search->contest);
    if (!changed && !search->everywhere) return;
    search->split = split_new(search->scratch, search->grid, search_part, search);
    search_part(search, near_changes(search, split_whole(&search->split), changed));
}

static void release(void *arena) {
    arena_free(arena);
}

const Regions *regions_find(Contest *contest) {
    Arena *arena = contest->arena;
    Regions *regions = arena_make(arena, Regions);
    Search search = {.contest = contest, .regions = regions, .scratch = arena_new(0)};
    if (!search.scratch) arena_fail(arena);
    arena_on_free(arena, release, search.scratch);
    claim_unasked(contest);
    regions->grid = search.grid = grid_of_boxes(&contest->space, &contest->boxes);
    regions->unfinished = !search.grid;
    if (!search.grid) return regions;
    if (!arena_try(search.scratch, run_search, &search)) arena_fail(arena);
    regions->unfinished = search.split.unfinished;
    if (regions->unfinished) regions->at.len = 0;
    regions_merge(arena, regions);
    return regions;
}
