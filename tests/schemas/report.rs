//! The schemas of a report and of an encounter's.

use super::write::{
    File, Member, Object, Of, always, count, digest, ended, flag, growing, moment, object, one_of, seconds, sometimes,
    text, word,
};
use doichieu::field::KINDS;
use doichieu::reason::{Axis, Gravity, PartUse, Side, Turn};
use doichieu::{Basis, Cover, Ground, Held, NeedState, Relation, Verdict, Vetting};
use serde_json::json;

const CODE: &str = "^[a-z0-9_]+([.][a-z0-9_]+)+$";
const NAME: &str = "^[a-z][a-z0-9_]*$";
const RULE: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
/// What the lists say of a paper; `src/current.rs`.
const STATES: [&str; 4] = ["valid", "revoked", "suspended", "unknown"];

pub(crate) fn report() -> File {
    let root = Object {
        name: "report",
        title: "Report",
        says: "The report of one inspection: codes, ages, kinds, field names, digests and numbers. Never a value of a paper, never prose.",
        members: inputs()
            .into_iter()
            .chain([
                always("assurance", object("assurance"), "How much the report rests on. Never that the person is the holder."),
                sometimes("basis", growing("text, as `law-91-2025-art-19`", RULE), "where the ask named a legal basis", "The basis it named. What rests on it is said by `agreed`; that it is the right one nobody checked."),
                always("findings", object("finding").list(), "What was found about the showing as a whole, in the order of the checks."),
                always("memory", digest(), "Digest of what the memory gave to this inspection, to compute it again. It is no digest of a showing."),
                always("papers", one_of(&["provenPaper", "answeredPaper", "unprovenPaper"]).list(), "The papers in the order they were shown, only of kinds this post may ask for. One that is not among them was not shown, which says nothing about whether it exists."),
                always("profile", growing("wire format: `dc1`, `claim169`", NAME), "In which format it arrived."),
                always("relations", object("relation").list(), "What was established between the papers. What is not among them was not established, which says nothing about whether it is so."),
                always("request", digest(), "Digest of the ask, of who asked and in which encounter. Pseudonymous: treat it as personal data."),
                always("scan", digest(), "Digest of what was scanned. Pseudonymous: treat it as personal data."),
                sometimes("stillThisPerson", Of::new("true", json!({ "const": true })), "where a person at the post said so", "That it is still the same person who shows this code. Nothing checked it."),
                always("verdict", verdict(), "The gravest paper or finding."),
            ])
            .collect(),
    };
    let parts = vec![
        assurance(),
        bundle(),
        finding("finding", "token", "In which token of a set it was found, from 0."),
        covers(),
        proven(),
        answered(),
        unproven(),
        source(),
        status(),
        relation(),
    ];
    File { name: "report", root: sorted(root), parts, more: Vec::new() }
}

pub(crate) fn encounter() -> File {
    let root = Object {
        name: "encounter",
        title: "Encounter report",
        says: "What the showings of one encounter say together, for the vehicle that stands there. Never a value of a paper, never prose.",
        members: inputs()
            .into_iter()
            .chain([
                sometimes("ended", count("place, from 0").list(), "where one has", "Which showings' values or answers had ended, as places among `reports`: what is said of them was found while they lived, and nothing of their values may be shown any more."),
                always("findings", object("finding").list(), "Between papers of several phones, and about papers that are needed and were not shown."),
                always("needs", object("need").list(), "What this vehicle or visit needs, in the order of the law."),
                always("papers", object("paper").list(), "The proven papers, from all phones, judged for that vehicle."),
                always("reports", digest().list(), "The reports it was judged from, by the digests of their scans. Pseudonymous: treat them as personal data."),
                always("scene", digest(), "Digest of the vehicle that was picked and the plate that was seen."),
                always("unread", count("number"), "How many codes were no document. While it is not 0 the verdict is never `accept`."),
                always("verdict", verdict(), "The gravest of its papers, its unproven showings and its findings."),
                always("verdicts", verdict().list(), "What each showing comes to, in the order of `reports`."),
            ])
            .collect(),
    };
    let parts = vec![
        bundle(),
        finding("finding", "showing", "Which showing it is about: a place among `reports`, from 0."),
        finding("paperFinding", "token", "In which token of a set it was found, from 0."),
        covers(),
        encounter_paper(),
        need(),
        step(),
    ];
    File { name: "encounter", root: sorted(root), parts, more: Vec::new() }
}

