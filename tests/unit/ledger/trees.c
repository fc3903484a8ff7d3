#include "check_more.h"
#include "ledger/merkle.h"

enum { MOST = 130 };

static Arena *arena;
static Hasher *hasher;
static Digest leaves[MOST];
static Digest roots[MOST + 1]; /* by the definition in RFC 6962 */

/* RFC 6962, section 2.1, to the letter. */
static Digest mth(uint64_t from, uint64_t until) {
    if (from == until) return hasher_sha256_of(hasher, TEXT(""));
    if (until - from == 1) return leaves[from];
    uint64_t k = 1;
    while (k * 2 < until - from) k *= 2;
    return merkle_node(hasher, mth(from, from + k), mth(from + k, until));
}

static bool node_of(void *context, unsigned level, uint64_t index, Digest *digest) {
    uint64_t size = *(uint64_t *)context;
    if ((index + 1) << level > size) return false; /* only complete subtrees may be asked for */
    *digest = mth(index << level, (index + 1) << level);
    return true;
}

static void set_up(void) {
    arena = arena_new(0);
    hasher = hasher_new(arena);
    for (int i = 0; i < MOST; i++) {
        char text[8];
        snprintf(text, sizeof text, "leaf%d", i);
        leaves[i] = merkle_leaf(hasher, text_of(text));
    }
    for (uint64_t n = 0; n <= MOST; n++) roots[n] = mth(0, n);
}

static void tear_down(void) {
    arena_free(arena);
}

static const char *const vector_leaves[] = {
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};

static const char *const vector_roots[] = {
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
};

static void load_vector_leaves(void) {
    for (int i = 0; i < 8; i++) {
        Text bytes;
        ck_assert(hex_decode(arena, text_of(vector_leaves[i]), &bytes));
        leaves[i] = merkle_leaf(hasher, bytes);
    }
}

START_TEST(the_reference_leaves_of_certificate_transparency_have_their_known_roots) {
    Frontier frontier = {0};
    load_vector_leaves();
    for (int n = 0; n <= 8; n++) {
        ck_assert_text_is(digest_hex(arena, frontier_root(hasher, &frontier)), vector_roots[n]);
        if (n < 8) ck_assert(frontier_append(hasher, &frontier, leaves[n], NULL, NULL));
    }
}
END_TEST

static void expect_proof(const Proof *proof, const char *const *steps, unsigned count) {
    ck_assert_uint_eq(proof->count, count);
    for (unsigned i = 0; i < count; i++) ck_assert_text_is(digest_hex(arena, proof->steps[i]), steps[i]);
}

