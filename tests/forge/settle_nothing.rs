//! Before the store has answered there is no verdict and there are no values.

use doichieu::{Proof, StoreAnswer, Unsettled};

fn impatient(mut unsettled: Unsettled) {
    let _ = unsettled.verdict();
    for paper in unsettled.papers_mut() {
        if let Proof::Proven(_) = paper.proof() {}
    }
    let _ = unsettled.fresh;
    let report = unsettled.settle(StoreAnswer::Fresh);
    let _ = (report.verdict(), unsettled.settle(StoreAnswer::Failed));
}

fn main() {}
