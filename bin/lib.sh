# shellcheck shell=bash
# For the scripts of this folder, to be sourced: finds the tools they need, or installs them and says so.

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Runs a command apart from the terminal's Ctrl-C, which reaches only this script; this script hands it on as SIGTERM,
# so that whoever stops many things can stop them in order.
child=
stopped=
stop_child() {
  stopped=yes
  [[ -z $child ]] || kill -TERM "$child" 2>/dev/null || true
}

run_child() { # COMMAND…
  local code=0
  trap stop_child INT TERM HUP
  set -m
  "$@" </dev/null &
  child=$!
  set +m
  wait "$child" || code=$?
  while kill -0 "$child" 2>/dev/null; do
    code=0
    wait "$child" || code=$?
  done
  child=
  return "$code"
}

# Installs Debian packages where that is possible, else names the one command that does it.
install_packages() { # PACKAGE…
  local sudo=()
  [[ $(id -u) == 0 ]] || sudo=(sudo -n)
  if ! command -v apt-get >/dev/null || { [[ ${#sudo[@]} != 0 ]] && ! sudo -n true 2>/dev/null; }; then
    fail "Please install: $*"
  fi
  say "Installing $* (apt-get)"
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null || true
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
    fail "Could not install: $*. Please install it by hand."
}

need_command() { # COMMAND PACKAGE
  command -v "$1" >/dev/null || install_packages "$2"
}

is_jdk_25() { # DIRECTORY
  [[ -x $1/bin/javac && -r $1/release ]] && grep -q '^JAVA_VERSION="25[."]' "$1/release"
}

# Sets JAVA_HOME and PATH to a JDK 25, wherever it is.
find_jdk() {
  local candidate on_path
  on_path=$(command -v javac || true)
  for candidate in "${JAVA_HOME:-}" "${on_path:+$(dirname "$(dirname "$(readlink -f "$on_path")")")}" \
    /usr/lib/jvm/* /opt/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if [[ -n $candidate ]] && is_jdk_25 "$candidate"; then
      export JAVA_HOME=$candidate PATH=$candidate/bin:$PATH
      return
    fi
  done
  [[ -z ${jdk_was_installed:-} ]] || fail "The JDK 25 that was just installed is not to be found. Please set JAVA_HOME to it."
  if command -v apt-cache >/dev/null && [[ -n $(apt-cache --quiet=0 search --names-only '^openjdk-25-jdk-headless$' 2>/dev/null) ]]; then
    install_packages openjdk-25-jdk-headless
    jdk_was_installed=yes
    find_jdk
  else
    fail "Bramble needs a JDK 25 (https://adoptium.net): install one and set JAVA_HOME to it if it is in an unusual place."
  fi
}

# Puts a Node 24 with its npm first on the path: the system's, or one of our own below .bramble/node.
find_node24() {
  local own=$PWD/.bramble/node
  if [[ $(node --version 2>/dev/null) == v24.* && $(npm --version 2>/dev/null) == 11.* ]]; then return; fi
  if [[ ! -x $own/bin/npm ]]; then
    need_command npm npm
    say "Getting Node 24 for the front end (into .bramble/node)"
    npm install --silent --global --prefix "$own" node@24 npm@11 || fail "Could not get Node 24. Please install it by hand."
  fi
  export PATH=$own/bin:$PATH
}

# Maven, with Node only where it is needed: a front end that has changed, or has no bundle yet.
build() { # MAVEN ARGUMENTS…
  local log=target/build.log
  mkdir -p target
  need_command mvn maven
  [[ -e src/main/bundles/prod.bundle ]] || find_node24
  if maven_build "$log" "$@"; then return; fi
  [[ -z $stopped ]] || return 1
  grep -q 'Failed to install Node' "$log" || return 1
  find_node24
  maven_build "$log" "$@"
}

maven_build() { # LOG ARGUMENTS…
  local log=$1 code=0 copy output
  shift
  exec {output}> >(exec tee "$log")
  copy=$!
  run_child mvn -B -ntp -Dstyle.color=never "$@" >&"$output" 2>&1 || code=$?
  exec {output}>&-
  wait "$copy" || true # or what we say next would come before Maven's last lines
  return "$code"
}
