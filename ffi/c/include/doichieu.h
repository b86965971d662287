/* doichieu for C: written by ffi/c/header from ffi/c/src; do not edit by hand.
 *
 * Ownership. What a function gives is the caller's, to be freed by the function that its comment names; every `_free` takes NULL.
 * What is passed in stays the caller's, but for what a comment calls used up. A handle may be freed in any order: what needs
 * another keeps it alive.
 *
 * Errors. A function with a last argument `error` answers NULL (or false) where something was refused, and puts the reason there, to
 * be read and freed; `error` may be NULL. A code is stable; a text is for a screen. No error says anything about a citizen.
 *
 * Bytes and texts that go in are a pointer and a length; a text is UTF-8 and needs no zero at its end. Texts that come out end with
 * a zero and are UTF-8. Bytes and texts that come out are wiped when they are freed.
 *
 * Time is seconds since 1970, UTC, always an argument.
 *
 * Threads. An inspector, roots, a bundle and a post may be used by several at once; every other handle by one at a time.
 *
 * A panic of the engine is answered as `internal.panic` where a function has `error`, and ends the program elsewhere: it never
 * unwinds into C. */


#ifndef DOICHIEU_H
#define DOICHIEU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Room for the bytes of a showing.
#define DOICHIEU_SHOWING 1024

// What one inspection asks for. Freed by `doichieu_ask_free`.
typedef struct DoichieuAsk DoichieuAsk;

// The signed lists. Freed by `doichieu_bundle_free`.
typedef struct DoichieuBundle DoichieuBundle;

// A signed challenge. Freed by `doichieu_challenge_free`.
typedef struct DoichieuChallenge DoichieuChallenge;

// An ask that waits for the post's signature. Freed by `doichieu_draft_free`.
typedef struct DoichieuDraft DoichieuDraft;

// One check with showings of several phones. Freed by `doichieu_encounter_free`, which ends the values of what was added.
typedef struct DoichieuEncounter DoichieuEncounter;

// One stop, one visit. Freed by `doichieu_encounter_seed_free`.
typedef struct DoichieuEncounterSeed DoichieuEncounterSeed;

// Why something was refused. Freed by `doichieu_error_free`.
typedef struct DoichieuError DoichieuError;

// Collects the parts of animated codes, in any order, with losses and repeats. Freed by `doichieu_frames_free`.
typedef struct DoichieuFrames DoichieuFrames;

// A post with the bundle it works by. Freed by `doichieu_inspector_free`.
typedef struct DoichieuInspector DoichieuInspector;

// What a device must remember. Freed by `doichieu_memory_free`.
typedef struct DoichieuMemory DoichieuMemory;

// Who we are: signed, never a plain argument. Freed by `doichieu_post_free`.
typedef struct DoichieuPost DoichieuPost;

// The trust anchor: whose bundles count. Freed by `doichieu_roots_free`.
typedef struct DoichieuRoots DoichieuRoots;

// Something scanned or received, as it came. Freed by `doichieu_scan_free`.
typedef struct DoichieuScan DoichieuScan;

// What came of an inspection: a report, or what says that it was no document. Freed by `doichieu_seen_free`, which ends its
// values.
typedef struct DoichieuSeen DoichieuSeen;

// A vehicle beside which papers are judged. Freed by `doichieu_vehicle_free`.
typedef struct DoichieuVehicle DoichieuVehicle;

// What a challenge is to ask for. Freed by `doichieu_wants_free`.
typedef struct DoichieuWants DoichieuWants;

// Bytes that came out. Freed, and wiped, by `doichieu_bytes_free`.
typedef struct {
  // NULL where there are none.
  uint8_t *data;
  // How many.
  size_t length;
} DoichieuBytes;

