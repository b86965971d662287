//! Claim 169 codes (docs/claim169.md): an identity signed whole, as another system's issuer prints it. Written from
//! that page and from the specification, not from the code that reads it.

use doichieu::field::Kind;
use doichieu::time::Day;

use crate::cbor::{Item, Map};
use crate::cose::{Sign1, Signed};
use crate::frame::{self, Deflate};
use crate::issuer::Issuer;
use crate::key::{Alg, SignKey};
use crate::people::Person;
use crate::scene::{self, World};

/// The name of the format in an issuer's entry.
pub const FORMAT: &str = "claim169";
/// The claim that holds the identity.
pub const IDENTITY_DATA: u64 = 169;
/// The issuer's name, and the origin authority of its identities.
pub const ISSUER: &str = "id.example";
/// A legal basis that the police of [`world`] have.
pub const BASIS: &str = "law-91-2025-art-19";

const YEAR: u64 = 365 * 86_400;

/// An issuer of such codes: for the kind identity, for itself, for three years at most.
#[must_use]
pub fn issuer(world: &World, alg: Alg) -> Issuer {
    let kinds = [(Kind::IDENTITY, vec![ISSUER])];
    let seed = world.seed.child("claim169");
    let mut issuer = scene::issuer(ISSUER, "https://id.example/s/1", alg, &kinds, seed, world.now);
    issuer.formats = vec![FORMAT.to_owned()];
    issuer.longest_life = 3 * YEAR;
    issuer.lists.clear();
    issuer
}

/// A day on which such codes are read too: their issuer is listed, and the police have a legal basis.
#[must_use]
pub fn world(alg: Alg) -> World {
    let mut world = World::demo();
    list(&mut world, alg);
    world
}

/// Lists the issuer in a world, and gives its police the legal basis.
pub fn list(world: &mut World, alg: Alg) {
    world.more_issuers = vec![issuer(world, alg).entry()];
    for profile in world.profiles.iter_mut().filter(|profile| profile.role == "traffic_police") {
        profile.legal_bases = vec![BASIS.to_owned()];
    }
}

/// What a code says of a person: number, name, birth, gender, address, nationality, and a photograph of four bytes.
#[must_use]
pub fn identity(person: &Person) -> Map {
    let born = match &person.born {
        Item::Tag(100, days) => day(days).unwrap_or_default(),
        Item::Text(text) => text.clone(),
        _ => String::new(),
    };
    Map::new()
        .with(1, person.personal_no.as_str())
        .with(2, "1.2.0")
        .with(4, person.name.as_str())
        .with(8, born)
        .with(9, if person.gender == "Nam" { 1 } else { 2 })
        .with(10, person.residence.as_str())
        .with(13, "VN")
        .with(16, vec![0xff_u8, 0xd8, 0xff, 0xe0])
        .with(17, 1)
}

fn day(days: &Item) -> Option<String> {
    let number = match days {
        Item::Uint(days) => i64::try_from(*days).ok()?,
        Item::Neg(before) => i64::try_from(*before).ok()?.checked_neg()?.checked_sub(1)?,
        _ => return None,
    };
    let (year, month, day) = Day::new(number)?.civil();
    Some(format!("{year:04}{month:02}{day:02}"))
}

/// A code before its signature. Change any part.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CodeDraft {
    /// The key that will sign.
    pub key: SignKey,
    /// Protected bucket: the algorithm, by the number most issuers write.
    pub protected: Map,
    /// Unprotected bucket: the kid.
    pub unprotected: Map,
    /// The claims around the identity.
    pub claims: Map,
}

impl CodeDraft {
    /// A code of a person by an issuer, from a week ago for two years.
    #[must_use]
    pub fn new(world: &World, issuer: &Issuer) -> Self {
        let key = issuer.key.key.clone();
        let alg = if key.kind() == Alg::P256 { -7 } else { -8 };
        let iat = world.now.saturating_sub(7 * 86_400);
        let claims = Map::new()
            .with(1, issuer.iss.as_str())
            .with(4, iat.saturating_add(2 * YEAR))
            .with(6, iat)
            .with(IDENTITY_DATA, identity(&world.person));
        let unprotected = Map::new().with(4, key.kid());
        Self { key, protected: Map::new().with(1, alg), unprotected, claims }
    }

    /// The identity, to change.
    pub fn identity_mut(&mut self) -> Option<&mut Map> {
        self.claims.map_mut(IDENTITY_DATA)
    }

    /// What will be signed.
    #[must_use]
    pub fn sign1(&self) -> Sign1 {
        Sign1::new(&self.protected, &self.claims).unprotected(self.unprotected.clone())
    }

    /// Signed.
    #[must_use]
    pub fn sign(&self) -> Signed {
        self.sign1().sign(&self.key)
    }

    /// The text of its code, compressed.
    #[must_use]
    pub fn text(&self) -> String {
        text(&self.sign().encode(), Deflate::Always)
    }
}

/// The text of a code around a CWT: base45 without a prefix.
#[must_use]
pub fn text(cwt: &[u8], deflate: Deflate) -> String {
    base45::encode(frame::frame(cwt, deflate))
}

/// A COSE_Encrypt0 for which nobody here has the key.
#[must_use]
pub fn encrypted() -> Item {
    let protected = Map::new().with(1, 3);
    let nonce = Map::new().with(5, vec![7_u8; 12]);
    Item::Array(vec![Item::from(protected).embedded(), nonce.into(), vec![9_u8; 96].into()]).tagged(16)
}
