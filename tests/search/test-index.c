/* test-index.c: what a query finds in the catalog as it is shipped */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "cb-test-catalog.h"

/* Query, an id that has to be found, and how far from the top at most. */
static const struct
{
  const char *query;
  const char *id;
  guint rank;
} expectations[] = {
  /* with what, and where */
  { "docker unauthorized", "status:401", 1 },
  { "server is a teapot", "status:418", 1 },
  { "도커 인증 실패", "status:401", 1 },
  /* pasted */
  { "{\"message\":\"Not Found\",\"documentation_url\":\"https://docs.example.com\"}", "status:404",
    1 },
  { "No route matches [GET] \"/apple-touch-icon.png\"", "status:404", 1 },
  { "https://example.com/conflict bad gateway", "status:502", 1 },
  /* numbers */
  { "404", "status:404", 1 },
  { "HTTP 404", "status:404", 1 },
  { "404 에러", "status:404", 1 },
  { "404에러가 떠요", "status:404", 1 },
  { "418", "status:418", 1 },
  { "50", "status:500", 1 },
  { "4", "class:4xx", 1 },
  { "4xx", "class:4xx", 1 },
  { "4XX", "class:4xx", 1 },
  { "2**", "class:2xx", 1 },
  { "1xx", "class:1xx", 1 },
  { "300번대", "class:3xx", 1 },
  { "50[234]", "status:502", 1 },
  { "사백사", "status:404", 1 },
  { "오공이", "status:502", 1 },
  { "four oh four", "status:404", 1 },
  { "four-oh-four", "status:404", 1 },
  { "403 vs 404", "status:403", 2 },
  /* names, old and new, however written */
  { "not found", "status:404", 1 },
  { "not-found", "status:404", 1 },
  { "notfound", "status:404", 1 },
  { "NOT_FOUND", "status:404", 1 },
  { "found not", "status:404", 3 },
  { "im a teapot", "status:418", 1 },
  { "I'm a teapot", "status:418", 1 },
  { "payload too large", "status:413", 1 },
  { "request entity too large", "status:413", 1 },
  { "request-uri too long", "status:414", 1 },
  { "moved temporarily", "status:302", 1 },
  { "internal serv", "status:500", 1 },
  { "err int ser", "status:500", 1 },
  { "unproc", "status:422", 1 },
  { "get", "method:GET", 1 },
  { "patch", "method:PATCH", 1 },
  /* constants */
  { "HttpStatus.NOT_FOUND", "status:404", 1 },
  { "ResponseEntity.status(HttpStatus.CREATED).build()", "status:201", 1 },
  { "http.StatusText(http.StatusGone)", "status:410", 1 },
  { "requests.codes.teapot", "status:418", 1 },
  { "StatusNotFound", "status:404", 1 },
  { "http.StatusConflict", "status:409", 1 },
  { ":not_found", "status:404", 1 },
  { "HTTP_I_AM_A_TEAPOT", "status:418", 1 },
  { "SOUP_STATUS_FORBIDDEN", "status:403", 1 },
  { "StatusCode::BAD_GATEWAY", "status:502", 1 },
  { "SC_INSUFFICIENT_STORAGE", "status:507", 1 },
  /* one slip makes a long word rather than two short ones */
  { "missdirected", "status:421", 1 },
  { "servererror", "class:5xx", 1 },
  /* one in a stem, which stands in the texts with one ending or another */
  { "alllow", "status:405", 1 },
  { "abbort", "status:499", 1 },
  /* Korean */
  { "찾을 수 없음", "status:404", 1 },
  { "찾을수없음", "status:404", 1 },
  { "찾을 수 없", "status:404", 1 },
  { "서버 오류", "class:5xx", 1 },
  { "서버오류", "class:5xx", 1 },
  { "서버 에러", "class:5xx", 1 },
  { "권한이", "status:403", 3 },
  { "게이트웨이를", "status:502", 3 },
  { "메소드", "status:405", 3 },
  { "클라이언트 에러", "class:4xx", 1 },
  /* initials */
  { "ㅊㅇㅅㅇㅇ", "status:404", 1 },
  { "ㅊㅇ ㅅ ㅇㅇ", "status:404", 1 },
  { "\u110e\u110b\u1109\u110b\u110b", "status:404", 1 },
  { "찾ㅇㅅ", "status:404", 1 },
  { "ㄴㅂㅅㅂㅇㄹ", "status:500", 1 },
  /* half-built */
  { "찾ㅇ", "status:404", 1 },
  { "리ㄷ", "class:3xx", 1 },
  { "섭", "class:5xx", 1 },
  { "결ㅈ", "status:402", 1 },
  { "게잍", "status:502", 3 },
  /* the other layout */
  { "dlswmd", "status:401", 1 },
  { "ㅜㅐㅅ 래ㅕㅜㅇ", "status:404", 1 },
  { "ㅜㅐㅅ래ㅕㅜㅇ", "status:404", 1 },
  { "ㅎㄷㅅ", "method:GET", 1 },
  { "ckwdmf", "status:404", 1 },
  { "tjqj dhfb", "class:5xx", 1 },
  { "TJQJ DHFB", "class:5xx", 1 },
  { "401 tjqj", "status:401", 1 },
  { "rPwjd", "situation:account-locked", 60 },
  /* typing errors */
  { "not fuond", "status:404", 1 },
  { "notfuond", "status:404", 1 },
  { "forbiden", "status:403", 1 },
  { "unathorized", "status:401", 1 },
  { "gatway timeout", "status:504", 1 },
  { "찿을", "status:404", 1 },
  { "혀용되지 않는", "status:405", 3 },
  /* what people remember */
  { "rate limit", "status:429", 1 },
  { "로그인 풀림", "status:401", 3 },
  { "retry-after", "status:503", 5 },
  /* the name of a situation, of a header field and of a request, in a longer question */
  { "오래 걸리는 작업 접수만 했을 때 응답코드 추천", "status:202", 3 },
  { "did not specify the length of content", "status:411", 1 },
  { "my upload handler lacks a content-length somewhere", "status:411", 2 },
  { "ajax 호출하면 options 요청이 먼저 나가는 이유", "method:OPTIONS", 1 },
};