// A store of showings of the caller's, as C calls it.
typedef struct {
  // Passed back as it is.
  void *context;
  // Keeps `showing` under `key` (32 bytes) until `until`, if nothing stands there, in one step over all that share the
  // store. Answers 0: nothing stood there, and now it does; 1: something stood there, and was copied to `seen`, which has
  // room for `DOICHIEU_SHOWING` bytes, its length to `seen_length`; anything else: no answer that can be relied on.
  int32_t (*keep)(void *context,
                  const uint8_t *key,
                  const uint8_t *showing,
                  size_t showing_length,
                  int64_t until,
                  uint8_t *seen,
                  size_t *seen_length);
} DoichieuStore;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// Of 32 random bytes, new for each encounter and kept until it is over.
DoichieuEncounterSeed *doichieu_encounter_seed_new(const uint8_t *random, size_t length, DoichieuError **error);

// Frees a seed, and wipes it.
void doichieu_encounter_seed_free(DoichieuEncounterSeed *seed);

// Refused if the post was opened against another bundle.
DoichieuInspector *doichieu_inspector_new(const DoichieuBundle *bundle,
                                          const DoichieuPost *post,
                                          DoichieuError **error);

// Frees an inspector.
void doichieu_inspector_free(DoichieuInspector *inspector);

// An ask for everything that may be shown unprompted for a purpose, by name.
DoichieuAsk *doichieu_ask_unprompted(const DoichieuInspector *inspector,
                                     const char *purpose_name,
                                     size_t length,
                                     const DoichieuEncounterSeed *seed,
                                     DoichieuError **error);

// The answer to a question, by name, and nothing else of the paper.
DoichieuAsk *doichieu_ask_question(const DoichieuInspector *inspector,
                                   const char *purpose_name,
                                   size_t length,
                                   const char *question_name,
                                   size_t question_length,
                                   const DoichieuEncounterSeed *seed,
                                   DoichieuError **error);

// On a legal basis that the role's profile names, by code: what comes without consent may be read, too.
DoichieuAsk *doichieu_ask_on_basis(const DoichieuInspector *inspector,
                                   const char *purpose_name,
                                   size_t length,
                                   const char *basis,
                                   size_t basis_length,
                                   const DoichieuEncounterSeed *seed,
                                   DoichieuError **error);

// The same ask beside a vehicle that the officer picked.
DoichieuAsk *doichieu_ask_for_vehicle(const DoichieuAsk *ask, const DoichieuVehicle *vehicle, DoichieuError **error);

// The same ask beside a vehicle whose plate the officer reads.
DoichieuAsk *doichieu_ask_for_plate(const DoichieuAsk *ask, const char *plate, size_t length, DoichieuError **error);

// The same ask, after a person at the post said of a showing that it is still this person who shows it. Ask a person each
// time. `showing`: what `doichieu_seen_showing` gave.
DoichieuAsk *doichieu_ask_still_this_person(const DoichieuAsk *ask,
                                            const uint8_t *showing,
                                            size_t length,
                                            DoichieuError **error);

// Frees an ask.
void doichieu_ask_free(DoichieuAsk *ask);

// Everything that mandate and profile allow for a purpose, by name.
DoichieuWants *doichieu_wants_all(const char *purpose_name, size_t length, DoichieuError **error);

// Fields, to be named one by one by `doichieu_wants_field`; without one it asks for nothing and is refused.
DoichieuWants *doichieu_wants_fields(const char *purpose_name, size_t length, DoichieuError **error);

// The answer to a question, by name, and not one field.
DoichieuWants *doichieu_wants_question(const char *purpose_name,
                                       size_t length,
                                       const char *question_name,
                                       size_t question_length,
                                       DoichieuError **error);

// Names a field of a kind of paper, both by name: docs/fields.md.
bool doichieu_wants_field(DoichieuWants *wants,
                          const char *kind,
                          size_t kind_length,
                          const char *field,
                          size_t field_length,
                          DoichieuError **error);

