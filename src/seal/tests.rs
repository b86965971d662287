//! Envelopes that others published.

mod vectors;