/// What both begin with: from what they were made.
fn inputs() -> Vec<Member> {
    vec![
        always("at", moment(), "When it was made, on the host's clock. That the clock was right it does not prove."),
        always("bundle", object("bundle"), "The signed lists it was judged by."),
        always("engine", text("version"), "Version of the engine."),
        always("format", Of::new("1", json!({ "const": 1 })), "Form of this JSON."),
        always("judgement", count("number"), "Rules of judging: two reports of one number were judged alike."),
        always("purpose", count("number"), "Why the post asked, by its number in the registry (docs/dc1.md §6)."),
        always("role", text("name of a role"), "What kind of post asked. Which post it was stands in no report."),
        always("test", flag(), "Whether a test root stands behind it: then it proves nothing about anybody."),
    ]
}

fn sorted(mut object: Object) -> Object {
    object.members.sort_by_key(|member| member.name);
    object
}

fn verdict() -> Of {
    word(&[Verdict::Accept, Verdict::Refer, Verdict::Refuse].map(Verdict::name))
}

pub(crate) fn code() -> Of {
    growing("[code](reasons.md)", CODE)
}

fn rule() -> Of {
    growing("[id](rules.md) of a rule of law", RULE)
}

fn kind() -> Of {
    let known: Vec<_> = KINDS.iter().map(|row| row.name).collect();
    let schema = json!({ "anyOf": [
        { "enum": known },
        { "type": "string", "pattern": NAME },
        { "type": "integer", "minimum": 1, "maximum": 65_533 },
    ] });
    Of::new("[kind](fields.md): its name, or the number of one this engine has no name for", schema)
}

fn field() -> Of {
    growing("name of a [field](fields.md)", NAME)
}

fn assurance() -> Object {
    let says = "How much a report rests on.";
    let members = vec![
        always(
            "agreed",
            word(&[Basis::SignedGrant, Basis::LegalBasis].map(Basis::name)).or_null(),
            "On what basis values were released; null: none were.",
        ),
        always("bundleAge", seconds(), "Since the lists were issued. What happened since is in no report."),
        always("challengeBound", flag(), "Whether the showing answered a challenge of this very post."),
        always(
            "held",
            word(&[Held::DeviceKey.name()]).or_null(),
            "How the holder's key took part; null: not proven, or a code bound to no key. Who holds the phone it does not say.",
        ),
        always("statusAge", seconds().or_null(), "Age of the oldest status list that answered; null: none did."),
    ];
    Object { name: "assurance", title: "Assurance", says, members }
}

fn bundle() -> Object {
    let says = "Signed lists, by number and digest.";
    let members = vec![
        always("hash", digest(), "SHA-256 of their manifest, and through it of every part."),
        always("number", count("number"), "Their number; it never falls."),
    ];
    Object { name: "bundle", title: "Lists", says, members }
}

fn finding(name: &'static str, place: &'static str, says_place: &'static str) -> Object {
    let says = "What one check found. Its words stand in `reasons.json` by its code.";
    let members = vec![
        sometimes("about", field(), "where it is about a field", "Which field, by name. Never its value."),
        sometimes(
            "age",
            seconds(),
            "where data decided that has an age",
            "How old it was. Of what one paper or copy alone says, in whole hours, towards older.",
        ),
        always(
            "axis",
            word(&[Axis::Proof, Axis::Standing].map(Axis::name)),
            "Which question it answers. On `proof` anything above a note means that there are no values.",
        ),
        always("code", code(), "Why. A code never changes its meaning."),
        always(
            "gravity",
            word(&[Gravity::Note, Gravity::Refer, Gravity::Refuse].map(Gravity::name)),
            "How grave it is here: at most what its reason allows.",
        ),
        sometimes("kind", kind(), "where it stands beside the papers", "Which kind of paper it is about."),
        sometimes(
            "part",
            word(&PartUse::ALL.iter().map(|of| of.name()).collect::<Vec<_>>()),
            "where it is about a part of a licence",
            "What that part is to what is driven.",
        ),
        sometimes("rule", rule(), "where a rule of law decided", "Which one. Its article: `explain`, docs/rules.md."),
        always(
            "side",
            word(&[Side::Post, Side::Presenter, Side::Paper].map(Side::name)),
            "Whose matter it is. One on the post's side never costs the citizen anything.",
        ),
        sometimes(place, count("place, from 0"), "where it was found in one of several", says_place),
        sometimes(
            "turn",
            word(&Turn::ALL.iter().map(|of| of.name()).collect::<Vec<_>>()),
            "where the reason covers several",
            "Which turn the matter has taken: it picks words and the next step.",
        ),
    ];
    Object { name, title: "Finding", says, members }
}

