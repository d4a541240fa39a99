package org.selfstab.problem;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.problem.toml.ExpressionReader;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.Behaviour;
import org.selfstab.vocabulary.DriftVerdict;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.Named;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Stage;
import org.selfstab.vocabulary.Suggestion;
import org.selfstab.vocabulary.Verdict;

/** Reads what is asserted of one quantity: the right side of an entry of [expect]. */
final class AssertionReader {

    /** What may be asserted of a condition or a conclusion, as messages list it. */
    static final List<Verdict.Status> VERDICTS = List.of(
            Verdict.Status.HOLDS, Verdict.Status.FAILS, Verdict.Status.UNDECIDED, Verdict.Status.NOT_APPLICABLE);

    static final String AT_LEAST = "at_least";
    static final String AT_MOST = "at_most";
    static final String EQUALS = "equals";
    static final String TOLERANCE = "tolerance";
    static final List<String> KEYS = List.of(AT_LEAST, AT_MOST, EQUALS, TOLERANCE);

    static final String EVENTUALLY_BELOW = "eventually_below";
    static final List<String> KEYS_OF_BEHAVIOUR = List.of(AT_LEAST, AT_MOST, EVENTUALLY_BELOW);

    private static final String BEHAVIOUR = "one of " + quoted(Behaviour.words())
            + ", \"eventually below c\", or a table { at_least = ..., at_most = ... } or { eventually_below = ... }";
    private static final String BOUNDS = "a table of bounds: { at_least = ..., at_most = ... }";
    private static final String NUMBER = "a value in quotes, { equals = ..., tolerance = ... } or " + BOUNDS;

    private final ExpressionReader expressions;
    private final ExpressionParser ofParameters;
    private final Parameters parameters;

    AssertionReader(ExpressionReader expressions, DeclaredNames names, Parameters parameters) {
        this.expressions = expressions;
        this.ofParameters = names.ofParameters();
        this.parameters = parameters;
    }

    Assertion read(Named what, TomlItem item) {
        if (what instanceof Quantity quantity) {
            return switch (quantity.kind()) {
                case STAGES -> stages(item);
                case DRIFT -> drift(item);
                case OBSERVABLE -> behaviour(item);
                default -> number(item);
            };
        }
        return verdict(item);
    }

    private static Assertion verdict(TomlItem item) {
        if (!(item.value() instanceof String word)) {
            throw item.wrongType("one of " + quoted(verdicts()));
        }
        return new Assertion.OfVerdict(VERDICTS.stream()
                .filter(verdict -> verdict.inWords().equals(word))
                .findFirst()
                .orElseThrow(() -> item.location()
                        .error(
                                "unknown verdict " + Suggestion.shortened(word),
                                "it must be one of " + quoted(verdicts()))));
    }

    private static Assertion drift(TomlItem item) {
        if (!(item.value() instanceof String word)) {
            throw item.wrongType("one of " + quoted(DriftVerdict.words()));
        }
        return new Assertion.OfDrift(DriftVerdict.of(word).orElseThrow(() -> item.location()
                .error(
                        "unknown verdict " + Suggestion.shortened(word),
                        "it must be one of " + quoted(DriftVerdict.words()))));
    }

    /** A word; {@code eventually below c}, which may be a table, too; or bounds of all values. */
    private Assertion behaviour(TomlItem item) {
        if (item.isTable()) {
            TomlSection section = item.asTable(BEHAVIOUR);
            section.requireOnly(KEYS_OF_BEHAVIOUR);
            Optional<Expression> below = section.item(EVENTUALLY_BELOW).map(this::value);
            Optional<Expression> atLeast = section.item(AT_LEAST).map(this::value);
            Optional<Expression> atMost = section.item(AT_MOST).map(this::value);
            if (below.isPresent() == (atLeast.isPresent() || atMost.isPresent())) {
                throw item.location()
                        .error(section.name() + " asserts nothing, or two things", "it must be " + BEHAVIOUR);
            }
            return below.isPresent()
                    ? new Assertion.OfBehaviour(Behaviour.EVENTUALLY_BELOW, Optional.empty(), below)
                    : new Assertion.OfBehaviour(Behaviour.BOUNDED, atLeast, atMost);
        }
        if (!(item.value() instanceof String word)) {
            throw item.wrongType(BEHAVIOUR);
        }
        String below = Behaviour.EVENTUALLY_BELOW.inWords();
        if (word.startsWith(below + " ")) {
            IntFunction<Location> places = item.source().insideString(item.location(), word);
            int skipped = below.length() + 1;
            Expression bound = expressions.parse(
                    word.substring(skipped), offset -> places.apply(skipped + offset), ofParameters::parse);
            return new Assertion.OfBehaviour(
                    Behaviour.EVENTUALLY_BELOW, Optional.empty(), Optional.of(finite(item, bound)));
        }
        return Behaviour.of(word)
                .filter(found -> found != Behaviour.EVENTUALLY_BELOW)
                .map(found -> new Assertion.OfBehaviour(found, Optional.empty(), Optional.empty()))
                .orElseThrow(() -> item.location()
                        .error(
                                Suggestion.shortened(word) + " is nothing an observable does",
                                "it must be " + BEHAVIOUR));
    }

