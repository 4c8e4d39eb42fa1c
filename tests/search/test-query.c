/* test-query.c: what somebody typed, taken apart */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "cb-query-private.h"

/* The codes of a query as text: N404, C4xx, P41x, p40, S404 (spoken), L404 (pasted). */
static char *
describe_codes (const CbQuery *query)
{
  static const char kinds[] = "NCPpSL";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < query->codes->len; i++)
    {
      const CbCode *code = &g_array_index (query->codes, CbCode, i);

      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, kinds[code->kind]);
      for (guint k = 0; k < CB_CODE_DIGITS; k++)
        {
          guint16 set = code->digits[k];

          if (set == CB_CODE_ANY_DIGIT)
            {
              g_string_append_c (text, 'x');
              continue;
            }
          if (set & (set - 1))
            g_string_append_c (text, '[');
          for (guint digit = 0; digit < 10; digit++)
            if (set & (1u << digit))
              g_string_append_c (text, (char)('0' + digit));
          if (set & (set - 1))
            g_string_append_c (text, ']');
        }
      g_assert_cmpuint (code->start, <, code->end);
      g_assert_cmpuint (code->end, <=, query->length);
    }

  return g_string_free_and_steal (text);
}

static void
test_codes (void)
{
  static const struct
  {
    const char *text;
    const char *codes;
  } cases[] = {
    { "404", "N404" },
    { " 404 ", "N404" },
    { "HTTP 404", "N404" },
    { "failed (111: Connection refused) while reading", "" },
    { "failed (404: Not Found)", "N404" },
    { "HTTP404", "N404" },
    { "404 에러", "N404" },
    { "404에러", "N404" },
    { "404는", "N404" },
    { "４０４", "N404" },
    { "Status404NotFound", "N404" },
    { "404NotFound", "N404" },
    { "#404", "N404" },
    { "(404)", "N404" },
    { "404.", "N404" },
    { "403 vs 404", "N403 N404" },
    { "307/308", "N307 N308" },
    { "40", "p40x" },
    { "4", "p4xx" },
    { "40 에러", "p40x" },
    { "4xx", "C4xx" },
    { "4XX", "C4xx" },
    { "4**", "C4xx" },
    { "4*", "C4xx" },
    { "5__", "C5xx" },
    { "5xx (서버 오류)", "C5xx" },
    { "41x", "P41x" },
    { "50?", "P50x" },
    { "50[234]", "P50[234]" },
    { "50[2-4]", "P50[234]" },
    { "50[2,4]", "P50[24]" },
    { "[45]00", "P[45]00" },
    { "[서버]*?", "" },
    { "5\\d\\d", "C5xx" },
    { "4\\d{2}", "C4xx" },
    { "4[0-9]{2}", "C4xx" },
    { "300번대", "C3xx" },
    { "300 번대", "C3xx" },
    { "300번 대", "C3xx" },
    { "400대", "C4xx" },
    { "500s", "C5xx" },
    { "500-599", "C5xx" },
    { "500~599", "C5xx" },
    { "400 series", "C4xx" },
    { "404번대", "N404" },
    { "1234", "" },
    { "HTTP/1.1", "" },
    { "HTTP/2", "" },
    { "10.0.0.1", "" },
    { "192.168.100.200", "" },
    { "13:55:36", "" },
    { "200ms", "" },
    { "100%", "" },
    { "$200", "" },
    { "500원 동전", "" },
    { "100미터", "" },
    { "200 grams of flour", "" },
    { "이백 그램", "" },
    { "two hundred people", "" },
    { "500 원인", "N500" },
    { "404 pages", "N404" },
    { "error 500.19", "N500" },
    { "IIS 404.3", "N404" },
    { "500.19", "" },
    { "error 500.19.2", "" },
    { "h2", "" },
    { "2 factor", "" },
    { "top 10 movies", "" },
    { "사백사", "S404" },
    { "사백이십구", "S429" },
    { "오백", "S500" },
    { "백", "" },
    { "이백사", "S204" },
    { "오공이", "S502" },
    { "사영사", "S404" },
    { "삼공사 에러", "S304" },
    { "사백사에러", "S404" },
    { "사백사는", "S404" },
    { "오백번대", "C5xx" },
    { "사백사번", "S404" },
    { "사백 십팔", "S418" },
    { "사백 이십구 에러", "S429" },
    { "사백 이", "S400" },
    { "사백사 십팔", "S404" },
    { "이백 명이 왔다", "" },
    { "삼백 미터만 더", "" },
    { "사백사 쪽이 맞나요", "S404" },
    { "오백 원인", "S500" },
    { "이사", "" },
    { "오일", "" },
    { "만료", "" },
    { "사이", "" },
    { "구백", "" },
    { "백만", "" },
    { "오류", "" },
    { "사백사십사십", "" },
    { "이사오일", "" },
    { "four oh four", "S404" },
    { "four-oh-four", "S404" },
    { "Four Oh Four", "S404" },
    { "four zero four", "S404" },
    { "four twenty nine", "S429" },
    { "four hundred four", "S404" },
    { "four hundred and four", "S404" },
    { "five hundred", "S500" },
    { "five hundred and eleven", "S511" },
    { "one two", "" },
    { "for", "" },
    { "six hundred", "" },
    { "HTTP/1.1 404 Not Found\r\nServer: nginx\r\nContent-Length: 153", "L404" },
    { "10.0.0.1 - - [10/Oct/2000:13:55:36 -0700] \"GET /a.gif HTTP/1.0\" 304 2326", "L304" },
    { "< HTTP/2 503 \n< date: Mon, 01 Jan 2024 200", "L503" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CbQuery) query = cb_query_parse (cases[i].text);
      g_autofree char *codes = describe_codes (query);

      if (strcmp (codes, cases[i].codes) != 0)
        g_error ("\"%s\" gives \"%s\" instead of \"%s\"", cases[i].text, codes, cases[i].codes);
    }
}

