package org.selfstab.theory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
}
