#!/bin/sh
# refresh.sh FOLDER…: fetches the archive that FOLDER/ORIGIN names, checks it
# against the checksum there, puts its files into the folder and checks those
# against SHA256SUMS. Fails at the first difference.
set -eu
for folder; do
  field() { sed -n "s/^$1 *//p" "$folder/ORIGIN"; }
  tmp=$(mktemp -d)
  trap 'rm -rf "$tmp"' EXIT
  release=$(field package)@$(field version)
  (cd "$tmp" && npm pack --silent "$release" >/dev/null)
  got=sha512-$(openssl dgst -sha512 -binary "$tmp"/*.tgz | base64 -w0)
  if [ "$got" != "$(field integrity)" ]; then
    echo "$folder: the archive is $got, ORIGIN says $(field integrity)" >&2
    exit 1
  fi
  tar -xzf "$tmp"/*.tgz -C "$tmp"
  for file in $(field files); do cp "$tmp/package/$file" "$folder/"; done
  (cd "$folder" && sha256sum --quiet --check SHA256SUMS)
  echo "$folder: $(field package) $(field version), as released"
done