fn cover() -> Of {
    word(&[Cover::Yes, Cover::No, Cover::Undetermined, Cover::NotNeeded].map(Cover::name))
}

fn covers() -> Object {
    let says = "Whether a licence covers what is to be driven, by its classes and restrictions.";
    let members = vec![
        always("answer", cover(), "The answer. `undetermined` is not *no*."),
        sometimes(
            "measure",
            word(&measures()),
            "where it is undetermined and a measure would decide",
            "Which measure of the vehicle to look for; an encounter is then judged again, without a scan.",
        ),
        sometimes(
            "rule",
            rule(),
            "where a rule of law decided",
            "Which one; without it something decided that is not law, such as a list.",
        ),
    ];
    Object { name: "covers", title: "Cover", says, members }
}

/// What stands on every paper, beside what its proof came to.
fn paper(proof: &'static str, says: &'static str, more: Vec<Member>) -> Vec<Member> {
    let mut members = vec![
        always(
            "findings",
            object("finding").list(),
            "What was found about this paper. Findings of the whole showing weigh on it too.",
        ),
        always("kind", kind(), "Which kind of paper."),
        always("proof", Of::new(&format!("`{proof}`"), json!({ "const": proof })), says),
        always("verdict", verdict(), "Its gravest finding, or a graver one of the showing that weighs on it."),
    ];
    members.extend(more);
    members.sort_by_key(|member| member.name);
    members
}

fn proven() -> Object {
    let more = vec![
        sometimes(
            "covers",
            object("covers"),
            "for a licence where a vehicle is known and the role may see classes",
            "Whether it covers that vehicle. Whether it is in force the verdict says.",
        ),
        always(
            "dropped",
            count("number"),
            "Fields that arrived and were dropped: not asked for, never to pass, or unknown here.",
        ),
        always(
            "fields",
            field().list(),
            "Which fields were released: asked, agreed to and there. One that is not here may not exist, or may not have been shared.",
        ),
        always("source", object("source"), "Who says so, and as of when."),
        always("status", object("status").or_null(), "What a status list says of it; null: none was looked up."),
        always("until", moment(), "When its values end. Which values they were, no report says."),
        always("withheld", count("number"), "Fields left undisclosed, or decoys: nobody can tell which."),
    ];
    let proof = "Signed by a listed issuer, unaltered, for the key that showed it, and agreed to. Not that the person is the holder.";
    let says = "A proven paper. Genuine is not the same as in force: that is the verdict.";
    Object { name: "provenPaper", title: "Proven paper", says, members: paper("proven", proof, more) }
}

fn answered() -> Object {
    let more = vec![
        always(
            "answer",
            object("covers"),
            "May the holder do it today: cover, and whatever else counts for or against the paper.",
        ),
        always("question", count("number"), "Which question, by its number in the registry."),
    ];
    let proof = "As `proven`, and agreed to was the answer of a question alone.";
    let says = "A proven paper of which nothing but an answer was agreed to be told.";
    Object { name: "answeredPaper", title: "Answered paper", says, members: paper("answered", proof, more) }
}

