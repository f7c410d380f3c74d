#!/bin/sh
# module.sh FOLDER…: fetches the Go module that FOLDER/ORIGIN names, checks it
# against the checksum there, puts its files into the folder and checks those
# against SHA256SUMS. Fails at the first difference.
set -eu
for folder; do
  field() { sed -n "s/^$1 *//p" "$folder/ORIGIN"; }
  release=$(field module)@$(field version)
  json=$(cd / && go mod download -json "$release")
  value() { printf '%s\n' "$json" | sed -n "s/^[[:space:]]*\"$1\": \"\(.*\)\",*$/\1/p"; }
  if [ "$(value Sum)" != "$(field sum)" ]; then
    echo "$folder: the module is $(value Sum), ORIGIN says $(field sum)" >&2
    exit 1
  fi
  for file in $(field files); do install -m 644 "$(value Dir)/$file" "$folder/"; done
  (cd "$folder" && sha256sum --quiet --check SHA256SUMS)
  echo "$folder: $release, as released"
done