/* The roles of the words, a letter each: content, noise, code, - for none. */
static void
test_roles (void)
{
  static const struct
  {
    const char *text;
    const char *roles;
  } cases[] = {
    { "not found", "cc" },
    { "HTTP 404 not found", "n#cc" },
    { "404는 뭐야", "#-n" },
    { "URI가 길다", "c-c" },
    { "error", "c" },
    { "http error", "cc" },
    { "what is a proxy", "nnnc" },
    { "four oh four", "###" },
    { "50[234]", "##" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CbQuery) query = cb_query_parse (cases[i].text);
      g_autoptr (GString) roles = g_string_new (NULL);

      for (guint k = 0; k < query->n_words; k++)
        g_string_append_c (roles, "cn#-"[query->words[k].role]);
      if (strcmp (roles->str, cases[i].roles) != 0)
        g_error ("\"%s\" gives \"%s\" instead of \"%s\"", cases[i].text, roles->str,
                 cases[i].roles);
    }
}

static void
test_phrases (void)
{
  g_autoptr (CbQuery) query = cb_query_parse ("\"not found\" page “bad request”");
  g_autoptr (CbQuery) open = cb_query_parse ("\"not found");

  g_assert_cmpuint (query->n_words, ==, 5);
  g_assert_cmpuint (query->words[0].phrase, ==, 1);
  g_assert_cmpuint (query->words[1].phrase, ==, 1);
  g_assert_cmpuint (query->words[2].phrase, ==, 0);
  g_assert_cmpuint (query->words[4].phrase, ==, 2);
  g_assert_cmpuint (open->words[0].phrase, ==, 0);
}

static void
test_empty (void)
{
  static const char *const empty[] = { NULL, "", " ", "\t\n " };
  static const char *const full[] = { "a", "!", "\xff", " 4", "ㅂ" };

  for (gsize i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autoptr (CbQuery) query = cb_query_parse (empty[i]);

      g_assert_true (cb_query_is_empty (query));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (full); i++)
    {
      g_autoptr (CbQuery) query = cb_query_parse (full[i]);

      g_assert_false (cb_query_is_empty (query));
    }
  g_assert_true (cb_query_is_empty (NULL));
}

