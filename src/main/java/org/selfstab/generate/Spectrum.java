package org.selfstab.generate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.selfstab.expression.Expression;

/** The eigenvalues of the Hessian at the start beside S, as parameters of the problem; one that is 0 is no parameter. */
final class Spectrum {

    private final List<ClosedNumber> values;
    private final List<Integer> ranked;

    Spectrum(Directions directions) {
        this.values = directions.all();
        this.ranked = directions.ranked();
    }

    /** {@code eta lambda} of a coordinate other than x: y, z1, z2, ... have the indices 0, 1, 2, ... */
    Expression etaLambda(int index) {
        return values.get(index).isZero()
                ? Expression.ZERO
                : Expression.symbol(Names.etaLambda(ranked.indexOf(index) + 2));
    }

    boolean isFlat(int index) {
        return values.get(index).isZero();
    }

    /** The parameters' values. */
    Map<String, Expression> parameters() {
        Map<String, Expression> parameters = new LinkedHashMap<>();
        for (int rank = 0; rank < ranked.size(); rank++) {
            ClosedNumber value = values.get(ranked.get(rank));
            if (!value.isZero()) {
                parameters.put(Names.etaLambda(rank + 2), value.expression());
            }
        }
        return parameters;
    }

    /** What each {@code eta_lambda_j} is, of parameters. */
    Map<String, Expression> expectations() {
        Map<String, Expression> expectations = new LinkedHashMap<>();
        for (int rank = 0; rank < ranked.size(); rank++) {
            expectations.put(Names.etaLambda(rank + 2), etaLambda(ranked.get(rank)));
        }
        return expectations;
    }
}
