#!/bin/sh
# Does what a referee does with selfstab-checker.jar, in an empty folder and without a network where the system lets it: sees what is in it, and has it
# confirm a certificate, reject a changed one, and tell what it cannot show.
# usage: sh src/dist/check-checker.sh FOLDER     where selfstab-checker.jar is, and selfstab.jar, which writes the certificate

top=$(cd "$(dirname "$0")/../.." && pwd -P) || exit 2
folder=$(cd "$1" && pwd -P) || exit 2
jar=$folder/selfstab-checker.jar
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM
cd "$work" || exit 2
fail() {
    echo "check-checker.sh: $1" >&2
    exit 1
}

jar tf "$jar" > names || fail "$jar cannot be read"
! grep -E 'matheclipse|org/selfstab/(certify|claims/c|dynamics|geometry|loss)' names > found || fail "$(head -n 1 found) is in it"
[ "$(wc -c < "$jar")" -lt 15000000 ] || fail "it is larger than 15 MB"
jdeps --multi-release 17 --missing-deps -filter:none "$jar" | grep '^ *org\.selfstab' > found
[ ! -s found ] || fail "$(head -n 1 found)"
# Every library of the list is there by some class, and every licence's text.
grep -qx 'META-INF/LICENSE' names || fail "its licence is missing"
jar xf "$jar" META-INF/THIRD-PARTY.txt || fail "its list of libraries is missing"
cmp -s META-INF/THIRD-PARTY.txt "$top/src/dist/checker/THIRD-PARTY.txt" || fail "its list of libraries is another"
for text in $(grep -v '^#' META-INF/THIRD-PARTY.txt | cut -d '|' -f 3 | tr -d ' ' | tr ',' '\n' | sort -u | grep -v '^LICENSE$'); do
    grep -qx "META-INF/licenses/$text" names || fail "the licence $text is missing"
done

offline=
! unshare -rn true 2> found || offline="unshare -rn"
# What follows the status has to be in the output, standard or error.
checker() {
    expected=$1 words=$2
    shift 2
    $offline java -jar "$jar" "$@" > output 2>&1
    status=$?
    [ $status = "$expected" ] || fail "$* ended with status $status instead of $expected: $(head -n 1 output)"
    grep -q "$words" output || fail "$* does not say '$words'"
}
certify() {
    java -jar "$folder/selfstab.jar" certify "$@" --quiet --out . > output 2>&1
}
certify "$top/examples/sharp-valley.toml" --horizon 3 || fail "certify ended with status $?: $(head -n 1 output)"
certificate=sharp-valley/certificate.json
checker 0 'CONFIRMED  *HOLDS  *coupling.constant' $certificate --quiet
java -jar "$folder/selfstab.jar" recheck $certificate --quiet > expected 2>&1
cmp -s expected output || fail "it says something else than selfstab recheck"
checker 0 '"schema" : "selfstab/recheck/1"' $certificate --format json
checker 0 '<html' $certificate --format html
checker 0 'compared   with' $certificate "$top/examples/sharp-valley.toml" --horizon 3
checker 1 'horizon is 3 steps' $certificate "$top/examples/sharp-valley.toml"
sed 's/"threshold":1.9/"threshold":1.8/' $certificate > tampered.json
checker 1 'REJECTED' tampered.json
certify "$top/src/test/resources/certificates/onevar.toml"
checker 3 'nothing is shown' onevar/certificate.json
checker 0 'Usage: java -jar selfstab-checker.jar' --help
checker 2 'java -jar selfstab-checker.jar --help' --nonsense $certificate
checker 2 'not JSON' names
