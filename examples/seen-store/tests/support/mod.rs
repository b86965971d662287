//! Debian's servers, each of its own in a folder of its own, on a socket and no port.

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// A server that ends with the test.
pub struct Server {
    folder: PathBuf,
    start: Vec<String>,
    ready: Vec<String>,
    running: Option<Child>,
    pub address: String,
}

/// PostgreSQL, or `None` where it is not installed.
pub fn postgres() -> Option<Server> {
    let bin = postgres_folder()?;
    let (folder, program) = (folder(), |name: &str| bin.join(name).display().to_string());
    let data = folder.join("data").display().to_string();
    let place = folder.display().to_string();
    let made = run(&[&program("initdb"), "-D", &data, "-A", "trust", "-U", "doichieu", "--no-sync"], &folder);
    assert!(made, "initdb");
    let socket = format!("unix_socket_directories={place}");
    let start =
        [&program("postgres"), "-D", &data, "-c", "listen_addresses=", "-c", &socket, "-c", "max_connections=40"];
    let ready = [&program("pg_isready"), "-q", "-h", &place, "-U", "doichieu", "-d", "postgres"];
    let address = format!("host={place} user=doichieu dbname=postgres connect_timeout=5");
    Some(Server::start(folder, &start.map(String::from), &ready.map(String::from), address))
}

/// Redis that outlives its crash, or `None` where it is not installed.
pub fn redis() -> Option<Server> {
    let found = Command::new("redis-server").arg("--version").stdout(Stdio::null()).status();
    if !found.is_ok_and(|status| status.success()) {
        return None;
    }
    let folder = folder();
    let (place, socket) = (folder.display().to_string(), folder.join("redis").display().to_string());
    let kept = ["--save", "", "--appendonly", "yes", "--appendfsync", "always"];
    let start = ["redis-server", "--port", "0", "--unixsocket", &socket, "--dir", &place].into_iter().chain(kept);
    let ready = ["redis-cli", "-s", &socket, "ping"].map(String::from);
    let address = format!("redis+unix://{socket}");
    Some(Server::start(folder, &start.map(String::from).collect::<Vec<_>>(), &ready, address))
}

impl Server {
    fn start(folder: PathBuf, start: &[String], ready: &[String], address: String) -> Self {
        let mut server = Self { folder, start: start.to_vec(), ready: ready.to_vec(), running: None, address };
        server.begin();
        server
    }

    /// Starts it, or starts it again with what it kept.
    pub fn begin(&mut self) {
        self.running = Some(as_somebody(&self.start, &self.folder).spawn().unwrap());
        let begun = Instant::now();
        while !run(&self.ready, &self.folder) {
            assert!(begun.elapsed() < Duration::from_secs(60), "not ready: {:?}", self.start);
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Ends it as a crash does, without a word to anybody: PostgreSQL by SIGQUIT, which writes nothing either, and
    /// takes its children along.
    pub fn crash(&mut self) {
        let Some(mut child) = self.running.take() else { return };
        let signal = if self.address.starts_with("redis") { "-KILL" } else { "-QUIT" };
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
        child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.crash();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn postgres_folder() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?.flatten().map(|version| version.path().join("bin"));
    versions.filter(|bin| bin.join("postgres").exists() && bin.join("initdb").exists()).max()
}

/// A new folder that the server's user may write; its name is short, for so are names of sockets.
fn folder() -> PathBuf {
    static LAST: AtomicU32 = AtomicU32::new(0);
    let number = LAST.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("dc-{}-{number}", std::process::id()));
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    if let Some((user, group)) = somebody() {
        chown(&folder, Some(user), Some(group)).unwrap();
    }
    folder
}

/// PostgreSQL does not run as root: the package's user then.
fn somebody() -> Option<(u32, u32)> {
    let id = |of: &[&str]| {
        let told = Command::new("id").args(of).output().ok()?;
        String::from_utf8(told.stdout).ok()?.trim().parse::<u32>().ok()
    };
    let other = || ["postgres", "nobody"].into_iter().find_map(|name| Some((id(&["-u", name])?, id(&["-g", name])?)));
    (id(&["-u"]) == Some(0)).then(other).flatten()
}

fn as_somebody<S: AsRef<str>>(command: &[S], folder: &Path) -> Command {
    let mut words: Vec<String> = Vec::new();
    if let Some((user, group)) = somebody() {
        words.extend([
            "setpriv".into(),
            format!("--reuid={user}"),
            format!("--regid={group}"),
            "--clear-groups".into(),
        ]);
    }
    words.extend(command.iter().map(|word| word.as_ref().to_owned()));
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn run<S: AsRef<str>>(command: &[S], folder: &Path) -> bool {
    as_somebody(command, folder).status().is_ok_and(|status| status.success())
}
