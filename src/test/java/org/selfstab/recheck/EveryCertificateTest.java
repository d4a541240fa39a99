package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.problem.DataFiles;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.ProblemText;

/** Whatever the prover certifies the checker confirms: of every example, short runs in each build and whole ones in the profile {@code long}. */
class EveryCertificateTest {

    private static final Path INPUTS = Path.of("src/test/resources/certificates");
    private static final int FEW = 4;
    /** Whose enclosure of a single step takes many seconds. */
    private static final int MOST_VARIABLES = 6;

    @TempDir
    private Path folder;

    static Stream<Path> problems() throws IOException {
        return Stream.of(Path.of("examples"), INPUTS).flatMap(EveryCertificateTest::below);
    }

    private static Stream<Path> below(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            return files
                    .filter(file -> file.toString().endsWith(".toml"))
                    .filter(file -> !file.toString().contains("proof-companion"))
                    .filter(file ->
                            ProblemReader.read(file).problem().adaptive().isEmpty())
                    // Nothing is certified of optimizers that change.
                    .filter(file -> !ProblemReader.read(file).problem().hasFallingWeight())
                    // Nothing is certified of several unstable eigenvalues.
                    .filter(file -> !file.startsWith(Path.of("examples", "unstable")))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void aFewStepsAreConfirmed(Path file) throws IOException {
        if (ProblemReader.read(file).problem().variables().size() <= MOST_VARIABLES) {
            assertNothingIsRejected(Certificates.write(folder, shortened(file), Optional.of(FEW)));
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("problems")
    void theWholeRunIsConfirmed(Path file) throws IOException {
        assertNothingIsRejected(Certificates.write(folder, file, Map.of(), Optional.empty()));
    }

    /** As the file says, but at most 40 steps before t = 0. */
    private static Problem shortened(Path file) throws IOException {
        String text = Files.readString(file).replaceAll("(?m)^max_steps\\s*=.*\\R", "");
        if (!text.contains("at_edge")) {
            text = text.contains("[run]")
                    ? text.replace("[run]", "[run]\nmax_steps = 40")
                    : text + "\n[run]\nmax_steps = 40\n";
        }
        return ProblemText.parse(file.getFileName().toString().replace(".toml", ""), text, DataFiles.beside(file))
                .with(Map.of())
                .problem();
    }

    private static RecheckResult assertNothingIsRejected(Path certificate) {
        RecheckResult report = Rechecker.check(certificate, step -> {});
        assertThat(report.claims()).isNotEmpty().allSatisfy(claim -> assertThat(claim.outcome())
                .as("%s", claim)
                .isNotEqualTo(CheckedClaim.Outcome.REJECTED));
        return report;
    }

    /** The set of v*_285 is bounded in each coordinate, but its radius is beyond doubles. */
    @Test
    void whereEnclosuresOverflowTheCertificateEnds() throws IOException {
        Path file = Path.of("examples/cycles/no-kick.toml");
        RecheckResult report = assertNothingIsRejected(Certificates.write(folder, file, Map.of(), Optional.of(290)));
        assertThat(report.lastStep()).isEqualTo(284);
    }

    /** Every number that was stated had no room for another rounding. */
    @Test
    void ordinaryProblemsWithCurvatureAreConfirmed() throws IOException {
        for (String name : new String[] {"curved.toml", "own-certificate-rejected.toml"}) {
            RecheckResult report =
                    assertNothingIsRejected(Certificates.write(folder, INPUTS.resolve(name), Map.of(), Optional.of(6)));
            assertThat(report.lastStep()).as(name).isEqualTo(6);
            assertThat(report.isConfirmed()).as(name).isTrue();
        }
    }
}
