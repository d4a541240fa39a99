package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.dfp.Dfp;
import org.selfstab.ProblemBuilder;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.Model;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.SelfstabException;

/** A certificate's problem, read by the program's own reader and computed with many digits and no intervals: nothing of it is the checker's. */
final class RereadProblem {

    /** Of what is computed; half of them are right whatever cancels in the tests' problems. */
    static final int DIGITS = 60;

    /** Larger numbers take the reader beyond doubles. */
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(50);

    private RereadProblem() {}

    /**
     * The problem at a point; empty if the reader's limits, which are others than the checker's, or its way to write numbers exclude it.
     *
     * @param stated as it stands in a certificate
     * @param point exact values of its variables, and of parameters in place of what the certificate defines
     */
    static Optional<Model<Dfp>> at(JsonNode stated, Map<String, BigDecimal> point) {
        if (point.values().stream().anyMatch(number -> number.abs().compareTo(LARGEST) > 0)) {
            return Optional.empty();
        }
        ProblemBuilder reread = ProblemBuilder.of("reread", stated.get("loss").textValue());
        stated.get("parameters").properties().forEach(parameter -> {
            BigDecimal value = point.get(parameter.getKey());
            reread.parameter(
                    parameter.getKey(), value == null ? parameter.getValue().textValue() : value.toPlainString());
        });
        stated.get("variables")
                .forEach(variable -> reread.start(
                        variable.textValue(), point.get(variable.textValue()).toPlainString()));
        try {
            Problem problem = reread.problem();
            return Optional.of(Model.of(problem, DerivedLoss.of(problem), new DecimalBackend(DIGITS)));
        } catch (SelfstabException refused) {
            assertThat(refused.getMessage()).as(reread.toml()).containsAnyOf("beyond", "digits on both sides");
            return Optional.empty();
        }
    }
}
