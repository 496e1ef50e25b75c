#!/bin/bash
# Makes the two images on which the tests can run instead of the embedded servers, from what this
# machine has and without a registry: PostgreSQL from the build's own embedded binaries, Kafka from
# the class path of the build's own embedded broker, both on this system's bash, coreutils and libc.
#
#   deploy/containers/images.sh                      huiwu/test-postgres:18, huiwu/test-kafka:4
#   HUIWU_TEST_POSTGRES_IMAGE=.. HUIWU_TEST_KAFKA_IMAGE=.. deploy/containers/images.sh
#
# Needs a Docker engine (DOCKER_HOST or the usual socket), unzip, xz, and a
# build that went as far as services/platform/embedded-servers once. They are for tests only.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../.." && pwd)
postgres_image=${HUIWU_TEST_POSTGRES_IMAGE:-huiwu/test-postgres:18}
kafka_image=${HUIWU_TEST_KAFKA_IMAGE:-huiwu/test-kafka:4}
. "$project/.mvn/jdk25.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# whatever the files are linked against, at the places where it is here
libraries() {
  local root=$1 file library
  shift
  for file in "$@"; do ldd "$file" 2>/dev/null || true; done | grep -o '/[^ ]*' | sort -u |
    while read -r library; do
      case $library in
        "$root"*) ;;
        /usr/*) install -D "$library" "$root$library" ;;
        *) install -D "$library" "$root/usr$library" ;;
      esac
    done
}

system() {
  local root=$1 name
  mkdir -p "$root"/{usr/{bin,lib,lib64},etc,tmp,var/lib,root,proc,dev,sys}
  for name in bin lib lib64; do ln -s "usr/$name" "$root/$name"; done
  chmod 1777 "$root/tmp"
  for name in bash cat chmod chown cut date env grep id ls mkdir mv rm sed setpriv sleep tail touch tr; do
    install "$(readlink -f "$(command -v "$name")")" "$root/usr/bin/$name"
  done
  libraries "$root" "$root"/usr/bin/*
  ln -s bash "$root/usr/bin/sh"
  printf 'root:x:0:0::/root:/bin/bash\nserver:x:999:999::/tmp:/bin/bash\n' > "$root/etc/passwd"
  printf 'root:x:0:\nserver:x:999:\n' > "$root/etc/group"
}

classpath=$work/classpath
"$project/mvnw" -q -B -f "$project" -pl services/platform/embedded-servers \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath \
  -DincludeScope=test -Dmdep.outputFile="$classpath"

root=$work/postgres
system "$root"
jar=$(tr : '\n' < "$classpath" | grep "embedded-postgres-binaries-linux-$(uname -m | sed 's/x86_64/amd64/;s/aarch64/arm64v8/')-[0-9]")
mkdir -p "$root/opt/postgres"
unzip -p "$jar" '*.txz' | tar -xJ -C "$root/opt/postgres"
export LD_LIBRARY_PATH=$root/opt/postgres/lib
libraries "$root" "$root"/opt/postgres/bin/* "$root"/opt/postgres/lib/*.so* "$root"/opt/postgres/lib/postgresql/*.so
unset LD_LIBRARY_PATH
install -m 755 "$here/postgres-entrypoint.sh" "$root/opt/postgres/entrypoint.sh"
tar -C "$root" --numeric-owner --owner=0 --group=0 -c . | docker import \
  -c 'ENV PATH=/opt/postgres/bin:/usr/bin:/bin LD_LIBRARY_PATH=/opt/postgres/lib' \
  -c 'ENTRYPOINT ["/opt/postgres/entrypoint.sh"]' -c 'CMD ["postgres"]' -c 'EXPOSE 5432' \
  - "$postgres_image"

root=$work/kafka
system "$root"
"$JAVA_HOME/bin/jlink" --add-modules java.se,jdk.unsupported,jdk.crypto.ec,jdk.management,jdk.zipfs \
  --strip-debug --no-header-files --no-man-pages --output "$root/opt/java"
libraries "$root" "$root"/opt/java/bin/java "$root"/opt/java/lib/*.so "$root"/opt/java/lib/server/*.so
mkdir -p "$root"/opt/kafka/{lib,config} "$root/etc/kafka/docker"
tr : '\n' < "$classpath" | grep '\.jar$' | while read -r jar; do cp "$jar" "$root/opt/kafka/lib"; done
cp "$here/kafka-logback.xml" "$root/opt/kafka/config/logback.xml"
install -m 755 "$here/kafka-run.sh" "$root/etc/kafka/docker/run"
tar -C "$root" --numeric-owner --owner=0 --group=0 -c . | docker import \
  -c 'ENV PATH=/opt/java/bin:/usr/bin:/bin' \
  -c 'CMD ["/etc/kafka/docker/run"]' -c 'EXPOSE 9092' - "$kafka_image"

echo "made $postgres_image and $kafka_image"
