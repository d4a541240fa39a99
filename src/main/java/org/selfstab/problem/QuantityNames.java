package org.selfstab.problem;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Suggestion;

/** Understands the names of the quantities of a problem. */
public final class QuantityNames {

    private static final Pattern EIGENVALUE =
            Pattern.compile(Pattern.quote(ExpectedQuantity.ETA_LAMBDA.dottedName()) + "([1-9][0-9]{0,5})");

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
            return new QuantityName(
                    name, ExpectedQuantity.ETA_LAMBDA, existing(name, Integer.parseInt(eigenvalue.group(1))));
        }
        return ExpectedQuantity.of(name)
                .filter(known -> known.kind() != ExpectedQuantity.Kind.EIGENVALUE)
                .map(QuantityName::of)
                .orElseThrow(() -> unknown(name));
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
        List<String> known = ExpectedQuantity.dottedNames();
        Optional<String> near = Suggestion.nearest(name, known);
        return new SelfstabException(
                "unknown " + kind + " " + Suggestion.shortened(name),
                near.map(nearest -> "did you mean " + nearest + "?")
                        .orElseGet(() -> "known are " + String.join(", ", known)));
    }
}
