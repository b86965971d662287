//! What the compiler has to refuse: values do not go where reports go.
fn main() {}

fn written(release: &doichieu::Release) -> String {
    serde_json::to_string(release).unwrap_or_default()
}
