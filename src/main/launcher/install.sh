#!/bin/sh
# Puts the launcher beside selfstab.jar and makes the class-data archives selfstab-help.jsa, selfstab.jsa and, with the
# computer algebra, selfstab-algebra.jsa, from which Java starts in half the time.
# usage: sh src/main/launcher/install.sh [FOLDER OF selfstab.jar]     (mvn package does this for target; again after moving it)

sources=$(cd "$(dirname "$0")" && pwd -P) || exit 70
folder=$(cd "${1:-target}" && pwd -P) || exit 2
jar=$folder/selfstab.jar
problem=$sources/../../../examples/sharp-valley.toml
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

cp "$sources/selfstab" "$folder/selfstab" && chmod 755 "$folder/selfstab" || exit 2

# Static and not dynamic: a dynamic archive has no room for picocli's classes, whose class files are of an old version.
rm -f "$folder/selfstab.jsa" "$folder/selfstab-help.jsa" "$folder/selfstab-algebra.jsa"
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
record() {
    list=$1
    shift
    "$java" -XX:DumpLoadedClassList="$work/$list" -cp "$jar" org.selfstab.cli.Main "$@" > "$work/log" 2>&1
}
# The first list and what only the second has.
combine() {
    cat "$work/$1"
    grep -v '^[#]' "$work/$2" | grep -vxFf "$work/$1"
}
archive() {
    "$java" -Xshare:dump -XX:SharedClassListFile="$work/$1" -XX:SharedArchiveFile="$work/$2" -cp "$jar" > "$work/log" 2>&1 \
        && mv "$work/$2" "$folder/$2"
}
if record help --help \
    && archive help selfstab-help.jsa \
    && record verify verify "$problem" --quiet --out "$work/out" \
    && combine help verify > "$work/work" \
    && archive work selfstab.jsa \
    && record derive derive "$problem" \
    && combine work derive > "$work/algebra" \
    && archive algebra selfstab-algebra.jsa; then
    exit 0
fi
echo "selfstab: no class-data archive, so it starts more slowly; Java said:" >&2
tail -n 5 "$work/log" >&2