static void
test_expectations (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (expectations); i++)
    {
      g_autoptr (GArray) hits = search (expectations[i].query);
      guint rank = rank_of (hits, expectations[i].id);

      if (cb_catalog_lookup (cb_index_get_catalog (get_index ()), expectations[i].id) == NULL)
        continue;
      if (rank == 0 || rank > expectations[i].rank)
        {
          g_test_message ("\"%s\" finds %s at %u; first is %s", expectations[i].query,
                          expectations[i].id, rank, first_id (hits));
          g_test_fail ();
        }
    }
}

static void
test_nothing (void)
{
  static const char *const queries[] = {
    "zzzqqq",
    "뀋뀋",
    "qwrt",
    "점심 메뉴 추천",
    "오늘 날씨 어때",
    "how to cook rice",
    "477",
    "best pizza near me",
    "김치찌개 끓이는 법",
    "ㅋㅋㅋㅋㅋㅋㅋ",
    "ㅠㅠㅠㅠ",
    "asdfghjkl",
    "!!!",
    "고양이 사료",
    "주말에 볼 영화",
    "lorem ipsum dolor",
    "xyzzy",
    "강남역 맛집",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GArray) hits = search (queries[i]);

      if (hits->len > 0)
        {
          g_test_message ("\"%s\" finds %u entries, %s first", queries[i], hits->len,
                          first_id (hits));
          g_test_fail ();
        }
    }
}

static void
test_empty (void)
{
  static const char *const queries[] = { NULL, "", "   " };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GArray) hits = search (queries[i]);

      g_assert_cmpuint (hits->len, ==, 0);
    }
}

