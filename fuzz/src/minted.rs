//! The one file of the fuzz crate that speaks to the kit.

use doichieu_kit::Seed;
use doichieu_kit::scene::World;

/// What the kit made: a bundle, a post's licence and showings for it, as bytes.
pub struct Minted {
    /// Anchor file, marked as a test's.
    pub roots: Vec<u8>,
    /// Bundle file.
    pub bundle: Vec<u8>,
    /// Licence to ask, for traffic control.
    pub licence: Vec<u8>,
    /// When it all is in force, in seconds.
    pub at: u64,
    /// Frames of genuine showings, each in both forms: as they are, and deflated. Wallets with Ed25519 keys: another's
    /// signature has a valid twin, which would make a showing of the kit look like one it never minted.
    pub frames: Vec<Vec<u8>>,
    texts: Vec<String>,
}

impl Minted {
    pub(crate) fn new() -> Self {
        let world = World::new(Seed::new([0x2F; 32]));
        let (mut frames, mut texts) = (Vec::new(), Vec::new());
        for showing in world.showings() {
            for deflate in [doichieu_kit::frame::Deflate::Never, doichieu_kit::frame::Deflate::Always] {
                let frame = showing.frame(deflate);
                texts.push(doichieu_kit::frame::text(&frame));
                frames.push(frame);
            }
        }
        Self { roots: world.roots(), bundle: world.bundle(), licence: world.licence(), at: world.at(), frames, texts }
    }

    /// The texts of the codes, in the order of `frames`.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(String::as_str)
    }
}
