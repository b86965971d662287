//! The command line: commands, options, and what each accepts.

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use doichieu::Language;
use doichieu::time::UnixTime;
use std::path::PathBuf;

mod ask;
mod demo;
mod device;
mod errors;
mod exchange;
mod help;
mod inspect;
mod nothing;
mod parsers;
mod plain;
mod rates;
mod read;

pub(crate) use ask::{Ask, Recompute};
pub(crate) use demo::Demo;
pub(crate) use device::{Device, Lists, Output, Sensitive, Standing};
pub(crate) use exchange::{ApplyDelta, Batch, Diff, PublishDir, Receive, Show};
pub(crate) use help::spoken as spoken_command;
pub(crate) use inspect::{Consent, Encounter, Inspect, waiting};
pub(crate) use nothing::{Nothing, Number};
pub(crate) use plain::{Plain, Proven};
pub(crate) use rates::Rates;
pub(crate) use read::read;

use parsers::{basis, purpose, time, whole};

/// Inspects the papers that a citizen shows from the phone, offline.
///
/// Exit codes of an inspection: 0 in order · 1 look it up · 2 refused · 3 not read: scan again, or check another way.
/// 64: the command line is wrong. 65: something is wrong with this device's own files, and nothing is said about
/// anybody. With --json that stands on standard output too: an object error with code, en and vi.
#[derive(Parser, Debug)]
#[command(name = "doichieu", version)]
pub(crate) struct CommandLine {
    /// Language of what is printed.
    #[arg(long, global = true, value_enum, default_value_t = Lang::Vi, value_name = "vi|en")]
    lang: Lang,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Lang {
    Vi,
    En,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Mint everything for a trial, write it, read the QR back from the picture, inspect it.
    Demo(Demo),
    /// Make a request code, which the citizen's phone scans first.
    ///
    /// Writes ask.txt and ask.png, and ask.secret, which opens the answer: delete it once the answer is inspected.
    Ask(Ask),
    /// Inspect one showing, and say what the vehicle or visit needs beside it.
    ///
    /// Headline and exit code are those of an encounter of one: a paper that is needed and was not shown is never
    /// green. Beside the answer to a question, and where no paper was examined, they are the report's own.
    Inspect(Inspect),
    /// No code at all: the app is down, the phone is flat, the code is another app's. What may lawfully be done; no
    /// verdict. Exit 1.
    Nothing(Nothing),
    /// A number that was told in place of a code: its form, and what may lawfully be done with it; no verdict. Exit 1.
    Number(Number),
    /// Inspect the showings of several phones at one encounter, and hold them against each other.
    ///
    /// Exit: 2 if the encounter is refused; else 3 if a code is to be scanned again; else 1 to look it up; 0 in order.
    Encounter(Encounter),
    /// Compute a report again from what was lawfully kept. Exit 0: the same bytes; 1: other bytes.
    Recompute(Recompute),
    /// Verify a consent that `inspect --consent-out` kept, and say what it proves and what not. Needs no network; with
    /// lists, whether they know what the post says.
    ///
    /// Exit 0: its signatures hold; 1: they do, and the lists given do not know its role, issuer or time of keeping;
    /// 65: it proves nothing, or is to be deleted.
    Consent(Consent),
    /// Inspect every entry of a folder, each with a fresh memory: one line of JSON for each. Exit 0 if all could be
    /// read, else 3.
    ///
    /// Beside the report a line holds what the encounter needs, and the summary counts headlines by that too.
    Batch(Batch),
    /// Read an unsigned code of a card (its QR, or its machine-readable zone), and hold it against a proven showing.
    ///
    /// Nothing read this way is verified. Exit 0: read; 3: not read. With --against the exit code is that of the
    /// showing.
    Plain(Plain),
    /// Look at list sets and hand them on, or make one for tests.
    Bundle {
        #[command(subcommand)]
        command: Bundle,
    },
    /// Is this device fit for the shift: age of every list, and until when it is good. Exit 0 ready, 1 not ready.
    Readiness(Readiness),
    /// How many of a folder's pictures a code is read from, how fast, and whether as the text beside it says. Nothing
    /// is inspected, and no text is printed. Exit 0.
    #[command(hide = true)]
    Rates(Rates),
    /// What a code means and what may be done next; a question, a field of a paper or a rule of law too, with article
    /// and dates. Without a name, all of them.
    Explain(Explain),
    /// Print what makes a shell complete the commands and options of this program.
    ///
    /// bash: doichieu completion bash > ~/.local/share/bash-completion/completions/doichieu
    ///
    /// zsh: doichieu completion zsh > FOLDER/_doichieu, with FOLDER in fpath
    ///
    /// fish: doichieu completion fish > ~/.config/fish/completions/doichieu.fish
    Completion(Completion),
}

#[derive(Subcommand, Debug)]
pub(crate) enum Bundle {
    /// Number, hash, times, lists with their ages, roles, root keys.
    Show(Show),
    /// Open it as an inspection would. Exit 65 if it is refused, 0 ready, 1 not ready.
    Check(BundleFile),
    /// Write what changed between two list sets. Hashes are checked, signatures are not: whoever takes it checks them.
    Diff(Diff),
    /// Make the whole new list set of an old one and what changed. It is opened under the root keys before it is
    /// written.
    ApplyDelta(ApplyDelta),
    /// Write a folder to publish: the newest list set whole, what changed from each older one to it, and index.json.
    PublishDir(PublishDir),
    /// Take a list set from the pictures of another device's animated code. It is opened under the root keys before it
    /// is written.
    Receive(Receive),
    /// TEST TOOL: mint a whole test authority: root keys, list set, raw parts, a mandate and a key for each role.
    ///
    /// Everything comes from the seed, so the keys protect nothing. Writes roots.dcr, bundle.dcb, post-ROLE.dcl,
    /// post-ROLE.p8, and parts/, which `bundle sign` takes.
    Build(Build),
    /// TEST TOOL: sign raw part files into a list set under the seed's test authority.
    ///
    /// A part's file is named after the part, with every byte outside A-Z a-z 0-9 . _ - written as %XX: issuers,
    /// profiles, revoked, status%3Ahttps%3A%2F%2Feid.example%2Fs%2F1. `bundle build` writes such files. Contents are
    /// not looked at.
    Sign(Sign),
}

#[derive(Args, Debug)]
pub(crate) struct BundleFile {
    /// The list set.
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) lists: Lists,
    /// Time to judge ages at, RFC 3339; without it this computer's clock.
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) at: Option<UnixTime>,
}

