//! Everything that stands for a proof has private fields: it cannot be written down, not even with every field right.

use doichieu::field::Kind;
use doichieu::{Release, Inspector, PaperReport, Report, Roots, Shown, Verdict};

fn any<T>() -> T {
    unimplemented!()
}

fn main() {
    let _ = Release {
        paper: any(),
        released: any(),
        display: any(),
        display_until: any(),
        term: any(),
        comparisons: 0,
    };
    let _ = Shown { paper: &any(), released: any(), today: any() };
    let _ = Report { verdict: Verdict::Accept, findings: Vec::new(), papers: Vec::new(), relations: Vec::new(), inputs: any(), assurance: any(), statements: any() };
    let _ = PaperReport {
        kind: Kind::IDENTITY,
        verdict: Verdict::Accept,
        findings: Vec::new(),
        shared: any(),
        state: any(),
    };
    let _ = Inspector { bundle: any(), post: any() };
    let _ = Roots { newest: any(), earlier: any() };
}
