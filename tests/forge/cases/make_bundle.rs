//! Whose signatures count is opened against an anchor, never written down.

use doichieu_kit::late;
use doichieu::{Bundle, Memory};

fn main() {
    let _ = Bundle { hash: [0; 32] };
    let _ = Bundle::open(&[], &[], late(), &mut Memory::new());
    let _ = Memory { marks: 0 };
}
