//! docs/api.txt: the public surface of the crate, printed from the sources, so that a change of it is seen in review.
//! It is not a promise before 1.0; it is a list.
//!
//! After a change: `DOICHIEU_BLESS=1 cargo test --test surface`, and read the difference. What macros make of the
//! tables (reasons, steps, kinds, fields) stands on the pages of docs/ that are printed from them.

#![expect(clippy::panic, reason = "a page that differs is told with a hint")]
#![expect(clippy::disallowed_methods, reason = "sources and pages are files, and blessing is asked for by a variable")]

use quote::ToTokens;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use syn::{Attribute, Fields, ImplItem, Item, ItemImpl, TraitItem, Type, UseTree, Visibility};

/// What is exported by name, and every line about it.
#[derive(Default)]
struct Surface {
    exported: BTreeSet<String>,
    /// Name of the item, and the line.
    lines: BTreeSet<(String, String)>,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn gather(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let is_test = path.file_stem().is_some_and(|stem| stem == "tests" || stem == "draft_tests");
        if is_test {
            continue;
        }
        if path.is_dir() {
            gather(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

/// Tokens as one line, without the spaces that the printer of tokens puts everywhere.
fn line(of: impl ToTokens) -> String {
    let tight = [
        (" :: ", "::"),
        (" < ", "<"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        (" ,", ","),
        (",)", ")"),
        (" :", ":"),
        (" ;", ";"),
        ("& ", "&"),
        ("->", " -> "),
        ("  ", " "),
    ];
    tight.into_iter().fold(of.to_token_stream().to_string(), |text, (spaced, to)| text.replace(spaced, to))
}

const fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("cfg") && line(attribute).contains("test"))
}

fn names(tree: &UseTree, into: &mut BTreeSet<String>) {
    match tree {
        UseTree::Path(path) => names(&path.tree, into),
        UseTree::Name(name) => drop(into.insert(name.ident.to_string())),
        UseTree::Rename(name) => drop(into.insert(name.rename.to_string())),
        UseTree::Group(group) => group.items.iter().for_each(|tree| names(tree, into)),
        UseTree::Glob(_) => {}
    }
}

impl Surface {
    fn add(&mut self, name: &str, text: String) {
        self.lines.insert((name.to_owned(), text));
    }

    fn read(&mut self, path: &Path, is_door: bool) {
        let source = fs::read_to_string(path).unwrap_or_default();
        let Ok(file) = syn::parse_file(&source) else { panic!("{} is no Rust", path.display()) };
        for item in &file.items {
            self.item(item, is_door);
        }
    }

    /// `is_door`: what this file uses in public, or has in public, is exported under its own name.
    fn item(&mut self, item: &Item, is_door: bool) {
        match item {
            Item::Use(of) if is_public(&of.vis) && is_door => names(&of.tree, &mut self.exported),
            Item::Struct(of) if is_public(&of.vis) => {
                self.own(&of.ident.to_string(), is_door);
                self.fields(&of.ident.to_string(), &of.fields);
                self.add(&of.ident.to_string(), format!("struct {}{}", of.ident, line(&of.generics)));
            }
            Item::Enum(of) if is_public(&of.vis) => {
                let name = of.ident.to_string();
                self.own(&name, is_door);
                self.add(&name, format!("enum {name}{}", line(&of.generics)));
                for variant in &of.variants {
                    self.add(&name, format!("{name}::{}{}", variant.ident, line(&variant.fields)));
                }
            }
            Item::Fn(of) if is_public(&of.vis) => {
                self.own(&of.sig.ident.to_string(), is_door);
                self.add(&of.sig.ident.to_string(), line(&of.sig));
            }
            Item::Const(of) if is_public(&of.vis) => {
                self.own(&of.ident.to_string(), is_door);
                self.add(&of.ident.to_string(), format!("const {}: {}", of.ident, line(&of.ty)));
            }
            Item::Type(of) if is_public(&of.vis) => {
                self.own(&of.ident.to_string(), is_door);
                self.add(&of.ident.to_string(), format!("type {} = {}", of.ident, line(&of.ty)));
            }
            Item::Trait(of) if is_public(&of.vis) => {
                let name = of.ident.to_string();
                self.own(&name, is_door);
                for member in &of.items {
                    if let TraitItem::Fn(member) = member {
                        self.add(&name, format!("{name}::{}", line(&member.sig)));
                    }
                }
            }
            Item::Impl(of) if !is_test(&of.attrs) => self.implementation(of),
            _ => {}
        }
    }

    fn own(&mut self, name: &str, is_door: bool) {
        if is_door {
            self.exported.insert(name.to_owned());
        }
    }

    fn fields(&mut self, name: &str, fields: &Fields) {
        for (place, field) in fields.iter().enumerate().filter(|(_, field)| is_public(&field.vis)) {
            let of = field.ident.as_ref().map_or_else(|| place.to_string(), ToString::to_string);
            self.add(name, format!("{name}.{of}: {}", line(&field.ty)));
        }
    }

    fn implementation(&mut self, of: &ItemImpl) {
        let Type::Path(path) = &*of.self_ty else { return };
        let Some(name) = path.path.segments.last().map(|segment| segment.ident.to_string()) else { return };
        if let Some((_, implemented, _)) = &of.trait_ {
            let implemented = implemented.segments.last().map(line).unwrap_or_default();
            return self.add(&name, format!("impl {implemented} for {name}"));
        }
        for member in &of.items {
            match member {
                ImplItem::Fn(member) if is_public(&member.vis) && !is_test(&member.attrs) => {
                    self.add(&name, format!("{name}::{}", line(&member.sig)));
                }
                ImplItem::Const(member) if is_public(&member.vis) => {
                    self.add(&name, format!("{name}::{}: {}", member.ident, line(&member.ty)));
                }
                _ => {}
            }
        }
    }

    fn printed(&self) -> String {
        let mut text = String::from("# Printed by tests/surface.rs; do not edit by hand.\n");
        for (_, of) in self.lines.iter().filter(|(name, _)| self.exported.contains(name)) {
            text.push_str(of);
            text.push('\n');
        }
        text
    }
}

#[test]
fn the_public_surface_is_as_it_was_read() {
    let (src, mut files, mut surface) = (root().join("src"), Vec::new(), Surface::default());
    gather(&src, &mut files);
    let lib = fs::read_to_string(src.join("lib.rs")).unwrap_or_default();
    for path in &files {
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let is_public_module = path.parent() == Some(&src) && lib.contains(&format!("\npub mod {name};"));
        surface.read(path, name == "lib" || is_public_module);
    }
    let (page, printed) = (root().join("docs/api.txt"), surface.printed());
    assert!(printed.lines().count() > 400, "too little was read");
    if std::env::var_os("DOICHIEU_BLESS").is_some() {
        fs::write(&page, &printed).unwrap_or_else(|error| panic!("{error}"));
    }
    let kept = fs::read_to_string(&page).unwrap_or_default();
    let (kept, printed): (BTreeSet<&str>, BTreeSet<&str>) = (kept.lines().collect(), printed.lines().collect());
    let (gone, new): (Vec<_>, Vec<_>) = (kept.difference(&printed).collect(), printed.difference(&kept).collect());
    assert!(gone.is_empty() && new.is_empty(), "gone: {gone:#?}\nnew: {new:#?}\nread it, then DOICHIEU_BLESS=1");
}