// Seconds for which it is kept; never longer than mandate and profile allow.
void doichieu_wants_retention(DoichieuWants *wants, uint64_t seconds);

// The app or web origin that the answer goes back to.
bool doichieu_wants_origin(DoichieuWants *wants, const char *origin, size_t length, DoichieuError **error);

// Frees what a challenge was to ask for.
void doichieu_wants_free(DoichieuWants *wants);

// Drafts a challenge, for the post's key to sign. `secret`: 32 random bytes, new for each ask, kept while it is open.
DoichieuDraft *doichieu_draft_new(const DoichieuInspector *inspector,
                                  const DoichieuWants *wants,
                                  const uint8_t *secret_bytes,
                                  size_t length,
                                  const DoichieuEncounterSeed *seed,
                                  int64_t now,
                                  DoichieuError **error);

// For the post's key: Ed25519, or ECDSA P-256 with SHA-256. Nothing once it is sealed.
DoichieuBytes doichieu_draft_to_be_signed(const DoichieuDraft *draft);

// Takes the signature (of P-256 as DER or as the 64 bytes of COSE) and makes the challenge. The draft is used up, whatever
// comes of it; it is still to be freed.
DoichieuChallenge *doichieu_draft_seal(DoichieuDraft *draft,
                                       const uint8_t *signature,
                                       size_t length,
                                       DoichieuError **error);

// Frees a draft.
void doichieu_draft_free(DoichieuDraft *draft);

// `DCQ1:…`, for a QR or an app link; freed by `doichieu_text_free`.
char *doichieu_challenge_text(const DoichieuChallenge *challenge);

// Two digits to show beside the code, large; freed by `doichieu_text_free`.
char *doichieu_challenge_digits(const DoichieuChallenge *challenge);

// The ask to inspect the answer with.
DoichieuAsk *doichieu_challenge_ask(const DoichieuChallenge *challenge);

// Frees a challenge.
void doichieu_challenge_free(DoichieuChallenge *challenge);

// Takes up a challenge that this post made from this secret.
DoichieuAsk *doichieu_ask_resume(const DoichieuInspector *inspector,
                                 const char *challenge,
                                 size_t challenge_length,
                                 const uint8_t *secret_bytes,
                                 size_t length,
                                 const DoichieuEncounterSeed *seed,
                                 DoichieuError **error);

// Opens an ask on the citizen's side, against the wallet's own lists: `genuine`, or the code it is refused by
// (`asked.…`); freed by `doichieu_text_free`.
char *doichieu_asked_open(const char *text,
                          size_t length,
                          const DoichieuBundle *bundle,
                          int64_t now,
                          DoichieuError **error);

// Inspects one showing. The memory is written before anything is shown: store it first.
DoichieuSeen *doichieu_inspect(const DoichieuInspector *inspector,
                               const DoichieuScan *scan,
                               const DoichieuAsk *ask,
                               DoichieuMemory *memory,
                               int64_t now,
                               DoichieuError **error);

// Inspects one showing by a store that several share: nothing is told before it has answered. The memory gives the floor of
// time and is not written.
DoichieuSeen *doichieu_inspect_shared(const DoichieuInspector *inspector,
                                      const DoichieuScan *scan,
                                      const DoichieuAsk *ask,
                                      const DoichieuMemory *memory,
                                      int64_t now,
                                      DoichieuStore store,
                                      DoichieuError **error);

// At which nothing was shown yet.
DoichieuEncounter *doichieu_encounter_new(const DoichieuInspector *inspector,
                                          const char *purpose_name,
                                          size_t length,
                                          const DoichieuEncounterSeed *seed,
                                          DoichieuError **error);

// Moves a report in: read its values before. Added, `seen` is used up, and is not to be freed; refused, it stays the
// caller's as it was.
bool doichieu_encounter_add(DoichieuEncounter *encounter, DoichieuSeen *seen, DoichieuError **error);

