//! COSE_Sign1 (RFC 9052 §4.2) in two steps: what is signed, and what is sent. Both open to change.

use crate::cbor::{Item, Map};
use crate::key::SignKey;

/// What will be signed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sign1 {
    /// "Signature1".
    pub context: String,
    /// Content of the protected bucket.
    pub protected: Vec<u8>,
    /// Empty in DC1.
    pub external_aad: Vec<u8>,
    /// Content of the payload.
    pub payload: Vec<u8>,
    /// Not signed.
    pub unprotected: Item,
}

impl Sign1 {
    /// Protected header and payload as maps, an empty unprotected bucket.
    #[must_use]
    pub fn new(protected: &Map, payload: &Map) -> Self {
        Self::of_bytes(protected.encode(), payload.encode())
    }

    /// The same of raw bytes.
    #[must_use]
    pub fn of_bytes(protected: Vec<u8>, payload: Vec<u8>) -> Self {
        let context = "Signature1".to_owned();
        Self { context, protected, external_aad: Vec::new(), payload, unprotected: Map::new().into() }
    }

    /// This, with another unprotected bucket.
    #[must_use]
    pub fn unprotected(mut self, bucket: impl Into<Item>) -> Self {
        self.unprotected = bucket.into();
        self
    }

    /// The Sig_structure: `[context, protected, external_aad, payload]`.
    #[must_use]
    pub fn to_be_signed(&self) -> Vec<u8> {
        let parts = [self.protected.clone(), self.external_aad.clone(), self.payload.clone()];
        let mut members = vec![Item::from(self.context.as_str())];
        members.extend(parts.into_iter().map(Item::Bytes));
        Item::Array(members).encode()
    }

    /// Signed.
    #[must_use]
    pub fn sign(&self, key: &SignKey) -> Signed {
        self.with_signature(key.sign(&self.to_be_signed()))
    }

    /// With whatever stands for a signature.
    #[must_use]
    pub fn with_signature(&self, signature: Vec<u8>) -> Signed {
        Signed {
            tags: vec![18],
            protected: Item::Bytes(self.protected.clone()),
            unprotected: self.unprotected.clone(),
            payload: Item::Bytes(self.payload.clone()),
            signature: Item::Bytes(signature),
        }
    }
}

/// What is sent. Change a part here and the signature stays as it was.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Signed {
    /// Tags around the array, outermost first: `[18]`.
    pub tags: Vec<u64>,
    /// Protected bucket.
    pub protected: Item,
    /// Unprotected bucket.
    pub unprotected: Item,
    /// Payload.
    pub payload: Item,
    /// Signature.
    pub signature: Item,
}

impl Signed {
    /// As a CBOR item.
    #[must_use]
    pub fn item(&self) -> Item {
        let parts = [&self.protected, &self.unprotected, &self.payload, &self.signature];
        let array = Item::Array(parts.into_iter().cloned().collect());
        self.tags.iter().rev().fold(array, |item, tag| item.tagged(*tag))
    }

    /// Encoded.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        self.item().encode()
    }

    /// The signature's bytes, if they are a byte string.
    pub const fn signature_mut(&mut self) -> Option<&mut Vec<u8>> {
        bytes_mut(&mut self.signature)
    }

    /// The payload's bytes, if they are a byte string.
    pub const fn payload_mut(&mut self) -> Option<&mut Vec<u8>> {
        bytes_mut(&mut self.payload)
    }

    /// The protected bucket's bytes, if they are a byte string.
    pub const fn protected_mut(&mut self) -> Option<&mut Vec<u8>> {
        bytes_mut(&mut self.protected)
    }
}

const fn bytes_mut(item: &mut Item) -> Option<&mut Vec<u8>> {
    match item {
        Item::Bytes(bytes) => Some(bytes),
        _ => None,
    }
}

/// `{ 1 => alg, 4 => kid, 16 => typ }`: the protected header of everything an authority or issuer signs.
#[must_use]
pub fn protected(key: &SignKey, typ: impl Into<Item>) -> Map {
    Map::new().with(1, key.alg()).with(4, key.kid()).with(16, typ)
}
