//! Many reports at once, column by column: no Python object for a row.
//!
//! What comes in and goes out are Arrow's own buffers, taken apart and put together by `doichieu/_batch.py`: no crate for
//! Arrow is needed for that.

use crate::error::DoichieuError;
use crate::inspector::Inspector;
use crate::names;
use doichieu::time::UnixTime;
use doichieu::{Ask, EncounterSeed, LegalBasis, RecomputeError, Salt};
use ed25519_dalek::{Signer, SigningKey};
use pyo3::buffer::PyBuffer;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use std::thread;

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(recompute_columns, module)?)?;
    module.add_function(wrap_pyfunction!(bare_checks, module)?)
}

/// A column of bytes: offsets of 32 bits, little-endian, one more than rows; the bytes; per row whether it is there.
type Column = (PyBuffer<u8>, PyBuffer<u8>, PyBuffer<u8>);

/// Copied as a whole, for Python might write into its own while threads read.
struct Bytes {
    offsets: Vec<u8>,
    data: Vec<u8>,
    there: Vec<u8>,
}

impl Bytes {
    fn of(py: Python<'_>, (offsets, data, there): Column) -> PyResult<Self> {
        Ok(Self { offsets: offsets.to_vec(py)?, data: data.to_vec(py)?, there: there.to_vec(py)? })
    }

    fn offset(&self, at: usize) -> Option<usize> {
        let start = at.checked_mul(4)?;
        let bytes = self.offsets.get(start..start.checked_add(4)?)?;
        usize::try_from(i32::from_le_bytes(bytes.try_into().ok()?)).ok()
    }

    /// `None`: null, or not within its buffers.
    fn get(&self, row: usize) -> Option<&[u8]> {
        if self.there.get(row) != Some(&1) {
            return None;
        }
        self.data.get(self.offset(row)?..self.offset(row.checked_add(1)?)?)
    }

    fn text(&self, row: usize) -> Option<&str> {
        core::str::from_utf8(self.get(row)?).ok()
    }
}

/// What came of a row.
enum Outcome {
    Report(Box<doichieu::Report>),
    /// A code: not a document, or no inputs of a report.
    Refused(&'static str),
}

struct Rows<'a> {
    inspector: &'a doichieu::Inspector,
    frame: Bytes,
    at: Vec<u8>,
    purpose: Bytes,
    salt: Bytes,
    challenge: Bytes,
    question: Bytes,
    basis: Bytes,
    extract: Bytes,
}

impl Rows<'_> {
    fn row(&self, row: usize) -> Outcome {
        self.recomputed(row).unwrap_or_else(Outcome::Refused)
    }

    fn recomputed(&self, row: usize) -> Result<Outcome, &'static str> {
        let frame = self.frame.get(row).ok_or("argument.bytes")?;
        let at = self.time(row).ok_or("argument.time")?;
        let ask = self.ask(row)?;
        let extract = self.extract.get(row).ok_or("argument.extract")?;
        match self.inspector.recompute(frame, &ask, at, extract) {
            Ok(report) => Ok(Outcome::Report(Box::new(report))),
            Err(RecomputeError::Frame(why)) => Err(why.reason().code()),
            Err(_) => Err("argument.extract"),
        }
    }

    fn time(&self, row: usize) -> Option<UnixTime> {
        let start = row.checked_mul(8)?;
        let bytes = self.at.get(start..start.checked_add(8)?)?;
        UnixTime::new(u64::try_from(i64::from_le_bytes(bytes.try_into().ok()?)).ok()?)
    }

    fn ask(&self, row: usize) -> Result<Ask, &'static str> {
        let salt = Salt::new(self.salt.get(row).and_then(|salt| salt.try_into().ok()).ok_or("argument.salt")?);
        if let Some(challenge) = self.challenge.text(row) {
            return self.inspector.kept_ask(challenge, &salt).map_err(|why| why.code());
        }
        let purpose = self.purpose.text(row).and_then(|name| names::purpose(name).ok()).ok_or("argument.purpose")?;
        let seed = EncounterSeed::kept(salt);
        let ask = match (self.question.text(row), self.basis.text(row)) {
            (None, None) => self.inspector.unprompted(purpose, &seed),
            (Some(name), None) => {
                let question = names::question(name).map_err(|_| "argument.question")?;
                self.inspector.unprompted_question(purpose, question, &seed)
            }
            (None, Some(code)) => {
                let basis = LegalBasis::new(code).ok_or("argument.basis")?;
                self.inspector.on_basis(purpose, &basis, &seed)
            }
            (Some(_), Some(_)) => return Err("argument.basis"),
        };
        ask.map_err(|why| why.code())
    }
}

