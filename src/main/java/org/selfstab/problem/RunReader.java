package org.selfstab.problem;

import java.util.List;
import java.util.Optional;
import org.selfstab.expression.Expression;
import org.selfstab.problem.toml.ExpressionReader;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.Location;

/** Reads [run]. */
final class RunReader {

    private static final String AT_EDGE = "at_edge";
    private static final String HORIZON = "horizon";
    private static final String KICK = "kick";
    private static final String MAX_STEPS = "max_steps";

    private static final String UNSTABLE = "unstable";

    static final List<String> KEYS = List.of(AT_EDGE, HORIZON, KICK, MAX_STEPS, UNSTABLE);

    private final ExpressionReader expressions;
    private final DeclaredNames names;

    RunReader(ExpressionReader expressions, DeclaredNames names) {
        this.expressions = expressions;
        this.names = names;
    }

    RunSettings read(TomlSection section) {
        section.requireOnly(KEYS);
        return new RunSettings(
                section.item(AT_EDGE).map(TomlItem::asBoolean).orElse(false),
                section.item(HORIZON).map(this::horizon),
                section.item(KICK).map(item -> expressions
                        .read(item, names.ofParameters()::parse)
                        .value()),
                section.item(MAX_STEPS).map(RunReader::steps).orElse(RunSettings.DEFAULT_MAX_STEPS),
                section.item(UNSTABLE).map(this::unstable));
    }

    private Expression horizon(TomlItem item) {
        return expressions.read(item, names.ofHorizon()::parseRoundedDown).value();
    }

    /** Where the horizon is, if there is one. */
    static Optional<Location> horizonLocation(TomlSection section) {
        return section.item(HORIZON).map(TomlItem::location);
    }

    /** Where the kick is, if there is one. */
    static Optional<Location> kickLocation(TomlSection section) {
        return section.item(KICK).map(TomlItem::location);
    }

    private int unstable(TomlItem item) {
        long unstable = item.asInteger();
        int most = Math.max(
                1, Math.min(RunSettings.MOST_UNSTABLE, names.variables().size() - 1));
        if (unstable < 1 || unstable > most) {
            throw item.location()
                    .error(
                            "unstable is " + unstable,
                            "it must be from 1 to " + most + ": at most " + RunSettings.MOST_UNSTABLE
                                    + ", and fewer than the variables, since what holds eigenvalues at the edge moves off their eigenvectors");
        }
        return (int) unstable;
    }

    private static int steps(TomlItem item) {
        long steps = item.asInteger();
        if (steps < 1 || steps > RunSettings.MAX_STEPS) {
            throw item.location().error("max_steps is " + steps, "it must be from 1 to " + RunSettings.MAX_STEPS);
        }
        return (int) steps;
    }
}
