/* What a caller does wrong, and what ends: `misuse FOLDER ROOTS LISTS POST AT < TEXT OF A CODE`. */

#define _POSIX_C_SOURCE 200809L

#include "doichieu.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int checks = 0;

#define CHECK(holds)                                                   \
  do {                                                                 \
    checks++;                                                          \
    if (!(holds)) {                                                    \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #holds);      \
      exit(1);                                                         \
    }                                                                  \
  } while (0)

/* Whether this is what was refused by; frees it. */
static bool by(DoichieuError *error, const char *code) {
  if (!error) return false;
  char *told = doichieu_error_code(error), *en = doichieu_error_en(error);
  bool same = !strncmp(told, code, strlen(code)) && *en;
  if (!same) fprintf(stderr, "%s: %s\n", told, en);
  doichieu_text_free(told);
  doichieu_text_free(en);
  doichieu_error_free(error);
  return same;
}

static uint8_t *file(const char *folder, const char *name, size_t *length) {
  char path[4096];
  snprintf(path, sizeof path, "%s/blobs/%s.bin", folder, name);
  FILE *from = fopen(path, "rb");
  CHECK(from != NULL);
  uint8_t *data = malloc(1 << 20);
  *length = fread(data, 1, 1 << 20, from);
  fclose(from);
  return data;
}

static const char PURPOSE[] = "clinic_admission";
#define P PURPOSE, sizeof PURPOSE - 1

