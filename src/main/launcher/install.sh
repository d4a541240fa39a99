#!/bin/sh
# Puts the launcher beside selfstab.jar and makes the class-data archives selfstab-help.jsa and selfstab.jsa, from which Java
# starts in half the time.
# usage: sh src/main/launcher/install.sh [FOLDER OF selfstab.jar]     (mvn package does this for target; again after moving it)

sources=$(cd "$(dirname "$0")" && pwd -P) || exit 70
folder=$(cd "${1:-target}" && pwd -P) || exit 2
jar=$folder/selfstab.jar
problem=$sources/../../../examples/sharp-valley.toml
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

cp "$sources/selfstab" "$folder/selfstab" && chmod 755 "$folder/selfstab" || exit 2

# Static and not dynamic: a dynamic archive has no room for picocli's classes, whose class files are of an old version.
rm -f "$folder/selfstab.jsa" "$folder/selfstab-help.jsa"
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
record() {
    list=$1
    shift
    "$java" -XX:DumpLoadedClassList="$work/$list" -cp "$jar" org.selfstab.cli.Main "$@" > "$work/log" 2>&1
}
combine() {
    cat "$work/help"
    grep -v '^[#]' "$work/verify" | grep -vxFf "$work/help"
}
archive() {
    "$java" -Xshare:dump -XX:SharedClassListFile="$work/$1" -XX:SharedArchiveFile="$work/$2" -cp "$jar" > "$work/log" 2>&1 \
        && mv "$work/$2" "$folder/$2"
}
if record help --help \
    && archive help selfstab-help.jsa \
    && record verify verify "$problem" --quiet --out "$work/out" \
    && combine > "$work/classes" \
    && archive classes selfstab.jsa; then
    exit 0
fi
echo "selfstab: no class-data archive, so it starts more slowly; Java said:" >&2
tail -n 5 "$work/log" >&2
