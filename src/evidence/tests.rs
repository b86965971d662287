//! The judgement against a model of five lines, for every combination of answers; and that no check's answer is left
//! out.

#![expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "a test fails by panicking")]

use super::{Evidence, Outcome, PaperEvidence, TokenEvidence, Verdict, judge};
use crate::finding::Finding;
use crate::reason::{Gravity, Reason};
use alloc::vec::Vec;

/// The answers a check can give, as far as the judgement is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Pass,
    Note,
    Refer,
    Refuse,
    Moot,
}

const ANSWERS: [Answer; 5] = [Answer::Pass, Answer::Note, Answer::Refer, Answer::Refuse, Answer::Moot];

/// The model: refused if any check refused; else accepted if there were checks and each passed or only noted; else
/// referred.
fn model(answers: &[Answer]) -> Verdict {
    let any = |of| answers.contains(&of);
    if any(Answer::Refuse) {
        return Verdict::Refuse;
    }
    let in_order = !answers.is_empty() && !any(Answer::Refer) && !any(Answer::Moot);
    if in_order { Verdict::Accept } else { Verdict::Refer }
}

fn finding(gravity: Gravity) -> Finding {
    Finding::new(Reason::CurrentRevoked).at_most(gravity)
}

/// An outcome of that answer. Notes come with some, so that it is the gravest that counts, wherever it stands.
fn outcome(answer: Answer) -> Outcome {
    let note = finding(Gravity::Note);
    let found = match answer {
        Answer::Pass => return Outcome::Pass,
        Answer::Moot => return Outcome::Moot,
        Answer::Note => Vec::from([note, note]),
        Answer::Refer => Vec::from([note, finding(Gravity::Refer)]),
        Answer::Refuse => Vec::from([finding(Gravity::Refuse), note, finding(Gravity::Refer)]),
    };
    Outcome::Found(found)
}

/// Every combination of so many answers.
fn combinations(slots: u32) -> impl Iterator<Item = Vec<Answer>> {
    let nth = |number: usize, slot: u32| ANSWERS[number / 5_usize.pow(slot) % 5];
    (0..5_usize.pow(slots)).map(move |number| (0..slots).map(|slot| nth(number, slot)).collect())
}

fn judged(answers: &[Answer]) -> Verdict {
    let outcomes: Vec<_> = answers.iter().map(|answer| outcome(*answer)).collect();
    judge(&outcomes)
}

#[test]
fn every_combination_of_answers_is_judged_as_the_model_says() {
    let mut seen = 0;
    for slots in 0..=6 {
        for answers in combinations(slots) {
            assert_eq!(judged(&answers), model(&answers), "{answers:?}");
            seen += 1;
        }
    }
    assert_eq!(seen, 1 + 5 + 25 + 125 + 625 + 3_125 + 15_625);
}

/// Monotone: another check, or a graver answer of one, never improves anything.
#[test]
fn more_never_helps() {
    let rank = |answer: Answer| match answer {
        Answer::Pass | Answer::Note => 0,
        Answer::Refer | Answer::Moot => 1,
        Answer::Refuse => 2,
    };
    for answers in combinations(4).filter(|answers| !answers.is_empty()) {
        let verdict = judged(&answers);
        for more in ANSWERS {
            let with = [answers.as_slice(), &[more]].concat();
            assert!(judged(&with) >= verdict);
            let mut graver = answers.clone();
            if rank(more) >= rank(graver[0]) {
                graver[0] = more;
            }
            assert!(judged(&graver) >= verdict);
        }
    }
}

#[test]
fn no_check_at_all_is_not_a_check_that_passed() {
    assert_eq!(judge(&[]), Verdict::Refer);
    assert_eq!(Outcome::from(Vec::new()), Outcome::Pass);
    assert_eq!(Outcome::from(Vec::from([finding(Gravity::Note)])).findings().len(), 1);
}

fn token(outcomes: [Outcome; 5]) -> TokenEvidence {
    let [authentic, held, unaltered, agreed, account] = outcomes;
    TokenEvidence { authentic, held, unaltered, agreed, account }
}

fn paper(outcomes: [Outcome; 5]) -> PaperEvidence {
    let [entitled, minimal, readable, current, in_force] = outcomes;
    PaperEvidence { entitled, minimal, readable, current, in_force }
}

fn whole(outcomes: [Outcome; 6]) -> Evidence {
    let [post, lists, set, remembered, person, consistent] = outcomes;
    Evidence { post, lists, set, remembered, person, consistent }
}

/// One check alone against: whichever it is, the judgement of its kind of evidence hears it.
#[test]
fn every_check_is_heard() {
    for (against, verdict) in
        [(Answer::Moot, Verdict::Refer), (Answer::Refer, Verdict::Refer), (Answer::Refuse, Verdict::Refuse)]
    {
        for slot in 0..6 {
            let one = |at: usize| if at == slot { outcome(against) } else { Outcome::Pass };
            assert_eq!(judge(whole(core::array::from_fn(one)).outcomes()), verdict);
            if slot < 5 {
                assert_eq!(judge(token(core::array::from_fn(one)).outcomes()), verdict);
                assert_eq!(judge(paper(core::array::from_fn(one)).outcomes()), verdict);
            }
        }
    }
    let all = |_| Outcome::Pass;
    assert_eq!(judge(whole(core::array::from_fn(all)).outcomes()), Verdict::Accept);
}

#[test]
fn a_verdict_has_its_order_and_its_name() {
    assert!(Verdict::Accept < Verdict::Refer && Verdict::Refer < Verdict::Refuse);
    assert_eq!([Verdict::Accept, Verdict::Refer, Verdict::Refuse].map(Verdict::name), ["accept", "refer", "refuse"]);
}