/* NFD, half-width and full-width forms are the same query. */
static void
test_forms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (expectations); i++)
    {
      g_autofree char *nfd = g_utf8_normalize (expectations[i].query, -1, G_NORMALIZE_NFD);
      g_autoptr (GArray) first = search (expectations[i].query);
      g_autoptr (GArray) second = search (nfd);

      if (first->len != second->len)
        g_error ("\"%s\" in NFD finds %u entries, not %u", expectations[i].query, second->len,
                 first->len);
      for (guint k = 0; k < first->len; k++)
        g_assert_true (g_array_index (first, CbHit, k).entry
                       == g_array_index (second, CbHit, k).entry);
    }
}

/* Every hit once, best first, and the same every time. */
static void
test_order (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (expectations); i++)
    {
      g_autoptr (GArray) hits = search (expectations[i].query);
      g_autoptr (GArray) again = search (expectations[i].query);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      g_assert_cmpmem (hits->data, hits->len * sizeof (CbHit), again->data,
                       again->len * sizeof (CbHit));
      for (guint k = 0; k < hits->len; k++)
        {
          const CbHit *hit = &g_array_index (hits, CbHit, k);

          g_assert_true (g_hash_table_add (seen, hit->entry));
          g_assert_nonnull (cb_match_field_get_nick (hit->field));
          g_assert_nonnull (cb_match_kind_get_nick (hit->kind));
          if (k > 0)
            g_assert_cmpuint (hit->score, <=, hit[-1].score);
        }
    }
}

static void
assert_ranges (const char *text, const GArray *ranges)
{
  for (guint i = 0; i < ranges->len; i++)
    {
      const CbRange *range = &g_array_index (ranges, CbRange, i);

      g_assert_cmpuint (range->start, <, range->end);
      g_assert_cmpuint (range->end, <=, strlen (text));
      g_assert_true (((guchar)text[range->start] & 0xc0) != 0x80);
      g_assert_true (((guchar)text[range->end] & 0xc0) != 0x80);
      if (i > 0)
        g_assert_cmpuint (range->start, >, range[-1].end);
    }
}

static void
test_highlight (void)
{
  static const struct
  {
    const char *query;
    const char *text;
    const char *marked; /* what is marked in [] */
  } cases[] = {
    { "not found", "404 Not Found", "404 [Not Found]" },
    { "notfound", "404 Not Found", "404 [Not Found]" },
    { "404", "404 Not Found", "[404] Not Found" },
    { "4xx", "404 Not Found, 500", "[404] Not Found, 500" },
    { "찾을", "찾을 수 없음", "[찾을] 수 없음" },
    { "찾ㅇ", "찾을 수 없음", "[찾을] 수 없음" },
    { "섭", "서버 오류", "[서버] 오류" },
    { "ㅊㅇㅅㅇㅇ", "찾을 수 없음", "[찾을 수 없음]" },
    { "서버오류", "서버 오류", "[서버 오류]" },
    { "tjqj", "서버 오류", "[서버] 오류" },
    { "not fuond", "Not Found", "[Not] [Found]" },
    { "권한을", "권한이 없습니다.", "[권한]이 없습니다." },
    { "zzzqqq", "Not Found", "Not Found" },
    { "found not", "NotFound", "[NotFound]" }, /* ranges that touch are one */
    { "섭 ", "서버 오류", "서버 오류" },       /* not half-built: a space follows */
    { "", "Not Found", "Not Found" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CbQuery) query = cb_query_parse (cases[i].query);
      g_autoptr (GArray) ranges = cb_index_highlight (get_index (), query, cases[i].text);
      g_autoptr (GString) marked = g_string_new (cases[i].text);

      assert_ranges (cases[i].text, ranges);
      for (guint k = ranges->len; k-- > 0;)
        {
          const CbRange *range = &g_array_index (ranges, CbRange, k);

          g_string_insert (marked, (gssize)range->end, "]");
          g_string_insert (marked, (gssize)range->start, "[");
        }
      if (strcmp (marked->str, cases[i].marked) != 0)
        {
          g_test_message ("\"%s\" in \"%s\" gives \"%s\"", cases[i].query, cases[i].text,
                          marked->str);
          g_test_fail ();
        }
    }
}