fn unproven() -> Object {
    let more = vec![always("reason", code(), "What kept it from being proven.")];
    let proof =
        "Not proven, or not askable here: there are no values. Not provable is not disproven; `gravity` says which.";
    let says = "A paper that was not proven. Nothing is known of it.";
    Object { name: "unprovenPaper", title: "Unproven paper", says, members: paper("unproven", proof, more) }
}

fn source() -> Object {
    let vettings = [Vetting::OriginalSeen, Vetting::DatabaseMatch, Vetting::Other].map(Vetting::name);
    let members = vec![
        always("asOf", moment(), "As of when the issuer says it, in whole days, towards older."),
        always("authority", text("name of an authority"), "Who keeps the books it is from."),
        sometimes(
            "evidence",
            word(&vettings),
            "where the issuer tells",
            "How the authority vetted what it says. It decides nothing.",
        ),
    ];
    Object { name: "source", title: "Source", says: "Where a proven paper is from.", members }
}

fn status() -> Object {
    let members = vec![
        always("age", seconds().or_null(), "Age of the list that answered; null: none did."),
        always("value", word(&STATES), "What the list says; `unknown`: no list that counts could say."),
    ];
    Object {
        name: "status",
        title: "Status",
        says: "What a status list says of a paper, as of the list's age.",
        members,
    }
}

fn relation() -> Object {
    use Ground::{DependantPaper, Name, NameAndBirth, Number, ParentName};
    let relations = [Relation::SamePerson, Relation::Guardian, Relation::Owner].map(Relation::name);
    let members = vec![
        always(
            "by",
            word(&[Number, DependantPaper, NameAndBirth, ParentName, Name].map(Ground::name)),
            "What established it.",
        ),
        always("first", kind(), "The paper of the guardian or owner, or the one shown earlier."),
        always("relation", word(&relations), "The relation. It is never taken from the phone's key."),
        always("second", kind(), "The other paper."),
    ];
    let says = "A relation established between two papers. Not that anybody present is one of those people.";
    Object { name: "relation", title: "Relation", says, members }
}

fn encounter_paper() -> Object {
    let members = vec![
        sometimes(
            "covers",
            object("covers"),
            "for a licence where a vehicle is known and the role may see classes",
            "Whether it covers the vehicle that stands there.",
        ),
        ended(),
        always("findings", object("paperFinding").list(), "What was found about it, for that vehicle."),
        always("kind", kind(), "Which kind of paper."),
        always("paper", count("place, from 0"), "Its place among the papers of its report."),
        always("showing", count("place, from 0"), "The place of its report among `reports`."),
        always("verdict", verdict(), "The verdict for that vehicle."),
    ];
    let says = "A proven paper, judged again for the vehicle that stands there.";
    Object { name: "paper", title: "Paper of an encounter", says, members }
}

fn need() -> Object {
    use NeedState::{Answered, NotApplicable, NotProven, NotShown, Shown, Undetermined};
    let states = [Shown, Answered, NotProven, NotShown, NotApplicable, Undetermined].map(NeedState::name);
    let members = vec![
        always("kind", kind(), "Which kind of paper."),
        sometimes(
            "measure",
            word(&measures()),
            "where it is undetermined and a measure would decide",
            "Which measure of the vehicle to look for; the encounter is then judged again, without a scan.",
        ),
        always("rule", rule(), "The rule that asks for it, or says that none is needed."),
        always("state", word(&states), "How it stands. *Not shown* is not *does not exist*."),
        always(
            "steps",
            object("step").list(),
            "What may lawfully be done where it was asked for and not shown, in order.",
        ),
    ];
    Object { name: "need", title: "Need", says: "A paper that the law has a vehicle or a visit show.", members }
}

fn measures() -> Vec<&'static str> {
    doichieu::VehicleMeasure::ALL.iter().map(|measure| measure.name()).collect()
}

fn step() -> Object {
    let members = vec![
        sometimes(
            "rule",
            rule(),
            "where a row of law allows it",
            "Which one; a step without it asks nothing of anybody.",
        ),
        always("step", growing("[code](reasons.md) of a step", NAME), "Which step. Its words stand in `steps.json`."),
    ];
    Object { name: "step", title: "Lawful step", says: "What may be done next.", members }
}
