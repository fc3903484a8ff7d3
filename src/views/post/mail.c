#include "views/post/post.h"
#include <ctype.h>
#include <string.h>
#include <time.h>

enum { LINE_MOST = 72, WORD_MOST = 60 };

static bool is_plain(unsigned char c) {
    return isalnum(c) || strchr("!*+-/", c) != NULL;
}

static size_t character_size(const char *at) {
    size_t size = 1;
    while (((unsigned char)at[size] & 0xc0) == 0x80) size++;
    return size;
}

/* In words of RFC 2047, each of whole characters and short enough for its line. */
static void put_encoded(FILE *to, const char *text) {
    size_t used = 0;
    fputs("=?UTF-8?Q?", to);
    for (; *text; text += character_size(text)) {
        size_t size = character_size(text);
        if (used + 3 * size > WORD_MOST - 12) {
            fputs("?=\n =?UTF-8?Q?", to);
            used = 0;
        }
        for (size_t i = 0; i < size; i++) {
            unsigned char c = (unsigned char)text[i];
            used += is_plain(c) || c == ' ' ? 1 : 3;
            if (is_plain(c) || c == ' ')
                fputc(c == ' ' ? '_' : c, to);
            else
                fprintf(to, "=%02X", c);
        }
    }
    fputs("?=", to);
}

/* As quoted-printable. */
static void put_body(FILE *to, const char *text) {
    size_t used = 0;
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        bool ends = text[1] == 0 || text[1] == '\n';
        bool plain = c > ' ' && c < 0x7f && c != '=' && !(c == '.' && used == 0);
        if (c == '\n') {
            fputc('\n', to);
            used = 0;
            continue;
        }
        if (used + 3 > LINE_MOST) {
            fputs("=\n", to);
            used = 0;
            plain = plain && c != '.';
        }
        plain = plain || (c == ' ' && !ends);
        used += plain ? 1 : 3;
        if (plain)
            fputc(c, to);
        else
            fprintf(to, "=%02X", c);
    }
}

/* The key, in the characters that an address may have. */
static void put_id(FILE *to, const char *key) {
    fputc('<', to);
    for (; *key; key++) fputc(isalnum((unsigned char)*key) || *key == '-' ? *key : '.', to);
    fputs("@bylaw.invalid>", to);
}

static void put_date(FILE *to, int64_t when) {
    static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    struct tm at = {0};
    time_t seconds = (time_t)when;
    gmtime_r(&seconds, &at);
    fprintf(to, "Date: %s, %d %s %d %02d:%02d:%02d +0000\n", days[at.tm_wday], at.tm_mday, months[at.tm_mon],
            at.tm_year + 1900, at.tm_hour, at.tm_min, at.tm_sec);
}

/* An address is written as it is, but for what no address has. */
static void put_address(FILE *to, const char *address) {
    for (; *address; address++)
        if (*address > ' ' && *address < 0x7f && !strchr("<>,;", *address)) fputc(*address, to);
}

bool mail_write(FILE *to, const bylaw_message *message, const char *from, int64_t when) {
    fputs("From: ", to);
    put_address(to, from);
    fputs("\nTo: ", to);
    put_encoded(to, message->name);
    fputs("\n <", to);
    put_address(to, message->email);
    fputs(">\nSubject: ", to);
    put_encoded(to, message->subject);
    fputc('\n', to);
    put_date(to, when);
    fputs("Message-ID: ", to);
    put_id(to, message->key);
    fputs("\nX-Bylaw-Key: ", to);
    put_address(to, message->key);
    fputs("\nAuto-Submitted: auto-generated\nMIME-Version: 1.0\n"
          "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n",
          to);
    put_body(to, message->text);
    return fflush(to) == 0 && !ferror(to);
}
