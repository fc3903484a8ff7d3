/* HTML: one page without anything from elsewhere, which prints well. */
#include "views/paper/paper.h"

static const char style[] =
    "body{font:16px/1.5 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "h1,h2,h3{font-family:Helvetica,Arial,sans-serif;line-height:1.2;break-after:avoid}"
    "h2{margin-top:3rem;border-bottom:1px solid #bbb}h3 small{font-weight:normal;color:#666}"
    "table{border-collapse:collapse;margin:1rem 0;font:14px/1.4 Helvetica,Arial,sans-serif}"
    "th,td{border:1px solid #bbb;padding:.25rem .6rem;text-align:left;vertical-align:top}"
    "th{background:#f2f2f2}.result{border-left:3px double #666}tr{break-inside:avoid}"
    "a{color:#114a8b;text-decoration:none}svg{max-width:100%;height:auto}"
    "@media print{body{max-width:none;margin:0}a{color:inherit}.chapters h2{break-before:page}}";

static void escape(Paper *paper, const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '&')
            fputs("&amp;", paper->out);
        else if (text[i] == '<')
            fputs("&lt;", paper->out);
        else if (text[i] == '>')
            fputs("&gt;", paper->out);
        else if (text[i] == '"')
            fputs("&quot;", paper->out);
        else
            fputc(text[i], paper->out);
    }
}

static void begin(Paper *paper, const char *title) {
    fputs("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
          paper->out);
    plain(paper, title);
    fprintf(paper->out, "</title>\n<style>%s</style>\n</head>\n<body%s>\n", style,
            paper->chapters ? " class=\"chapters\"" : "");
}

static void end(Paper *paper) {
    fputs("</body>\n</html>\n", paper->out);
}

static void heading(Paper *paper, int level, const char *anchor, const char *text, const char *note) {
    fprintf(paper->out, "<h%d", level);
    if (*anchor) {
        fputs(" id=\"", paper->out);
        plain(paper, anchor);
        fputc('"', paper->out);
    }
    fputc('>', paper->out);
    plain(paper, text);
    if (*note) {
        fputs(" <small>", paper->out);
        plain(paper, note);
        fputs("</small>", paper->out);
    }
    fprintf(paper->out, "</h%d>\n", level);
}

static void paragraph_begin(Paper *paper) {
    fputs("<p>", paper->out);
}

static void paragraph_end(Paper *paper) {
    fputs("</p>\n", paper->out);
}

/* An item without its list's tags is no list: bullets are paragraphs with a mark. */
static void bullet_begin(Paper *paper) {
    fputs(paper->first_row ? "<ul>\n<li>" : "<li>", paper->out);
    paper->first_row = false;
}

static void bullet_end(Paper *paper) {
    fputs("</li>\n", paper->out);
}

static void list_end(Paper *paper) {
    if (!paper->first_row) fputs("</ul>\n", paper->out);
    paper->first_row = true;
}

static void table_begin(Paper *paper) {
    fputs("<table>\n", paper->out);
}

static void row_begin(Paper *paper) {
    fputs("<tr>", paper->out);
}

static void cell_begin(Paper *paper, bool head, bool result) {
    fprintf(paper->out, "<%s%s>", head ? "th" : "td", result ? " class=\"result\"" : "");
}

static void cell_end(Paper *paper, bool head) {
    fputs(head ? "</th>" : "</td>", paper->out);
}

static void row_end(Paper *paper, bool head, size_t columns) {
    (void)head, (void)columns;
    fputs("</tr>\n", paper->out);
}

static void table_end(Paper *paper) {
    fputs("</table>\n", paper->out);
}

static void link_text(Paper *paper, const char *anchor, const char *text, size_t length) {
    fputs("<a href=\"#", paper->out);
    plain(paper, anchor);
    fputs("\">", paper->out);
    escape(paper, text, length);
    fputs("</a>", paper->out);
}

const PaperForm paper_html = {begin,        end,        heading,  paragraph_begin, paragraph_end,
                              bullet_begin, bullet_end, list_end, table_begin,     row_begin,
                              cell_begin,   cell_end,   row_end,  table_end,       escape,
                              link_text,    true};
