//! What the standard library would do for the module, which then need not be in it: memory, and the end of a panic.
//!
//! A page sees a panic as a trap either way. The standard library would first put its message together, for a stream
//! that a page does not have: every message, place in a source and way to write a number for them.

use core::panic::PanicInfo;
use dlmalloc::GlobalDlmalloc;
use zeroizing_alloc::ZeroAlloc;

/// The allocator that the standard library has for this target, and each block is overwritten when it goes back: what
/// JavaScript passes and is given (codes, values, seeds) goes by way of buffers that are made and dropped where none of
/// our lines could wipe them.
#[global_allocator]
static MEMORY: ZeroAlloc<GlobalDlmalloc> = ZeroAlloc(GlobalDlmalloc);

#[panic_handler]
fn stop(_: &PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
