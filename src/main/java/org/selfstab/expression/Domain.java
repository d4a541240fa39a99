package org.selfstab.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/**
 * Where expressions are defined over the reals. The canonical form of {@code sqrt(x)^2} is x, which is defined for more numbers; an expression
 * that somebody wrote keeps its domain by a term {@code 0*sqrt(x)}, which is zero wherever it is defined and changes nothing else. Such
 * terms stand outermost, whatever was written around them: a function of something undefined is undefined.
 */
public final class Domain {

    private Domain() {}

    /** An operation on expressions, its result undefined wherever one of the operands is, whatever cancels. */
    public static Expression kept(Collection<Expression> operands, Function<List<Expression>, Expression> operation) {
        if (operands.stream().allMatch(Domain::isEverywhere)) {
            return operation.apply(List.copyOf(operands));
        }
        Expression result =
                operation.apply(operands.stream().map(Domain::withoutVanishing).toList());
        return restrictedTo(operands, result);
    }

    /** The same for one operand. */
    public static Expression kept(Expression operand, Function<Expression, Expression> operation) {
        return kept(List.of(operand), operands -> operation.apply(operands.get(0)));
    }

    /** An expression that is undefined wherever one of some parts is, too. */
    public static Expression restrictedTo(Collection<Expression> parts, Expression expression) {
        Set<Expression> wanted = new LinkedHashSet<>();
        parts.forEach(part -> partialNodes(part).forEach(wanted::add));
        Set<Expression> present = partialNodes(expression).collect(Collectors.toSet());
        wanted.removeAll(present);
        wanted.removeIf(node -> present.stream().anyMatch(there -> implies(there, node)));
        List<Expression> terms = new ArrayList<>(List.of(expression));
        wanted.stream()
                .filter(node -> wanted.stream().noneMatch(whole -> !whole.equals(node) && contains(whole, node)))
                .sorted()
                .map(Domain::vanishing)
                .forEach(terms::add);
        return terms.size() == 1 ? expression : Expression.sum(terms);
    }

    /** An expression with symbols replaced, undefined wherever one of its parts then is, whatever cancels. */
    public static Expression substituted(Expression expression, Map<String, Expression> replacements) {
        Substitution substitution = new Substitution(replacements);
        return restrictedTo(
                partialNodes(expression).map(substitution::rewrite).toList(), substitution.rewrite(expression));
    }

    /** The same with free indices replaced; see {@link Expression#withIndices}. */
    public static Expression withIndices(Expression expression, Map<Index, Expression> replacements) {
        return restrictedTo(
                partialNodes(expression)
                        .map(node -> node.withIndices(replacements))
                        .toList(),
                expression.withIndices(replacements));
    }

    /** Zero wherever a part is defined, undefined elsewhere. */
    static Expression vanishing(Expression part) {
        if (isEverywhere(part)) {
            return Expression.ZERO;
        }
        List<Expression> factors = part instanceof Product product ? product.factors() : List.of(part);
        return Expression.intern(new Product(BigFraction.ZERO, factors));
    }

    private static boolean isVanishing(Expression expression) {
        return expression instanceof Product product && product.coefficient().isZero();
    }

    private static Expression withoutVanishing(Expression expression) {
        if (isVanishing(expression)) {
            return Expression.ZERO;
        }
        return expression instanceof Sum sum && sum.terms().stream().anyMatch(Domain::isVanishing)
                ? Expression.sum(
                        sum.terms().stream().filter(term -> !isVanishing(term)).toList())
                : expression;
    }

    /**
     * The expressions that have to be positive, or at least not negative, for an expression to be defined: bases of powers with a fractional
     * exponent and arguments of logarithms.
     */
    public static Set<Expression> positiveParts(Expression expression) {
        Set<Expression> positive = new LinkedHashSet<>();
        partialNodes(expression).forEach(node -> {
            if (node instanceof Application logarithm) {
                positive.add(logarithm.argument());
            } else if (node instanceof Power power && !Rationals.isInteger(power.exponent())) {
                positive.add(power.base());
            }
        });
        return positive;
    }

    /** Whether an expression is defined, by its form, for all values of its symbols. */
    public static boolean isEverywhere(Expression expression) {
        return expression.isDefinedEverywhere();
    }

    /** The decision for a node whose children are defined everywhere. */
    static boolean isTotal(Expression node) {
        if (node instanceof Power power) {
            boolean integer = Rationals.isInteger(power.exponent());
            return (integer && power.exponent().signum() > 0)
                    || Sign.isPositive(power.base())
                    || (integer && isNowhereZero(power.base()))
                    || (!integer && power.exponent().signum() > 0 && Sign.isNotNegative(power.base()));
        }
        return !(node instanceof Application application
                && application.function() == ElementaryFunction.LOG
                && !Sign.isPositive(application.argument()));
    }

    private static boolean isNowhereZero(Expression base) {
        return base instanceof Element element
                && element.table().entries().stream().allMatch(entry -> entry instanceof Constant && !entry.isZero());
    }

    /** The nodes that are not defined everywhere though their children are taken to be. */
    private static Stream<Expression> partialNodes(Expression expression) {
        return notEverywhere(expression).filter(node -> !isTotal(node));
    }

    private static boolean contains(Expression whole, Expression part) {
        return notEverywhere(whole).anyMatch(part::equals);
    }

    /** The nodes that are not defined everywhere; nothing is looked for inside of the others. */
    private static Stream<Expression> notEverywhere(Expression expression) {
        Set<Expression> seen = new LinkedHashSet<>();
        collectNotEverywhere(expression, seen);
        return seen.stream();
    }

    private static void collectNotEverywhere(Expression expression, Set<Expression> seen) {
        if (!isEverywhere(expression) && seen.add(expression)) {
            expression.children().forEach(child -> collectNotEverywhere(child, seen));
        }
    }

    /** Whether one partial node is defined only where another one is. */
    private static boolean implies(Expression node, Expression weaker) {
        if (node.equals(weaker)) {
            return true;
        }
        Expression restricted = restricted(node);
        return restricted.equals(restricted(weaker))
                && strictness(node) >= strictness(weaker)
                && compatible(node, weaker);
    }

    private static Expression restricted(Expression node) {
        return node instanceof Power power ? power.base() : ((Application) node).argument();
    }

    /** Of a root 1, of a reciprocal 1, of both or a logarithm 2. */
    private static int strictness(Expression node) {
        return node instanceof Power power
                        && (Rationals.isInteger(power.exponent())
                                || power.exponent().signum() > 0)
                ? 1
                : 2;
    }

    /** A root and a reciprocal of one base say different things. */
    private static boolean compatible(Expression node, Expression other) {
        return strictness(node) > strictness(other)
                || strictness(node) == 2
                || Rationals.isInteger(((Power) node).exponent()) == Rationals.isInteger(((Power) other).exponent());
    }
}
