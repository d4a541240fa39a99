#!/bin/sh
# Makes the class-data archives selfstab-help.jsa, selfstab-verify.jsa, selfstab.jsa and, with the computer algebra, selfstab-algebra.jsa,
# from which Java starts in half the time. They hold for this Java and for the jar where it is. Says nothing unless it fails.
# usage: sh archives.sh JAR FOLDER PROBLEM NETWORK   the archives' folder, and problem files whose classes are taken

jar=$1
folder=$2
problem=$3
network=$4
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# Static and not dynamic: a dynamic archive has no room for picocli's classes, whose class files are of an old version.
work=$(mktemp -d "$folder/archives.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
# What was broken off is tried again at the next start.
trap 'rm -f "$folder/no-archives"; exit 130' HUP INT TERM
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
# Whole or not at all: another start may be reading.
archive() {
    "$java" -Xshare:dump -XX:SharedClassListFile="$work/$1" -XX:SharedArchiveFile="$work/$2" -cp "$jar" > "$work/log" 2>&1 \
        && mv -f "$work/$2" "$folder/$2"
}
if record help --help \
    && archive help selfstab-help.jsa \
    && record verify verify "$problem" \
    && combine help verify > "$work/run" \
    && archive run selfstab-verify.jsa \
    && record files verify "$problem" --out "$work/out" \
    && combine run files > "$work/small" \
    && record large verify "$network" --quiet --horizon 5 \
    && combine small large > "$work/work" \
    && record derive derive "$problem" \
    && combine work derive > "$work/algebra" \
    && archive algebra selfstab-algebra.jsa \
    && archive work selfstab.jsa; then
    exit 0
fi
echo "selfstab: no class-data archive, so it starts more slowly; Java said:" >&2
tail -n 5 "$work/log" >&2
exit 1
