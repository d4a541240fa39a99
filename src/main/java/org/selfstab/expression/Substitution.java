package org.selfstab.expression;

import java.util.Map;

/** Replaces symbols by expressions throughout a graph. */
final class Substitution extends ExpressionRewriter {

    private final Map<String, Expression> replacements;

    Substitution(Map<String, Expression> replacements) {
        this.replacements = Map.copyOf(replacements);
    }

    @Override
    public Expression visitSymbol(Symbol symbol) {
        return replacements.getOrDefault(symbol.name(), symbol);
    }
}
