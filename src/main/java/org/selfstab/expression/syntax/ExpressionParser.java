package org.selfstab.expression.syntax;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionExtent;

/**
 * Reads expressions from text that nobody vouches for: only numbers, declared names, {@code pi}, {@code + - * / ^},
 * parentheses and the built-in functions are accepted, in bounded time and memory. Arrays are written out ({@link ArrayShape}).
 *
 * <p>{@code ^} binds to the right and tighter than a minus sign: {@code -x^2} is {@code -(x^2)}. Numbers are exact:
 * {@code 0.1} is 1/10. {@code norm(a, b, ...)} is the root of the sum of squares, {@code sum(i, from, to, body)} is
 * written out, and {@code w[k]} means the declared name {@code wk}, for instance {@code w[i+1]} inside a sum over i.
 * {@code a^b} with an exponent that does not fold to a number is {@code exp(b*log(a))}.
 *
 * <p>Instances are immutable.
 */
public final class ExpressionParser {

    /** The greatest length of a text in characters. */
    public static final int MAX_LENGTH = 64 * 1024;

    /** The greatest depth of parentheses, signs, powers and calls. */
    public static final int MAX_DEPTH = 200;

    /** The greatest number of operands and operators after sums are written out. */
    public static final int MAX_NODES = 100_000;

    /** The greatest number of operations that evaluating an expression takes whose sums stay sums. */
    public static final long MAX_OPERATIONS = 10_000_000_000L;

    /** The greatest number of values of indices, and of classes times outputs, that are gone through one by one. */
    static final int MAX_CHOICES = 1_000_000;

    /** The greatest number of terms and factors inside nested parts, counted once for each level around them. */
    static final int MAX_REGROUPED = 200_000;

    private final Set<String> declared;
    private final Map<String, Scope.Refusal> refused;
    private final Map<String, Expression> defined;
    private final Map<String, SpecialForm> forms;
    private final Arrays arrays;

    /** Arrays, the constants among their elements, and how many points the data have. */
    record Arrays(Map<String, ArrayShape> shapes, Map<String, Expression> constants, int points) {
        Arrays {
            shapes = Map.copyOf(shapes);
            constants = Map.copyOf(constants);
        }
    }

    /**
     * A parser of expressions of some names.
     *
     * @param declared the names that may occur
     * @throws IllegalArgumentException if one of them is built in
     */
    public ExpressionParser(Collection<String> declared) {
        this(Set.copyOf(declared), Map.of(), Map.of(), Map.of(), new Arrays(Map.of(), Map.of(), 0));
    }

    private ExpressionParser(
            Set<String> declared,
            Map<String, Scope.Refusal> refused,
            Map<String, Expression> defined,
            Map<String, SpecialForm> forms,
            Arrays arrays) {
        for (String name : declared) {
            if (BuiltIns.contains(name)) {
                throw new IllegalArgumentException("a built-in name: " + name);
            }
        }
        this.declared = declared;
        this.refused = Map.copyOf(refused);
        this.defined = Map.copyOf(defined);
        this.forms = Map.copyOf(forms);
        this.arrays = arrays;
    }

    /** Every name with a built-in meaning, which therefore cannot be declared. */
    public static Set<String> builtInNames() {
        return BuiltIns.names();
    }

    /**
     * This parser with an explanation for names that exist but may not occur.
     *
     * @param names the names
     * @param what they are, following "NAME is"
     * @param remedy what may occur instead
     */
    public ExpressionParser refusing(Collection<String> names, String what, String remedy) {
        Map<String, Scope.Refusal> all = new HashMap<>(refused);
        names.forEach(name -> all.put(name, new Scope.Refusal(what, remedy)));
        return new ExpressionParser(declared, all, defined, forms, arrays);
    }

    /**
     * This parser with one more name, which stands for an expression.
     *
     * @throws IllegalArgumentException if the name is built in
     */
    public ExpressionParser defining(String name, Expression meaning) {
        if (BuiltIns.contains(name)) {
            throw new IllegalArgumentException("a built-in name: " + name);
        }
        Map<String, Expression> all = new HashMap<>(defined);
        all.put(name, meaning);
        return new ExpressionParser(declared, refused, all, forms, arrays);
    }

