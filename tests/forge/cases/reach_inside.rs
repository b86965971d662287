//! The steps of a proof are nobody else's to call.

use doichieu::cbor::Reader;
use doichieu::consent::Agreed;
use doichieu::evidence::{Outcome, judge};
use doichieu::format::Format;
use doichieu::holder::Possession;
use doichieu::showing::Token;
use doichieu::key::verify;
use doichieu::trust::Authentic;

fn main() {}
