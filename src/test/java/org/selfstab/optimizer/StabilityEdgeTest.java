package org.selfstab.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.vocabulary.SelfstabException;

class StabilityEdgeTest {

    private static final int SQUARINGS = 40;
    private static final Optimizer.Linear DESCENT = Optimizer.gradientDescent(of("eta"));
    private static final Optimizer.Linear POLYAK = momentum("heavy ball", "1", "0");
    private static final Optimizer.Linear NESTEROV = momentum("Nesterov", "1 + m", "-m");
    private static final Optimizer.Linear THREE_COPIES = new Optimizer.Linear(
            "three copies",
            List.of(row("3/2", "-1/5", "-3/10"), row("1", "0", "0"), row("0", "1", "0")),
            row("-eta", "0", "0"),
            row("1", "1/10", "-1/10"));

    private static Optimizer.Linear momentum(String name, String first, String second) {
        return new Optimizer.Linear(
                name, List.of(row("1 + m", "-m"), row("1", "0")), row("-eta", "0"), row(first, second));
    }

    private static List<Expression> row(String... entries) {
        return java.util.stream.Stream.of(entries).map(StabilityEdgeTest::of).toList();
    }

    private static Expression of(String text) {
        return new ExpressionParser(List.of("eta", "m")).parse(text).expression();
    }

    private static Optimizer.Linear at(Optimizer.Linear method, String eta, String m) {
        return method.with(Map.of("eta", of(eta), "m", of(m)));
    }

    private static double value(Expression closed) {
        return FieldInterpreter.evaluate(closed, Binary64Field.getInstance()).getReal();
    }

    @Test
    void isTwoOverTheStepSizeOfGradientDescent() {
        assertThat(StabilityEdge.of(DESCENT)).isEqualTo(of("2/eta"));
        assertThat(StabilityEdge.of(DESCENT).toString()).isEqualTo("2/eta");
    }

    @ParameterizedTest
    @CsvSource({"3/10, 1/2", "1/10, 9/10", "2, 1/100", "3/10, 99/100", "sqrt(2)/3, 1/3"})
    void isTheLiteraturesForBothMomenta(String eta, String m) {
        assertThat(value(StabilityEdge.of(at(POLYAK, eta, m))))
                .isCloseTo(value(of("2*(1 + " + m + ")/(" + eta + ")")), within(1e-12));
        assertThat(value(StabilityEdge.of(at(NESTEROV, eta, m))))
                .isCloseTo(value(of("2*(1 + " + m + ")/((1 + 2*" + m + ")*(" + eta + "))")), within(1e-12));
        assertThatCode(() -> StabilityEdge.require(at(POLYAK, eta, m))).doesNotThrowAnyException();
        assertThatCode(() -> StabilityEdge.require(at(NESTEROV, eta, m))).doesNotThrowAnyException();
    }

    @Test
    void isTenForThreeCopies() {
        Optimizer.Linear closed = at(THREE_COPIES, "3/10", "0");

        assertThat(value(StabilityEdge.of(closed))).isCloseTo(10.0, within(1e-12));
        assertThatCode(() -> StabilityEdge.require(closed)).doesNotThrowAnyException();
    }

    /** By eigenvalues in doubles, over a grid of curvatures up to the edge and a little beyond. */
    @ParameterizedTest
    @CsvSource({"3/10, 1/2", "1/10, 9/10", "1, 1/4"})
    void nothingLeavesTheUnitDiscBefore(String eta, String m) {
        for (Optimizer.Linear method : List.of(DESCENT, POLYAK, NESTEROV, at(THREE_COPIES, "3/10", "0"))) {
            Optimizer.Linear closed = at(method, eta, m);
            double edge = value(StabilityEdge.of(closed));
            for (int k = 1; k < 200; k++) {
                assertThat(spectralRadius(closed, edge * k / 200.0)).isLessThan(1.0);
            }
            assertThat(spectralRadius(closed, edge)).isCloseTo(1.0, within(1e-7));
            assertThat(spectralRadius(closed, edge * 1.001)).isGreaterThan(1.0);
        }
    }

