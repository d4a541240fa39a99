package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.cli.Main;

/** What the reports hold, without a browser. */
class ReportsTest {

    private static final String HOSTILE = "</title></script><script>alert(1)</script>";

    @TempDir
    private Path folder;

    @Test
    void verifyWritesThePageAndEveryFigureTwice() throws IOException {
        assertThat(run("verify", "examples/sharp-valley.toml", "--quiet", "--out", folder.toString()))
                .isZero();
        Path problem = folder.resolve("sharp-valley");
        assertThat(names(problem))
                .containsExactlyInAnyOrder(
                        "figures",
                        "origin-run.json",
                        "pgfplots",
                        "report.html",
                        "summary.json",
                        "trajectory.csv",
                        "trajectory.meta.json");
        assertThat(names(problem.resolve("figures")))
                .containsExactlyInAnyOrderElementsOf(ReportInBrowserTest.FIGURES.stream()
                        .flatMap(name -> Stream.of(name + ".svg", name + ".png"))
                        .toList());
        String page = Files.readString(problem.resolve("report.html"));
        assertThat(page)
                .contains(
                        "Sharp valley, codimension one",
                        "13.4 ε δ",
                        "progressive sharpening",
                        "reached the horizon",
                        "distance from the axis",
                        "≤ C₁ ε δ",
                        "max η λ₂",
                        "numeric run")
                .doesNotContain("http://www.w3.org/1999/xlink", " src=");
        assertThat(dataOf(page).get("steps")).hasSize(167);
    }

    @Test
    void whatAStrangerWroteIsEscaped() throws IOException {
        Path file = folder.resolve("hostile.toml");
        Files.writeString(
                file,
                Files.readString(Path.of("examples/sharp-valley.toml"))
                        .replaceFirst("(?m)^title .*$", Matcher.quoteReplacement("title = \"" + HOSTILE + "\""))
                        .replaceFirst("(?m)^source .*$", Matcher.quoteReplacement("source = \"" + HOSTILE + "\"")));
        run("verify", file.toString(), "examples/bare-valley.toml", "--quiet", "--out", folder.toString());
        run("test", file.toString(), "--quiet", "--out", folder.resolve("suite").toString());
        for (String page : List.of("hostile/report.html", "index.html")) {
            assertThat(Files.readString(folder.resolve(page)))
                    .contains("&lt;script&gt;alert(1)&lt;")
                    .doesNotContain("<script>alert")
                    .doesNotContainPattern("(?i)(src|href)\\s*=\\s*[\"']?(https?:)?//");
        }
        // Data and a script for the figures, and for the panel.
        assertThat(Files.readString(folder.resolve("hostile/report.html")).split("<script", -1))
                .hasSize(5);
        assertThat(Files.readString(folder.resolve("suite/index.html")))
                .contains("hostile.toml")
                .doesNotContain("<script>alert");
    }

    /** Under momentum no formula is left in eta, and the predicted Y of pictures is in the unit of y, {@code sqrt(b alpha/a)}: sqrt(epsilon) on this valley. */
    @Test
    void momentumIsShownAtItsOwnEdge() throws IOException {
        assertThat(run(
                        "verify",
                        "examples/optimizers/heavy-ball-valley.toml",
                        "--horizon",
                        "20",
                        "--quiet",
                        "--out",
                        folder.toString()))
                .isNotEqualTo(2);
        Path problem = folder.resolve("heavy-ball-valley");
        for (String file : List.of("pgfplots/sharpness.tex", "pgfplots/phase.tex", "figures/sharpness.svg")) {
            assertThat(Files.readString(problem.resolve(file)))
                    .as(file)
                    .doesNotContain("2/\\eta", "2/η", "sqrt{\\alpha}");
        }
        assertThat(Files.readString(problem.resolve("pgfplots/phase.tex"))).contains("\\sqrt{b \\alpha/a}");
        List<String> rows = Files.readAllLines(problem.resolve("pgfplots/run.csv"));
        List<String> columns = List.of(rows.get(0).split(",", -1));
        for (String row : rows.subList(1, rows.size())) {
            String[] values = row.split(",", -1);
            assertThat(Double.parseDouble(values[columns.indexOf("Y_pred")]))
                    .isCloseTo(
                            Double.parseDouble(values[columns.indexOf("y_pred")]) / Math.sqrt(0.001),
                            Percentage.withPercentage(1e-2));
        }
    }

