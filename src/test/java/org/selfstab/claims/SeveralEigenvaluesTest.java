package org.selfstab.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.Selfstab;
import org.selfstab.Study;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifyOptions;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.RunObserver;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.dynamics.UnstableObserver;
import org.selfstab.dynamics.UnstableStep;
import org.selfstab.loss.Backend;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Verdict;

/** Several unstable eigenvalues, theory.md section 11: figures of an independent implementation. */
class SeveralEigenvaluesTest {

    private static final Path REFERENCE = Path.of("src/test/resources/reference/two-eigenvalues-e1e-3.csv");
    private static final Path CASES = Path.of("src/test/resources/problems/nearest");

    /** Two blocks of which the run finds how many eigenvalues it follows. */
    static Study found(String e, String z, String drives) {
        return Problems.twoBlocks(e, z, drives).study();
    }

    private static Study coupled(String e, String z, String drives) {
        return Problems.twoBlocks(e, z, drives).unstable(2).study();
    }

    private static double value(Optional<Extremum> constant) {
        return constant.orElseThrow().value();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1/100, 166, 3.67e-2, 2.24e-1, 8.416, 13.563",
        "0, 1/1000, 527, 1.16e-2, 7.07e-2, 8.425, 14.234",
        "0, 1/10000, 1666, 3.67e-3, 2.24e-2, 8.357, 14.338",
        "1/2, 1/100, 166, 4.03e-2, 2.24e-1, 9.896, 23.335",
        "1/2, 1/1000, 527, 1.28e-2, 7.07e-2, 9.918, 24.722",
        "1/2, 1/10000, 1666, 4.03e-3, 2.24e-2, 10.132, 25.298"
    })
    void reproducesTheTable(String a3, String e, int steps, double eps, double d, double coupling, double loss) {
        Verification run = coupled(e, "1/2", "y1 + 3/2*y2 + " + a3 + "*y3").run(RunOptions.defaults());
        RunConstants constants = run.constants().orElseThrow();

        assertThat(run.end()).isEqualTo(new RunEnd.ReachedHorizon(steps));
        assertThat(value(constants.epsilon())).isEqualTo(eps, within(0.005 * eps));
        assertThat(value(constants.delta())).isEqualTo(d, within(0.005 * d));
        assertThat(value(constants.coupling())).isEqualTo(coupling, within(6e-4));
        assertThat(value(constants.loss())).isEqualTo(loss, within(6e-4));
    }

    /** Without z the prediction is exact, with Sigma of rank two, and of rank one while the other eigenvalue leaves the edge. */
    @ParameterizedTest
    @CsvSource({
        "y1 + 3/2*y2, 2",
        "y1 + 3/2*y2 + 1/2*y3, 2",
        "y1 - 1/2*y2, 1",
        "y1 + 1/10*y2 + 7/10*y3, 1",
    })
    void isExactWithoutSkewness(String drives, int rank) {
        Verification run = coupled("1/100", "0", drives).run(RunOptions.defaults());
        UnstableEigenvalues several = run.unstable().orElseThrow();

        assertThat(value(run.constants().orElseThrow().coupling())).isLessThan(1e-9);
        assertThat(several.start().rank()).isEqualTo(rank);
        assertThat(several.start().isUnique()).isTrue();
        if (rank == 1) {
            assertThat(several.events()).contains(new UnstableEigenvalues.Event(1, 2, 1));
        }
    }

    @Test
    void findsTheEigenvaluesByItself() {
        Study stated = coupled("1/100", "1/2", "y1 + 3/2*y2");
        Study found = found("1/100", "1/2", "y1 + 3/2*y2");

        Verification run = found.run(RunOptions.defaults());

        assertThat(run.unstable().orElseThrow().isGiven()).isFalse();
        assertThat(run.constants()).isEqualTo(stated.run(RunOptions.defaults()).constants());
    }

    @Test
    void followsTheReferenceStepByStep() throws IOException {
        Recorder recorder = new Recorder();
        coupled("1/1000", "1/2", "y1 + 3/2*y2").verify(RunOptions.defaults(), recorder);
        List<CSVRecord> rows;
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(REFERENCE))) {
            rows = parser.getRecords();
        }

        assertThat(recorder.steps).hasSameSizeAs(rows);
        for (UnstableStep step : recorder.steps) {
            CSVRecord row = rows.get(step.t());
            assertThat(step.deviation()).isEqualTo(Double.parseDouble(row.get("deviation")), within(1e-9));
            assertThat(step.covariance().trace()).isEqualTo(Double.parseDouble(row.get("trace_sigma")), within(1e-9));
            assertThat(step.iterate().values()[0])
                    .isEqualTo(Double.parseDouble(row.get("largest_sharpness")), within(1e-9));
            assertThat(step.iterate().values()[1])
                    .isEqualTo(Double.parseDouble(row.get("second_sharpness")), within(1e-9));
            List<String> names = List.of("x1", "x2", "y1", "y2", "y3");
            for (int i = 0; i < 5; i++) {
                assertThat(step.space().point()[i])
                        .isEqualTo(Double.parseDouble(row.get("dagger_" + names.get(i))), within(1e-9));
            }
        }
    }

    /** The time averages of X X^T tend to Sigma at the rate 1/T, where Sigma is unique. */
    @Test
    void meansTendToSigma() {
        double shorter = distanceOfMeans("20/(eta*sqrt(e))");
        double longer = distanceOfMeans("80/(eta*sqrt(e))");

        assertThat(longer).isLessThan(0.5 * shorter).isLessThan(0.05);
    }

    private static double distanceOfMeans(String horizon) {
        Study study = Problems.twoBlocks("1/100", "0", "y1 + 3/2*y2 + y3/2")
                .horizon(horizon)
                .study();
        return study.run(RunOptions.defaults())
                .unstable()
                .orElseThrow()
                .distanceOfMeans()
                .orElseThrow();
    }

    @Test
    void saysThatSigmaOfADoubleEigenvalueIsNotUnique() {
        Verification run =
                Selfstab.read(CASES.resolve("double-eigenvalue.toml")).run(RunOptions.defaults());
        UnstableEigenvalues.Covariance sigma = run.unstable().orElseThrow().start();

        assertThat(run.isComplete()).isTrue();
        assertThat(sigma.isUnique()).isFalse();
        assertThat(sigma.isTraceUnique()).isTrue();
        assertThat(sigma.trace()).isEqualTo(2e-3, within(1e-15));
        assertThat(sigma.rank()).isEqualTo(2);
    }

    @Test
    void followsAnEigenvalueThatComesToTheEdge() {
        Verification run =
                Selfstab.read(CASES.resolve("eigenvalue-crossing.toml")).run(RunOptions.defaults());
        UnstableEigenvalues several = run.unstable().orElseThrow();

        assertThat(run.isComplete()).isTrue();
        assertThat(several.start().rank()).isEqualTo(1);
        assertThat(several.events()).containsExactly(new UnstableEigenvalues.Event(223, 1, 2));
        assertThat(value(run.constants().orElseThrow().coupling())).isLessThan(1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-directions", "double-eigenvalue", "eigenvalue-crossing"})
    void theCasesAreAnswered(String name) {
        VerificationResult verified =
                Selfstab.read(CASES.resolve(name + ".toml")).verify(RunOptions.defaults());

        assertThat(verified.assessment().condition(Claims.NEAREST_POINT).status())
                .isEqualTo(Verdict.Status.HOLDS);
        assertThat(verified.assessment().ofConclusions()).isNotEqualTo(Verdict.Status.FAILS);
    }

    /** An eigenvalue not followed that stays near the edge breaks the eigengap; a prediction far off breaks the coupling. */
    @Test
    void conditionsAndConclusionsFail() {
        Study study = ProblemBuilder.of(
                        "three directions, two of them followed",
                        "(y1*x1^2 + y2*x2^2)/2 + 33/10*x3^2 - e*(y1 + y2) + c*x1^3")
                .parameter("eta", "3/10")
                .parameter("e", "1/100")
                .parameter("c", "30")
                .start("x1", "sqrt(2*e)/2")
                .start("x2", "sqrt(2*e)/3")
                .start("x3", "0")
                .start("y1", "2/eta")
                .start("y2", "2/eta")
                .atEdge()
                .horizon("40")
                .unstable(2)
                .study();
        VerificationResult verified = study.verify(RunOptions.defaults());

        assertThat(verified.assessment().condition(Claims.EIGENGAP).status()).isEqualTo(Verdict.Status.FAILS);
        assertThat(verified.assessment().ofConclusions()).isEqualTo(Verdict.Status.FAILS);
    }

    /** Heavy ball on two directions at its edge: exact like gradient descent's where nothing is left out. */
    @Test
    void followsMomentum() {
        Study study = twoDirections(
                        "((y1 + z*x1)*x1^2 + y2*x2^2)/2 - e*(y1 + 3/2*y2) - z*e*x1",
                        "sqrt(2*e)/2",
                        "4/5*sqrt(3*e)",
                        "10")
                .parameter("e", "1/1000")
                .parameter("z", "0")
                .optimizer("heavy_ball", "momentum", "1/2")
                .atEdge()
                .horizon("300")
                .unstable(2)
                .study();
        Verification exact = study.run(RunOptions.defaults());
        Verification skew = study.with(Map.of("z", "1/2")).run(RunOptions.defaults());

        assertThat(value(exact.constants().orElseThrow().coupling())).isLessThan(1e-8);
        assertThat(value(skew.constants().orElseThrow().coupling())).isBetween(0.1, 50.0);
    }

    /** Descent from below: the second eigenvalue comes within 1e-6 of the edge without touching it, and both are followed. */
    @Test
    void followsAnEigenvalueThatComesNearTheEdge() {
        Verification run = twoDirections(
                        "y1*x1^2/2 + y2*x2^2/2 - e*(y1 + y2) + (y1 - y2)^2/5", "1/20", "1/30", "2/eta - 1/10")
                .horizon("100")
                .study()
                .run(RunOptions.defaults());

        assertThat(run.edgeStep()).contains(35);
        assertThat(run.unstable().orElseThrow().k()).isEqualTo(2);
        assertThat(value(run.constants().orElseThrow().coupling())).isLessThan(1e-9);
    }

    /** Two directions without a coupling, both from the same height. */
    private static ProblemBuilder twoDirections(String loss, String x1, String x2, String height) {
        return ProblemBuilder.of("two directions", loss)
                .parameter("eta", "3/10")
                .parameter("e", "1/100")
                .start("x1", x1)
                .start("x2", x2)
                .start("y1", height)
                .start("y2", height);
    }

    private static ProblemBuilder still() {
        return twoDirections("y1*x1^2/2 + y2*x2^2/2 - e*(y1 + y2)", "0", "0", "2/eta")
                .atEdge()
                .horizon("20");
    }

    /** No u is defined there, so that a run of one has no step at all. Sigma is diag(2 e, 2 e) up to what its blocks' covariance leaves open. */
    @Test
    void findsTwoEigenvaluesThatAreEqualAtAStartOnTheStableSet() {
        UnstableEigenvalues several =
                still().study().run(RunOptions.defaults()).unstable().orElseThrow();

        assertThat(several.k()).isEqualTo(2);
        assertThat(several.start().trace()).isEqualTo(0.04, within(1e-12));
        assertThat(several.start().isUnique()).isFalse();
        assertThat(several.distanceOfMeans())
                .as("of the traces alone, as nothing moves")
                .hasValueSatisfying(distance -> assertThat(distance).isEqualTo(1.0, within(1e-12)));
    }

    @Test
    void aKickOfTwoEigenvaluesSaysWhatToDo() {
        assertThat(still().kick("1/2").study().run(RunOptions.defaults()).description())
                .contains("leave kick out of [run], and displace [start]");
    }

    @Test
    void moreEigenvaluesThanAreFollowedSayWhatToDo() {
        String loss = IntStream.rangeClosed(1, 12).mapToObj(i -> "w" + i + "^4").collect(Collectors.joining(" + "));
        ProblemBuilder twelve = ProblemBuilder.of("twelve equal eigenvalues", loss)
                .parameter("eta", "1/6")
                .atEdge();
        for (int i = 1; i <= 12; i++) {
            twelve = twelve.start("w" + i, "1");
        }
        Verification run = twelve.study().run(RunOptions.defaults());

        assertThat(run.end()).isInstanceOf(RunEnd.ProjectionFailed.class);
        assertThat(run.description()).contains("8 eigenvalues", "less symmetric", "descent shows the iterates alone");
        assertThat(new RunEnd.MoreUnstable(0, 8, 4.0, 4.0).description()).doesNotContain("unstable = 9");
    }

    /** One of two leaves the edge and crosses, at step 36, one of the bulk; given as two that ends the run, found all three are followed. */
    @Test
    void anEigenvalueThatFallsIntoTheBulkDoesNotTakeUWithIt() {
        ProblemBuilder falling = ProblemBuilder.of(
                        "falls into the bulk",
                        "((y1 + z*x1)*x1^2 + (y2 + z*x2/2)*x2^2 + 2*y3*x1*x2)/2 + 16/5*x3^2 - e*(y1 - y2/2) - z*e*x1 - e*x3")
                .parameter("eta", "3/10")
                .parameter("e", "1/20")
                .parameter("z", "1/2")
                .start("x1", "sqrt(2*e)/2")
                .start("x2", "sqrt(3*e)/5")
                .start("x3", "5/32*e")
                .start("y1", "2/eta")
                .start("y2", "2/eta")
                .start("y3", "0")
                .atEdge()
                .horizon("120");
        Verification found = falling.study().run(RunOptions.defaults());
        Verification given = falling.unstable(2).study().run(RunOptions.defaults());
        assertThat(given.end()).isInstanceOfSatisfying(RunEnd.GeometryUndefined.class, end -> assertThat(end.step())
                .isEqualTo(36));
        assertThat(given.description()).contains("unstable = 3");

        assertThat(found.unstable().orElseThrow().k()).isEqualTo(3);
        assertThat(found.unstable().orElseThrow().events()).first().satisfies(event -> assertThat(event.step())
                .isEqualTo(1));
        // by NumPy, as the next two
        assertThat(value(found.constants().orElseThrow().coupling())).isEqualTo(10.567255933815, within(1e-7));
        assertThat(value(found.constants().orElseThrow().loss())).isEqualTo(34.960115929627, within(1e-7));
        assertThat(value(found.constants().orElseThrow().sharpness())).isEqualTo(22.999319619816, within(1e-7));
    }

    /** Where nothing tells which eigenvalues are held, nothing may pass for certified; both are found at the edge all the same. */
    @Test
    void certifyOfAStartStraightAboveTheBoundaryIsUndecided() {
        CertificationResult met =
                Selfstab.read(CASES.resolve("two-directions.toml")).certify(CertifyOptions.defaults());
        assertThat(met.verification().unstable().orElseThrow().k()).isEqualTo(2);
        assertThat(met.claims()).singleElement().satisfies(claim -> {
            assertThat(claim.verdict().status()).isEqualTo(Verdict.Status.UNDECIDED);
            assertThat(claim.verdict().reason()).contains("which eigenvalues are held is not certain");
        });
    }

    private static final class Recorder implements RunObserver {

        private final List<UnstableStep> steps = new ArrayList<>();

        @Override
        public <T extends CalculusFieldElement<T>> StepObserver<T> of(Backend<T> backend, Model<Binary64> inDouble) {
            return step -> {};
        }

        @Override
        public Optional<UnstableObserver> ofSeveral() {
            return Optional.of(k -> {
                steps.clear();
                return steps::add;
            });
        }
    }
}
