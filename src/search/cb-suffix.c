/* cb-suffix.c: what Korean grammar adds to words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-suffix.h"

#include <string.h>

#include "cb-fold.h"

typedef enum
{
  AFTER_ANY,
  AFTER_CONSONANT,
  AFTER_VOWEL,
} CbAfter;

/* Written as text, a jamo on its own being a final or an initial that completes the syllable before
 * it. */
static const struct
{
  CbSuffixKind kind;
  CbAfter after;
  const char *texts;
} suffix_table[] = {
  { CB_SUFFIX_PARTICLE, AFTER_CONSONANT,
    "은 이 을 과 으로 으로는 으로도 으로서 으로써 으로부터 이란 이라는 이라고 이라면 이라도 이나 "
    "이며 이고 이면 이랑 이다 "
    "이라 이야 이에요 이었다 이어서 이므로 이지만 이요" },
  { CB_SUFFIX_PARTICLE, AFTER_VOWEL,
    "는 가 를 와 란 라는 라고 라면 라도 나 랑 예요 였다 여서 라서" },
  { CB_SUFFIX_PARTICLE, AFTER_ANY,
    "의 에 에서 에서는 에서도 에서의 에게 에게서 한테 께 께서 부터 까지 도 만 만의 로 로는 로도 "
    "로서 로써 로부터 보다 처럼 "
    "마다 조차 마저 밖에 대로 들 에는 에도 에만 인 인데 인지 인가 인가요 인가여 입니다 입니까 일까 "
    "일까요 일 임 뿐 이랑 만큼 "
    "엔 에선 으론 하고 중 시 때 후 이래 이래요 래요 이라네요 라네요 이라던데 라던데 이라며 라며" },
  { CB_SUFFIX_ENDING, AFTER_ANY,
    "ㄴ ㄹ ㅁ 다 ㄴ다 는다 다면 다는 다고 다며 ㄴ다면 는다면 ㄴ다고 는다고 ㄴ다는 는다는 ㅂ니다 "
    "습니다 ㅂ니까 습니까 는 은 을 음 면 으면 고 기 며 으며 거나 도록 려면 으려면 려고 으려고 려는 "
    "게 니 니까 으니 으니까 으니까요 지만 는데 ㄴ데 은데 는지 ㄴ지 은지 ㄹ지 을지 ㄹ까 을까 ㄹ까요 "
    "을까요 나요 네요 죠 지요 "
    "던 ㅆ다 ㅆ을 ㅆ음 ㅆ는데 ㅆ습니다 ㅆ고 ㅆ지만 ㅆ어요 ㅆ던 ㅆ나요 ㅆ는지 ㅆ어 ㅆ거나 ㅆ으면 "
    "ㅆ으나 ㅆ기 었다 았다 었을 았을 "
    "었음 았음 었는데 았는데 었습니다 았습니다 었고 았고 었지만 았지만 었어요 았어요 었던 았던 "
    "였다 였을 였음 였습니다 십시오 으십시오 "
    "세요 으세요 으라 어라 는가 ㄴ가 는가요 ㄴ가요 어 아 여 어서 아서 여서 어야 아야 여야 어도 "
    "아도 여도 어요 아요 여요 "
    "자 자마자 므로 으므로 기에 기만 어지 아지 여지 "
    "ㄹ때 을때 ㅆ을때 ㄹ경우 을경우 ㅆ을경우 는경우 ㄴ경우 ㅆ는지요" },
  { CB_SUFFIX_ENDING, AFTER_VOWEL, "서 야 도 라 나 네" },
  { CB_SUFFIX_VERB, AFTER_ANY,
    "하지 되지 받지 시키지 해서 해야 해도 해요 해라 돼서 돼야 돼도 돼요 하 해 하여 되 돼 되어 받 "
    "받아 당하 당해 시키 시켜 하였 되었 했 됐 스러우 스럽 로우 로운 롭" },
};

#define MAX_SUFFIX_LETTERS 16

/* Letters at the end of a word as a number, the last one in its lowest byte: the first few decide
 * nearly every comparison. */
#define N_LAST 8