    private static Assertion stages(TomlItem item) {
        List<TomlItem> entries = item.asArray();
        if (entries.isEmpty()) {
            throw item.location().error("stages is empty", "name them in their order, of " + quoted(stages()));
        }
        List<Stage> stages = new ArrayList<>();
        for (TomlItem entry : entries) {
            String word = entry.asString();
            stages.add(Stage.titled(word).orElseThrow(() -> entry.location()
                    .error("unknown stage " + Suggestion.shortened(word), "it must be one of " + quoted(stages()))));
        }
        return new Assertion.OfStages(stages);
    }

    private static List<String> verdicts() {
        return VERDICTS.stream().map(Verdict.Status::inWords).toList();
    }

    private static List<String> stages() {
        return Arrays.stream(Stage.values()).map(Stage::title).toList();
    }

    private static String quoted(List<String> words) {
        return "\"" + String.join("\", \"", words) + "\"";
    }

    private Assertion number(TomlItem item) {
        if (!item.isTable()) {
            if (item.value() instanceof Boolean || item.isArray()) {
                throw item.wrongType(NUMBER);
            }
            return new Assertion.OfValue(value(item), Assertion.OfValue.DEFAULT_TOLERANCE);
        }
        TomlSection section = item.asTable(NUMBER);
        section.requireOnly(KEYS);
        Optional<TomlItem> equal = section.item(EQUALS);
        return equal.isPresent() ? equality(equal.get(), section) : bounds(section);
    }

    private Assertion equality(TomlItem equal, TomlSection section) {
        for (String bound : List.of(AT_LEAST, AT_MOST)) {
            section.item(bound).ifPresent(item -> {
                throw item.key().error(section.name() + " has equals and a bound", "remove one");
            });
        }
        double tolerance = section.item(TOLERANCE).map(this::tolerance).orElse(Assertion.OfValue.DEFAULT_TOLERANCE);
        return new Assertion.OfValue(value(equal), tolerance);
    }

    private double tolerance(TomlItem item) {
        double tolerance = valueOf(value(item));
        if (!(tolerance >= 0) || tolerance > Assertion.OfValue.LARGEST_TOLERANCE) {
            throw item.location()
                    .error(
                            "the tolerance is " + tolerance,
                            "it must be from 0 to " + Assertion.OfValue.LARGEST_TOLERANCE
                                    + ", relative; wider apart are at_least and at_most");
        }
        return tolerance;
    }

    private Assertion bounds(TomlSection section) {
        section.item(TOLERANCE).ifPresent(item -> {
            throw item.key().error("a tolerance without equals", "a bound has none");
        });
        Optional<Expression> atLeast = section.item(AT_LEAST).map(this::value);
        Optional<Expression> atMost = section.item(AT_MOST).map(this::value);
        if (atLeast.isEmpty() && atMost.isEmpty()) {
            throw section.header().error(section.name() + " has no bound", "write " + BOUNDS);
        }
        if (atLeast.isPresent() && atMost.isPresent() && valueOf(atLeast.get()) > valueOf(atMost.get())) {
            throw section.header().error("at_least is greater than at_most for " + section.name(), "exchange them");
        }
        return new Assertion.OfBounds(atLeast, atMost);
    }

    /** A bare number is taken as the decimal that is written: it is compared with rounded values anyway. */
    private Expression value(TomlItem item) {
        if (item.value() instanceof Double number) {
            ExpressionReader.requireFinite(item, number);
            return exactly(BigDecimal.valueOf(number));
        }
        return finite(item, expressions.read(item, ofParameters::parse).value());
    }

    private Expression finite(TomlItem item, Expression value) {
        try {
            if (Double.isFinite(ExactFolding.of(item.what(), () -> valueOf(value)))) {
                return value;
            }
        } catch (SelfstabException none) {
            throw none.at(item.location());
        }
        throw item.location().error(item.what() + " has no finite real value", "it must be a number");
    }

    private double valueOf(Expression value) {
        return RealValue.of(value.substitute(parameters.values()));
    }

    private static Expression exactly(BigDecimal decimal) {
        return Expression.constant(new BigFraction(decimal.unscaledValue()))
                .times(Expression.constant(10).power(-decimal.scale()));
    }
}
