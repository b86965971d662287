//! Signatures as hosts' keystores write them.

/// A DER signature of P-256 (`ECDSA-Sig-Value`, RFC 3279 §2.2.3), as Android's Keystore and Apple's Secure Enclave write
/// it, as the 64 bytes that COSE takes (RFC 9053 §2.1). `None`: it is none, and may be one already.
pub(crate) fn raw(signature: &[u8]) -> Option<[u8; 64]> {
    if signature.len() == 64 {
        return None;
    }
    p256::ecdsa::Signature::from_der(signature).ok().map(|signature| signature.to_bytes().into())
}

#[cfg(test)]
mod tests {
    use super::raw;

    #[test]
    fn der_is_read_and_nothing_else_is_touched() {
        let der = |r: &[u8], s: &[u8]| {
            let integer = |of: &[u8]| [&[2, u8::try_from(of.len()).unwrap_or(0)], of].concat();
            let both = [integer(r), integer(s)].concat();
            [&[0x30, u8::try_from(both.len()).unwrap_or(0)], &*both].concat()
        };
        let mut expected = [0; 64];
        (expected[31], expected[63]) = (5, 9);
        assert_eq!(raw(&der(&[5], &[9])), Some(expected));
        for other in [&[][..], &[0x30], &[7; 64], &[7; 63], &[0; 72], &der(&[5], &[])] {
            assert_eq!(raw(other), None, "{other:?}");
        }
    }
}
