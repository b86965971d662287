//! The people of the papers of one showing: one person, a guardian and a dependant, or not established.

use super::{Beside, found};
use crate::age::{Age, Decided};
use crate::document::Paper;
use crate::document::dependant;
use crate::document::person::Person;
use crate::field::{Field, Kind, Purpose};
use crate::finding::Finding;
use crate::reason::Reason;
use crate::relation::{Ground, Related, Relation};
use crate::scene::Scene;
use crate::text::{Match, compare, same_number};

/// What two papers say of their people.
pub(super) enum Standing {
    Related(Related),
    Found(Finding),
    /// Nothing to say: one is no paper of a person, or one issuer put them into one token.
    Silent,
}

/// How the people of two papers stand to each other; `earlier` was shown first. A dependant's paper beside them may
/// say it.
pub(super) fn stand(earlier: &Beside<'_>, later: &Beside<'_>, all: &[Beside<'_>], scene: &Scene<'_>) -> Standing {
    let (Some(a), Some(b)) = (Person::of(earlier.paper), Person::of(later.paper)) else { return Standing::Silent };
    let link = link(a, b);
    if let Link::Same(ground) = link {
        return Standing::Related(Related::new(Relation::SamePerson, ground, earlier.paper.kind, later.paper.kind));
    }
    if let Some(related) = guardian(earlier, later, all).or_else(|| guardian(later, earlier, all)) {
        return Standing::Related(related);
    }
    let finding = match link {
        _ if dependant::is_one(later.paper) => against(earlier, later),
        _ if dependant::is_one(earlier.paper) => against(later, earlier),
        Link::Differs(field) => Some(found(Reason::ConsistencyPersonDiffers, later.paper, field)),
        _ => by_key_only(earlier, later),
    };
    finding.map_or(Standing::Silent, |finding| {
        Standing::Found(under_six(finding, (a, b), all, scene).in_token(later.token))
    })
}

/// How two statements about a person stand to each other; the field that decided.
enum Link {
    Same(Ground),
    Differs(Field),
    NothingInCommon,
}

/// By number where both show one, else by name and date of birth. A date of birth alone can contradict, not link: many
/// share it.
fn link(a: Person<'_>, b: Person<'_>) -> Link {
    match same_number(a.personal_no(), b.personal_no()) {
        Some(true) => return Link::Same(Ground::Number),
        Some(false) if had_number(a, b) || had_number(b, a) => return Link::Same(Ground::Number),
        Some(false) => return Link::Differs(Field::PERSONAL_NO),
        None => {}
    }
    let births = a.date_of_birth().zip(b.date_of_birth());
    if births.is_some_and(|(one, other)| one.latest() < other.earliest() || other.latest() < one.earliest()) {
        return Link::Differs(Field::DATE_OF_BIRTH);
    }
    match a.full_name().zip(b.full_name()) {
        None => Link::NothingInCommon,
        Some((one, other)) if same_name(one, other, a.is_foreign() || b.is_foreign()) => {
            Link::Same(if births.is_some() { Ground::NameAndBirth } else { Ground::Name })
        }
        Some(_) => Link::Differs(Field::FULL_NAME),
    }
}

/// Whether one paper's number is an earlier one of the other's person: nobody is asked to prove that again (Decree
/// 70/2024/ND-CP).
fn had_number(now: Person<'_>, then: Person<'_>) -> bool {
    now.previous_numbers().any(|number| same_number(Some(number), then.personal_no()) == Some(true))
}

/// The order of the words counts in Vietnamese names, not between the papers of a foreigner.
pub(super) fn same_name(one: &str, other: &str, foreign: bool) -> bool {
    let level = compare(one, other);
    level.may_be_one() || (foreign && level == Match::Reordered)
}

/// Whether the first paper's person is established to stand for the second's: by a dependant's paper, or as a parent by
/// name.
fn guardian(first: &Beside<'_>, second: &Beside<'_>, all: &[Beside<'_>]) -> Option<Related> {
    let (one, other) = (Person::of(first.paper)?, Person::of(second.paper)?);
    let related = |ground| Related::new(Relation::Guardian, ground, first.paper.kind, second.paper.kind);
    let vouching = all.iter().filter(|paper| paper.vouches && dependant::is_one(paper.paper));
    let names = |paper: &Beside<'_>| Person::of(paper.paper).is_some_and(|of| matches!(link(of, other), Link::Same(_)));
    let mut vouching = vouching.filter(|paper| core::ptr::eq(paper.paper, second.paper) || names(paper));
    if vouching.any(|paper| matches!(shown_by(paper, first), ShownBy::Them)) {
        return Some(related(Ground::DependantPaper));
    }
    let parent = one.full_name()?;
    other.parent_names().any(|name| same_name(name, parent, one.is_foreign())).then(|| related(Ground::ParentName))
}

/// Whether a dependant's paper says that this paper's person shows it.
enum ShownBy {
    Them,
    SomebodyElse(Field),
    NotSaid,
}

fn shown_by(dependant: &Beside<'_>, by: &Beside<'_>) -> ShownBy {
    let Some(person) = Person::of(by.paper).filter(|_| !dependant::is_one(by.paper)) else { return ShownBy::NotSaid };
    let number = dependant::guardian_personal_no(dependant.paper);
    let name = dependant::guardian_name(dependant.paper).zip(person.full_name());
    match (same_number(number, person.personal_no()), name) {
        (Some(true), _) => ShownBy::Them,
        (Some(false), _) => ShownBy::SomebodyElse(Field::GUARDIAN_PERSONAL_NO),
        (None, Some((said, shown))) if same_name(said, shown, person.is_foreign()) => ShownBy::Them,
        (None, Some(_)) => ShownBy::SomebodyElse(Field::GUARDIAN_NAME),
        // One issuer put the guardian's own identity and this paper under one key, in one token.
        (None, None) if dependant.token == by.token && is_own(by.paper.kind) => ShownBy::Them,
        (None, None) => ShownBy::NotSaid,
    }
}

/// Papers that are never shown for somebody else without saying so; a health insurance card is.
const fn is_own(kind: Kind) -> bool {
    matches!(kind, Kind::IDENTITY | Kind::FOREIGNER_IDENTITY)
}

/// What a dependant's paper gives cause to find beside a paper of which it is neither the dependant's nor established
/// to be the guardian's. One that vouches for nothing any more says so itself.
fn against(other: &Beside<'_>, dependant: &Beside<'_>) -> Option<Finding> {
    if !dependant.vouches {
        return None;
    }
    match shown_by(dependant, other) {
        ShownBy::SomebodyElse(field) => Some(found(Reason::ConsistencyPersonDiffers, dependant.paper, field)),
        ShownBy::Them => None,
        ShownBy::NotSaid => by_key_only(dependant, other),
    }
}

/// Papers in one token were put there together by one issuer.
fn by_key_only(one: &Beside<'_>, other: &Beside<'_>) -> Option<Finding> {
    (one.token != other.token).then(|| Finding::new(Reason::ConsistencyLinkedByKeyOnly))
}

/// At a clinic a child under six needs the number and nothing else (Decree 188/2025/ND-CP art. 37): that nobody is
/// established as its guardian is a note. Two children who differ stay two children.
fn under_six(finding: Finding, (a, b): (Person<'_>, Person<'_>), all: &[Beside<'_>], scene: &Scene<'_>) -> Finding {
    let patient = all.iter().any(|paper| is_patient_under_six(paper.paper, scene));
    let both = is_under_six(a, scene) && is_under_six(b, scene);
    let at_clinic = scene.purpose == Purpose::CLINIC_ADMISSION;
    if at_clinic && patient && !both { Finding::new(Reason::ConsistencyGuardianNotShown) } else { finding }
}

/// Whether a paper is the health insurance card of a child established to be under six.
pub(super) fn is_patient_under_six(paper: &Paper, scene: &Scene<'_>) -> bool {
    let card = Person::of(paper).filter(|_| paper.kind == Kind::HEALTH_INSURANCE_CARD);
    card.is_some_and(|child| is_under_six(child, scene))
}

/// Established, not merely possible.
fn is_under_six(person: Person<'_>, scene: &Scene<'_>) -> bool {
    person.date_of_birth().is_some_and(|born| Age::of(born).at_least(6, scene.at) == Decided::No)
}
