package org.selfstab.symbolic;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/**
 * The Symja symbols that stand for ours. Each is a fresh dummy known by its identity, so a user's {@code E}, {@code I}
 * or {@code D} is never one of Symja's built-in symbols.
 */
final class SymjaSymbols {

    private final Map<String, ISymbol> dummies = new HashMap<>();
    private final IdentityHashMap<IExpr, Symbol> symbols = new IdentityHashMap<>();

    synchronized ISymbol dummyOf(Symbol symbol) {
        return dummies.computeIfAbsent(symbol.name(), name -> {
            SymjaEngine.load();
            ISymbol dummy = F.Dummy("v$" + name);
            symbols.put(dummy, symbol);
            return dummy;
        });
    }

    synchronized Optional<Expression> symbolOf(IExpr dummy) {
        return Optional.ofNullable(symbols.get(dummy));
    }
}
