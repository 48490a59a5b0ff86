#!/bin/sh
# Install Debian or Ubuntu packages where we may; otherwise say what to type.
set -eu
if [ "$(id -u)" = 0 ]; then as_root=""
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root="sudo"
else echo "Please install: sudo apt-get install $*"; exit 1
fi
command -v apt-get >/dev/null || { echo "Please install with your system's tool: $*"; exit 1; }
exec 9<"$0" && flock 9  # two targets of make may need something at once
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
