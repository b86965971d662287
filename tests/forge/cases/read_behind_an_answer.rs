//! To an answer belongs no release: there is nothing to read behind it.

use doichieu::{Answered, PaperReport, Proof, time::UnixTime};

fn read(paper: &mut PaperReport, now: UnixTime) {
    if let Proof::Answered(answered) = paper.proof() {
        answered.at(now);
        answered.fields();
    }
}

fn make() -> Answered {
    Answered { question: doichieu::Question::MayDriveThisVehicle, answer: doichieu::Cover::Yes, rule: None }
}

fn main() {
    let _ = (read, make);
}
