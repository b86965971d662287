//! Status lists that others published.

mod vectors;