typedef struct
{
  guint64 last; /* its last letters, as many as there are and fit */
  guint64 mask; /* those of a word that they are compared with */
  CbLetter letters[MAX_SUFFIX_LETTERS];
  guint8 n_letters;
  guint8 n_syllables;
  guint8 kind;
  guint8 after;
} CbSuffix;

static guint64
take_last (const CbLetter *letters, gsize n_letters)
{
  guint64 last = 0;

  if (n_letters >= N_LAST)
    {
      memcpy (&last, letters + n_letters - N_LAST, N_LAST);
      return GUINT64_FROM_BE (last);
    }

  for (gsize i = 0; i < n_letters; i++)
    last = last << 8 | letters[i];

  return last;
}

/* The last letter of a suffix and the one before it, both of Hangul, as a number. */
#define N_LETTERS 64
#define ALONE (N_LETTERS - 1) /* instead of one before it */

/* The suffixes by their last two letters, the longest first. Made once, then read only. */
typedef struct
{
  CbSuffix *suffixes;
  gsize n_suffixes;
  guint16 first[N_LETTERS * N_LETTERS];
  guint16 count[N_LETTERS * N_LETTERS];
} CbSuffixes;

static inline guint
pair_of (guint last, guint before)
{
  return last % N_LETTERS * N_LETTERS + before % N_LETTERS;
}

static guint
suffix_pair (const CbSuffix *suffix)
{
  return pair_of (suffix->letters[suffix->n_letters - 1],
                  suffix->n_letters > 1 ? suffix->letters[suffix->n_letters - 2] : ALONE);
}

static int
compare_suffixes (gconstpointer a, gconstpointer b)
{
  const CbSuffix *first = a;
  const CbSuffix *second = b;
  int difference = (int)suffix_pair (first) - (int)suffix_pair (second);

  if (difference == 0)
    difference = second->n_letters - first->n_letters;
  if (difference == 0)
    difference = memcmp (first->letters, second->letters, first->n_letters);
  if (difference == 0)
    difference = first->kind - second->kind;

  return difference;
}

static void
append_suffixes (GArray *suffixes, const char *texts, CbSuffixKind kind, CbAfter after)
{
  g_auto (CbFolded) folded;

  cb_folded_init (&folded);
  cb_folded_set (&folded, texts, strlen (texts));
  for (gsize i = 0; i < folded.n_words; i++)
    {
      CbSuffix suffix = { .kind = (guint8)kind, .after = (guint8)after };

      g_assert (folded.words[i].n_letters <= MAX_SUFFIX_LETTERS);
      suffix.n_letters = (guint8)folded.words[i].n_letters;
      memcpy (suffix.letters, folded.letters + folded.words[i].start, suffix.n_letters);
      suffix.last = take_last (suffix.letters, suffix.n_letters);
      suffix.mask = G_MAXUINT64 >> (64 - 8 * MIN (suffix.n_letters, N_LAST));
      suffix.n_syllables = (guint8)cb_letters_count_syllables (suffix.letters, suffix.n_letters);
      g_array_append_val (suffixes, suffix);
    }
}

static const CbSuffixes *
get_suffixes (void)
{
  static CbSuffixes table;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      GArray *suffixes = g_array_new (FALSE, FALSE, sizeof (CbSuffix));

      for (gsize i = 0; i < G_N_ELEMENTS (suffix_table); i++)
        append_suffixes (suffixes, suffix_table[i].texts, suffix_table[i].kind,
                         suffix_table[i].after);
      g_array_sort (suffixes, compare_suffixes);

      table.n_suffixes = suffixes->len;
      table.suffixes = g_array_steal (suffixes, NULL);
      g_array_unref (suffixes);
      for (gsize i = table.n_suffixes; i-- > 0;)
        {
          guint pair = suffix_pair (&table.suffixes[i]);

          table.first[pair] = (guint16)i;
          table.count[pair]++;
        }
      g_once_init_leave (&ready, 1);
    }

  return &table;
}

/* Whether what is left of a word is enough of one. 사이 is a word, not 사 with a particle: an open
 * syllable alone is never a stem, a closed one only for a particle. */