START_TEST(the_reference_proofs_of_certificate_transparency_come_out) {
    static const char *const inclusion[] = {
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"};
    static const char *const consistency[] = {
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"};
    uint64_t size = 8;
    Proof proof;
    load_vector_leaves();
    ck_assert(merkle_inclusion(hasher, &(NodeSource){node_of, &size}, 5, 8, &proof));
    expect_proof(&proof, inclusion, 3);
    ck_assert(merkle_consistency(hasher, &(NodeSource){node_of, &size}, 6, 8, &proof));
    expect_proof(&proof, consistency, 3);
}
END_TEST

START_TEST(the_frontier_of_every_size_has_the_root_of_the_definition) {
    Frontier grown = {0};
    for (uint64_t size = 0; size <= MOST; size++) {
        Frontier loaded;
        ck_assert(merkle_frontier(&(NodeSource){node_of, &size}, size, &loaded));
        ck_assert_uint_eq(loaded.count, grown.count);
        ck_assert(digest_equal(frontier_root(hasher, &grown), roots[size]));
        ck_assert(digest_equal(frontier_root(hasher, &loaded), roots[size]));
        if (size < MOST) ck_assert(frontier_append(hasher, &grown, leaves[size], NULL, NULL));
    }
}
END_TEST

static bool check_made(void *count, unsigned level, uint64_t index, Digest digest) {
    ++*(unsigned *)count;
    ck_assert(digest_equal(digest, mth(index << level, (index + 1) << level)));
    return true;
}

START_TEST(appending_tells_of_every_complete_subtree_once) {
    Frontier frontier = {0};
    unsigned count = 0;
    for (int i = 0; i < MOST; i++)
        ck_assert(frontier_append(hasher, &frontier, leaves[i], check_made, &count));
    ck_assert_uint_eq(count, MOST - (unsigned)__builtin_popcount(MOST));
}
END_TEST

static void damage(Proof *proof, uint64_t *seed) {
    proof->steps[check_below(seed, proof->count)].bytes[check_below(seed, DIGEST_SIZE)] ^= 1;
}

START_TEST(every_leaf_of_every_size_is_proven_and_nothing_else_is) {
    uint64_t seed = check_seed("every_leaf_of_every_size_is_proven_and_nothing_else_is");
    for (uint64_t size = 1; size <= MOST; size++)
        for (uint64_t index = 0; index < size; index += 1 + size / 16) {
            Proof proof;
            ck_assert(merkle_inclusion(hasher, &(NodeSource){node_of, &size}, index, size, &proof));
            Digest leaf = leaves[index], root = roots[size];
            ck_assert(merkle_check_inclusion(hasher, leaf, index, size, &proof, root));
            ck_assert(!merkle_check_inclusion(hasher, leaf, size, size, &proof, root));
            ck_assert(!merkle_check_inclusion(hasher, leaf, index, size, &proof, roots[size - 1]));
            if (size == 1) continue;
            uint64_t other = (index + 1 + check_below(&seed, size - 1)) % size;
            ck_assert(!merkle_check_inclusion(hasher, leaf, other, size, &proof, root));
            ck_assert(!merkle_check_inclusion(hasher, leaves[other], index, size, &proof, root));
            Proof shorter = proof, changed = proof, longer = proof;
            shorter.count--;
            longer.steps[longer.count++] = leaf;
            damage(&changed, &seed);
            ck_assert(!merkle_check_inclusion(hasher, leaf, index, size, &shorter, root));
            ck_assert(!merkle_check_inclusion(hasher, leaf, index, size, &longer, root));
            ck_assert(!merkle_check_inclusion(hasher, leaf, index, size, &changed, root));
        }
}
END_TEST

START_TEST(every_size_is_proven_to_have_grown_from_every_smaller_one) {
    uint64_t seed = check_seed("every_size_is_proven_to_have_grown_from_every_smaller_one");
    for (uint64_t size = 0; size <= MOST; size++)
        for (uint64_t old = 0; old <= size; old += 1 + size / 16) {
            Proof proof;
            ck_assert(merkle_consistency(hasher, &(NodeSource){node_of, &size}, old, size, &proof));
            ck_assert(merkle_check_consistency(hasher, old, roots[old], size, roots[size], &proof));
            ck_assert(!merkle_check_consistency(hasher, size + 1, roots[old], size, roots[size], &proof));
            ck_assert(!merkle_check_consistency(hasher, old, leaves[7], size, roots[size], &proof));
            if (old == 0 || old == size) continue;
            ck_assert(!merkle_check_consistency(hasher, old, roots[old], size, leaves[7], &proof));
            Proof shorter = proof, changed = proof;
            shorter.count--;
            damage(&changed, &seed);
            ck_assert(!merkle_check_consistency(hasher, old, roots[old], size, roots[size], &shorter));
            ck_assert(!merkle_check_consistency(hasher, old, roots[old], size, roots[size], &changed));
        }
}
END_TEST

Suite *trees_suite(void) {
    Suite *suite = suite_create("the hash tree");
    TCase *tests = tcase_create("trees");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_reference_leaves_of_certificate_transparency_have_their_known_roots);
    tcase_add_test(tests, the_reference_proofs_of_certificate_transparency_come_out);
    tcase_add_test(tests, the_frontier_of_every_size_has_the_root_of_the_definition);
    tcase_add_test(tests, appending_tells_of_every_complete_subtree_once);
    tcase_add_test(tests, every_leaf_of_every_size_is_proven_and_nothing_else_is);
    tcase_add_test(tests, every_size_is_proven_to_have_grown_from_every_smaller_one);
    suite_add_tcase(suite, tests);
    return suite;
}
