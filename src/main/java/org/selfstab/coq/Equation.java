package org.selfstab.coq;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An equation as it was written, in the language of statements.
 *
 * @param symbols its free symbols
 * @param positive those that stand for positive numbers only
 * @param definitions texts by their names, each of which may use those before it
 * @param left the text of the left side
 * @param right the text of the right side
 */
public record Equation(
        List<String> symbols, List<String> positive, Map<String, String> definitions, String left, String right) {

    public Equation {
        symbols = List.copyOf(symbols);
        positive = List.copyOf(positive);
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
    }
}
