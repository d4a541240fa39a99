package org.selfstab.problem;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.Named;
import org.selfstab.vocabulary.SelfstabException;

/** Reads [expect]. */
final class ExpectationsReader {

    private final AssertionReader assertions;
    private final QuantityNames names;
    private final boolean hasFamily;

    /**
     * A reader of one problem's expectations.
     *
     * @param assertions reads their right sides
     * @param names the names of the problem's quantities
     * @param hasFamily whether it has a family, over which orders are observed
     */
    ExpectationsReader(AssertionReader assertions, QuantityNames names, boolean hasFamily) {
        this.assertions = assertions;
        this.names = names;
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
            if (group.keys().isEmpty()) {
                throw item.location()
                        .error(dottedName + " in [expect] asserts nothing", "state a value, a verdict or a bound");
            }
            group.items().forEach(inner -> addExpectations(dottedName + "." + inner.name(), inner, expectations));
        } else {
            expectations.add(expectation(dottedName, item.described(dottedName + " in [expect]")));
        }
    }

    /** {@code sharpness} is a quantity, and {@code sharpness.order} another: what stands in the table tells them apart. */
    private boolean isGroup(String name, TomlItem item) {
        return item.isTable()
                && names.all().stream().anyMatch(known -> known.startsWith(name + "."))
                && (!names.isName(name)
                        || item.asTable("a table").keys().stream()
                                .noneMatch(key -> AssertionReader.KEYS.contains(key)
                                        || AssertionReader.KEYS_OF_BEHAVIOUR.contains(key)));
    }

    private Expectation expectation(String name, TomlItem item) {
        QuantityName named = named(name, item);
        Named quantity = named.quantity();
        Expectation expectation = new Expectation(name, quantity, named.index(), assertions.read(quantity, item));
        if (named.isOverFamily() && !hasFamily) {
            throw item.key().error(name + " is observed over a family", "add [family]");
        }
        return expectation;
    }

    private QuantityName named(String name, TomlItem item) {
        try {
            return names.read(name);
        } catch (SelfstabException unknown) {
            throw unknown.at(item.key());
        }
    }
}
