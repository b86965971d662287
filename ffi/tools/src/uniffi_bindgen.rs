//! Generates Kotlin and Swift from the built library, in one version with the macros that it was built with.

fn main() {
    uniffi::uniffi_bindgen_main();
}
