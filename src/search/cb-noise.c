/* cb-noise.c: words that say nothing about which entry is meant */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cb-noise.h"

#include <string.h>

#include "cb-fold.h"
#include "cb-stem.h"

/* Words of the subject itself, words of questions, and words of grammar. Not here: words that a
 * name consists of (not, no, too, use, see, other, found, many). */
static const char *const noise_texts[] = {
  "http error errors err status code codes statuscode httpstatus statuscodes httpstatuscode "
  "enum constant exception exceptions sc httpresponse httpurlconnection responseentity "
  "qnetworkreply",
  "a an the of to in on at by for from with into onto and or as if then than so but about",
  "is are was were be been being am im it its this that these those there here",
  "i me my we us our you your he she his her they them their",
  "what whats which who when where why how whose do does did doing done can could should would "
  "shall will may might must",
  "dont doesnt didnt isnt arent wasnt wont shouldnt",
  "have has had vs versus difference differences between mean means meaning meant please tell "
  "explain explained explanation",
  "return returned returns give gives want need needs know just also like such any some only "
  "really actually same one real life scenario scenarios example examples best practice practices "
  "way ways proper properly appropriate correct correctly provide provides provided specify "
  "specifies specified happen happens happened",
  "에러 오류 코드 상태 상태코드 상태값 에러코드 오류코드 응답코드 번호 번 번째 숫자",
  "뭐 뭐야 뭐지 뭐임 뭐예요 뭐에요 뭔가요 뭔지 뭔데 뭘 무엇 무엇인가요 무엇인지 무슨 왜 어떤 "
  "어떻게 어디 언제 어느 얼마",
  "차이 차이점 다른 다른지 다른가요 다른점 다름 달라 달라요 다른데 비교 구분 뜻 의미 설명 설명해줘 "
  "알려줘 알려주세요 알려 궁금 궁금해 궁금합니다 질문 "
  "방법 이유 원인 해결 해결법 해결방법",
  "이란 란 이라는 라는 대해 대한 대하여 대해서 경우 때 것 거 게 수 줄 및 또는 혹은 그리고 그런데 "
  "근데 하지만 그러면 그럼 아니면",
  "이 그 저 이것 그것 저것 이거 그거 여기 거기 내 나 제가 내가 저는 나는 우리 좀 더 잘 다 또 꼭 "
  "그냥 혹시 자꾸 계속해서 갑자기 진짜 진짜로 정말 정말로 실제 실제로 대체 도대체 보통 주로 대충 "
  "사실 아마",
  "나와 나와요 나옴 나오는 나올 나오면 나왔을 나오는데 뜨는 뜰 뜬다 떠요 뜨면 떴을 떴는데 떴어요 "
  "났어요 났다 났는데 났습니다 떴다 떴습니다 뜹니다 생김 생겼어요 생겼다 생기는 생길",
  "날 났을 나는데 발생 발생하는 발생할 생겨요",
  "건가요 건가 건지 인지 일까 일까요 이에요 예요 쓰는 쓰이는 쓰이나요 쓰이나 쓰이는지 쓰는지 "
  "쓰는데 쓸까",
  "하는 할 한 하면 해야 해요 하나요 하나 하지 되는 될 되면 되나요 되지 됩니까 돼요 인가요 인가 "
  "나요 까요 주세요 줘 보내야 써야 쓰나요 줘야 주나요 줄까요 보내나요 몇 몇번",
  "뭘로 뭐로 뭐라고 내려주면 내려줘 내려줘요 내려주나요 돌려줘 돌려주나 돌려주나요 돌려줘야 보냄 "
  "보내요 보내나요 줘야함 줘야돼 해야함 해야돼 "
  "띄우나요 띄워 날려요 날림 알려주지 알려주나 답하기 응답하나요",
  "vs 대 은 는 이 가 을 를 의 에 도 만 과 와 로 으로 에서",
};