// A code that was no document: while it is not read after all, nothing is accepted.
void doichieu_encounter_add_unread(DoichieuEncounter *encounter);

// One of those was read, and its report is added like any other. Answers whether one was open.
bool doichieu_encounter_read_after_all(DoichieuEncounter *encounter);

// Judges the papers of all showings together, beside a vehicle and a plate, each of which may be NULL, and says what is
// needed and was not shown: canonical JSON (docs/schema/encounter.schema.json), freed by `doichieu_text_free`.
char *doichieu_encounter_judge(DoichieuEncounter *encounter,
                               const DoichieuVehicle *vehicle,
                               const char *plate,
                               size_t plate_length,
                               int64_t now,
                               DoichieuError **error);

// Frees an encounter.
void doichieu_encounter_free(DoichieuEncounter *encounter);

// Its code, as `setup.memory_torn`; freed by `doichieu_text_free`. NULL for NULL.
char *doichieu_error_code(const DoichieuError *error);

// What is wrong and what to do, in Vietnamese; freed by `doichieu_text_free`. NULL for NULL.
char *doichieu_error_vi(const DoichieuError *error);

// The same in English.
char *doichieu_error_en(const DoichieuError *error);

// Frees an error.
void doichieu_error_free(DoichieuError *error);

// Wipes and frees a text that a function gave.
void doichieu_text_free(char *text);

// Wipes and frees bytes that a function gave.
void doichieu_bytes_free(DoichieuBytes bytes);

// The text of a QR code as the reader of the code gave it: do not trim, upper-case or decode it.
DoichieuScan *doichieu_scan_qr(const char *text, size_t length, DoichieuError **error);

// The bytes of a frame, as an app link or a radio hands them over.
DoichieuScan *doichieu_scan_frame(const uint8_t *bytes, size_t length, DoichieuError **error);

// The bytes of a sealed answer.
DoichieuScan *doichieu_scan_sealed(const uint8_t *bytes, size_t length, DoichieuError **error);

// Frees a scan, and wipes it.
void doichieu_scan_free(DoichieuScan *scan);

// None yet.
DoichieuFrames *doichieu_frames_new(void);

// The text of one code; repeats are harmless. Answers whether something is whole: `doichieu_frames_scan`.
bool doichieu_frames_push(DoichieuFrames *frames, const char *text, size_t length, DoichieuError **error);

// The showing or sealed answer, once whole; NULL until then.
DoichieuScan *doichieu_frames_scan(const DoichieuFrames *frames);

// Frees a collection.
void doichieu_frames_free(DoichieuFrames *frames);

// Whether it is a report. What is none says nothing about anybody.
bool doichieu_seen_is_report(const DoichieuSeen *seen);

// Of a report its canonical JSON (docs/schema/report.schema.json), the same bytes in every language, without a value; of
// anything else the line for the log: layer and offset. Freed by `doichieu_text_free`.
char *doichieu_seen_json(const DoichieuSeen *seen);

// `accept`, `refer`, `refuse`; of what is no document its code, `scan.…`. Freed by `doichieu_text_free`.
char *doichieu_seen_verdict(const DoichieuSeen *seen);

// The headline for a screen, in Vietnamese; freed by `doichieu_text_free`.
char *doichieu_seen_headline_vi(const DoichieuSeen *seen);

// The same in English.
char *doichieu_seen_headline_en(const DoichieuSeen *seen);

// A test root stands behind it: every screen then says TEST. True for NULL.
bool doichieu_seen_is_test(const DoichieuSeen *seen);

// The first use of its showing, or the first one tried again. For programs that do something once.
bool doichieu_seen_consumed(const DoichieuSeen *seen);

// Which showing it was, to be freed by `doichieu_bytes_free`; none where nothing was proven, or a printed code was read.
DoichieuBytes doichieu_seen_showing(const DoichieuSeen *seen);

