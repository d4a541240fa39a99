package org.selfstab.theory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Expression;
import org.selfstab.symbolic.ValueAtPoint;
import org.selfstab.vocabulary.Verdict;

/**
 * What the examination of one check gave.
 *
 * @param check the check
 * @param verdict the decision
 * @param counterexample for a refuted equation where its sides differ
 */
public record CheckResult(Check check, Verdict verdict, Optional<Counterexample> counterexample) {

    /**
     * Values of an equation's symbols at which its sides differ.
     *
     * @param values by symbol, as text
     * @param left the left side there
     * @param right the right side there
     * @param difference left minus right
     */
    public record Counterexample(Map<String, String> values, String left, String right, String difference) {

        public Counterexample {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /**
         * The counterexample at a point.
         *
         * @param witness the point, by symbol, in the order in which it is shown
         */
        static Counterexample at(
                Map<String, BigFraction> witness, Expression left, Expression right, String difference) {
            Map<String, String> values = new LinkedHashMap<>();
            witness.forEach((name, value) -> values.put(name, value.toString().replace(" ", "")));
            return new Counterexample(
                    values, ValueAtPoint.text(left, witness), ValueAtPoint.text(right, witness), difference);
        }
    }
}