static gboolean
may_strip (const CbLetter *letters, gsize n_stem, const CbSuffix *suffix)
{
  CbLetter before = letters[n_stem - 1];
  guint n_syllables = cb_letters_count_syllables (letters, n_stem);

  if (n_syllables == 0 || (suffix->after == AFTER_CONSONANT && cb_letter_is_vowel (before))
      || (suffix->after == AFTER_VOWEL && !cb_letter_is_vowel (before)))
    return FALSE;

  if (suffix->kind == CB_SUFFIX_PARTICLE)
    return n_syllables >= 2 || n_stem >= 3;

  /* A single final is an ending of longer words only: 사라진, not 시간. */
  if (suffix->n_letters == 1)
    return n_syllables >= 3 && cb_letter_is_vowel (before);
  if (suffix->n_syllables <= 1 && n_syllables == 1)
    return n_stem >= 4
           || (n_stem == 3
               && (before == CB_LETTER_CONSONANT + 10 || before >= CB_LETTER_CONSONANT + 12)
               && cb_letter_is_consonant (before));

  return n_syllables >= 2 || n_stem >= 3;
}

/* Strips one of the suffixes with such an end. Returns how many letters are left. */
static gsize
strip_pair (const CbSuffixes *table,
            guint pair,
            const CbLetter *letters,
            gsize n_letters,
            guint64 last,
            guint kinds,
            CbSuffixKind *kind)
{
  for (guint i = table->first[pair]; i < (guint)table->first[pair] + table->count[pair]; i++)
    {
      const CbSuffix *suffix = &table->suffixes[i];
      gsize n_stem;

      if ((last & suffix->mask) != suffix->last || (kinds & (1u << suffix->kind)) == 0
          || suffix->n_letters >= n_letters)
        continue;

      n_stem = n_letters - suffix->n_letters;
      if ((suffix->n_letters <= N_LAST
           || memcmp (letters + n_stem, suffix->letters, suffix->n_letters) == 0)
          && (cb_letter_is_consonant (suffix->letters[0]) && suffix->n_letters > 1
                      && cb_letter_is_vowel (suffix->letters[1])
                  ? TRUE
                  : cb_letter_is_vowel (letters[n_stem - 1]))
          && may_strip (letters, n_stem, suffix))
        {
          *kind = suffix->kind;
          return n_stem;
        }
    }

  return n_letters;
}

/**
 * cb_suffix_strip:
 * @letters: a Korean word
 * @n_letters: its length
 * @kinds: which kinds of suffixes count, a set of %CB_SUFFIX_BIT
 * @kind: (out): what kind was stripped, if any
 *
 * Strips the longest suffix after which enough of a word is left.
 *
 * Returns: how many letters remain
 */
gsize
cb_suffix_strip (const CbLetter *letters, gsize n_letters, guint kinds, CbSuffixKind *kind)
{
  const CbSuffixes *table;
  guint64 last;
  gsize n_stem;

  if (n_letters < 2)
    return n_letters;

  table = get_suffixes ();
  last = take_last (letters, n_letters);
  n_stem = strip_pair (table, pair_of (letters[n_letters - 1], letters[n_letters - 2]), letters,
                       n_letters, last, kinds, kind);

  /* The longest first: one letter is the shortest. */
  return n_stem < n_letters ? n_stem
                            : strip_pair (table, pair_of (letters[n_letters - 1], ALONE), letters,
                                          n_letters, last, kinds, kind);
}

/**
 * cb_suffix_is_particle:
 * @letters: letters
 * @n_letters: how many
 *
 * Returns: whether they are a particle, and nothing else, as 는 after a number or a Latin word
 */
gboolean
cb_suffix_is_particle (const CbLetter *letters, gsize n_letters)
{
  const CbSuffixes *table = get_suffixes ();

  if (n_letters == 0)
    return FALSE;

  for (gsize i = 0; i < table->n_suffixes; i++)
    if (table->suffixes[i].kind == CB_SUFFIX_PARTICLE && table->suffixes[i].n_letters == n_letters
        && memcmp (table->suffixes[i].letters, letters, n_letters) == 0)
      return TRUE;

  return FALSE;
}