    /**
     * This parser with arrays, whose elements are among the declared names or constants of their own.
     *
     * @param shapes their shapes by their names
     * @param constants the values of elements that are not declared, by their names
     * @param dataPoints how many points {@code sum(k, data, ...)} runs over; 0 without data
     * @throws IllegalArgumentException if a name is built in
     */
    public ExpressionParser withArrays(
            Map<String, ArrayShape> shapes, Map<String, Expression> constants, int dataPoints) {
        constants.keySet().stream().filter(BuiltIns::contains).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("a built-in name: " + name);
        });
        return new ExpressionParser(declared, refused, defined, forms, new Arrays(shapes, constants, dataPoints));
    }

    /**
     * This parser with operators by their names, which cannot be declared then.
     *
     * @throws IllegalArgumentException if one of them is declared
     */
    public ExpressionParser with(Map<String, SpecialForm> operators) {
        operators.keySet().forEach(name -> {
            if (declared.contains(name) || defined.containsKey(name)) {
                throw new IllegalArgumentException("the name of an operator: " + name);
            }
        });
        return new ExpressionParser(declared, refused, defined, operators, arrays);
    }

    /**
     * Reads an expression.
     *
     * @throws ExpressionSyntaxException if the text is no expression of the declared names, or too large
     */
    public ParsedExpression parse(String text) {
        return parse(tokensOf(text));
    }

    /**
     * Reads an expression whose value the caller rounds down: like {@link #parse}, but {@code floor(...)} may stand around
     * the whole and is dropped.
     *
     * @throws ExpressionSyntaxException if the text is no expression of the declared names, or too large
     */
    public ParsedExpression parseRoundedDown(String text) {
        TokenStream tokens = tokensOf(text);
        Token first = tokens.next();
        if (!first.text().equals(BuiltIns.FLOOR) || !tokens.at("(")) {
            tokens.returnTo(0);
            return parse(tokens);
        }
        Token opening = tokens.next();
        RecursiveDescent grammar = grammar(tokens, false);
        Expression expression = grammar.expression();
        tokens.close(opening, ")");
        if (tokens.peek().kind() != Token.Kind.END) {
            throw new ExpressionSyntaxException(
                    first.offset(), "floor is not smooth", "it may stand only around the whole of a horizon");
        }
        return new ParsedExpression(expression, expression, grammar.warnings());
    }

    private ParsedExpression parse(TokenStream tokens) {
        RecursiveDescent grammar = grammar(tokens, false);
        Expression expression = whole(grammar, tokens);
        return new ParsedExpression(expression, expression, grammar.warnings());
    }

    /**
     * Reads an expression whose sums may be too long to be written out: like {@link #parse}, and beside it the expression in which sums stay sums.
     * One whose sums written out have more than {@link #MAX_NODES} operands and operators is not written out; then both are the same.
     *
     * @throws ExpressionSyntaxException if the text is no expression of the declared names, or too large
     */
    public ParsedExpression parseWithSums(String text) {
        TokenStream tokens = tokensOf(text);
        RecursiveDescent grammar = grammar(tokens, true);
        Expression withSums;
        try {
            withSums = whole(grammar, tokens);
        } catch (ExpressionSyntaxException wrong) {
            return parsedOr(text, wrong);
        }
        if (grammar.work().operations() > MAX_NODES) {
            return new ParsedExpression(withSums, withSums, grammar.warnings());
        }
        ParsedExpression writtenOut = parse(text);
        if (!withSums.hasSumsOverIndices()) {
            return writtenOut;
        }
        // Deep networks say the same often: less is read than is written out.
        return new ExpressionExtent(MAX_NODES).admits(writtenOut.expression())
                ? new ParsedExpression(writtenOut.expression(), withSums, writtenOut.warnings())
                : new ParsedExpression(withSums, withSums, grammar.warnings());
    }

    /** Reading sums as sums has limits of its own. */
    private ParsedExpression parsedOr(String text, ExpressionSyntaxException wrong) {
        try {
            return parse(text);
        } catch (ExpressionSyntaxException same) {
            throw wrong;
        }
    }

    private static Expression whole(RecursiveDescent grammar, TokenStream tokens) {
        Expression expression = grammar.expression();
        tokens.end();
        return expression;
    }

    private RecursiveDescent grammar(TokenStream tokens, boolean keepsSums) {
        return new RecursiveDescent(tokens, new Scope(declared, refused, defined, arrays), forms, keepsSums);
    }

    private static TokenStream tokensOf(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new ExpressionSyntaxException(
                    MAX_LENGTH,
                    "the expression has " + text.length() + " characters",
                    "at most " + MAX_LENGTH + " are read");
        }
        return new TokenStream(text);
    }

    /**
     * An expression read from a text.
     *
     * @param expression the expression, exact
     * @param withSums the same with sums over indices as sums, where the reading keeps them
     * @param warnings in the order of their places
     */
    public record ParsedExpression(Expression expression, Expression withSums, List<SyntaxWarning> warnings) {
        public ParsedExpression {
            warnings = List.copyOf(warnings);
        }

        /** An expression that nobody has to be warned of. */
        public static ParsedExpression of(Expression expression) {
            return new ParsedExpression(expression, expression, List.of());
        }

        /**
         * Something accepted that a reader of the expression should know.
         *
         * @param offset the number of characters before the place
         * @param message one line
         */
        public record SyntaxWarning(int offset, String message) {}
    }
}
