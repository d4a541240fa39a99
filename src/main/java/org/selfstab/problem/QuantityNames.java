package org.selfstab.problem;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Named;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Suggestion;

/** Understands the names of the quantities of a problem. */
public final class QuantityNames {

    private static final Pattern EIGENVALUE =
            Pattern.compile(Pattern.quote(Quantities.ETA_LAMBDA.key()) + "([1-9][0-9]{0,5})");

    private final String kind;
    private final int variables;

    /**
     * The names of a problem's quantities.
     *
     * @param kind what they are called in messages, for instance {@code expectation}
     * @param variables how many variables the problem has, as many as its Hessian has eigenvalues
     */
    public QuantityNames(String kind, int variables) {
        this.kind = kind;
        this.variables = variables;
    }

    /**
     * The quantity of a name.
     *
     * @throws SelfstabException if there is none
     */
    public QuantityName read(String name) {
        Matcher eigenvalue = EIGENVALUE.matcher(name);
        if (eigenvalue.matches()) {
            return new QuantityName(name, Quantities.ETA_LAMBDA, existing(name, Integer.parseInt(eigenvalue.group(1))));
        }
        return find(name).map(QuantityName::of).orElseThrow(() -> unknown(name));
    }

    /** The quantity or claim of a name that has no index. */
    Optional<Named> find(String name) {
        return named().filter(known -> known.key().equals(name)).findFirst();
    }

    /** All names as they are written, of eigenvalues the second, for messages. */
    List<String> all() {
        return Stream.concat(named().map(Named::key), Stream.of(Quantities.ETA_LAMBDA.key() + "2"))
                .toList();
    }

    private static Stream<Named> named() {
        Stream<Quantity> quantities = Quantities.all().stream()
                .filter(quantity -> quantity.isExpectable() && quantity.kind() != Quantity.Kind.EIGENVALUE);
        return Stream.concat(quantities, Claims.all().stream());
    }

    private int existing(String name, int index) {
        if (index > variables) {
            throw new SelfstabException(
                    name + " does not exist: the problem has " + variables
                            + (variables == 1 ? " variable" : " variables"),
                    "the index must be from 1 to " + variables);
        }
        return index;
    }

    private SelfstabException unknown(String name) {
        List<String> known = all();
        Optional<String> near = Suggestion.nearest(name, known);
        return new SelfstabException(
                "unknown " + kind + " " + Suggestion.shortened(name),
                near.map(nearest -> "did you mean " + nearest + "?")
                        .orElseGet(() -> "known are " + String.join(", ", known)));
    }
}
