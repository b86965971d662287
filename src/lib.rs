//! doichieu
#![no_std]
extern crate alloc;
pub mod field;
pub mod input;
pub mod reason;
pub mod time;
