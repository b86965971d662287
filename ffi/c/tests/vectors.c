/* Every case of tests/vectors/, from the steps that cases.py writes: `vectors FOLDER < STEPS` answers one line for each case, its
 * id, a tab, the report's JSON or why there is none. */

#define _POSIX_C_SOURCE 200809L

#include "doichieu.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORDS 4
#define STORED 16

typedef struct {
  uint8_t *data;
  size_t length;
} Bytes;

typedef struct {
  uint8_t key[32];
  uint8_t showing[DOICHIEU_SHOWING];
  size_t length;
} Kept;

/* What a case has come to. */
typedef struct {
  const char *folder;
  DoichieuRoots *roots;
  DoichieuMemory *memory;
  DoichieuBundle *bundle;
  DoichieuInspector *inspector;
  DoichieuEncounterSeed *seed;
  DoichieuAsk *ask;
  DoichieuVehicle *vehicle;
  DoichieuScan *scan;
  DoichieuFrames *frames;
  DoichieuSeen *seen;
  char *id;
  char *answer;
  char purpose[32];
  Kept kept[STORED];
  size_t stored;
  bool has_store, fails, over;
} Case;

static void stop(const char *says) {
  fprintf(stderr, "%s\n", says);
  exit(1);
}

static void *room(size_t size) {
  void *data = calloc(size ? size : 1, 1);
  if (!data) stop("no memory");
  return data;
}

static char *copy(const char *text) {
  return strcpy(room(strlen(text) + 1), text);
}

static int digit(char of) {
  return of <= '9' ? of - '0' : of - 'a' + 10;
}

/* `-` is an empty one. */
static Bytes unhex(const char *digits) {
  Bytes out = {NULL, strcmp(digits, "-") ? strlen(digits) / 2 : 0};
  out.data = room(out.length + 1);
  for (size_t at = 0; at < out.length; at++) out.data[at] = (uint8_t)(digit(digits[2 * at]) * 16 + digit(digits[2 * at + 1]));
  return out;
}

static Bytes blob(const Case *of, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/blobs/%s.bin", of->folder, name);
  FILE *file = fopen(path, "rb");
  if (!file) stop(path);
  fseek(file, 0, SEEK_END);
  Bytes out = {NULL, (size_t)ftell(file)};
  rewind(file);
  out.data = room(out.length);
  if (fread(out.data, 1, out.length, file) != out.length) stop(path);
  fclose(file);
  return out;
}

static void answer(Case *of, const char *text) {
  free(of->answer);
  of->answer = copy(text);
}

/* What was refused is the answer, and the rest of the case is passed over. */
static void refused(Case *of, DoichieuError *error, bool passing) {
  if (!error) return;
  char *code = doichieu_error_code(error), *vi = doichieu_error_vi(error), *en = doichieu_error_en(error);
  if (!*vi || !*en) stop("an error without words");
  if (!passing || strcmp(code, "setup.from_the_future")) {
    answer(of, code);
    of->over = true;
  }
  doichieu_text_free(code);
  doichieu_text_free(vi);
  doichieu_text_free(en);
  doichieu_error_free(error);
}

static int32_t keep(void *context, const uint8_t *key, const uint8_t *showing, size_t length, int64_t until, uint8_t *seen,
                    size_t *seen_length) {
  Case *of = context;
  (void)until;
  if (of->fails) return -1;
  for (size_t at = 0; at < of->stored; at++) {
    if (memcmp(of->kept[at].key, key, 32)) continue;
    memcpy(seen, of->kept[at].showing, of->kept[at].length);
    *seen_length = of->kept[at].length;
    return 1;
  }
  if (of->stored == STORED || length > DOICHIEU_SHOWING) stop("a larger store");
  Kept *place = &of->kept[of->stored++];
  memcpy(place->key, key, 32);
  memcpy(place->showing, showing, length);
  place->length = length;
  return 0;
}

