//! The page of reasons and steps.

use super::{Page, code};
use doichieu::reason::{Reason, Step};

/// The check groups: first part of the code, and what stands above their table.
pub(super) const GROUPS: &[(&str, &str, &str)] = &[
    ("scan", "Scan", "Nothing was read yet: there is no report and nothing is known about any paper."),
    ("post", "Post", "Judged before anything about the citizen: this device's clock, mandate, lists and memory."),
    ("authentic", "Authentic", "The issuer's key, signature and claims."),
    ("unaltered", "Unaltered", "Each disclosed field against the digests that the issuer signed."),
    ("held", "Held", "The phone's key, for this post, now, and not shown elsewhere before."),
    ("agreed", "Agreed", "The citizen's signed consent: verifier, purpose, fields, how long."),
    ("set", "Set", "Several papers in one showing."),
    ("current", "Current", "Status lists: of the account and of the papers, with their age."),
    ("paper", "Paper", "What could and could not be read in a paper of any kind."),
    ("identity", "Identity", "In force: electronic identity."),
    ("foreigner", "Foreigner", "In force: foreigner's electronic identity."),
    ("dependant", "Dependant", "In force: dependant's paper."),
    ("licence", "Licence", "In force: driving licence and its parts."),
    ("foreign", "Foreign licence", "In force: driving licence of another country."),
    ("vehicle", "Vehicle", "In force: vehicle registration, inspection, liability insurance."),
    ("health", "Health", "In force: health insurance card."),
    ("consistency", "Consistency", "Relations between the papers of one showing."),
    ("question", "Question", "An answer in the place of fields, beside the vehicle that stands there."),
    ("ended", "Ended", "A showing whose values have ended, beside others of its encounter."),
    (
        "papers",
        "Papers needed",
        "What this vehicle or visit needs, asked of a whole encounter; and what to do when no code is shown.",
    ),
    (
        "plain",
        "Plain codes",
        "Beside what is read from unsigned codes on cards. They stand in no report and decide nothing.",
    ),
];

const REASONS_HEAD: &str = "\
# Reasons

Printed from `src/reason/table.rs` and `src/reason/steps.rs` by `tests/docs.rs`; do not edit by hand.

A code never changes its meaning. *Gravity* is the gravest a finding of this reason can be; it may be less grave, never more. *Axis*:
on `proof`, anything above a note means that no claim value is given. *Side* says whose matter it is; one on the `post` side never costs
the citizen anything.

A text's places hold no value of a paper: `{field}` and `{paper}` are names from the registry, `{part}` the part of a licence, `{role}` who the post
is, `{number}` by which number such a paper is looked up, `{measure}` and `{before}` what is not to be done, or not before: no record on the road,
nobody refused at a desk. A screen beside a release that has not ended may say more: dates, classes, ages (`Row::about_filled`). *To say aloud* has no
name, number or date in it either; whoever speaks adds the greeting and the right form of address.
";

const STEPS_HEAD: &str = "
## Next steps

A role profile may pick another step for a reason by its code, if it fits: *free* steps follow any reason; one that *asks* the citizen
for something follows none on the post's side; one that may *end in a measure* follows only an established fault of a genuine paper
(standing, refuse, paper). An appointment for a paper not shown follows no reason and no profile can pick it: it is told by the kind of
paper, where the law has it.
";

pub(super) fn reasons_page() -> String {
    let mut page = Page::new(REASONS_HEAD);
    for (group, title, says) in GROUPS {
        page.line(&format!("\n## {title}\n\n{says}\n"));
        let aloud = ["to say aloud (vi)", "to say aloud (en)"];
        let head = ["code", "axis", "gravity", "side", "vi", "en", "next step (vi)", "next step (en)"];
        page.head(&[&head[..], &aloud[..]].concat());
        for row in in_group(group).map(|reason| reason.row()) {
            let (axis, gravity, side) = (row.axis.name(), row.gravity.name(), row.side.name());
            page.row(&[
                &code(row.code),
                axis,
                gravity,
                side,
                row.text.vi,
                row.text.en,
                row.step.text().vi,
                row.step.text().en,
                row.aloud().map_or("", |text| text.vi),
                row.aloud().map_or("", |text| text.en),
            ]);
        }
    }
    page.line(STEPS_HEAD);
    page.head(&["code", "for the citizen", "vi", "en"]);
    for step in Step::ALL {
        page.row(&[&code(step.code()), burden(*step), step.text().vi, step.text().en]);
    }
    page.text
}

pub(super) fn in_group(group: &str) -> impl Iterator<Item = &'static Reason> {
    Reason::ALL.iter().filter(move |reason| reason.code().split('.').next() == Some(group))
}

/// What a step may ask of the citizen, told from the same questions a profile's loader asks.
fn burden(step: Step) -> &'static str {
    match (step.costs_citizen(), step.fits(Reason::ScanUnreadable)) {
        (false, _) => "free",
        (true, true) => "asks",
        (true, false) => "may end in a measure",
    }
}
