# Sourced by mvnw and huiwu: puts a JDK 25 in JAVA_HOME, or says plainly what to install.
is_jdk25() { [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | grep -q 'version "25'; }

find_jdk25() {
  if [ -n "${JAVA_HOME-}" ] && is_jdk25 "$JAVA_HOME"; then return 0; fi
  if command -v javac >/dev/null 2>&1; then
    on_path=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
    if is_jdk25 "$on_path"; then JAVA_HOME=$on_path; export JAVA_HOME; return 0; fi
  fi
  set +f
  for home in /usr/lib/jvm/*25* /opt/*jdk*25* "${HOME:-/root}"/.sdkman/candidates/java/25* \
    "${HOME:-/root}"/.jdks/*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    if is_jdk25 "$home"; then JAVA_HOME=$home; export JAVA_HOME; return 0; fi
  done
  echo "Huiwu needs a JDK 25 and found none (looked at JAVA_HOME, the PATH, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks)." >&2
  echo "Install one, e.g. 'apt-get install temurin-25-jdk' or 'apt-get install openjdk-25-jdk', or set JAVA_HOME to it." >&2
  return 1
}
find_jdk25 || exit 1