static void see(Case *of, int64_t at) {
  DoichieuError *error = NULL;
  if (of->frames) of->scan = doichieu_frames_scan(of->frames);
  if (!of->scan) {
    answer(of, "frames");
    return;
  }
  doichieu_seen_free(of->seen);
  if (of->has_store) {
    DoichieuStore store = {of, keep};
    of->seen = doichieu_inspect_shared(of->inspector, of->scan, of->ask, of->memory, at, store, &error);
  } else {
    of->seen = doichieu_inspect(of->inspector, of->scan, of->ask, of->memory, at, &error);
  }
  refused(of, error, false);
  if (!of->seen) return;
  char *json = doichieu_seen_json(of->seen);
  answer(of, json);
  doichieu_text_free(json);
}

static void next_ask(Case *of, DoichieuAsk *ask, DoichieuError *error) {
  refused(of, error, false);
  doichieu_ask_free(of->ask);
  of->ask = ask;
}

/* What belongs to one inspection. */
static void clear_inspection(Case *of) {
  doichieu_inspector_free(of->inspector);
  doichieu_encounter_seed_free(of->seed);
  doichieu_ask_free(of->ask);
  doichieu_vehicle_free(of->vehicle);
  doichieu_scan_free(of->scan);
  doichieu_frames_free(of->frames);
  doichieu_seen_free(of->seen);
  of->inspector = NULL, of->seed = NULL, of->ask = NULL, of->vehicle = NULL, of->scan = NULL, of->frames = NULL, of->seen = NULL;
}

static void clear(Case *of) {
  const char *folder = of->folder;
  clear_inspection(of);
  doichieu_bundle_free(of->bundle);
  doichieu_memory_free(of->memory);
  doichieu_roots_free(of->roots);
  free(of->id);
  free(of->answer);
  memset(of, 0, sizeof *of);
  of->folder = folder;
}

static void post(Case *of, char **word) {
  DoichieuError *error = NULL;
  clear_inspection(of);
  Bytes mandate = blob(of, word[0]);
  DoichieuPost *opened = doichieu_post_open(mandate.data, mandate.length, of->bundle, &error);
  free(mandate.data);
  refused(of, error, false);
  if (!opened) return;
  of->inspector = doichieu_inspector_new(of->bundle, opened, &error);
  doichieu_post_free(opened);
  refused(of, error, false);
  snprintf(of->purpose, sizeof of->purpose, "%s", word[1]);
  uint8_t random[32];
  memset(random, atoi(word[2]), sizeof random);
  of->seed = doichieu_encounter_seed_new(random, sizeof random, &error);
  refused(of, error, false);
}

static void beside(Case *of) {
  if (!of->vehicle) return;
  DoichieuError *error = NULL;
  DoichieuAsk *ask = doichieu_ask_for_vehicle(of->ask, of->vehicle, &error);
  next_ask(of, ask, error);
}

