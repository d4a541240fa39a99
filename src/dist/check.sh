#!/bin/sh
# Does what a user does with a download: checks its sum, unpacks it in an empty folder and runs the first command of its README, twice;
# the second time from another folder, through a symbolic link.
# usage: sh src/dist/check.sh FOLDER     where selfstab-VERSION.zip, selfstab-VERSION.tar.gz and SHA256SUMS are

folder=$(cd "$1" && pwd -P) || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM
fail() {
    echo "check.sh: $1" >&2
    exit 1
}

(cd "$folder" && sha256sum --check --quiet SHA256SUMS) || fail "the sums of SHA256SUMS are others"
mkdir "$work/zip" "$work/tar" "$work/bin"
(cd "$work/zip" && jar xf "$folder"/selfstab-*.zip) || fail "the zip does not unpack"
tar xzf "$folder"/selfstab-*.tar.gz -C "$work/tar" || fail "the tar.gz does not unpack"
diff -r "$work/zip" "$work/tar" > "$work/differences" || fail "zip and tar.gz differ: $(head -n 1 "$work/differences")"

home=$(echo "$work"/tar/selfstab-*)
# No archive is made: its class loading would outlive this check.
SELFSTAB_ARCHIVES=none
export SELFSTAB_ARCHIVES
first=$(grep -m 1 '^selfstab ' "$home/README.md") || fail "README.md has no command"
PATH=$home:$PATH
export PATH
(cd "$home" && eval "$first") > "$work/output" || fail "'$first' ended with status $?"
grep -q '^ *evidence: ' "$work/output" || fail "'$first' printed no verdicts"
ln -s "$home/selfstab" "$work/bin/edge"
said=$("$work/bin/edge" --version) || fail "--version ended with status $?"
case "selfstab-${said#selfstab }" in
    "${home##*/}"*) ;;
    *) fail "$home says that it is '$said'" ;;
esac
java -jar "$home/selfstab-checker.jar" --version > "$work/output" || fail "the checker's --version ended with status $?"
[ "$(cat "$work/output")" = "$said" ] || fail "the checker is of another version: '$(cat "$work/output")'"
for page in "$home"/man/man1/*.1; do
    name=$(basename "$page" .1)
    grep -q '^\.SH "SYNOPSIS"' "$page" || fail "$name.1 has no synopsis"
done
bash -c ". '$home/completion/selfstab.bash' && complete -p selfstab" > "$work/output" || fail "no completion for bash"
if command -v zsh > /dev/null; then
    zsh -n "$home/completion/_selfstab" || fail "zsh does not read its completion"
else
    echo "check.sh: no zsh, so that its completion is not read"
fi
# Every link of a page leads to a file.
for page in "$home"/README.md "$home"/docs/*.md "$home"/theory/*.md; do
    grep -o '](\([^)#:]*\)[)#]' "$page" | sed 's/^](//; s/[)#]$//' | while read -r link; do
        [ -z "$link" ] || [ -e "$(dirname "$page")/$link" ] || echo "$page leads to $link"
    done
done > "$work/output"
[ ! -s "$work/output" ] || fail "$(head -n 1 "$work/output"), which is not there"
