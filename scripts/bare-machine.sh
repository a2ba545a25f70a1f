#!/usr/bin/env bash
# Runs a command in a fresh clone of HEAD, on this machine as it is before anyone installs a browser, an office
# suite, a keyring or a virtual display: in an overlay whose changes are discarded afterwards.
#
#   scripts/bare-machine.sh 'npm ci && npm test'        (Linux, as root)
#
# What the README promises must hold there: nothing installed by hand, an empty home, no build, no cache.
# Exits with the command's own exit code.
set -euo pipefail

command=${1:?"usage: scripts/bare-machine.sh 'COMMAND'"}
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
say() { printf 'bare-machine: %s\n' "$*" >&2; }

if [ "$(uname -s)" != Linux ] || [ "$(id -u)" != 0 ] || ! unshare --mount --pid --fork true 2>/dev/null; then
  say 'The overlay needs Linux, root and the right to mount; without them run the command itself: '"$command"
  exit 1
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/bare-machine.XXXXXX")
child=
end() {
  if [ -n "$child" ]; then
    kill -KILL "$child" 2>/dev/null || true
    wait "$child" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Cloned out here, where the project is in reach whatever it is mounted on, by whomever it is owned.
git config --file "$work/gitconfig" safe.directory '*'
GIT_CONFIG_GLOBAL=$work/gitconfig git clone --quiet "file://$project" "$work/clone"
say "$(git -C "$work/clone" log -1 --format='%h %s')"
changed=$(GIT_CONFIG_GLOBAL=$work/gitconfig git -C "$project" status --porcelain)
[ -z "$changed" ] || say 'Changes that are not committed are not part of this run.'

export work command
# With process ids of its own: when the first process ends, for whatever reason, so do all others.
unshare --mount --propagation private --pid --fork --kill-child bash -euo pipefail -s <<'INNER' &
layers=$work/layers
mkdir "$layers" "$work/root"
overlay() {
  mkdir "$layers/upper" "$layers/work" && mount -t overlay overlay \
    -o "lowerdir=/,upperdir=$layers/upper,workdir=$layers/work" "$work/root"
}
# On a container's own overlay a second one cannot write; memory then holds what changes.
if ! overlay 2>"$work/refused"; then
  mount -t tmpfs tmpfs "$layers"
  if ! overlay 2>>"$work/refused"; then
    echo "bare-machine: The overlay was refused: $(tr '\n' ' ' <"$work/refused")" >&2
    exit 1
  fi
fi
root=$work/root
mount -t proc proc "$root/proc"
for each in sys dev; do mount --rbind "/$each" "$root/$each"; done
# The temporary folder holds the overlay itself and whatever else runs here: an empty one takes its place.
mkdir -m 1777 "$layers/tmp"
mount --bind "$layers/tmp" "$root/tmp"
# Often mounted, or a link into /run, which the overlay does not show.
for each in resolv.conf hosts; do
  [ ! -e "/etc/$each" ] || { rm -f "$root/etc/$each" && cat "/etc/$each" >"$root/etc/$each"; }
done
mkdir -p "$root/home/newcomer"
cp -R "$work/clone" "$root/home/newcomer/evergrant"

cat >"$root/run-bare" <<'BARE'
set -euo pipefail
export -n work command
for name in $(compgen -e); do
  case $name in
    EVERGRANT_* | PLAYWRIGHT_* | XDG_* | npm_* | DISPLAY | WAYLAND_DISPLAY | XAUTHORITY | TMPDIR) unset "$name" ;;
    DBUS_SESSION_BUS_ADDRESS | LD_PRELOAD | FAKETIME* | NODE_OPTIONS | NODE_PATH | INIT_CWD) unset "$name" ;;
  esac
done
export HOME=/home/newcomer
PATH=$(tr : '\n' <<<"$PATH" | grep -v node_modules | paste -sd :)
unwanted='^(chromium.*|google-chrome.*|microsoft-edge.*|brave-browser.*|vivaldi.*|firefox.*|libreoffice.*'
unwanted+='|gnome-keyring.*|libpam-gnome-keyring|kwalletmanager|xvfb|xauth|faketime|libfaketime|fonts-liberation)$'
if command -v dpkg-query >/dev/null; then
  mapfile -t installed < <(
    dpkg-query -W -f='${Package} ${db:Status-Status}\n' | awk '$2 == "installed" { print $1 }' | grep -E "$unwanted"
  )
  if [ "${#installed[@]}" != 0 ]; then
    DEBIAN_FRONTEND=noninteractive apt-get purge -y -q "${installed[@]}" >/purged 2>&1 </dev/null || {
      cat /purged >&2
      exit 70
    }
  fi
fi
for name in chromium google-chrome microsoft-edge firefox soffice libreoffice gnome-keyring-daemon Xvfb faketime; do
  if command -v "$name" >/dev/null; then
    echo "bare-machine: $name is still here: $(command -v "$name")" >&2
    exit 70
  fi
done
cd "$HOME/evergrant"
code=0
bash -c "$command" </dev/null || code=$?
exit "$code"
BARE
code=0
chroot "$root" bash /run-bare || code=$?
exit "$code"
INNER
child=$!
code=0
wait "$child" || code=$?
child=
exit "$code"
