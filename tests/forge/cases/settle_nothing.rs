//! Before a store has answered there is no verdict and there are no values.

use doichieu::Unsettled;

fn impatient(mut unsettled: Unsettled) {
    let _ = unsettled.verdict();
    let _ = unsettled.papers_mut();
    let _ = unsettled.fresh;
}

fn main() {}
