//! Codes of animations, one after another, as a scanner hands them over: genuine parts and whatever else is before the
//! camera.
#![no_main]

use doichieu::{Frames, Memory, Progress};
use doichieu_fuzz::{WORLD, proves};
use libfuzzer_sys::fuzz_target;

// Lines of text. `@` and two characters stand for a genuine part: of one of the minted frames, the one of that number.
fuzz_target!(|shown: &str| {
    let mut frames = Frames::new();
    for line in shown.split('\n') {
        let genuine = genuine(line);
        if let Progress::Complete(_) = frames.push(genuine.unwrap_or(line)) {
            if let Some(scan) = frames.scan()
                && let Ok(mut report) = WORLD.inspect(scan, &mut Memory::new())
                && proves(&mut report)
            {
                let (_, bytes) = frames.complete().expect("it has just been scanned");
                assert!(WORLD.minted(bytes), "proven, and never minted");
            }
            frames.reject();
            assert!(frames.complete().is_none());
        }
    }
});

fn genuine(line: &str) -> Option<&'static str> {
    let [animation, part] = *line.strip_prefix('@')?.as_bytes() else { return None };
    let animations = &WORLD.minted.animations;
    let codes = &animations[usize::from(animation) % animations.len()];
    Some(&codes[usize::from(part) % codes.len()])
}
