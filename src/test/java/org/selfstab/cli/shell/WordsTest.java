package org.selfstab.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

    /** A line and its words, which are those of {@code sh}, too, except where a comment says otherwise. */
    record Case(String line, List<String> words) {
        static Case of(String line, String... words) {
            return new Case(line, List.of(words));
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                Case.of(""),
                Case.of(" \t "),
                Case.of("# all of it"),
                Case.of("  # 'unclosed | $"),
                Case.of("verify a.toml", "verify", "a.toml"),
                Case.of("\tverify  a.toml \t", "verify", "a.toml"),
                Case.of("verify a.toml # why", "verify", "a.toml"),
                Case.of("verify a#b.toml", "verify", "a#b.toml"),
                Case.of("a ''", "a", ""),
                Case.of("'a b' \"c d\" e\\ f", "a b", "c d", "e f"),
                Case.of("x'y z'\"w\"\\#", "xy zw#"),
                Case.of("'$a `b` \\ \"'", "$a `b` \\ \""),
                Case.of("\"it's \\$5 \\` \\\\ \\\" \\n * |\"", "it's $5 ` \\ \" \\n * |"),
                Case.of("\\'\\\"\\|\\*\\~\\a", "'\"|*~a"),
                Case.of("--set epsilon=1e-4 --grid zeta=0:1:20", "--set", "epsilon=1e-4", "--grid", "zeta=0:1:20"),
                Case.of("a!b ^c %d e~ f{,}", "a!b", "^c", "%d", "e~", "f{,}"),
                Case.of("--at 'y=log(2/eta)'", "--at", "y=log(2/eta)"),
                // sh refuses the parentheses, and looks for files named like the second
                Case.of("--at y=log(2/eta)", "--at", "y=log(2/eta)"),
                Case.of("--set beta=x^2*y --set=c=2*d", "--set", "beta=x^2*y", "--set=c=2*d"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void splitsAsAShellDoes(Case line) throws LineException {
        assertThat(Words.of(line.line())).isEqualTo(line.words());
    }

    /** A line that is refused, where, and what the message says. */
    record Refusal(String line, int column, String message) {}

    static Stream<Refusal> refusals() {
        return Stream.of(
                new Refusal("verify 'a b", 8, "the quote ' is not closed"),
                new Refusal("verify a\"b c' d", 9, "the quote \" is not closed"),
                new Refusal("verify \"a\\\"", 8, "the quote \" is not closed"),
                new Refusal("verify a.toml \\", 15, "a command ends with its line"),
                new Refusal("verify a.toml | head", 15, "| is special: there are no pipes"),
                new Refusal("verify a.toml>out", 14, "> is special: nothing is redirected"),
                new Refusal("verify <in", 8, "write '<'"),
                new Refusal("verify a.toml&", 14, "& is special"),
                new Refusal("verify a.toml; exit", 14, "; is special: there is one command on a line"),
                new Refusal("verify $HOME/a.toml", 8, "$ is special: there are no variables"),
                new Refusal("verify \"$HOME\"", 9, "$ is special: there are no variables"),
                new Refusal("verify --set=a=`b`", 16, "` is special"),
                new Refusal("verify ~/a.toml", 8, "~ is special: a home folder has no short name"),
                new Refusal("verify examples/*.toml", 17, "* is special: there are no patterns of file names"),
                new Refusal("verify a?.toml", 9, "? is special"),
                new Refusal("verify [ab].toml", 8, "[ is special"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatAShellWouldActUpon(Refusal refusal) {
        assertThatThrownBy(() -> Words.of(refusal.line())).isInstanceOfSatisfying(LineException.class, wrong -> {
            assertThat(wrong.column()).isEqualTo(refusal.column());
            assertThat(wrong).hasMessageContaining(refusal.message());
        });
    }
}
