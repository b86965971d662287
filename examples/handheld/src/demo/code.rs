//! The codes of a demo: what a phone shows, as pictures in the demo's folder.

use crate::failure::Failure;
use crate::scan::Arrived;
use crate::trouble::Trouble;
use crate::{animation, files, qr};
use doichieu_kit::frame::{self, Deflate};
use doichieu_kit::scene::Scene;
use doichieu_kit::{animated, answer};
use std::path::Path;

/// Characters of one code that a camera still reads from the screen of a phone; what is longer is shown in parts.
const MAX_STILL: usize = 2_500;

/// What one phone shows, and under which name it is written.
pub(super) struct Shown {
    still: &'static str,
    frames: &'static str,
    code: Code,
}

/// One code where that is enough, else several.
pub(super) enum Code {
    /// One code.
    Still(String),
    /// Lines that are no code at all.
    Lines(String),
    /// Several in a loop, and what they carry.
    Animated(Vec<String>, Vec<u8>),
}

impl Shown {
    /// The only phone's showing.
    pub(super) fn alone(scene: &Scene, animate: bool) -> Result<Self, Failure> {
        Ok(Self { still: "scan", frames: "frames", code: Code::of_showing(scene, animate)? })
    }

    /// The showing of one phone of several.
    pub(super) fn by(name: &'static str, scene: &Scene, animate: bool) -> Result<Self, Failure> {
        Ok(Self { still: name, frames: name, code: Code::of_showing(scene, animate)? })
    }

    /// A code that another app or a card shows.
    pub(super) const fn foreign(text: String) -> Self {
        Self { still: "scan", frames: "frames", code: Code::Still(text) }
    }

    /// What is printed on a card; lines of characters are read as they are, and have no picture.
    pub(super) fn print(text: String) -> Self {
        let code = if text.contains('\n') { Code::Lines(text) } else { Code::Still(text) };
        Self { still: "card", frames: "card", code }
    }

    /// The only phone's sealed answer.
    pub(super) fn answered(sealed: &[u8], animate: bool) -> Result<Self, Failure> {
        let code = Code::new(answer::text(sealed), sealed.to_vec(), animated::SEALED_ANSWER, animate)?;
        Ok(Self { still: "scan", frames: "frames", code })
    }

    pub(super) const fn code(&self) -> &Code {
        &self.code
    }

    /// Where its pictures are, in the demo's folder.
    pub(super) fn place(&self) -> String {
        match self.code {
            Code::Still(_) => format!("{}.png", self.still),
            Code::Lines(_) => format!("{}.txt", self.still),
            Code::Animated(..) => self.frames.to_owned(),
        }
    }

    /// The files that hold it, as a list for people.
    pub(super) fn files(&self) -> String {
        match self.code {
            Code::Still(_) => format!("{0}.png, {0}.txt", self.still),
            Code::Lines(_) => self.place(),
            Code::Animated(..) => format!("{}/", self.frames),
        }
    }

    /// Writes its pictures.
    pub(super) fn write(&self, out: &Path) -> Result<(), Failure> {
        match &self.code {
            Code::Still(text) => {
                files::write(&out.join(format!("{}.txt", self.still)), format!("{text}\n").as_bytes())?;
                files::write(&out.join(self.place()), &qr::png(text)?)
            }
            Code::Lines(text) => files::write(&out.join(self.place()), format!("{text}\n").as_bytes()),
            Code::Animated(texts, _) => animation::write(&out.join(self.frames), texts),
        }
    }

    /// Whether this is what was read back from them.
    pub(super) fn is_in(&self, arrived: &Arrived) -> bool {
        match (&self.code, arrived) {
            // A text file ends with a line end.
            (Code::Still(text) | Code::Lines(text), Arrived::Text(read)) => {
                text == read.as_str().trim_end_matches('\n')
            }
            (Code::Animated(_, carried), Arrived::Whole(_, read)) => carried == read,
            _ => false,
        }
    }
}

impl Code {
    fn of_showing(scene: &Scene, animate: bool) -> Result<Self, Failure> {
        let carried = scene.present().frame(Deflate::WhenItPays);
        Self::new(frame::text(&carried), carried, animated::PRESENTATION, animate)
    }

    fn new(text: String, carried: Vec<u8>, what: u64, animate: bool) -> Result<Self, Failure> {
        if !animate && text.len() <= MAX_STILL {
            return Ok(Self::Still(text));
        }
        let texts = animation::texts(&carried, what).ok_or(Trouble::DemoTooLong)?;
        Ok(Self::Animated(texts, carried))
    }
}
