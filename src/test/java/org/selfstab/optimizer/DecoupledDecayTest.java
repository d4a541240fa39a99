package org.selfstab.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.syntax.ExpressionParser;

class DecoupledDecayTest {

    private static final Map<String, Expression> VALUES =
            Map.of("eta", of("3/10"), "m", of("2/5"), "nu", of("7/10"), "decay", of("1/30"));

    private static Expression of(String text) {
        return new ExpressionParser(List.of("eta", "m", "nu", "decay"))
                .parse(text)
                .expression();
    }

    private static double value(Expression ofParameters) {
        return FieldInterpreter.evaluate(ofParameters.substitute(VALUES), Binary64Field.getInstance())
                .getReal();
    }

    private static DecoupledDecay decay(String name) {
        Expression eta = of("eta");
        Expression m = of("m");
        return switch (name) {
            case "gradient descent" -> DecoupledDecay.of(Optimizer.gradientDescent(eta), of("eta*decay"));
            case "heavy ball" -> DecoupledDecay.ofMomentum(Optimizer.heavyBall(eta, m), eta, m, of("decay"));
            case "Nesterov" -> DecoupledDecay.ofMomentum(Optimizer.nesterov(eta, m), eta, m, of("decay"));
            case "heavy ball as any other" -> DecoupledDecay.of(Optimizer.heavyBall(eta, m), of("eta*decay"));
            case "Nesterov as any other" -> DecoupledDecay.of(Optimizer.nesterov(eta, m), of("eta*decay"));
            default -> DecoupledDecay.of(Optimizer.quasiHyperbolic(eta, m, of("nu")), of("eta*decay"));
        };
    }

    /** The pole 1 moves to {@code 1 - eta lambda}; the penalised method is one of the theory, with the same copies. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gradient descent",
                "heavy ball",
                "Nesterov",
                "heavy ball as any other",
                "Nesterov as any other",
                "quasi-hyperbolic"
            })
    void movesThePoleAndNothingElse(String name) {
        DecoupledDecay decay = decay(name);
        TransferFunction before = TransferFunction.of(decay.before());
        TransferFunction bare = TransferFunction.of(decay.bare());

        for (String z : List.of("-1", "2", "-3/7")) {
            double factor = (value(of(z)) - 1) / (value(of(z)) - value(of("1 - eta*decay")));
            assertThat(value(bare.at(of(z)))).isCloseTo(factor * value(before.at(of(z))), within(1e-12));
        }
        StabilityEdge.require(decay.penalised().with(VALUES));
        assertThat(value(StabilityEdge.of(decay.penalised())) - value(decay.penalty()))
                .isCloseTo(value(StabilityEdge.of(decay.bare())), within(1e-12));
        assertThat(value(decay.penalty())).isCloseTo(value(of("eta*decay")) / value(before.driftRate()), within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(strings = {"heavy ball", "heavy ball as any other"})
    void ofHeavyBallIsThatOfTheTheory(String name) {
        DecoupledDecay decay = decay(name);

        assertThat(value(StabilityEdge.of(decay.bare())))
                .isCloseTo(value(of("(2 - eta*decay)*(1 + m)/eta")), within(1e-12));
        assertThat(value(decay.bare().a().get(0).get(0))).isCloseTo(value(of("1 - eta*decay + m")), within(1e-14));
        assertThat(value(decay.bare().a().get(0).get(1))).isCloseTo(value(of("-m*(1 - eta*decay)")), within(1e-14));
        assertThat(value(decay.bare().a().get(1).get(0))).isCloseTo(1, within(1e-14));
        assertThat(value(decay.penalised().a().get(0).get(1)))
                .isCloseTo(value(of("-m*(1 - eta*decay)")), within(1e-14));
    }
}
