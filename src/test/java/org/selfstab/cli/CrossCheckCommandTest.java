package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossCheckCommandTest {

    private static final String VALLEY = "examples/sharp-valley.toml";

    private static String outputOf(String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        Main.run(writer, writer, arguments);
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "check"})
    void comparesOnDemandOnly(String command) {
        assertThat(outputOf(command, VALLEY, "--quiet", "--horizon", "20", "--cross-check"))
                .containsPattern("(?m)^  derivatives +the same by automatic differentiation and by computer algebra");
        assertThat(outputOf(command, VALLEY, "--quiet", "--horizon", "20")).doesNotContain("derivatives ");
        assertThat(outputOf(command, VALLEY, "--quiet", "--horizon", "20", "--cross-check", "--format", "json"))
                .contains("\"cross_check\"", "\"agree\"");
        assertThat(outputOf(command, VALLEY, "--quiet", "--horizon", "20", "--format", "json"))
                .doesNotContain("cross_check");
    }

    /** Losses that once took too long to derive, or too long a class. */
    @ParameterizedTest
    @ValueSource(strings = {"small-network-refused", "deep10", "deep14", "prod-d12", "net-H5-n4"})
    void lossesThatWereRefusedAreVerified(String name) {
        assertThat(outputOf("verify", "src/test/resources/cases/" + name + ".toml", "--quiet", "--horizon", "5"))
                .contains("evidence: numeric run in double precision");
    }
}
