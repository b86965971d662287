//! What an authentic code says, in what time, by whom.

use super::NAME;
use super::attributes::Attributes;
use crate::cbor::claims::read_time;
use crate::cbor::{Error, Key, Reader};
use crate::consent::WithoutConsent;
use crate::document::{Paper, Source, Standing};
use crate::field::Kind;
use crate::finding::Finding;
use crate::input::{Budget, Fault};
use crate::reason::Reason;
use crate::time::UnixTime;
use crate::trust::{Authentic, Issuer, Term};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// The identity in an authentic code whose claims stand. Only [`Identity::read`] makes it.
///
/// It proves what the issuer said of somebody, not that whoever shows it is that person, nor that they agreed to show
/// it.
#[derive(Debug)]
pub(crate) struct Identity<'k> {
    pub(crate) issuer: &'k Issuer,
    pub(crate) identity: WithoutConsent,
    /// About the code as a whole: past its term, a status that cannot be looked up.
    pub(crate) notes: Vec<Finding>,
}

/// `{ 1 => iss, ? 2 => sub, 4 => exp, ? 5 => nbf, 6 => iat, 169 => { … } }` and what nobody here asks about.
#[derive(Default)]
struct Claims {
    issuer: Option<String>,
    exp: Option<UnixTime>,
    nbf: Option<UnixTime>,
    iat: Option<UnixTime>,
    for_somebody: bool,
    has_status: bool,
    attributes: Option<Attributes>,
}

impl<'k> Identity<'k> {
    /// Reads the claims and holds them to the issuer's entry and the time (docs/claim169.md). `tolerated`: seconds past
    /// its term that a role still reads a code.
    pub(crate) fn read(
        authentic: &Authentic<'_, 'k>,
        budget: &Budget,
        tolerated: u64,
        at: UnixTime,
    ) -> Result<Self, Vec<Finding>> {
        let mut reader = authentic.contents().reader(budget);
        let claims = Claims::read(&mut reader).and_then(|claims| reader.finish().map(|()| claims));
        let malformed = |_| Vec::from([Finding::new(Reason::AuthenticClaimsMalformed)]);
        claims.map_err(malformed)?.stand(authentic, tolerated, at)
    }
}

impl Claims {
    fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        let mut claims = Self::default();
        for _ in 0..reader.map()? {
            match reader.key()? {
                Key::Int(1) => claims.issuer = Some(reader.text()?.to_string()),
                Key::Int(4) => claims.exp = Some(read_time(reader)?),
                Key::Int(5) => claims.nbf = Some(read_time(reader)?),
                Key::Int(6) => claims.iat = Some(read_time(reader)?),
                Key::Int(169) => claims.attributes = Some(Attributes::read(reader)?),
                key @ (Key::Int(_) | Key::Text(_)) => {
                    claims.for_somebody |= key == Key::Int(AUDIENCE);
                    claims.has_status |= key == Key::Int(STATUS);
                    reader.skip()?;
                }
                _ => return Err(reader.fault(Fault::Type)),
            }
        }
        Ok(claims)
    }

    fn stand<'k>(
        self,
        authentic: &Authentic<'_, 'k>,
        tolerated: u64,
        at: UnixTime,
    ) -> Result<Identity<'k>, Vec<Finding>> {
        let against = |reason| Err(Vec::from([Finding::new(reason)]));
        let (Some(issuer), Some(exp), Some(iat)) = (self.issuer, self.exp, self.iat) else {
            return against(Reason::AuthenticClaimsMalformed);
        };
        let Some(attributes) = self.attributes else { return against(Reason::AuthenticIdentityMissing) };
        let term = Term { iat, nbf: self.nbf, exp };
        let mut reasons = authentic.against_entry(&issuer, (NAME, NAME), term);
        reasons.extend(term.against_time(at));
        if self.for_somebody {
            reasons.push(Reason::HeldOtherAudience);
        }
        if !reasons.is_empty() {
            return Err(reasons.into_iter().map(Finding::new).collect());
        }
        let mut notes = Vec::new();
        if at >= exp {
            let passed = Finding::new(Reason::AuthenticTermPassed).aged_by_paper(at.since(exp));
            notes.push(if at.since(exp) > tolerated { passed.on_proof() } else { passed });
        }
        if self.has_status {
            notes.push(Finding::new(Reason::CurrentStatusUnknown));
        }
        let source =
            Source { authority: issuer, as_of: iat, standing: Standing::InForce, status: None, evidence: None };
        let Attributes { fields, never_passed, left_out, findings } = attributes;
        let paper = Paper { kind: Kind::IDENTITY, source, fields, withheld: 0 };
        let identity = WithoutConsent { paper, never_passed, left_out, findings };
        Ok(Identity { issuer: authentic.issuer(), identity, notes })
    }
}

/// `aud` (RFC 8392 §3.1.3): made for a recipient, which nobody here is.
const AUDIENCE: i64 = 3;
/// `status` (draft-ietf-oauth-status-list): lists that such an issuer keeps are not among those of the bundle.
const STATUS: i64 = 65_535;
