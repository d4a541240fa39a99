package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.Problems;

/** Panels are written, or refused with the way out; what they do in a browser is tested there. */
class PanelCommandTest {

    private static final Path PROBLEMS = Path.of("src/test/resources/panels");
    private static final String VALLEY = "examples/sharp-valley.toml";

    @TempDir
    private Path folder;

    @Test
    void printsThePageOrWritesItToAFile() throws Exception {
        Path page = folder.resolve("deep/valley.html");
        Result written = Result.of("panel", VALLEY, "--out", page.toString());
        assertThat(written.status()).as(written.err()).isZero();
        assertThat(written.out()).isEqualTo(page + ": written; open it in a browser\n");
        assertThat(Files.readString(page))
                .isEqualTo(Result.of("panel", VALLEY).out())
                .contains("<title>Sharp valley, codimension one</title>", "not a proof", "default-src 'none'")
                .doesNotContain(" src=", "https:");
    }

    @Test
    void replacesItsOwnPageAndNoOther() throws Exception {
        Path page = folder.resolve("page.html");
        String out = page.toString();
        assertThat(Result.of("panel", VALLEY, "--out", out).status()).isZero();
        assertThat(Result.of("panel", VALLEY, "--set", "zeta=1/2", "--out", out).status())
                .isZero();

        Result refused = Result.of("panel", "examples/disk-valley.toml", "--out", out);
        assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.err())
                .isEqualTo(page + ": holds something else; give another --out, or --force to replace it\n");
        assertThat(Result.of("panel", "examples/disk-valley.toml", "--out", out, "--force")
                        .status())
                .isZero();
    }

    @Test
    void replacesNoFileThatIsNoText() throws Exception {
        Path picture = Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff});
        assertThat(Result.of("panel", VALLEY, "--out", picture.toString()).err())
                .contains("holds something else")
                .hasLineCount(1);
        assertThat(Result.of("panel", VALLEY, "--out", folder.toString()).err()).hasLineCount(1);
    }

    /** Its entries come as numbers and, for sliders that move, as programs. */
    @Test
    void holdsTheOptimizer() {
        assertThat(Result.of("panel", "examples/optimizers/heavy-ball-valley.toml")
                        .out())
                .contains(
                        "\"optimizer\":{\"name\":\"heavy ball\",\"copies\":2,\"values\":[1.5,-0.5,1.0,0.0,-0.3,0.0,1.0,0.0,1.0,-1.0,10.0,0.6,0.6]}");
        assertThat(Result.of("panel", VALLEY).out()).contains("\"optimizer\":null");
    }

    /** What runs in the browser is the theory of one. */
    @Test
    void refusesSeveralUnstableEigenvalues() {
        Result refused = Result.of("panel", "examples/unstable/two-directions.toml");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err())
                .contains("a panel is for one unstable eigenvalue")
                .hasLineCount(1);
    }

    @Test
    void refusesTwelveVariablesAndTheReportSaysWhy() throws Exception {
        String twelve = PROBLEMS.resolve("twelve.toml").toString();
        Result refused = Result.of("panel", twelve);
        assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .endsWith("the loss has 12 variables, and a panel takes at most 10; selfstab verify takes more\n")
                .hasLineCount(1);

        Result.of("verify", twelve, "--out", folder.toString(), "--quiet");
        assertThat(Files.readString(folder.resolve("twelve/report.html")))
                .contains("<strong>The panel</strong> is left out: the loss has 12 variables, and a panel takes at most"
                        + " 10.</p>")
                .doesNotContain("id=\"panel\"");
    }

    @Test
    void refusesALossThatTakesTooManyOperations() throws Exception {
        StringBuilder terms = new StringBuilder("x^2*y");
        for (int i = 1; i <= 400; i++) {
            terms.append(" + tanh(x*")
                    .append(i)
                    .append(" + sin(y*z*")
                    .append(i)
                    .append("))^2*exp(x*w/")
                    .append(i)
                    .append(")");
        }
        Path file = Problems.inPlane(terms.toString(), "1/1000000", "1", "1")
                .start("z", "1")
                .start("w", "1")
                .atEdge()
                .horizon("1")
                .write(folder.resolve("long.toml"));
        assertThat(Result.of("panel", file.toString()).err())
                .endsWith("more than 30000 operations with the derivatives; write the loss shorter or with fewer"
                        + " variables\n")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--horizon=0", "--horizon=-3", "--horizon=many", "--set=nothing=1", "--set=eta=-1", "--out="})
    void refusesOptionsThatMakeNoSense(String option) {
        Result refused = Result.of("panel", VALLEY, option);
        assertThat(refused.status()).as(refused.out()).isEqualTo(ExitStatus.BAD_INPUT);
    }

    @Test
    void namesAndTitlesOfAStrangerAreNeitherMarkupNorCode() {
        String page =
                Result.of("panel", PROBLEMS.resolve("keywords.toml").toString()).out();
        assertThat(page).doesNotContain("<script>alert", "<img", "</script><script>a");
        // One each for the data, for what computes and draws, and for every page.
        assertThat(page.split("<script", -1)).hasSize(4);
        assertThat(page.split("</script>", -1)).hasSize(4);
        assertThat(page).contains("<title>&lt;/script&gt;&lt;script&gt;alert(1)");
    }

    @Test
    void theReportHoldsThePanelClosed() throws Exception {
        Result.of("verify", VALLEY, "--horizon", "40", "--out", folder.toString(), "--quiet");
        assertThat(Files.readString(folder.resolve("sharp-valley/report.html")))
                .contains("<details id=\"panel\" class=\"panel scripted\" hidden>", "\"horizon\":40");
    }
}