/// Columns of texts on their way out.
#[derive(Default)]
struct Texts {
    offsets: Vec<u8>,
    data: Vec<u8>,
}

impl Texts {
    fn push(&mut self, text: &str) {
        self.data.extend_from_slice(text.as_bytes());
        self.mark();
    }

    /// A batch whose texts outgrow 31 bits is refused before: see `_batch.py`.
    fn mark(&mut self) {
        let end = i32::try_from(self.data.len()).unwrap_or(i32::MAX);
        self.offsets.extend_from_slice(&end.to_le_bytes());
    }
}

type Out<'py> = (Bound<'py, PyBytes>, Bound<'py, PyBytes>);

/// Per row: verdict, headline, codes (offsets of the rows, then the texts), JSON, error. An empty text stands for none.
#[pyfunction]
#[pyo3(signature = (inspector, rows, threads, frame, at, purpose, salt, challenge, question, basis, extract))]
#[expect(clippy::too_many_arguments, reason = "one for each column; called by _batch.py alone")]
fn recompute_columns<'py>(
    py: Python<'py>,
    inspector: &Inspector,
    rows: usize,
    threads: usize,
    frame: Column,
    at: PyBuffer<u8>,
    purpose: Column,
    salt: Column,
    challenge: Column,
    question: Column,
    basis: Column,
    extract: Column,
) -> PyResult<(Out<'py>, Out<'py>, Bound<'py, PyBytes>, Out<'py>, Out<'py>, Out<'py>)> {
    let of = Rows {
        inspector: &inspector.0,
        frame: Bytes::of(py, frame)?,
        at: at.to_vec(py)?,
        purpose: Bytes::of(py, purpose)?,
        salt: Bytes::of(py, salt)?,
        challenge: Bytes::of(py, challenge)?,
        question: Bytes::of(py, question)?,
        basis: Bytes::of(py, basis)?,
        extract: Bytes::of(py, extract)?,
    };
    let outcomes = py.detach(|| all(&of, rows, threads));
    let [mut verdict, mut headline, mut codes, mut json, mut error] = [(); 5].map(|()| Texts::default());
    let mut starts = Vec::new();
    for texts in [&mut verdict, &mut headline, &mut codes, &mut json, &mut error] {
        texts.mark();
    }
    let mut count = 0_i32;
    starts.extend_from_slice(&count.to_le_bytes());
    for outcome in outcomes.ok_or_else(|| DoichieuError::argument("argument.count", "a batch of fewer rows"))? {
        match outcome {
            Outcome::Refused(code) => {
                for texts in [&mut verdict, &mut headline, &mut json] {
                    texts.mark();
                }
                error.push(code);
            }
            Outcome::Report(report) => {
                verdict.push(report.verdict().name());
                headline.push(report.headline().name());
                json.push(&report.to_json());
                error.mark();
                let on_papers = report.papers().iter().flat_map(|paper| paper.findings());
                for finding in report.findings().iter().chain(on_papers) {
                    codes.push(finding.code());
                    count = count.saturating_add(1);
                }
            }
        }
        starts.extend_from_slice(&count.to_le_bytes());
    }
    let out = |texts: &Texts| (PyBytes::new(py, &texts.offsets), PyBytes::new(py, &texts.data));
    Ok((out(&verdict), out(&headline), PyBytes::new(py, &starts), out(&codes), out(&json), out(&error)))
}

/// Row by row in their order, shared out among threads. `None`: a thread was lost.
fn all(of: &Rows<'_>, rows: usize, threads: usize) -> Option<Vec<Outcome>> {
    let threads = threads.clamp(1, 64);
    let share = rows.div_ceil(threads).max(1);
    thread::scope(|scope| {
        let ranges = (0..rows).step_by(share).map(|begin| begin..begin.saturating_add(share).min(rows));
        let workers: Vec<_> =
            ranges.map(|range| scope.spawn(move || range.map(|row| of.row(row)).collect::<Vec<_>>())).collect();
        let done: Result<Vec<_>, _> = workers.into_iter().map(|worker| worker.join()).collect();
        done.ok().map(|shares| shares.into_iter().flatten().collect())
    })
}

/// So many checks of one Ed25519 signature over 600 bytes, and nothing else: what a batch's pace is held against.
#[pyfunction]
fn bare_checks(py: Python<'_>, checks: u32) -> bool {
    let (key, message) = (SigningKey::from_bytes(&[7; 32]), [42; 600]);
    let (signature, public) = (key.sign(&message), key.verifying_key());
    py.detach(|| (0..checks).all(|_| public.verify_strict(&message, &signature).is_ok()))
}
