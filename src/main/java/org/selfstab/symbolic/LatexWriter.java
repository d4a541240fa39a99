package org.selfstab.symbolic;

import org.selfstab.expression.Expression;

/** placeholder until the real one is merged */
public final class LatexWriter {
    public String write(Expression e) {
        return e.toString();
    }
}