    /** By (38) Sigma is diag(2 e, 3 e) up to the skewness: its ellipse begins at (sqrt(2 e), 0). */
    @Test
    void severalEigenvaluesHavePicturesForAPaper() throws IOException {
        run(
                "verify",
                "examples/unstable/two-directions.toml",
                "--set=e=1/100",
                "--horizon=5",
                "--quiet",
                "--out",
                folder.toString());
        Path pictures = folder.resolve("two-directions/pgfplots");
        assertThat(names(pictures))
                .containsExactlyInAnyOrder(
                        "deviation.tex", "eigenvalues.tex", "loss.tex", "plane.tex", "run.csv", "run.meta.json");
        assertThat(Files.readAllLines(pictures.resolve("run.csv"))).hasSize(7);
        Matcher first = Pattern.compile("coordinates \\{\\((\\S+), (\\S+)\\)")
                .matcher(Files.readString(pictures.resolve("plane.tex")));
        assertThat(first.find()).isTrue();
        assertThat(Double.parseDouble(first.group(1))).isCloseTo(Math.sqrt(0.02), Percentage.withPercentage(0.1));
        assertThat(Math.abs(Double.parseDouble(first.group(2)))).isLessThan(1e-4);
    }

    @Test
    void aRunWithoutAnOscillationSaysWhyFiguresAreMissing() throws IOException {
        run("verify", "examples/scalar-product.toml", "--quiet", "--out", folder.toString());
        assertThat(Files.readString(folder.resolve("scalar-product/report.html")))
                .contains(
                        "is left out",
                        "Phase portrait of the reduced dynamics",
                        "so δ and with it X and Y are undefined",
                        "there is no progressive sharpening",
                        "NOT APPLICABLE")
                .contains("<figure id=\"sharpness\"");
    }

    @Test
    void aRunThatNeverReachesTheEdgeHasNoFigures() throws IOException {
        run("verify", "examples/generated/edge_reached.toml", "--quiet", "--out", folder.toString());
        Path problem = folder.resolve("edge_reached");
        assertThat(Files.readString(problem.resolve("report.html")))
                .contains("there is no step to show", "the edge of stability was not reached")
                .doesNotContain("<figure");
        assertThat(problem.resolve("figures")).doesNotExist();
    }

    @Test
    void aFigureThatCannotBeWrittenIsOneLine() throws IOException {
        Files.createDirectories(folder.resolve("sharp-valley"));
        Files.writeString(folder.resolve("sharp-valley/figures"), "a file where a folder should be");
        StringWriter err = new StringWriter();
        int status = Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "verify",
                "examples/sharp-valley.toml",
                "--quiet",
                "--out",
                folder.toString());
        assertThat(status).isEqualTo(2);
        assertThat(err.toString().strip().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("cannot write", "figures", "not a folder");
        assertThat(folder.resolve("sharp-valley/report.html")).doesNotExist();
        assertThat(names(folder.resolve("sharp-valley"))).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aFamilyHasItsLogarithmicFits() throws IOException {
        run("family", "examples/sharp-valley.toml", "--quiet", "--out", folder.toString());
        assertThat(Files.readString(folder.resolve("sharp-valley/family.html")))
                .contains(
                        "<figure id=\"order-coupling\"",
                        "fitted order is 0.997 ± 0.0009",
                        "Extrapolated to ε = 0 it is 15.21 ± 0.0016",
                        "1/10000");
        for (String figure : List.of("coupling", "loss", "sharpness", "average-oscillation", "average-loss")) {
            assertThat(Files.readString(folder.resolve("sharp-valley/figures/order-" + figure + ".svg")))
                    .as("threshold and limit of " + figure)
                    .containsPattern("<path clip-path=\"[^\"]*\" style=\"[^\"]*stroke-dasharray:8 3 1.5 3[;\"]")
                    .containsPattern("<path clip-path=\"[^\"]*\" style=\"[^\"]*stroke-dasharray:6 3[;\"]");
        }
    }

    @Test
    void theEquationHasItsPage() throws IOException {
        run("ode", "examples/sharp-valley.toml", "--quiet", "--out", folder.toString());
        assertThat(Files.readString(folder.resolve("sharp-valley/ode.html")))
                .contains("<figure id=\"phase-portrait\"", "period in steps (19)");
    }

    private static JsonNode dataOf(String page) throws IOException {
        Matcher data = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertThat(data.find()).isTrue();
        return new ObjectMapper().readTree(data.group(1));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static int run(String... arguments) {
        return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), arguments);
    }
}
