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

typedef struct
{
  guint8 n_letters;
  guint8 n_syllables;
  guint8 kind;
  guint8 after;
  gboolean opens; /* whether it begins with a syllable, not with what completes the one before it */
  guint16 next;   /* the next suffix of the same letters, plus 1 */
} CbSuffix;

/* The letters of Hangul, consonants and vowels. */
#define N_LETTERS (CB_LETTER_VOWEL + CB_N_VOWELS - CB_LETTER_CONSONANT)

/* What a word may end in, and where it goes on with the letter before that. */
typedef struct
{
  guint16 first; /* the first suffix that is this, plus 1 */
  guint16 before[N_LETTERS];
} CbEnd;

/* All suffixes, as a tree of their letters from the last one on; its root is the first end. Made
 * once, then read only. */
typedef struct
{
  GArray *ends;
  GArray *suffixes;
} CbSuffixes;

#define END(table, i) g_array_index ((table)->ends, CbEnd, (i))
#define SUFFIX(table, i) g_array_index ((table)->suffixes, CbSuffix, (i))

/* The end that @letters are, made unless it is there. */
static guint
ensure_end (CbSuffixes *table, const CbLetter *letters, gsize n_letters)
{
  guint end = 0;

  for (gsize i = n_letters; i-- > 0;)
    {
      guint16 *before = &END (table, end).before[letters[i] - CB_LETTER_CONSONANT];
      guint next = *before;

      if (next == 0)
        {
          next = table->ends->len;
          *before = (guint16)next;
          g_array_set_size (table->ends, next + 1);
        }
      end = next;
    }

  return end;
}

static void
add_suffix (CbSuffixes *table, const CbSuffix *suffix, const CbLetter *letters)
{
  guint end = ensure_end (table, letters, suffix->n_letters);
  guint16 *link = &END (table, end).first;

  while (*link != 0)
    link = &SUFFIX (table, *link - 1u).next;
  g_array_append_val (table->suffixes, *suffix);
  *link = (guint16)table->suffixes->len;
}

static void
add_suffixes (CbSuffixes *table, const char *texts, CbSuffixKind kind, CbAfter after)
{
  g_auto (CbFolded) folded;

  cb_folded_init (&folded);
  cb_folded_set (&folded, texts, strlen (texts));
  for (gsize i = 0; i < folded.n_words; i++)
    {
      const CbLetter *letters = folded.letters + folded.words[i].start;
      gsize n_letters = folded.words[i].n_letters;
      CbSuffix suffix = {
        .n_letters = (guint8)n_letters,
        .n_syllables = (guint8)cb_letters_count_syllables (letters, n_letters),
        .kind = (guint8)kind,
        .after = (guint8)after,
        .opens
        = n_letters > 1 && cb_letter_is_consonant (letters[0]) && cb_letter_is_vowel (letters[1]),
      };

      g_assert (n_letters <= MAX_SUFFIX_LETTERS);
      add_suffix (table, &suffix, letters);
    }
}

static const CbSuffixes *
get_suffixes (void)
{
  static CbSuffixes table;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      table.ends = g_array_new (FALSE, TRUE, sizeof (CbEnd));
      table.suffixes = g_array_new (FALSE, FALSE, sizeof (CbSuffix));
      g_array_set_size (table.ends, 1);
      for (gsize i = 0; i < G_N_ELEMENTS (suffix_table); i++)
        add_suffixes (&table, suffix_table[i].texts, suffix_table[i].kind, suffix_table[i].after);
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

/* The suffixes that the end of a word is, the shortest first. Returns how many ends there are. */
static gsize
find_ends (const CbSuffixes *table,
           const CbLetter *letters,
           gsize n_letters,
           guint16 firsts[MAX_SUFFIX_LETTERS])
{
  guint end = 0;
  gsize n = 0;

  for (gsize i = n_letters; i-- > 1 && cb_letter_is_hangul (letters[i]);)
    {
      end = END (table, end).before[letters[i] - CB_LETTER_CONSONANT];
      if (end == 0)
        break;
      if (END (table, end).first != 0)
        firsts[n++] = END (table, end).first;
    }

  return n;
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
  const CbSuffixes *table = get_suffixes ();
  guint16 firsts[MAX_SUFFIX_LETTERS];

  for (gsize i = find_ends (table, letters, n_letters, firsts); i-- > 0;)
    for (guint link = firsts[i]; link != 0; link = SUFFIX (table, link - 1).next)
      {
        const CbSuffix *suffix = &SUFFIX (table, link - 1);
        gsize n_stem = n_letters - suffix->n_letters;

        if ((kinds & CB_SUFFIX_BIT (suffix->kind)) != 0
            && (suffix->opens || cb_letter_is_vowel (letters[n_stem - 1]))
            && may_strip (letters, n_stem, suffix))
          {
            *kind = suffix->kind;
            return n_stem;
          }
      }

  return n_letters;
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
  guint end = 0;

  for (gsize i = n_letters; i-- > 0;)
    {
      if (!cb_letter_is_hangul (letters[i]))
        return FALSE;
      end = END (table, end).before[letters[i] - CB_LETTER_CONSONANT];
      if (end == 0)
        return FALSE;
    }

  for (guint link = END (table, end).first; link != 0; link = SUFFIX (table, link - 1).next)
    if (SUFFIX (table, link - 1).kind == CB_SUFFIX_PARTICLE)
      return TRUE;

  return FALSE;
}
