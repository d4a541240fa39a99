package org.selfstab.generate;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.expression.Expression;

/**
 * The coordinates in which the loss has its normal form, as expressions of something else.
 *
 * @param x along u
 * @param y along gradS_perp
 * @param z the others
 */
record Coordinates(Expression x, Expression y, List<Expression> z) {

    Coordinates {
        z = List.copyOf(z);
    }

    static Coordinates of(List<? extends Expression> all) {
        return new Coordinates(all.get(0), all.get(1), new ArrayList<>(all.subList(2, all.size())));
    }

    /** Symbols x, y, z1, z2, ... */
    static Coordinates symbols(int dimension) {
        List<Expression> all = new ArrayList<>();
        names(dimension).forEach(name -> all.add(Expression.symbol(name)));
        return of(all);
    }

    static List<String> names(int dimension) {
        List<String> names = new ArrayList<>(List.of("x", "y"));
        for (int i = 1; i <= dimension - 2; i++) {
            names.add("z" + i);
        }
        return names;
    }

    List<Expression> all() {
        List<Expression> all = new ArrayList<>(List.of(x, y));
        all.addAll(z);
        return all;
    }
}
