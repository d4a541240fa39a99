package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code --format latex} prints and what is written for pgfplots compiles in the documents of latex.md, and fits the page. */
class LatexCompilationTest {

    private static final String NASTY = "100% of $x_1$ & {#} ~^ \\\\end{document} \u03b7 caf\u00e9 \u4e2d";
    private static final String SWEEP = "--sweep=epsilon=1e-2,1e-3,1e-4";
    private static final int SECONDS = 120;

    @TempDir
    private static Path folder;

    private static Path problem;

    /** The problem's title and source are all that TeX could trip over. */
    @BeforeAll
    static void writeProblem() throws IOException {
        requirePackages();
        String text = Files.readString(Path.of("examples/sharp-valley.toml"));
        String titled = text.replaceFirst("(?m)^title .*$", "").replaceFirst("(?m)^source .*$", "");
        problem = Files.writeString(
                folder.resolve("nasty.toml"), "title = \"" + NASTY + "\"\nsource = \"" + NASTY + "\"\n" + titled);
    }

    private static void requirePackages() throws IOException {
        for (String file : List.of("booktabs.sty", "graphicx.sty", "amsmath.sty", "pgfplots.sty")) {
            assumeTrue(isInstalled(file), "skipped: no TeX with " + file + " on the PATH (pdflatex, kpsewhich)");
        }
    }

    private static boolean isInstalled(String file) {
        try {
            Process process = new ProcessBuilder("kpsewhich", file).start();
            boolean isFound = process.waitFor() == 0;
            return isFound
                    && new ProcessBuilder("pdflatex", "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static Stream<List<String>> commands() {
        return Stream.of(
                List.of("verify"),
                List.of("check"),
                List.of("certify", "--horizon=10"),
                List.of("certify", SWEEP, "--horizon=2"),
                List.of("family", SWEEP),
                List.of("ode", "--horizon=400"),
                List.of("ode", SWEEP),
                List.of("derive", "--at=x=0", "--at=y=2/eta"),
                List.of("certify-box", "--box=x=0:0", "--box=y=6:7", "--claim=alpha > 0"),
                List.of("certify-cycle"));
    }

    @Test
    void theTableOfStatementsCompiles() throws IOException {
        Path place = Files.createDirectories(folder.resolve("statements"));
        String statement = Files.readString(Path.of("theory/edge-of-stability.toml"));
        Files.writeString(
                place.resolve("edge-of-stability.toml"),
                statement
                        .replaceFirst("(?m)^title .*$", Matcher.quoteReplacement("title = \"" + NASTY + "\""))
                        .replaceFirst("(?m)^depends .*$", "depends = []"));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int status = Main.run(
                new PrintWriter(out), new PrintWriter(err), "theory", place.toString(), "--quiet", "--format", "latex");

        assertThat(status).as(err.toString()).isEqualTo(ExitStatus.HOLDS);
        assertThat(out.toString()).contains("\\emph{lemma}", "holds & edge-of-stability");
        Files.writeString(place.resolve("table.tex"), out.toString());
        assertCompiles(place, "\\usepackage{booktabs,graphicx}", List.of("table"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theOutputCompilesInAMinimalDocument(List<String> command) throws IOException {
        Path place =
                Files.createDirectories(folder.resolve(String.join("", command).replaceAll("\\W", "")));
        Files.writeString(place.resolve("table.tex"), latex(command, List.of()));
        assertCompiles(place, "\\usepackage{booktabs,graphicx,amsmath}", List.of("table"));
    }

    @Test
    void thePicturesCompileAndReadTheirNumbers() throws IOException {
        Path place = Files.createDirectories(folder.resolve("pictures"));
        latex(List.of("verify"), List.of("--out", place.toString()));
        latex(List.of("family", SWEEP), List.of("--out", place.toString()));
        List<String> pictures = Stream.of("loss", "sharpness", "x", "y", "deviation", "phase", "orders")
                .map(name -> "nasty/pgfplots/" + name)
                .toList();
        String log = assertCompiles(
                place,
                "\\usepackage{pgfplots}\\pgfplotsset{compat=1.16}\\newcommand{\\selfstabdata}{nasty/pgfplots}",
                pictures);
        assertThat(log).doesNotContain("Package pgfplots Warning");
        assertThat(Files.readAllLines(place.resolve("nasty/pgfplots/run.csv"))).hasSize(168);
    }

    private static String latex(List<String> command, List<String> more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Stream<String> arguments = Stream.of(
                        command.subList(0, 1).stream(),
                        Stream.of(problem.toString(), "--quiet", "--format", "latex"),
                        command.subList(1, command.size()).stream(),
                        more.stream())
                .flatMap(part -> part);
        int status = Main.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        assertThat(status).as(err.toString()).isIn(ExitStatus.HOLDS, ExitStatus.UNDECIDED);
        return out.toString();
    }

    /** Compiles a document that inputs files, without errors and without boxes that stick out; returns the log. */
    private static String assertCompiles(Path place, String preamble, List<String> inputs) throws IOException {
        StringBuilder document = new StringBuilder("\\documentclass{article}\n" + preamble + "\n\\begin{document}\n");
        inputs.forEach(
                input -> document.append("\\noindent\\input{").append(input).append("}\n\n"));
        Files.writeString(place.resolve("paper.tex"), document + "\\end{document}\n");
        Process process = new ProcessBuilder("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper.tex")
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("output.txt").toFile())
                .start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
        String log = Files.readString(place.resolve("paper.log"), StandardCharsets.ISO_8859_1);
        assertThat(process.exitValue()).as(log).isZero();
        assertThat(log).doesNotContain("Overfull", "Missing character", "Undefined control sequence");
        assertThat(place.resolve("paper.pdf")).isNotEmptyFile();
        return log;
    }
}