static void step(Case *of, const char *name, char **word) {
  DoichieuError *error = NULL;
  Bytes first = {NULL, 0}, second = {NULL, 0};
  const char *purpose = of->purpose;
  size_t length = strlen(purpose);
  if (!strcmp(name, "roots")) {
    first = blob(of, word[0]);
    of->roots = *word[1] == '1' ? doichieu_roots_dangerous_test(first.data, first.length, &error)
                                : doichieu_roots_from_bytes(first.data, first.length, &error);
    of->memory = doichieu_memory_new();
  } else if (!strcmp(name, "open")) {
    first = blob(of, word[0]);
    DoichieuBundle *bundle = doichieu_bundle_open(first.data, first.length, of->roots, of->memory, atoll(word[1]), &error);
    doichieu_bundle_free(of->bundle);
    of->bundle = bundle;
    refused(of, error, *word[2] == '1');
    error = NULL;
  } else if (!strcmp(name, "asked")) {
    first = unhex(word[0]);
    char *told = doichieu_asked_open((const char *)first.data, first.length, of->bundle, atoll(word[1]), &error);
    if (told) answer(of, told);
    doichieu_text_free(told);
  } else if (!strcmp(name, "post")) {
    post(of, word);
  } else if (!strcmp(name, "unprompted")) {
    of->ask = doichieu_ask_unprompted(of->inspector, purpose, length, of->seed, &error);
  } else if (!strcmp(name, "question")) {
    of->ask = doichieu_ask_question(of->inspector, purpose, length, word[0], strlen(word[0]), of->seed, &error);
  } else if (!strcmp(name, "basis")) {
    first = unhex(word[0]);
    of->ask = doichieu_ask_on_basis(of->inspector, purpose, length, (const char *)first.data, first.length, of->seed, &error);
  } else if (!strcmp(name, "resume")) {
    first = unhex(word[0]), second = unhex(word[1]);
    of->ask = doichieu_ask_resume(of->inspector, (const char *)first.data, first.length, second.data, second.length, of->seed, &error);
  } else if (!strcmp(name, "vehicle")) {
    of->vehicle = doichieu_vehicle_new(word[0], strlen(word[0]), &error);
  } else if (!strcmp(name, "measure")) {
    doichieu_vehicle_measure(of->vehicle, word[0], strlen(word[0]), atoi(word[1]), strtoull(word[2], NULL, 10), &error);
  } else if (!strcmp(name, "with")) {
    doichieu_vehicle_with(of->vehicle, word[0], strlen(word[0]), &error);
  } else if (!strcmp(name, "plate")) {
    first = unhex(word[0]);
    DoichieuAsk *ask = doichieu_ask_for_plate(of->ask, (const char *)first.data, first.length, &error);
    next_ask(of, ask, error);
    error = NULL;
  } else if (!strcmp(name, "qr")) {
    first = unhex(word[0]);
    of->scan = doichieu_scan_qr((const char *)first.data, first.length, &error);
  } else if (!strcmp(name, "frame")) {
    first = unhex(word[0]);
    of->scan = doichieu_scan_frame(first.data, first.length, &error);
  } else if (!strcmp(name, "codes")) {
    of->frames = doichieu_frames_new();
  } else if (!strcmp(name, "code")) {
    first = unhex(word[0]);
    doichieu_frames_push(of->frames, (const char *)first.data, first.length, &error);
  } else if (!strcmp(name, "store")) {
    of->has_store = true;
  } else if (!strcmp(name, "fails")) {
    of->fails = true;
  } else if (!strcmp(name, "see")) {
    beside(of);
    see(of, atoll(word[0]));
  } else if (!strcmp(name, "still")) {
    DoichieuBytes showing = doichieu_seen_showing(of->seen);
    if (showing.data) {
      DoichieuAsk *ask = doichieu_ask_still_this_person(of->ask, showing.data, showing.length, &error);
      next_ask(of, ask, error);
      error = NULL;
      see(of, atoll(word[0]));
    }
    doichieu_bytes_free(showing);
  } else {
    stop(name);
  }
  refused(of, error, false);
  free(first.data);
  free(second.data);
}

int main(int count, char **arguments) {
  if (count != 2) stop("vectors FOLDER < STEPS");
  static Case of;
  of.folder = arguments[1];
  char *line = NULL;
  size_t room_of_line = 0;
  while (getline(&line, &room_of_line, stdin) > 0) {
    char *word[WORDS] = {0};
    char *name = strtok(line, " \n");
    for (size_t at = 0; at < WORDS; at++) word[at] = strtok(NULL, " \n");
    if (!strcmp(name, "case")) {
      Bytes id = unhex(word[0]);
      of.id = (char *)id.data;
    } else if (!strcmp(name, "end")) {
      printf("%s\t%s\n", of.id, of.answer ? of.answer : "");
      clear(&of);
    } else if (!of.over) {
      step(&of, name, word);
    }
  }
  free(line);
  return 0;
}
