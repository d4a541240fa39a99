package org.selfstab.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.selfstab.symbolic.Spelling;
import org.tomlj.TomlTable;

/** Reads [expect]. */
final class ExpectationsReader {

    private static final Pattern EIGENVALUE =
            Pattern.compile(Pattern.quote(ExpectedQuantity.ETA_LAMBDA.dottedName()) + "([1-9][0-9]{0,5})");

    private final AssertionReader assertions;
    private final int variables;
    private final boolean hasFamily;

    /**
     * A reader of one problem's expectations.
     *
     * @param assertions reads their right sides
     * @param variables how many variables the problem has
     * @param hasFamily whether it has a family, over which orders are observed
     */
    ExpectationsReader(AssertionReader assertions, int variables, boolean hasFamily) {
        this.assertions = assertions;
        this.variables = variables;
        this.hasFamily = hasFamily;
    }

    List<Expectation> read(TomlSection section) {
        List<Expectation> expectations = new ArrayList<>();
        section.items().forEach(item -> addExpectations(item.name(), item, expectations));
        return expectations;
    }

    /** A dotted key without quotes, {@code coupling.order}, is to TOML a table in a table; here it means the same. */
    private void addExpectations(String dottedName, TomlItem item, List<Expectation> expectations) {
        if (isGroup(dottedName, item)) {
            TomlSection group = item.asTable("a table");
            group.items().forEach(inner -> addExpectations(dottedName + "." + inner.name(), inner, expectations));
        } else {
            expectations.add(expectation(dottedName, item.described(dottedName + " in [expect]")));
        }
    }

    /** {@code sharpness} is a quantity, and {@code sharpness.order} another: what stands in the table tells them apart. */
    private static boolean isGroup(String name, TomlItem item) {
        return item.value() instanceof TomlTable table
                && ExpectedQuantity.dottedNames().stream().anyMatch(known -> known.startsWith(name + "."))
                && (ExpectedQuantity.of(name).isEmpty()
                        || table.keySet().stream().noneMatch(AssertionReader.KEYS::contains));
    }

    private Expectation expectation(String name, TomlItem item) {
        Matcher eigenvalue = EIGENVALUE.matcher(name);
        if (eigenvalue.matches()) {
            return eigenvalue(name, Integer.parseInt(eigenvalue.group(1)), item);
        }
        ExpectedQuantity quantity = ExpectedQuantity.of(name)
                .filter(known -> known.kind() != ExpectedQuantity.Kind.EIGENVALUE)
                .orElseThrow(() -> unknown(name, item));
        Expectation expectation = Expectation.of(quantity, assertions.read(quantity.kind(), item));
        if (quantity.kind() == ExpectedQuantity.Kind.ORDER && !hasFamily) {
            throw item.key().error(name + " is observed over a family; add [family]");
        }
        return expectation;
    }

    private Expectation eigenvalue(String name, int index, TomlItem item) {
        if (index > variables) {
            throw item.key()
                    .error(name + " does not exist: the problem has " + variables
                            + (variables == 1 ? " variable" : " variables") + "; the index must be from 1 to "
                            + variables);
        }
        ExpectedQuantity quantity = ExpectedQuantity.ETA_LAMBDA;
        return new Expectation(name, quantity, index, assertions.read(quantity.kind(), item));
    }

    private static ProblemFileException unknown(String name, TomlItem item) {
        List<String> known = ExpectedQuantity.dottedNames();
        Optional<String> near = Spelling.nearest(name, known);
        return item.key()
                .error("unknown expectation " + Spelling.shortened(name) + "; "
                        + near.map(nearest -> "did you mean " + nearest + "?")
                                .orElseGet(() -> "known are " + String.join(", ", known)));
    }
}
