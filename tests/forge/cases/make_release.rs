//! A release exists only inside a proof: nobody else releases one, and there is no empty one to fill.

use doichieu::Release;
use doichieu::time::UnixTime;

fn main() {
    let at = UnixTime::new(1).unwrap();
    let _ = Release::of(unimplemented!(), unimplemented!(), at, 0, 0);
    let _ = Release::default();
}
