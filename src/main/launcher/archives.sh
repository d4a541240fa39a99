#!/bin/sh
# Makes the class-data archives selfstab-help.jsa, selfstab-verify.jsa, selfstab.jsa and, with the computer algebra, selfstab-algebra.jsa,
# from which Java starts in half the time. They hold for this Java and for the jar where it is. Says nothing unless it fails.
# usage: sh archives.sh JAR FOLDER PROBLEM NETWORK   the archives' folder, and problem files whose classes are taken

jar=$1
folder=$2
problem=$3
network=$4
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# Static and not dynamic: a dynamic archive has no room for class files of old versions, which some libraries have.
work=$(mktemp -d "$folder/archives.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
# What was broken off is tried again at the next start.
trap 'rm -f "$folder/no-archives"; exit 130' HUP INT TERM
# Compiled once, as every run here is short. Of the two lanes below both may fail; what is said then is that of one.
run() {
    name=$1
    shift
    "$java" -XX:TieredStopAtLevel=1 "$@" > "$work/$name.log" 2>&1 || { cp "$work/$name.log" "$work/failure" && false; }
}
# With what the launcher tells picocli, which then loads no more than there.
record() {
    list=$1
    shift
    run "$list" -XX:+UseSerialGC -Dpicocli.disable.closures=true '-Dpicocli.converters.excludes=java.(time|sql).+' \
        -XX:DumpLoadedClassList="$work/$list" -cp "$jar" org.selfstab.cli.Main "$@"
}
# The first list and what only the second has.
combine() {
    cat "$work/$1"
    grep -v '^[#]' "$work/$2" | grep -vxFf "$work/$1"
}
dump() {
    run "$2" -Xshare:dump -XX:SharedClassListFile="$work/$1" -XX:SharedArchiveFile="$work/$2" -cp "$jar"
}
# Two at a time, beside the longest of each half the others.
record derive derive "$problem" &
if record help --help \
    && dump help selfstab-help.jsa \
    && record verify verify "$problem" \
    && combine help verify > "$work/run" \
    && record files verify "$problem" --out "$work/out" \
    && combine run files > "$work/small" \
    && record large verify "$network" --quiet --horizon 5 \
    && combine small large > "$work/work" \
    && wait $! \
    && combine work derive > "$work/algebra"; then
    dump algebra selfstab-algebra.jsa &
    # Whole or not at all: another start may be reading. The last one tells a start that all are there.
    if dump run selfstab-verify.jsa \
        && dump work selfstab.jsa \
        && wait $! \
        && mv -f "$work/selfstab-help.jsa" "$work/selfstab-verify.jsa" "$work/selfstab-algebra.jsa" "$folder" \
        && mv -f "$work/selfstab.jsa" "$folder"; then
        exit 0
    fi
fi
wait
echo "selfstab: no class-data archive, so it starts more slowly; Java said:" >&2
tail -n 10 "$work/failure" >&2
exit 1
