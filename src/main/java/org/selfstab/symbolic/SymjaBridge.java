package org.selfstab.symbolic;

import java.util.Collection;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/**
 * Translates between our expressions and Symja's. Expressions are handed over as objects, never as text, so nothing but
 * what {@link Expression} can say reaches the computer algebra system. May be shared by threads.
 */
final class SymjaBridge {

    private final SymjaSymbols symbols = new SymjaSymbols();
    private final OpaqueFunctions opaque;

    private SymjaBridge(OpaqueFunctions opaque) {
        this.opaque = opaque;
    }

    /** A bridge for differentiation; the activations come back in numerically stable functions. */
    static SymjaBridge forDerivatives() {
        return new SymjaBridge(OpaqueFunctions.forDerivatives());
    }

    /** A bridge for simplification; the activations keep their names. */
    static SymjaBridge forSimplification() {
        return new SymjaBridge(OpaqueFunctions.activations());
    }

    /** The Symja expression, not yet evaluated. */
    IExpr toSymja(Expression expression) {
        return new SymjaWriter(symbols, opaque).write(expression);
    }

    /** The Symja expression with the activations replaced by their definitions, for proofs. */
    IExpr toSymjaByDefinition(Expression expression) {
        return new SymjaWriter(symbols, FunctionMapping::byDefinition).write(expression);
    }

    /**
     * Our expression for what Symja returned.
     *
     * @throws SymbolicException if it is not a real elementary expression
     */
    Expression fromSymja(IExpr symja) {
        return reader().read(symja);
    }

    /** A reader of what Symja returned for several expressions that share parts, in one thread at a time. */
    SymjaReader reader() {
        return new SymjaReader(symbols, opaque);
    }

    /** The Symja symbol that stands for ours. */
    ISymbol toSymja(Symbol symbol) {
        return symbols.dummyOf(symbol);
    }

    /** The assumption that symbols are positive, in Symja's form. */
    IExpr positive(Collection<Symbol> names) {
        IExpr[] each = names.stream()
                .map(symbol -> F.Greater(symbols.dummyOf(symbol), F.C0))
                .toArray(IExpr[]::new);
        return each.length == 0 ? F.True : F.And(each);
    }
}
