//! What must not compile: values without a proof, a proof without its check, a copy that outlives its end.
//!
//! Each file of `cases/` is an app that tries. The `.stderr` beside it is rust 1.95.0's answer; another compiler words
//! it otherwise, and then `TRYBUILD=overwrite cargo test -p doichieu-forge`, and read the difference: the *reason* for
//! the refusal must stay the same.

#[test]
fn no_proof_can_be_forged() {
    trybuild::TestCases::new().compile_fail("cases/*.rs");
}
