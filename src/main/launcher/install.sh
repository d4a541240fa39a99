#!/bin/sh
# Puts the launcher beside selfstab.jar and makes the class-data archives there.
# usage: sh src/main/launcher/install.sh [FOLDER OF selfstab.jar]     (mvn package does this for target; again after moving it)

sources=$(cd "$(dirname "$0")" && pwd -P) || exit 70
folder=$(cd "${1:-target}" && pwd -P) || exit 2

cp "$sources/selfstab" "$folder/selfstab" && chmod 755 "$folder/selfstab" || exit 2
rm -f "$folder/selfstab.jsa" "$folder/selfstab-help.jsa" "$folder/selfstab-verify.jsa" "$folder/selfstab-algebra.jsa"
# Without them the program runs all the same.
sh "$sources/archives.sh" "$folder/selfstab.jar" "$folder" "$sources/../../../examples/sharp-valley.toml" \
    "$sources/../../../examples/networks/three-layer-network.toml" || true
