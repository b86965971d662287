//! Check 11: what the lists say now, with their age. *Unknown* is never *revoked*, and a stale *valid* is never enough.

use crate::document::driving_licence::PARTS;
use crate::document::{Current, Paper, Standing, StatusAnswer, StatusRef};
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::policy::RoleProfile;
use crate::reason::{Gravity, Reason};
use crate::status::StatusLists;
use crate::time::UnixTime;
use crate::trust::Issuer;
use crate::value::Value;
use alloc::vec::Vec;

/// What a list's word gives cause to find.
pub(crate) struct Told {
    /// *Valid*, by a list that is too old to accept on.
    stale: Reason,
    revoked: Reason,
    suspended: Reason,
    unknown: Reason,
}

/// Of a paper.
const OF_PAPER: Told = Told {
    stale: Reason::CurrentStatusStale,
    revoked: Reason::CurrentRevoked,
    suspended: Reason::CurrentSuspended,
    unknown: Reason::CurrentStatusUnknown,
};

/// Of one part of a licence: the other may go on.
pub(crate) const OF_PART: Told = Told { suspended: Reason::LicencePartSuspended, ..OF_PAPER };

/// Of the account: its lock refers whatever it is called, and says nothing about the papers.
const OF_ACCOUNT: Told = Told {
    stale: Reason::CurrentAccountUnknown,
    revoked: Reason::CurrentAccountLocked,
    suspended: Reason::CurrentAccountLocked,
    unknown: Reason::CurrentAccountUnknown,
};

impl Told {
    /// The finding of an answer, as old as its list; `None`: valid, by a list that is young enough. A suspension may
    /// have been lifted since: past `reversible` seconds, or by a list past its time, it refers.
    pub(crate) fn found(&self, answer: StatusAnswer, reversible: u64) -> Option<Finding> {
        let found = |reason| {
            let finding = Finding::new(reason);
            answer.age.map_or(finding, |age| finding.aged(age))
        };
        match answer.current {
            Current::Valid if !answer.stale => None,
            Current::Valid => Some(found(self.stale)),
            Current::Revoked => Some(found(self.revoked)),
            Current::Suspended if answer.stale => Some(found(self.suspended).at_most(Gravity::Refer)),
            Current::Suspended => Some(found(self.suspended).reversible(reversible)),
            Current::Unknown => Some(found(self.unknown)),
        }
    }
}

/// Where the status of one issuer's papers is looked up, for one role at one time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Register<'a> {
    pub(crate) lists: &'a StatusLists,
    pub(crate) issuer: &'a Issuer,
    pub(crate) role: &'a RoleProfile,
    pub(crate) at: UnixTime,
}

impl Register<'_> {
    /// The list's word on a paper of a kind, or on an account.
    fn look_up(&self, status: StatusRef, of: Option<Kind>) -> StatusAnswer {
        self.lists.look_up(self.issuer, status, self.at, self.role.tolerances().status(of))
    }

    /// The paper's own status entry, if it has one.
    pub(crate) fn of_paper(&self, paper: &Paper) -> Option<StatusAnswer> {
        paper.source.status.map(|status| self.look_up(status, Some(paper.kind)))
    }

    /// The status entries of a licence's parts.
    pub(crate) fn of_parts(&self, paper: &Paper) -> Vec<(Field, StatusAnswer)> {
        let licence = PARTS.into_iter().filter(|_| paper.kind == Kind::DRIVING_LICENCE);
        licence
            .filter_map(|part| Some((part, self.look_up(status_of(paper.value(part)?)?, Some(paper.kind)))))
            .collect()
    }

    /// What follows for the paper: from what the register said at its as-of, and from the list now. Of `parts` only the
    /// age of their lists is judged here: an old list is the post's own matter, whichever part is in use. What the
    /// lists say of a part is judged by the rules, which know the part in use.
    pub(crate) fn judge(
        &self,
        paper: &Paper,
        answer: Option<StatusAnswer>,
        parts: &[(Field, StatusAnswer)],
    ) -> Vec<Finding> {
        let mut findings = Vec::from_iter(self.then(paper));
        match answer {
            Some(answer) => findings.extend(self.now(answer)),
            None if self.role.needs_status(paper.kind) => findings.push(Finding::new(Reason::CurrentStatusMissing)),
            None => {}
        }
        let stale = |answer: &StatusAnswer| answer.current == Current::Valid && answer.stale;
        if !answer.as_ref().is_some_and(stale) {
            let oldest =
                parts.iter().map(|(_, answer)| answer).filter(|answer| stale(answer)).max_by_key(|answer| answer.age);
            findings.extend(oldest.and_then(|answer| self.now(*answer)));
        }
        findings
    }

    /// Permanent bad news stays however old; reversible bad news past the role's tolerance only refers.
    fn then(&self, paper: &Paper) -> Option<Finding> {
        let age = self.at.since(paper.source.as_of);
        let found = |reason| Finding::new(reason).aged_by_paper(age);
        match paper.source.standing {
            Standing::InForce => None,
            Standing::Withdrawn => Some(found(OF_PAPER.revoked)),
            Standing::Suspended => Some(found(OF_PAPER.suspended).reversible(self.role.tolerances().reversible)),
        }
    }

    fn now(&self, answer: StatusAnswer) -> Option<Finding> {
        OF_PAPER.found(answer, self.role.tolerances().reversible)
    }

    /// The account that the token hangs on: its lock withholds everything and says nothing about the papers; where to
    /// look for one may not be stated, which is not *locked*; its level may be too low, or not stated, which is not
    /// *too low*.
    pub(crate) fn judge_account(&self, level: Option<u64>, status: Option<StatusRef>) -> (Vec<Finding>, Option<u64>) {
        let answer = status.map(|status| self.look_up(status, None));
        let mut findings = Vec::new();
        if let Some(answer) = answer {
            findings.extend(OF_ACCOUNT.found(answer, self.role.tolerances().reversible));
        } else if self.role.needs_account_status() {
            findings.push(Finding::new(Reason::CurrentAccountStatusMissing));
        }
        match level {
            None => findings.push(Finding::new(Reason::CurrentLevelUnknown)),
            Some(level) if level < self.role.least_level() => {
                findings.push(Finding::new(Reason::CurrentLevelInsufficient));
            }
            Some(_) => {}
        }
        (findings, answer.and_then(|answer| answer.age))
    }
}

/// `part = { ? 0 => { 4 => [list, index] }, … }` of docs/dc1.md §2.
fn status_of(part: &Value) -> Option<StatusRef> {
    let [list, index] = part.entry(0)?.entry(4)?.as_list()? else { return None };
    let number = |value: &Value| value.as_int().and_then(|number| u64::try_from(number).ok());
    Some(StatusRef { list: number(list)?, index: number(index)? })
}

/// The name of an answer in report JSON.
pub(crate) const fn name(current: Current) -> &'static str {
    match current {
        Current::Valid => "valid",
        Current::Revoked => "revoked",
        Current::Suspended => "suspended",
        Current::Unknown => "unknown",
    }
}
