#!/bin/bash
# As the official image does it: KAFKA_A_B becomes a.b of the broker's settings, an empty data folder
# is formatted with CLUSTER_ID, then the broker runs.
set -euo pipefail
settings=/opt/kafka/config/server.properties
{
  echo log.dirs=/var/lib/kafka
  env | grep '^KAFKA_' | while IFS='=' read -r name value; do
    key=$(printf %s "${name#KAFKA_}" | tr '[:upper:]' '[:lower:]' | sed 's/___/-/g; s/__/\n/g; s/_/./g' | tr '\n' '_')
    printf '%s=%s\n' "$key" "$value"
  done
} > "$settings"
run=(java -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "/opt/kafka/config:/opt/kafka/lib/*")
if [ ! -e /var/lib/kafka/meta.properties ]; then
  "${run[@]}" kafka.tools.StorageTool format -t "${CLUSTER_ID:-4L6g3nShT-eMCtK--X86sw}" -c "$settings"
fi
exec "${run[@]}" kafka.Kafka "$settings"
