package org.selfstab.sweep;

import org.selfstab.problem.Expectation;
import org.selfstab.problem.Problem;
import org.selfstab.problem.QuantityName;
import org.selfstab.problem.QuantityNames;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.SelfstabException;

/** Understands the names of the quantities and claims that a sweep is asked for. */
final class SweptNames {

    private final Problem problem;
    private final Grid grid;

    SweptNames(Problem problem, Grid grid) {
        this.problem = problem;
        this.grid = grid;
    }

    /** The quantity of a name after {@code --quantity}. */
    QuantityName quantity(String text) {
        return named("quantity", text);
    }

    /** The claim of a name after {@code --claim}: that of [expect], or that a verdict holds. */
    SweptClaim claim(String text) {
        QuantityName name = named("claim", text);
        boolean stated = problem.expectations().stream().map(Expectation::name).anyMatch(text::equals);
        if (!stated && name.quantity() instanceof Quantity) {
            throw new SelfstabException(
                    "--claim " + text + ": the problem's [expect] asserts nothing of it",
                    "add an entry there, or use --quantity " + text);
        }
        return stated ? new SweptClaim.Stated(name) : new SweptClaim.Holding(name);
    }

    private QuantityName named(String kind, String text) {
        QuantityName name = read(kind, text);
        if (name.isOverFamily()) {
            requireFamily("--" + kind + " " + text + ": ");
        }
        return name;
    }

    private QuantityName read(String kind, String text) {
        try {
            return QuantityNames.of(kind, problem).read(text);
        } catch (SelfstabException unknown) {
            throw unknown.within("--" + kind + ": ");
        }
    }

    private void requireFamily(String place) {
        String swept = problem.family()
                .orElseThrow(() -> new SelfstabException(
                        place + "it is observed over a family, and the problem has no [family]", "add one"))
                .parameter();
        if (grid.axes().stream().map(GridAxis::parameter).anyMatch(swept::equals)) {
            throw new SelfstabException(
                    place + "the problem's [family] takes its own values of " + swept,
                    "leave --grid " + swept + " away");
        }
    }
}
