# Sourced by build and test: the compiler, and what it compiles against. Nothing of it is packed.
#
# The Kotlin compiler comes inside a wheel of PyPI, for no other registry at hand carries it. JNA is Debian's, of one version
# with what an Android app declares or older; gson reads the case files of the tests.

# One version with what the committed sources were compiled by last.
readonly KOTLIN_WHEEL=kotlin-jupyter-kernel==0.19.0.944
readonly JNA=/usr/share/java/jna.jar
readonly GSON=/usr/share/java/gson.jar
# Where Debian keeps the native half of JNA.
readonly JNA_NATIVE=/usr/lib/$(uname -m)-linux-gnu/jni

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=$(mkdir -p "${CARGO_TARGET_DIR:-$here/../target}" && cd "${CARGO_TARGET_DIR:-$here/../target}" && pwd)
export CARGO_TARGET_DIR=$target
readonly tools=$target/kotlin

# Exit code 77: what cannot be had here is not there, said out loud.
missing() {
  printf 'Kotlin: skipped, %s\n' "$1" >&2
  exit 77
}

prepare() {
  command -v java >/dev/null || missing "no Java"
  if [[ ! -e $JNA || ! -e $GSON ]]; then
    [[ $EUID == 0 ]] && command -v apt-get >/dev/null \
      && { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libjna-java libgoogle-gson-java; } >/dev/null 2>&1 \
      || missing "no JNA and gson (Debian: libjna-java libgoogle-gson-java)"
  fi
  if [[ ! -d $tools/run_kotlin_kernel ]]; then
    mkdir -p "$tools"
    python3 -m pip download --quiet --no-deps --dest "$tools" "$KOTLIN_WHEEL" || missing "no Kotlin compiler"
    python3 -m zipfile -e "$tools"/kotlin_jupyter_kernel-*.whl "$tools"
    rm "$tools"/kotlin_jupyter_kernel-*.whl
  fi
  local jars=$tools/run_kotlin_kernel/jars
  STDLIB=$(compgen -G "$jars/kotlin-stdlib-2*.jar")
  COMPILER=$(compgen -G "$jars/kotlin-jupyter-kernel-*-all.jar"):$STDLIB:$(compgen -G "$jars/kotlin-reflect-*.jar")
}

# kotlin <jar to write> <class path> <sources…>
kotlin() {
  local jar=$1 path=$2
  shift 2
  java -Xmx1500m -cp "$COMPILER" org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -no-stdlib -no-reflect -nowarn -jvm-target 11 \
    -cp "$STDLIB:$JNA:$path" -d "$jar" "$@"
}