#[derive(Args, Debug)]
pub(crate) struct Build {
    /// Any text: the test authority's keys come from it.
    #[arg(long, value_name = "TEXT")]
    pub(crate) seed: String,
    /// Time of the day the list set is for, RFC 3339; it is issued 90 minutes before.
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) at: UnixTime,
    /// Its number.
    #[arg(long, value_name = "N", default_value = "1", value_parser = whole)]
    pub(crate) number: u64,
    /// Folder to write to; made if it is not there.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
}

#[derive(Args, Debug)]
pub(crate) struct Sign {
    /// The same text as for `bundle build`.
    #[arg(long, value_name = "TEXT")]
    pub(crate) seed: String,
    /// Folder with the part files.
    #[arg(long, value_name = "DIR")]
    pub(crate) parts: PathBuf,
    /// Its number: never smaller than one a device has used.
    #[arg(long, value_name = "N", value_parser = whole)]
    pub(crate) number: u64,
    /// When it is issued, RFC 3339.
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) issued: UnixTime,
    /// When a newer one is due; without it a day later.
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) next: Option<UnixTime>,
    /// From when on nothing is accepted on its word; without it 30 days later.
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) not_after: Option<UnixTime>,
    /// The list set to write.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Args, Debug)]
pub(crate) struct Readiness {
    #[command(flatten)]
    pub(crate) lists: Lists,
    /// The list set: the signed lists that this device carries.
    #[arg(long, value_name = "FILE")]
    pub(crate) bundle: PathBuf,
    /// This post's mandate: its end is shown too, and only its role.
    #[arg(long, value_name = "FILE")]
    pub(crate) post: Option<PathBuf>,
    /// A renewed mandate: what it changes beside this post's is shown, and whether it allows more. Nothing is taken.
    #[arg(long, value_name = "FILE", requires = "post")]
    pub(crate) renewed: Option<PathBuf>,
    /// What this device remembers: a list set older than it knows is refused. It is only read.
    #[arg(long, value_name = "FILE")]
    pub(crate) memory: Option<PathBuf>,
    /// Time to judge ages at, RFC 3339; without it this computer's clock.
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) at: Option<UnixTime>,
}

#[derive(Args, Debug)]
pub(crate) struct Explain {
    /// A code, as printed beside a finding or in report JSON; the name of a question, of a paper or its field, or of a
    /// rule of law.
    #[arg(value_name = "CODE")]
    pub(crate) code: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct Completion {
    /// The shell.
    #[arg(value_name = "SHELL", value_enum)]
    pub(crate) shell: Shell,
}

impl Command {
    /// Whether JSON is what it prints.
    pub(crate) const fn is_for_programs(&self) -> bool {
        match self {
            Self::Inspect(of) => of.output.json,
            Self::Encounter(of) => of.output.json,
            Self::Nothing(of) => of.json,
            Self::Number(of) => of.json,
            Self::Plain(of) => of.json,
            Self::Rates(of) => of.json,
            Self::Batch(_) => true,
            _ => false,
        }
    }

    /// Whether somebody asked for JSON in place of what people read: nothing moves on their screen then.
    pub(crate) const fn is_quiet(&self) -> bool {
        self.is_for_programs() && !matches!(self, Self::Batch(_))
    }
}

impl CommandLine {
    pub(crate) const fn language(&self) -> Language {
        match self.lang {
            Lang::Vi => Language::Vi,
            Lang::En => Language::En,
        }
    }
}