// What it took from the memory, to compute it again; freed by `doichieu_bytes_free`.
DoichieuBytes doichieu_seen_memory_extract(const DoichieuSeen *seen);

// How many findings: about the showing first, then about each paper in its order, as in the JSON.
size_t doichieu_seen_findings(const DoichieuSeen *seen);

// A finding in words, and the step that follows, without a value: in Vietnamese, or in English. Of what is no document the
// one there is. Freed by `doichieu_text_free`; NULL beyond the last.
char *doichieu_seen_finding(const DoichieuSeen *seen,
                            size_t place,
                            bool english);

// How many papers.
size_t doichieu_seen_papers(const DoichieuSeen *seen);

// The kind of a paper by its name in the registry; freed by `doichieu_text_free`. NULL where there is none.
char *doichieu_seen_kind(const DoichieuSeen *seen, size_t paper);

// `proven` (with values), `answered` (without) or `unproven`; freed by `doichieu_text_free`. NULL where there is none.
char *doichieu_seen_proof(DoichieuSeen *seen, size_t paper);

// The answer of a paper that was asked a question: `yes`, `no`, `undetermined` or `not_needed`; freed by
// `doichieu_text_free`. NULL where there is none.
char *doichieu_seen_answer(const DoichieuSeen *seen, size_t paper);

// The values of a proven paper, as JSON (docs/schema/values.schema.json): personal data; freed by `doichieu_text_free`. NULL
// without an error where the paper is not proven or its values have ended.
char *doichieu_release_values(DoichieuSeen *seen,
                              size_t paper,
                              int64_t now,
                              DoichieuError **error);

// One value in words, by the name of its field; freed by `doichieu_text_free`. NULL without an error where it is not shown,
// which never means that it does not hold, or has ended.
char *doichieu_release_text(DoichieuSeen *seen,
                            size_t paper,
                            const char *field,
                            size_t length,
                            bool english,
                            int64_t now,
                            DoichieuError **error);

// When the screen takes the values away, unless they are held; 0 where there are none.
int64_t doichieu_release_display_until(DoichieuSeen *seen, size_t paper);

// Holds them three minutes longer, a quarter of an hour in all, for `hold.writing_record` or `hold.handing_over`: log it.
int64_t doichieu_release_hold(DoichieuSeen *seen,
                              size_t paper,
                              const char *reason,
                              size_t length,
                              DoichieuError **error);

// How a name that somebody declared and the paper's compare: a level (`exact`, `no_diacritics`, …, `different`) or why they
// were not compared; freed by `doichieu_text_free`. Eight comparisons, then no more. NULL where nothing is shown any more.
char *doichieu_release_matches_name(DoichieuSeen *seen,
                                    size_t paper,
                                    const char *name,
                                    size_t length,
                                    int64_t now,
                                    DoichieuError **error);

// The person goes: ends the values of a paper, and wipes them.
void doichieu_release_end(DoichieuSeen *seen, size_t paper);

// Frees it: its values have ended, and are wiped.
void doichieu_seen_free(DoichieuSeen *seen);

// Opens a chain of roots; a test root is refused.
DoichieuRoots *doichieu_roots_from_bytes(const uint8_t *chain, size_t length, DoichieuError **error);

// Takes a test root, too: everything judged under it is marked as a test, and every screen says TEST.
DoichieuRoots *doichieu_roots_dangerous_test(const uint8_t *chain, size_t length, DoichieuError **error);

// What two people read out to each other before these roots are trusted; freed by `doichieu_text_free`.
char *doichieu_roots_fingerprint(const DoichieuRoots *roots);

// Frees roots.
void doichieu_roots_free(DoichieuRoots *roots);

// A memory of nothing: legitimate, and then earlier showings are not known.
DoichieuMemory *doichieu_memory_new(void);

// What was stored before.
DoichieuMemory *doichieu_memory_from_bytes(const uint8_t *bytes, size_t length, DoichieuError **error);