/* With what and where something happens, which people say along with it: servers, frameworks,
 * clients, services, parts of a system. Not here: what is a word of HTTP as well (requests,
 * fetch). */
static const char *const context_texts[] = {
  "nginx apache httpd iis tomcat jetty haproxy envoy istio traefik caddy varnish squid cloudflare "
  "fastly akamai aws azure gcp s3 ec2 cloudfront alb elb docker kubernetes k8s",
  "spring springboot boot django flask fastapi rails laravel symfony express expressjs node nodejs "
  "nest nestjs nextjs nuxt react vue angular svelte axios jquery curl wget postman swagger okhttp "
  "retrofit urllib aiohttp guzzle",
  "php python java javascript typescript kotlin golang dotnet aspnet wordpress drupal magento "
  "shopify heroku vercel netlify firebase supabase github gitlab bitbucket jenkins graphql grpc "
  "jira confluence slack discord notion stripe kakao naver toss "
  "keycloak auth0 elasticsearch android ios flutter",
  "website websites webpage homepage site page app apps application server backend frontend "
  "browser api json xml",
  "웹사이트 홈페이지 사이트 페이지 웹 앱 어플 서버 백엔드 프론트 프론트엔드 브라우저",
  "엔진엑스 아파치 톰캣 도커 쿠버네티스 클라우드플레어 스프링 스프링부트 부트 장고 플라스크 "
  "레일즈 레일스 라라벨 익스프레스 노드 리액트 앵귤러 액시오스 포스트맨 스웨거 자바 "
  "자바스크립트 파이썬 코틀린 워드프레스 카카오 네이버 토스 지라 슬랙 노션 깃허브 깃랩 젠킨스 "
  "파이어베이스 안드로이드 플러터",
};

static GHashTable *
make_set (const char *const *texts, gsize n_texts)
{
  GHashTable *words
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  g_auto (CbFolded) folded;

  cb_folded_init (&folded);
  for (gsize i = 0; i < n_texts; i++)
    {
      cb_folded_set (&folded, texts[i], strlen (texts[i]));
      for (gsize k = 0; k < folded.n_words; k++)
        g_hash_table_add (
            words, g_bytes_new (folded.letters + folded.words[k].start, folded.words[k].n_letters));
    }

  return words;
}

static GHashTable *
get_noise (void)
{
  static GHashTable *words;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      words = make_set (noise_texts, G_N_ELEMENTS (noise_texts));
      g_once_init_leave (&ready, 1);
    }

  return words;
}

static GHashTable *
get_contexts (void)
{
  static GHashTable *words;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      words = make_set (context_texts, G_N_ELEMENTS (context_texts));
      g_once_init_leave (&ready, 1);
    }

  return words;
}

/* With or without a particle after it. */
static gboolean
contains (GHashTable *words, const CbLetter *letters, gsize n_letters)
{
  gsize n_stem = cb_particle_stem (letters, n_letters);
  g_autoptr (GBytes) word = g_bytes_new_static (letters, n_letters);
  g_autoptr (GBytes) stem = g_bytes_new_static (letters, n_stem);

  return g_hash_table_contains (words, word)
         || (n_stem < n_letters && g_hash_table_contains (words, stem));
}

/**
 * cb_noise_contains:
 * @letters: a word of one script
 * @n_letters: its length
 *
 * Returns: whether it carries no weight in a query, with or without a particle after it
 */
gboolean
cb_noise_contains (const CbLetter *letters, gsize n_letters)
{
  g_assert (letters != NULL);

  return n_letters == 0 || contains (get_noise (), letters, n_letters);
}

/**
 * cb_noise_contains_context:
 * @letters: a word of one script
 * @n_letters: its length
 *
 * Returns: whether it says with what or where something happens, with or without a particle after
 * it
 */
gboolean
cb_noise_contains_context (const CbLetter *letters, gsize n_letters)
{
  g_assert (letters != NULL);

  return n_letters > 0 && contains (get_contexts (), letters, n_letters);
}
