/* test-other-names.c: what a name is typed as */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "cb-keyboard.h"
#include "cb-other-names.h"
#include "cb-test-catalog.h"

static GPtrArray *
make_group (const char *texts)
{
  g_auto (GStrv) spellings = g_strsplit (texts, ";", -1);
  GPtrArray *group = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; spellings[i] != NULL; i++)
    g_ptr_array_add (group, g_strdup (spellings[i]));

  return group;
}

static char *
join (GPtrArray *names)
{
  g_autoptr (GPtrArray) list = names;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", (char *)g_ptr_array_index (list, i));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_spellings (void)
{
  static const struct
  {
    const char *name;
    const char *spellings;
  } cases[] = {
    { "임시 리다이렉션", "임시 리다이렉션|임시 리디렉션" },
    { "지원되지 않는 미디어 타입", "지원되지 않는 미디어 타입|지원되지 않는 마임" },
    /* A part of a word is not the word; another language is not another spelling. */
    { "리다이렉션표", "" },
    { "temporary redirect", "" },
    { "", "" },
  };
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  g_auto (CbOtherNames) names;

  g_ptr_array_add (terms, make_group ("리다이렉션;리디렉션;redirect"));
  g_ptr_array_add (terms, make_group ("미디어 타입;마임;media type"));
  cb_other_names_init (&names, terms);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = join (cb_other_names_list_spellings (&names, cases[i].name));

      g_assert_cmpstr (found, ==, cases[i].spellings);
    }
}

/* The rest of a name as text, a space before each of its words. */
static char *
leave_out (const char *name, gboolean noise)
{
  GString *text = g_string_new (NULL);
  g_auto (CbFolded) folded;
  g_auto (CbFolded) rest = { .one_way = TRUE };

  cb_folded_init (&folded);
  cb_folded_set (&folded, name, strlen (name));
  if (!cb_name_leave_noise_out (&folded, noise, &rest))
    {
      g_string_free (text, TRUE);
      return NULL;
    }

  for (gsize i = 0; i < rest.n_words; i++)
    {
      const CbWord *word = &rest.words[i];
      g_autofree char *letters = cb_letters_to_text (rest.letters + word->start, word->n_letters);

      g_assert_false (word->glued);
      g_string_append_printf (text, " %s", letters);
    }

  return g_string_free_and_steal (text);
}

static void
test_without_noise (void)
{
  static const struct
  {
    const char *name;
    const char *without_particles;
    const char *without_noise;
  } cases[] = {
    { "GET or POST", NULL, " get post" },
    { "URI가 너무 긺", " uri 너무 긺", " uri 너무 긺" },
    { "찾을 수 없음", NULL, " 찾을 없음" },
    { "Not Found", NULL, NULL },
    /* Nothing would be left. */
    { "what is this", NULL, NULL },
    { "", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *without_particles = leave_out (cases[i].name, FALSE);
      g_autofree char *without_noise = leave_out (cases[i].name, TRUE);

      g_assert_cmpstr (without_particles, ==, cases[i].without_particles);
      g_assert_cmpstr (without_noise, ==, cases[i].without_noise);
    }
}

static void
test_sentences (void)
{
  static const struct
  {
    const char *name;
    const char *sentences;
  } cases[] = {
    { "찾을 수 없음", "찾을 수 없습니다" },
    { "요청이 너무 큼", "요청이 너무 큽니다" },
    { "금지됨", "금지됩니다|금지되었습니다" },
    { "처음", "" },
    { "음", "" },
    { "충돌", "" },
    { "Gone", "" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = join (cb_name_list_sentences (cases[i].name));

      g_assert_cmpstr (found, ==, cases[i].sentences);
    }
}

/* Names that no entry has in this form are names all the same. */
static void
test_found (void)
{
  static const struct
  {
    const char *text;
    const char *id;
  } cases[] = {
    { "ㅇㅅㄹㄷㄹㅅ", "status:307" },       /* 임시 리디렉션 */
    { "허용되지않는메소드", "status:405" }, /* with another spelling, without spaces */
    { "허용되지 않는 메소", "status:405" }, { "찾을 수 없습ㄴ", "status:404" },
    { "ㅊㅇㅅㅇㅅㄴㄷ", "status:404" },     { "URI가너무긺", "status:414" },
    { "get vs post", "guide:get-vs-post" }, { "DELETE 요청", "method:DELETE" },
    { "put request", "method:PUT" },        { "allow header", "status:405" },
    { "Allow 헤더", "status:405" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) hits = search (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (first_id (hits), ==, cases[i].id);
    }
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/other-names/spellings", test_spellings);
  g_test_add_func ("/search/other-names/without-noise", test_without_noise);
  g_test_add_func ("/search/other-names/sentences", test_sentences);
  g_test_add_func ("/search/other-names/found", test_found);

  status = g_test_run ();
  g_object_unref (get_index ());

  return status;
}
