package org.selfstab.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.syntax.ExpressionParser;

class TransferFunctionTest {

    private static Expression of(String text) {
        return new ExpressionParser(List.of("eta", "m", "nu")).parse(text).expression();
    }

    private static double value(Expression closed) {
        return FieldInterpreter.evaluate(closed, Binary64Field.getInstance()).getReal();
    }

    private static Optimizer.Linear method(String name) {
        return switch (name) {
            case "gradient descent" -> Optimizer.gradientDescent(of("eta"));
            case "heavy ball" -> Optimizer.heavyBall(of("eta"), of("m"));
            case "Nesterov" -> Optimizer.nesterov(of("eta"), of("m"));
            default -> Optimizer.quasiHyperbolic(of("eta"), of("m"), of("nu"));
        };
    }

    private static Expression at(Expression form, String eta, String m, String nu) {
        return form.substitute(Map.of("eta", of(eta), "m", of(m), "nu", of(nu)));
    }

    @Test
    void ofGradientDescentBothRatesAreEta() {
        TransferFunction transfer = TransferFunction.of(method("gradient descent"));

        assertThat(transfer.growthRate()).isEqualTo(of("eta"));
        assertThat(transfer.driftRate()).isEqualTo(of("eta"));
        assertThat(transfer.flipMode()).containsExactly(Expression.ONE);
    }

    /** (D10) of theory.md section 18. */
    @ParameterizedTest
    @CsvSource({
        "gradient descent, 2",
        "heavy ball, 2*(1 + m)/(1 - m)",
        "Nesterov, 2*(1 + 4*m + 3*m^2 - 2*m^3 + 6*m^4)/((1 - m)*(1 + 2*m)*(1 + 3*m))"
    })
    void energyDriftIsThatOfTheClosedForms(String name, String gamma) {
        Expression found = TransferFunction.of(method(name)).energyDrift();
        for (String m : new String[] {"-1/2", "1/10", "1/2", "9/10"}) {
            if (!name.equals("Nesterov") || !m.startsWith("-")) {
                assertThat(value(at(found, "3/10", m, "0")))
                        .isEqualTo(value(at(of(gamma), "3/10", m, "0")), within(1e-11));
            }
        }
    }

    /** theta' = theta - eta (g + k (g - g_before)). */
    @ParameterizedTest
    @CsvSource({"1, -0.13333333333333333", "2, -2.0888888888888889"})
    void extrapolationDampsByItself(String k, double gamma) {
        Expression step = of("eta").times(of(k));
        Optimizer.Linear optimistic = new Optimizer.Linear(
                "optimistic",
                List.of(List.of(Expression.ZERO, Expression.ONE), List.of(Expression.ZERO, Expression.ONE)),
                List.of(step.plus(of("eta")).negate(), of("eta").negate()),
                List.of(Expression.ONE, Expression.ZERO));

        assertThat(value(at(TransferFunction.of(optimistic).energyDrift(), "3/10", "0", "0")))
                .isEqualTo(gamma, within(1e-12));
    }

    /** The table of theory.md section 10. */
    @ParameterizedTest
    @CsvSource({
        "heavy ball, eta/(1 - m), eta/(1 - m), 2*(1 + m)/eta",
        "Nesterov, eta*(1 + 2*m)^2/(1 + 3*m), eta/(1 - m), 2*(1 + m)/((1 + 2*m)*eta)",
        "quasi-hyperbolic, eta*(1 + m - 2*nu*m)^2/((1 + m)^2 - 4*nu*m), eta, 2*(1 + m)/((1 + m - 2*nu*m)*eta)",
    })
    void theRatesAreThoseOfTheTable(String name, String growth, String drift, String edge) {
        for (String[] p : new String[][] {{"3/10", "1/2", "1/3"}, {"1/7", "9/10", "7/10"}, {"2", "1/100", "1"}}) {
            Optimizer.Linear method = method(name);
            TransferFunction transfer = TransferFunction.of(method);
            double found = value(at(StabilityEdge.of(method), p[0], p[1], p[2]));
            assertThat(value(at(transfer.driftRate(), p[0], p[1], p[2])))
                    .isCloseTo(value(at(of(drift), p[0], p[1], p[2])), within(1e-12));
            assertThat(found).isCloseTo(value(at(of(edge), p[0], p[1], p[2])), within(1e-10));
            assertThat(found * value(at(transfer.at(Expression.MINUS_ONE), p[0], p[1], p[2])))
                    .isCloseTo(1, within(1e-12));
            assertThat(value(at(transfer.growthRate(), p[0], p[1], p[2])))
                    .isCloseTo(value(at(of(growth), p[0], p[1], p[2])), within(1e-10));
        }
    }

    /** The second way: eigenvalues of {@code A + S B C} about the edge, by differences. */
    @ParameterizedTest
    @CsvSource({
        "gradient descent, 3/10, 1/2, 1/3",
        "heavy ball, 3/10, 1/2, 1/3",
        "heavy ball, 1/10, 9/10, 1/3",
        "Nesterov, 3/10, 1/2, 1/3",
        "Nesterov, 1/10, 9/10, 1/3",
        "quasi-hyperbolic, 3/10, 4/5, 7/10",
    })
    void theGrowthRateIsTheSlopeOfTheEigenvalue(String name, String eta, String m, String nu) {
        Optimizer.Linear closed = method(name).with(Map.of("eta", of(eta), "m", of(m), "nu", of(nu)));
        TransferFunction transfer = TransferFunction.of(closed);
        double edge = value(StabilityEdge.of(closed));
        double h = 1e-7 * edge;

        double slope = (leastEigenvalue(closed, edge + h) - leastEigenvalue(closed, edge - h)) / (2 * h);

        assertThat(-slope).isCloseTo(value(transfer.growthRate()), within(1e-6));
        assertThat(leastEigenvalue(closed, edge)).isCloseTo(-1, within(1e-9));
    }

    private static double leastEigenvalue(Optimizer.Linear closed, double curvature) {
        int q = closed.copies();
        DMatrixRMaj matrix = new DMatrixRMaj(q, q);
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                matrix.set(
                        i,
                        j,
                        value(closed.a().get(i).get(j))
                                + curvature
                                        * value(closed.b().get(i))
                                        * value(closed.c().get(j)));
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(q, false);
        decomposition.decompose(matrix);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < q; i++) {
            Complex_F64 eigenvalue = decomposition.getEigenvalue(i);
            least = eigenvalue.isReal() ? Math.min(least, eigenvalue.getReal()) : least;
        }
        return least;
    }

    /** {@code (A + S_c B C) r = -r} and {@code C r = 1}. */
    @ParameterizedTest
    @CsvSource({"heavy ball", "Nesterov", "quasi-hyperbolic"})
    void theCopiesOscillateInTheFlipMode(String name) {
        Optimizer.Linear closed = method(name).with(Map.of("eta", of("3/10"), "m", of("1/2"), "nu", of("1/3")));
        List<Expression> mode = TransferFunction.of(closed).flipMode();
        double edge = value(StabilityEdge.of(closed));
        double read = 0;
        for (int j = 0; j < mode.size(); j++) {
            read += value(closed.c().get(j)) * value(mode.get(j));
        }

        assertThat(read).isCloseTo(1, within(1e-12));
        for (int i = 0; i < mode.size(); i++) {
            double moved = edge * value(closed.b().get(i));
            for (int j = 0; j < mode.size(); j++) {
                moved += value(closed.a().get(i).get(j)) * value(mode.get(j));
            }
            assertThat(moved).isCloseTo(-value(mode.get(i)), within(1e-12));
        }
    }
}
