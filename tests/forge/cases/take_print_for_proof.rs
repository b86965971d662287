//! What is read from a plain code has no verdict, is no release, and cannot be copied or written down.
fn main() {}

fn judged(reading: &doichieu::plain::UnsignedReading) -> doichieu::Verdict {
    reading.verdict()
}

fn disclosed(reading: &mut doichieu::plain::UnsignedReading) -> doichieu::Proof<'_> {
    doichieu::Proof::Proven(reading)
}

fn copied(reading: &doichieu::plain::UnsignedReading) -> doichieu::plain::UnsignedReading {
    reading.clone()
}

fn written(reading: &doichieu::plain::UnsignedReading) -> String {
    serde_json::to_string(reading).unwrap()
}