    /** Nesterov with a momentum of -2/5: at the flip the other eigenvalue is outside already; and one that grows without any curvature. */
    @ParameterizedTest
    @CsvSource({
        "3/10, -2/5, ' has no edge of stability'",
        "3/10, 3/2, ': A has an eigenvalue besides 1 that is not inside the unit disc'",
        "3/10, -3/2, ': A has an eigenvalue besides 1 that is not inside the unit disc'",
        "-3/10, 1/2, is no positive curvature"
    })
    void agreesWithTheEigenvaluesWhereAnotherLeavesFirst(String eta, String m, String reason) {
        for (Optimizer.Linear method : List.of(POLYAK, NESTEROV)) {
            Optimizer.Linear closed = at(method, eta, m);
            double edge = value(StabilityEdge.of(closed));
            boolean first = edge > 0;
            for (int k = 1; first && k < 1000; k++) {
                first = spectralRadius(closed, edge * k / 1000.0) < 1.0 - 1e-9;
            }
            if (first) {
                assertThatCode(() -> StabilityEdge.require(closed)).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> StabilityEdge.require(closed))
                        .isInstanceOf(SelfstabException.class)
                        .hasMessageStartingWith("the optimizer '" + method.name() + "'")
                        .hasMessageContaining(reason);
            }
        }
    }

    /** With a momentum of 1 the eigenvalue 1 of A is double: the copies drift apart on a flat loss, whatever curvature holds them together. */
    @Test
    void aDoubleEigenvalueOneIsRefused() {
        for (Optimizer.Linear method : List.of(POLYAK, NESTEROV)) {
            Optimizer.Linear closed = at(method, "3/10", "1");
            assertThatThrownBy(() -> StabilityEdge.require(closed)).isInstanceOf(SelfstabException.class);
        }
    }

    /** A gradient that comes two steps late: a pair of eigenvalues leaves well before the flip. */
    @Test
    void aPairMayLeaveFirst() {
        Optimizer.Linear late = at(
                new Optimizer.Linear(
                        "late gradient",
                        List.of(row("1", "0", "0"), row("1", "0", "0"), row("0", "1", "0")),
                        row("-eta", "0", "0"),
                        row("1/100", "0", "99/100")),
                "1",
                "0");
        double flip = value(StabilityEdge.of(late));

        assertThat(flip).isPositive();
        assertThat(spectralRadius(late, flip / 2)).isGreaterThan(1.0);
        assertThatThrownBy(() -> StabilityEdge.require(late))
                .isInstanceOf(SelfstabException.class)
                .hasMessageStartingWith("the optimizer 'late gradient' has no edge of stability");
    }

    /** By Gelfand's formula, on powers of two. */
    private static double spectralRadius(Optimizer.Linear closed, double h) {
        int q = closed.copies();
        RealMatrix matrix = new Array2DRowRealMatrix(q, q);
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                matrix.setEntry(
                        i,
                        j,
                        value(closed.a().get(i).get(j))
                                + h
                                        * value(closed.b().get(i))
                                        * value(closed.c().get(j)));
            }
        }
        double logarithm = 0;
        for (int k = 0; k < SQUARINGS; k++) {
            double norm = matrix.getNorm1();
            if (norm == 0) {
                return 0;
            }
            logarithm += Math.log(norm) * Math.pow(2, -k);
            matrix = matrix.scalarMultiply(1 / norm);
            matrix = matrix.multiply(matrix);
        }
        return Math.exp(logarithm);
    }

    /** Each in one line, with what to do. */
    @Test
    void whatIsNoOptimizerIsRefused() {
        assertThatThrownBy(() -> StabilityEdge.require(
                        new Optimizer.Linear("leaky", List.of(row("9/10")), row("-1/10"), row("1"))))
                .hasMessageContaining("the entries of row 1 of A add up to 0.9");
        assertThatThrownBy(() -> StabilityEdge.require(
                        new Optimizer.Linear("double", List.of(row("1")), row("-1/10"), row("2"))))
                .hasMessageContaining("the entries of C add up to 2.0");
        assertThatThrownBy(() -> StabilityEdge.require(new Optimizer.Linear(
                        "deaf", List.of(row("1", "0"), row("1", "0")), row("-1/10", "0"), row("0", "1"))))
                .hasMessageContaining("C B is 0");
    }
}