int main(int count, char **arguments) {
  CHECK(count == 6);
  DoichieuError *error = NULL;
  size_t length;
  int64_t now = atoll(arguments[5]);
  char text[8192];
  CHECK(fgets(text, sizeof text, stdin) != NULL);
  uint8_t zeros[64] = {0};

  /* Nothing, and what is none. */
  CHECK(!doichieu_roots_from_bytes(NULL, 5, &error) && by(error, "argument.bytes"));
  CHECK(!doichieu_roots_from_bytes(zeros, SIZE_MAX, &error) && by(error, "argument.bytes"));
  CHECK(!doichieu_roots_from_bytes(NULL, 0, &error) && by(error, "setup.roots_malformed"));
  CHECK(!doichieu_roots_from_bytes(NULL, 0, NULL));
  CHECK(!doichieu_bundle_open(zeros, 1, NULL, NULL, now, &error) && by(error, "argument.null"));
  CHECK(!doichieu_scan_qr("\xff\xfe", 2, &error) && by(error, "argument.text"));
  CHECK(!doichieu_encounter_seed_new(zeros, 31, &error) && by(error, "argument.encounter"));
  CHECK(!doichieu_vehicle_new("rocket", 6, &error) && by(error, "argument.vehicle"));
  CHECK(!doichieu_inspect(NULL, NULL, NULL, NULL, now, &error) && by(error, "argument.null"));
  CHECK(!doichieu_seen_json(NULL) && !doichieu_seen_is_report(NULL) && doichieu_seen_is_test(NULL));
  CHECK(!doichieu_error_code(NULL) && !doichieu_challenge_ask(NULL) && !doichieu_frames_scan(NULL));
  doichieu_roots_free(NULL), doichieu_seen_free(NULL), doichieu_text_free(NULL), doichieu_error_free(NULL);
  doichieu_bytes_free((DoichieuBytes){NULL, 0});

  uint8_t *bytes = file(arguments[1], arguments[2], &length);
  CHECK(!doichieu_roots_from_bytes(bytes, length, &error) && by(error, "setup.root_is_test"));
  DoichieuRoots *roots = doichieu_roots_dangerous_test(bytes, length, &error);
  CHECK(roots && !error);
  free(bytes);
  DoichieuMemory *memory = doichieu_memory_new();
  bytes = file(arguments[1], arguments[3], &length);
  CHECK(!doichieu_bundle_open(bytes, length, roots, memory, -1, &error) && by(error, "argument.time"));
  CHECK(!doichieu_bundle_open(bytes, length, roots, memory, INT64_MAX, &error) && by(error, "argument.time"));
  CHECK(!doichieu_roots_from_bytes(bytes, length, &error) && by(error, "setup."));
  DoichieuBundle *bundle = doichieu_bundle_open(bytes, length, roots, memory, now, &error);
  CHECK(bundle && !error);
  free(bytes);
  bytes = file(arguments[1], arguments[4], &length);
  DoichieuPost *post = doichieu_post_open(bytes, length, bundle, &error);
  CHECK(post && !error);
  free(bytes);
  DoichieuInspector *inspector = doichieu_inspector_new(bundle, post, &error);
  CHECK(inspector && !error);
  /* What needs another keeps it alive. */
  doichieu_post_free(post);
  doichieu_roots_free(roots);

  DoichieuEncounterSeed *seed = doichieu_encounter_seed_new(zeros, 32, &error);
  CHECK(!doichieu_ask_unprompted(inspector, "espionage", 9, seed, &error) && by(error, "argument.purpose"));
  DoichieuWants *wants = doichieu_wants_fields(P, &error);
  CHECK(!doichieu_draft_new(inspector, wants, zeros, 32, seed, now, &error) && by(error, "argument.only"));
  CHECK(!doichieu_wants_field(wants, "identity", 8, "soul", 4, &error) && by(error, "argument.field"));
  CHECK(doichieu_wants_field(wants, "identity", 8, "full_name", 9, &error));
  DoichieuDraft *draft = doichieu_draft_new(inspector, wants, zeros, 32, seed, now, &error);
  DoichieuBytes sign = doichieu_draft_to_be_signed(draft);
  CHECK(sign.length > 0);
  doichieu_bytes_free(sign);
  CHECK(!doichieu_draft_seal(draft, zeros, 64, &error) && by(error, "ask.not_signed"));
  CHECK(!doichieu_draft_seal(draft, zeros, 64, &error) && by(error, "argument.freed"));
  doichieu_draft_free(draft);
  doichieu_wants_free(wants);

  /* Values: while they live, and never afterwards. */
  DoichieuAsk *ask = doichieu_ask_unprompted(inspector, P, seed, &error);
  DoichieuScan *scan = doichieu_scan_qr(text, strlen(text), &error);
  CHECK(!doichieu_inspect(inspector, scan, ask, memory, -5, &error) && by(error, "argument.time"));
  DoichieuSeen *seen = doichieu_inspect(inspector, scan, ask, memory, now, &error);
  CHECK(doichieu_seen_is_report(seen) && doichieu_seen_is_test(seen) && doichieu_seen_consumed(seen));
  char *name = doichieu_release_text(seen, 0, "full_name", 9, false, now, &error);
  char *json = doichieu_seen_json(seen), *values = doichieu_release_values(seen, 0, now, &error);
  CHECK(name && strstr(values, name) && !strstr(json, name));
  char *level = doichieu_release_matches_name(seen, 0, name, strlen(name), now, &error);
  CHECK(!strcmp(level, "exact"));
  CHECK(doichieu_release_display_until(seen, 0) > now);
  CHECK(!doichieu_release_text(seen, 0, "spouse_name", 11, false, now, &error) && !error);
  CHECK(!doichieu_release_values(seen, 99, now, &error) && !error);
  CHECK(!doichieu_release_hold(seen, 0, "hold.forever", 12, &error) && by(error, "argument.hold"));
  char *finding = doichieu_seen_finding(seen, 0, false);
  CHECK(finding && !strstr(finding, name));
  CHECK(!doichieu_seen_finding(seen, 99, false));
  doichieu_release_end(seen, 0);
  CHECK(!doichieu_release_values(seen, 0, now, &error) && !error);
  CHECK(!doichieu_release_matches_name(seen, 0, name, strlen(name), now, &error) && !error);
  doichieu_text_free(name), doichieu_text_free(json), doichieu_text_free(values), doichieu_text_free(level);
  doichieu_text_free(finding);

  /* The same code in another encounter; and what is no document. */
  zeros[0] = 1;
  DoichieuEncounterSeed *other_seed = doichieu_encounter_seed_new(zeros, 32, &error);
  DoichieuAsk *other_ask = doichieu_ask_unprompted(inspector, P, other_seed, &error);
  DoichieuSeen *again = doichieu_inspect(inspector, scan, other_ask, memory, now, &error);
  CHECK(!doichieu_seen_consumed(again));
  DoichieuScan *hello = doichieu_scan_qr("hello", 5, &error);
  DoichieuSeen *unread = doichieu_inspect(inspector, hello, ask, memory, now, &error);
  char *code = doichieu_seen_verdict(unread), *said = doichieu_seen_finding(unread, 0, true);
  CHECK(!doichieu_seen_is_report(unread) && !strcmp(code, "scan.not_ours") && *said);
  doichieu_text_free(code), doichieu_text_free(said);

  /* An encounter takes a report, and only one of its own. */
  DoichieuEncounter *encounter = doichieu_encounter_new(inspector, P, seed, &error);
  CHECK(!doichieu_encounter_add(encounter, unread, &error) && by(error, "argument.report"));
  CHECK(!doichieu_encounter_add(encounter, again, &error) && by(error, "encounter.other_encounter"));
  CHECK(doichieu_seen_is_report(again));
  CHECK(doichieu_encounter_add(encounter, seen, &error));
  char *judged = doichieu_encounter_judge(encounter, NULL, NULL, 0, now, &error);
  CHECK(judged && strstr(judged, "\"needs\""));
  doichieu_text_free(judged);

  doichieu_encounter_free(encounter), doichieu_seen_free(again), doichieu_seen_free(unread);
  doichieu_scan_free(hello), doichieu_scan_free(scan), doichieu_ask_free(ask), doichieu_ask_free(other_ask);
  doichieu_encounter_seed_free(seed), doichieu_encounter_seed_free(other_seed);
  doichieu_inspector_free(inspector), doichieu_bundle_free(bundle), doichieu_memory_free(memory);
  printf("C misuse: %d checks, all hold\n", checks);
  return 0;
}
