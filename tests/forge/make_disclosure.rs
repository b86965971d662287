//! A disclosure exists only inside a proof: nobody else releases one, and there is no empty one to fill.

use doichieu::Disclosure;
use doichieu::time::UnixTime;

fn main() {
    let at = UnixTime::new(1).unwrap();
    let _ = Disclosure::release(unimplemented!(), unimplemented!(), at, 0, 0);
    let _ = Disclosure::default();
}
