//! Both algorithms against what others published.

mod strict;
mod wycheproof;