/* Any query over any text: ranges in order, on boundaries. */
static void
test_highlight_random (void)
{
  CbIndex *index = get_index ();
  CbCatalog *catalog = cb_index_get_catalog (index);

  for (gsize i = 0; i < G_N_ELEMENTS (expectations); i++)
    {
      g_autoptr (CbQuery) query = cb_query_parse (expectations[i].query);

      for (guint k = 0; k < cb_catalog_get_n_entries (catalog); k++)
        {
          CbEntry *entry = cb_catalog_get_entry (catalog, k);

          for (guint language = 0; language < CB_N_LANGUAGES; language++)
            {
              const char *text = cb_entry_get_summary (entry)->in[language];
              g_autoptr (GArray) ranges = cb_index_highlight (index, query, text);

              assert_ranges (text, ranges);
            }
        }
    }
}

/* Words in quotation marks follow each other. */
static void
test_quoted (void)
{
  g_autoptr (GArray) phrase = search ("\"not found\"");
  g_autoptr (GArray) words = search ("not found");
  g_autoptr (GArray) wrong = search ("\"found not\"");

  g_assert_cmpstr (first_id (phrase), ==, "status:404");
  g_assert_cmpuint (phrase->len, <, words->len);
  g_assert_cmpuint (rank_of (wrong, "status:404"), ==, 0);
}

static void
test_suggest (void)
{
  static const struct
  {
    const char *query;
    const char *id;
  } cases[] = { { "477", "class:4xx" }, { "588", "class:5xx" }, { "teapot zzzqqq", "status:418" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CbQuery) query = cb_query_parse (cases[i].query);
      g_autoptr (GArray) suggestions = cb_index_suggest (get_index (), query, 5);

      g_assert_cmpuint (suggestions->len, >, 0);
      g_assert_cmpuint (suggestions->len, <=, 5);
      g_assert_cmpuint (rank_of (suggestions, cases[i].id), >=, 1);
    }
}

/* Any bytes are a query, and are answered. */
static void
test_any_bytes (void)
{
  static const char *const fillers[]
      = { "a", "가", "ㅂ", "not found ", "\xff\xfe", "[", "\"", "4" };

  for (guint round = 0; round < 2000; round++)
    {
      char bytes[24] = { 0 };
      g_autoptr (GArray) hits = NULL;

      for (gint i = g_test_rand_int_range (0, sizeof bytes - 1); i > 0; i--)
        bytes[i - 1] = (char)g_test_rand_int_range (1, 256);
      hits = search (bytes);
      g_assert_nonnull (hits);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (fillers); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) hits = NULL;

      while (text->len < 1024 * 1024)
        g_string_append (text, fillers[i]);
      hits = search (text->str);
      g_assert_nonnull (hits);
    }
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/index/expectations", test_expectations);
  g_test_add_func ("/search/index/nothing", test_nothing);
  g_test_add_func ("/search/index/empty", test_empty);
  g_test_add_func ("/search/index/forms", test_forms);
  g_test_add_func ("/search/index/order", test_order);
  g_test_add_func ("/search/index/quoted", test_quoted);
  g_test_add_func ("/search/index/any-bytes", test_any_bytes);
  g_test_add_func ("/search/highlight/marked", test_highlight);
  g_test_add_func ("/search/highlight/random", test_highlight_random);
  g_test_add_func ("/search/suggest", test_suggest);

  status = g_test_run ();
  g_object_unref (get_index ());

  return status;
}