// What can still be read of one that is torn: what it knows of lists and time, with a gap for its showings.
DoichieuMemory *doichieu_memory_salvaged(const uint8_t *bytes, size_t length, int64_t now, DoichieuError **error);

// The bytes to store, before anything is shown; freed by `doichieu_bytes_free`.
DoichieuBytes doichieu_memory_to_bytes(const DoichieuMemory *memory);

// The same with a gap up to `now`, for a new memory in the place of a lost one.
DoichieuMemory *doichieu_memory_with_gap(const DoichieuMemory *memory, int64_t now, DoichieuError **error);

// Takes in what another memory of this device and anchor knows. Refused, this memory is as it was.
bool doichieu_memory_join(DoichieuMemory *memory, const DoichieuMemory *other, DoichieuError **error);

// Frees a memory.
void doichieu_memory_free(DoichieuMemory *memory);

// Opens a bundle file; one dated after the clock is not taken. Refused, the memory is unchanged.
DoichieuBundle *doichieu_bundle_open(const uint8_t *file,
                                     size_t length,
                                     const DoichieuRoots *roots,
                                     DoichieuMemory *memory,
                                     int64_t now,
                                     DoichieuError **error);

// Opens the bundle that follows this one, from a delta or a full file.
DoichieuBundle *doichieu_bundle_apply(const DoichieuBundle *bundle,
                                      const uint8_t *delta,
                                      size_t length,
                                      const DoichieuRoots *roots,
                                      DoichieuMemory *memory,
                                      int64_t now,
                                      DoichieuError **error);

// Its number; 0 for NULL.
uint64_t doichieu_bundle_number(const DoichieuBundle *bundle);

// Whether nothing is referred for this device's sake, at this time, with this memory. `next_due` and `not_after`, where they
// are not NULL, get when a newer bundle is due and from when on nothing is accepted on this one's word.
bool doichieu_bundle_ready(const DoichieuBundle *bundle,
                           const DoichieuMemory *memory,
                           int64_t now,
                           int64_t *next_due,
                           int64_t *not_after,
                           DoichieuError **error);

// Frees a bundle.
void doichieu_bundle_free(DoichieuBundle *bundle);

// Opens a mandate against a bundle.
DoichieuPost *doichieu_post_open(const uint8_t *mandate,
                                 size_t length,
                                 const DoichieuBundle *bundle,
                                 DoichieuError **error);

// Its name; freed by `doichieu_text_free`.
char *doichieu_post_name(const DoichieuPost *post);

// The name of its role; freed by `doichieu_text_free`.
char *doichieu_post_role(const DoichieuPost *post);

// When its mandate ends; 0 for NULL.
int64_t doichieu_post_until(const DoichieuPost *post);

// Frees a post.
void doichieu_post_free(DoichieuPost *post);

// Of a kind by name: docs/fields.md.
DoichieuVehicle *doichieu_vehicle_new(const char *kind, size_t length, DoichieuError **error);

// Says what is known of a measure: `displacement_cc`, `power_w`, `seats`, `gross_mass_kg`, `payload_kg`, `unladen_mass_kg`,
// `seats_of_like` or `trailer_mass_kg` (which says that it draws a trailer). `bound`: 0, exactly `of`; -1, `of` or less;
// 1, more than `of`.
bool doichieu_vehicle_measure(DoichieuVehicle *vehicle,
                              const char *measure,
                              size_t length,
                              int32_t bound,
                              uint64_t of,
                              DoichieuError **error);

// Says which gear it has (`manual`, `automatic`) or what it draws (`trailer` of an unknown mass, `semi_trailer`, `carriage`).
bool doichieu_vehicle_with(DoichieuVehicle *vehicle,
                           const char *what,
                           size_t length,
                           DoichieuError **error);

// Frees a vehicle.
void doichieu_vehicle_free(DoichieuVehicle *vehicle);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* DOICHIEU_H */