/* A megabyte of anything is cut, on the boundary of a character. */
static void
test_long (void)
{
  static const char *const fillers[] = { "a", "가", "4", " ", "\"", "[", "\xff", "not found " };

  for (gsize i = 0; i < G_N_ELEMENTS (fillers); i++)
    {
      g_autoptr (GString) text = g_string_new ("x");
      g_autoptr (CbQuery) query = NULL;

      while (text->len < 1024 * 1024)
        g_string_append (text, fillers[i]);
      query = cb_query_parse (text->str);
      g_assert_cmpuint (query->length, <=, CB_QUERY_MAX_BYTES);
      g_assert_cmpuint (query->n_words, <=, CB_QUERY_MAX_WORDS);
      if (g_utf8_validate (text->str, -1, NULL))
        g_assert_true (g_utf8_validate (query->text, -1, NULL));
    }
}

/* So many of something: no entry is about it, whatever else it says. */
static void
test_measures (void)
{
  static const struct
  {
    const char *text;
    const char *elsewhere; /* a mark for each word */
  } cases[] = {
    { "party of 200 people", "--xx" },
    { "two hundred people came", "xxx-" },
    { "이백 명이 왔다", "xx-" },
    { "500원", "xx" },
    { "300석 규모", "xx-" },
    { "404호 병실", "xx-" },
    { "404 에러", "--" },
    { "two hundred", "--" },
    { "404호출", "--" },
    { "30초 뒤", "---" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CbQuery) query = cb_query_parse (cases[i].text);
      g_autoptr (GString) elsewhere = g_string_new (NULL);

      for (guint k = 0; k < query->n_words; k++)
        {
          g_string_append_c (elsewhere, query->words[k].elsewhere ? 'x' : '-');
          if (query->words[k].elsewhere)
            g_assert_cmpint (query->words[k].role, ==, CB_ROLE_CONTENT);
        }
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (elsewhere->str, ==, cases[i].elsewhere);
    }
}

static void
test_ref (void)
{
  CbQuery *query = cb_query_parse ("404");

  g_assert_true (cb_query_ref (query) == query);
  cb_query_unref (query);
  g_assert_cmpuint (query->codes->len, ==, 1);
  cb_query_unref (query);
}

/* What an expression of a programming language names is its last member, whatever is around it. */
static void
test_constants (void)
{
  static const struct
  {
    const char *text;
    const char *constant;
  } cases[] = {
    { "HttpStatus.NOT_FOUND", "notfound" },
    { "http.StatusText(http.StatusGone)", "statusgone" },
    { "ResponseEntity.status(HttpStatus.CREATED).build()", "created" },
    { "return Response::HTTP_NOT_FOUND;", "httpnotfound" },
    { "r->status", "status" },
    { "requests.codes.teapot 뭐야", "teapot" },
    /* A member is no number, and nothing is between it and what it is of. */
    { "HTTP/1.1 404", "" },
    { "not found. gone", "" },
    { "not found .gone", "" },
    { "a.1b", "" },
    { "a:b", "" },
    { "a..b", "" },
    { ".NOT_FOUND", "" },
    { "NOT_FOUND", "" },
    { "a.", "" },
    { "a::", "" },
    { "a-", "" },
    { "::", "" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CbQuery) query = cb_query_parse (cases[i].text);
      g_autoptr (GString) constant = g_string_new (NULL);

      for (guint k = 0; k < query->n_words; k++)
        if (query->words[k].constant)
          g_string_append_len (constant,
                               (const char *)query->folded.letters + query->words[k].word.start,
                               (gssize)query->words[k].word.n_letters);
      g_assert_cmpstr (constant->str, ==, cases[i].constant);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/query/codes", test_codes);
  g_test_add_func ("/search/query/roles", test_roles);
  g_test_add_func ("/search/query/phrases", test_phrases);
  g_test_add_func ("/search/query/empty", test_empty);
  g_test_add_func ("/search/query/long", test_long);
  g_test_add_func ("/search/query/measures", test_measures);
  g_test_add_func ("/search/query/ref", test_ref);
  g_test_add_func ("/search/query/constants", test_constants);

  return g_test_run ();
}
