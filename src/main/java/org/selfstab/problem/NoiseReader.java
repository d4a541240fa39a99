package org.selfstab.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;
import org.selfstab.problem.toml.ExpressionReader;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Suggestion;

/** Reads [noise]. Its batch size is a parameter of this name, so that {@code --set} and sweeps reach it like the others. */
final class NoiseReader {

    static final String BATCH = "batch";

    private static final String KIND = "kind";
    private static final String VARIANCE = "variance";
    private static final String SEED = "seed";
    private static final String ITEMS = "items";
    private static final String REPLACEMENT = "replacement";
    private static final String GAUSSIAN = "gaussian";
    private static final String MINIBATCH = "minibatch";

    static final List<String> KEYS = List.of(KIND, VARIANCE, SEED, BATCH, ITEMS, REPLACEMENT);

    /** The keys of each kind, besides seed. */
    static final Map<String, List<String>> KINDS =
            Map.of(GAUSSIAN, List.of(VARIANCE), MINIBATCH, List.of(BATCH, ITEMS, REPLACEMENT, VARIANCE));

    static final int FEWEST_ITEMS = 2;
    static final int MOST_ITEMS = 10_000;

    private final ExpressionReader expressions;
    private final DeclaredNames names;

    NoiseReader(ExpressionReader expressions, DeclaredNames names) {
        this.expressions = expressions;
        this.names = names;
    }

    /** The items of the section that define parameters. */
    static List<TomlItem> parameters(TomlSection section) {
        return section.item(BATCH).stream().toList();
    }

    /** Whether the loss is the mean of items. */
    static boolean hasItems(TomlSection section) {
        return section.item(ITEMS).isPresent();
    }

    /** The mean of the items, which is the loss. */
    Expression meanOfItems(TomlSection section) {
        List<Expression> items = items(section.item(ITEMS).orElseThrow());
        return Domain.kept(items, terms -> Expression.sum(terms).dividedBy(Expression.constant(terms.size())));
    }

    /**
     * The noise.
     *
     * @param loss the loss with its sums as sums, without weight decay
     * @param withDecay adds the weight decay to an item
     */
    Noise read(TomlSection section, Expression loss, UnaryOperator<Expression> withDecay) {
        section.requireOnly(KEYS);
        TomlItem named = section.required(KIND, "kind = \"gaussian\" or \"minibatch\"");
        String kind = named.asString();
        List<String> keys = KINDS.get(kind);
        if (keys == null) {
            throw named.location()
                    .error(
                            Suggestion.shortened(kind) + " is no kind of noise",
                            Suggestion.suggestion(kind, List.of(GAUSSIAN, MINIBATCH), "the kinds are"));
        }
        for (TomlItem item : section.items()) {
            if (!keys.contains(item.name())
                    && !item.name().equals(KIND)
                    && !item.name().equals(SEED)) {
                throw item.key()
                        .error(kind + " noise has no " + item.name(), "it has seed and " + String.join(", ", keys));
            }
        }
        Optional<Noise.Covariance> added = section.item(VARIANCE).map(this::covariance);
        if (kind.equals(GAUSSIAN)) {
            section.required(VARIANCE, VARIANCE + " = \"1/10000\", of the noise in each gradient");
        } else {
            section.required(BATCH, BATCH + " = 2, how many items are drawn for a gradient");
        }
        return new Noise(
                kind.equals(GAUSSIAN) ? Optional.empty() : Optional.of(batches(section, loss, withDecay)),
                added,
                section.item(SEED).map(TomlItem::asInteger).orElse(0L));
    }

    private Noise.Batches batches(TomlSection section, Expression loss, UnaryOperator<Expression> withDecay) {
        List<Expression> items = section.item(ITEMS).map(this::items).orElseGet(() -> ofData(section, loss));
        return new Noise.Batches(
                items.stream().map(withDecay).toList(),
                Expression.symbol(BATCH),
                section.item(REPLACEMENT).map(TomlItem::asBoolean).orElse(false));
    }

    private List<Expression> items(TomlItem list) {
        List<TomlItem> entries = list.asArray();
        if (entries.size() < FEWEST_ITEMS || entries.size() > MOST_ITEMS) {
            throw list.location()
                    .error("there are " + entries.size() + " items", "give from " + FEWEST_ITEMS + " to " + MOST_ITEMS);
        }
        return entries.stream()
                .map(item -> expressions
                        .read(item, names.ofVariablesAndParameters()::parse)
                        .value())
                .toList();
    }

    private List<Expression> ofData(TomlSection section, Expression loss) {
        try {
            if (names.dataPoints() > MOST_ITEMS) {
                throw new SelfstabException(
                        "the data have " + names.dataPoints() + " points",
                        "batches are drawn from at most " + MOST_ITEMS);
            }
            return new DataItems(names.dataArrays(), names.dataPoints()).of(loss);
        } catch (SelfstabException without) {
            throw without.at(section.header());
        }
    }

    private Noise.Covariance covariance(TomlItem item) {
        if (!item.isArray()) {
            return new Noise.Covariance(List.of(List.of(entry(item))));
        }
        int n = names.variables().size();
        List<TomlItem> rows = item.asArray();
        requireCount(item, rows.size(), n);
        boolean isMatrix = rows.get(0).isArray();
        return new Noise.Covariance(rows.stream()
                .map(row -> {
                    if (!isMatrix) {
                        return List.of(entry(row));
                    }
                    List<TomlItem> entries = row.asArray();
                    requireCount(row, entries.size(), n);
                    return entries.stream().map(this::entry).toList();
                })
                .toList());
    }

    private static void requireCount(TomlItem item, int count, int n) {
        if (count != n) {
            throw item.location()
                    .error(
                            item.what() + " has " + count + (count == 1 ? " entry" : " entries") + " where " + n
                                    + (n == 1 ? " is" : " are") + " wanted",
                            "give one variance, one for each variable, or a square matrix");
        }
    }

    private Expression entry(TomlItem item) {
        return expressions.read(item, names.ofParameters()::parse).value();
    }
}
