package org.selfstab.recheck.taylor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hipparchus.fraction.BigFraction;

/**
 * Reads formulas in the language of problem-files.md by recursive descent, in time and memory that are bounded whatever the texts, all that one
 * parser reads taken together. What
 * is rational is computed exactly; nothing else is simplified, so that nothing undefined is lost.
 */
public final class FormulaParser {

    private static final int DEEPEST = 250;
    static final int MOST_OPERATIONS = 40_000;
    /** A sum's term is read anew for each index. */
    private static final long MOST_CHARACTERS = 4_000_000;
    /** In products of two 64-bit words, which an exact operation takes to reduce its fraction: some seconds. */
    private static final long MOST_EXACT_WORK = 8_000_000;

    private static final int LONGEST_NUMBER = 2_500;
    private static final int MOST_BITS = 8_192;
    private static final int LARGEST_EXPONENT = 1_000;

    private static final String PI = "pi";
    private static final String SUM = "sum";
    private static final String NORM = "norm";
    private static final String SQRT = "sqrt";
    private static final String FLOOR = "floor";
    private static final Set<String> BUILT_IN = Set.of(PI, SUM, NORM, SQRT, FLOOR);

    private static final Pattern NUMBER = Pattern.compile("(\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE]([+-]?\\d++))?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*+");
    private static final Pattern BLANKS = Pattern.compile("\\s*+");

    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();
    private int read;
    private long characters;
    private long exactWork;

    /**
     * A parser.
     *
     * @param names the names that formulas may mention
     */
    public FormulaParser(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
    }

    /** Whether a name has a meaning of its own, so that no variable or parameter may have it. */
    public static boolean isBuiltIn(String name) {
        return BUILT_IN.contains(name) || FunctionSeries.named(name).isPresent();
    }

    /**
     * Reads a formula.
     *
     * @throws FormulaException if the text is none, or exceeds a limit
     */
    public Formula parse(String text) {
        Reading reading = new Reading(text);
        Node whole = reading.sum();
        reading.requireEnd();
        return reading.formula(whole);
    }

    /**
     * Reads a formula round all of which {@code floor(...)} may stand, which is left out.
     *
     * @throws FormulaException if the text is none, or exceeds a limit
     */
    public Formula parseRoundedDown(String text) {
        Reading reading = new Reading(text);
        Node whole = reading.isRoundedDown() ? reading.parenthesised() : reading.sum();
        reading.requireEnd();
        return reading.formula(whole);
    }

    /**
     * Part of a text that was read.
     *
     * @param place its operation
     * @param rational its value, if it is a rational number that was computed
     */
    private record Node(int place, Optional<BigFraction> rational) {}

    /** One text that is read. */
    private final class Reading {

        private final String text;
        private final Map<Operation, Integer> operations = new LinkedHashMap<>();
        private final Map<String, BigFraction> indices = new HashMap<>();
        private int position;
        private int depth;

        Reading(String text) {
            this.text = text;
            countCharacters(text.length());
            skipBlanks();
        }

        Formula formula(Node whole) {
            return Formula.of(names, List.copyOf(operations.keySet()), whole.place());
        }

        /** Whether {@code floor(} comes next, of which the name is passed over; a name that only begins so is another. */
        boolean isRoundedDown() {
            boolean isCalled =
                    match(NAME).filter(name -> name.group().equals(FLOOR)).isPresent() && at('(');
            if (!isCalled) {
                position = 0;
                skipBlanks();
            }
            return isCalled;
        }

        Node sum() {
            Node sum = product();
            while (at('+') || at('-')) {
                boolean minus = take() == '-';
                Node term = product();
                sum = added(sum, minus ? negative(term) : term);
            }
            return sum;
        }

        private Node product() {
            Node product = signed();
            while (at('*') || at('/')) {
                boolean over = take() == '/';
                Node factor = signed();
                product = multiplied(product, over ? reciprocal(factor) : factor);
            }
            return product;
        }

        private Node signed() {
            if (!at('-')) {
                return power();
            }
            take();
            return negative(nested(this::signed));
        }

        private Node power() {
            Node base = operand();
            if (!at('^')) {
                return base;
            }
            take();
            return raised(base, nested(this::signed));
        }

        private Node operand() {
            if (at('(')) {
                return parenthesised();
            }
            Optional<Matcher> number = match(NUMBER);
            if (number.isPresent()) {
                return rational(number(number.get()));
            }
            int start = position;
            String name =
                    match(NAME).map(Matcher::group).orElseThrow(() -> error(start, "expected a number, a name or '('"));
            return at('(') ? call(name, start) : named(at('[') ? name + index() : name, start);
        }

        private Node parenthesised() {
            expect('(');
            Node inner = nested(this::sum);
            expect(')');
            return inner;
        }

        private BigFraction number(Matcher number) {
            String digits = number.group(1);
            String exponent = number.group(2) == null ? "0" : number.group(2);
            if (digits.length() > LONGEST_NUMBER || exponent.length() > 5) {
                throw error(number.start(), "a number beyond " + LONGEST_NUMBER + " digits");
            }
            int power = Integer.parseInt(exponent);
            if (Math.abs(power) > LONGEST_NUMBER) {
                throw error(number.start(), "a number beyond 10^" + LONGEST_NUMBER);
            }
            BigDecimal value = new BigDecimal(digits).scaleByPowerOfTen(power);
            BigInteger scale = BigInteger.TEN.pow(Math.max(0, value.scale()));
            return new BigFraction(value.setScale(Math.max(0, value.scale())).unscaledValue(), scale);
        }

        private int index() {
            int start = position;
            expect('[');
            int index = integer(nested(this::sum), start);
            expect(']');
            return index;
        }

        private int integer(Node node, int start) {
            return node.rational()
                    .filter(value -> value.getDenominator().equals(BigInteger.ONE)
                            && value.getNumerator().bitLength() < Integer.SIZE)
                    .map(value -> value.getNumerator().intValue())
                    .orElseThrow(() -> error(start, "an index or a bound of a sum is not an integer"));
        }

        private Node named(String name, int start) {
            if (indices.containsKey(name)) {
                return rational(indices.get(name));
            }
            if (places.containsKey(name)) {
                return node(new Operation.Name(places.get(name)));
            }
            if (name.equals(PI)) {
                return node(new Operation.Pi());
            }
            throw error(start, "the unknown name " + name);
        }

        private Node call(String name, int start) {
            if (places.containsKey(name) || indices.containsKey(name)) {
                throw error(start, name + " is not a function");
            }
            return switch (name) {
                case SUM -> indexedSum();
                case NORM -> norm();
                case SQRT -> raised(parenthesised(), BigFraction.ONE_HALF);
                default -> {
                    FunctionSeries function =
                            FunctionSeries.named(name).orElseThrow(() -> error(start, "the unknown function " + name));
                    yield node(new Operation.Call(function, parenthesised().place()));
                }
            };
        }

        private Node norm() {
            expect('(');
            Node squares = raised(nested(this::sum), BigFraction.TWO);
            while (at(',')) {
                take();
                squares = added(squares, raised(nested(this::sum), BigFraction.TWO));
            }
            expect(')');
            return raised(squares, BigFraction.ONE_HALF);
        }

        /** {@code sum(i, first, last, term)}: the term is read anew for each index. */
        private Node indexedSum() {
            expect('(');
            int start = position;
            String index =
                    match(NAME).map(Matcher::group).orElseThrow(() -> error(start, "expected the index of a sum"));
            if (places.containsKey(index) || indices.containsKey(index) || isBuiltIn(index)) {
                throw error(start, "the index " + index + " is another name already");
            }
            expect(',');
            int first = integer(nested(this::sum), start);
            expect(',');
            int last = integer(nested(this::sum), start);
            expect(',');
            if (first > last) {
                throw error(start, "a sum without terms");
            }
            int term = position;
            Node sum = null;
            for (int i = first; i <= last; i++) {
                position = term;
                indices.put(index, new BigFraction(i));
                Node next = nested(this::sum);
                sum = sum == null ? next : added(sum, next);
                countCharacters(position - term);
                if (i == Integer.MAX_VALUE) {
                    break;
                }
            }
            indices.remove(index);
            expect(')');
            return sum;
        }

        private Node added(Node a, Node b) {
            return exact(a, b, BigFraction::add).orElseGet(() -> node(new Operation.Sum(a.place(), b.place())));
        }

        private Node multiplied(Node a, Node b) {
            return exact(a, b, BigFraction::multiply)
                    .orElseGet(() -> node(new Operation.Product(a.place(), b.place())));
        }

        private Optional<Node> exact(Node a, Node b, BinaryOperator<BigFraction> operation) {
            if (a.rational().isEmpty() || b.rational().isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    rational(operation.apply(a.rational().get(), b.rational().get())));
        }

        private Node negative(Node a) {
            return a.rational()
                    .map(value -> rational(value.negate()))
                    .orElseGet(() -> node(new Operation.Negative(a.place())));
        }

        private Node reciprocal(Node a) {
            return raised(a, BigFraction.MINUS_ONE);
        }

        private Node raised(Node base, Node exponent) {
            if (exponent.rational().isPresent()) {
                return raised(base, exponent.rational().get());
            }
            Node logarithm = node(new Operation.Call(FunctionSeries.LOG, base.place()));
            Node product = node(new Operation.Product(exponent.place(), logarithm.place()));
            return node(new Operation.Call(FunctionSeries.EXP, product.place()));
        }

        private Node raised(Node base, BigFraction exponent) {
            BigInteger largest = BigInteger.valueOf(LARGEST_EXPONENT);
            if (exponent.getNumerator().abs().compareTo(largest) > 0
                    || exponent.getDenominator().compareTo(largest) > 0) {
                throw error(position, "an exponent beyond " + LARGEST_EXPONENT);
            }
            if (exponent.isZero()) {
                // the base has to be defined all the same
                Node zero = multiplied(rational(BigFraction.ZERO), new Node(base.place(), Optional.empty()));
                return added(rational(BigFraction.ONE), zero);
            }
            if (exponent.equals(BigFraction.ONE)) {
                return base;
            }
            boolean isInteger = exponent.getDenominator().equals(BigInteger.ONE);
            Optional<BigFraction> rational = base.rational()
                    .filter(value -> isInteger && (!value.isZero() || exponent.signum() > 0) && fits(value, exponent));
            return rational.isPresent()
                    ? rational(rational.get().pow(exponent.getNumerator()))
                    : node(new Operation.Power(base.place(), exponent));
        }

        private boolean fits(BigFraction value, BigFraction exponent) {
            long bits = Math.max(
                    value.getNumerator().bitLength(), value.getDenominator().bitLength());
            return bits * Math.abs(exponent.getNumerator().longValue()) <= MOST_BITS;
        }

        private Node rational(BigFraction value) {
            int bits = Math.max(
                    value.getNumerator().bitLength(), value.getDenominator().bitLength());
            if (bits > MOST_BITS) {
                throw error(position, "a rational number beyond " + MOST_BITS + " bits");
            }
            long words = 1L + bits / Long.SIZE;
            exactWork += words * words;
            if (exactWork > MOST_EXACT_WORK) {
                throw error(position, "too many exact operations on rational numbers of that many digits");
            }
            return new Node(node(new Operation.Constant(value)).place(), Optional.of(value));
        }

        private Node node(Operation operation) {
            if (++read > MOST_OPERATIONS) {
                throw error(position, "more than " + MOST_OPERATIONS + " operations");
            }
            Integer place = operations.putIfAbsent(operation, operations.size());
            return new Node(place == null ? operations.size() - 1 : place, Optional.empty());
        }

        private void countCharacters(int more) {
            characters += more;
            if (characters > MOST_CHARACTERS) {
                throw error(
                        position, "more than " + MOST_CHARACTERS + " characters, with each term of a sum written out");
            }
        }

        private Node nested(Supplier<Node> part) {
            if (++depth > DEEPEST) {
                throw error(position, "nested deeper than " + DEEPEST + " levels");
            }
            Node node = part.get();
            depth--;
            return node;
        }

        private boolean at(char symbol) {
            return position < text.length() && text.charAt(position) == symbol;
        }

        private char take() {
            char symbol = text.charAt(position++);
            skipBlanks();
            return symbol;
        }

        private void expect(char symbol) {
            if (!at(symbol)) {
                throw error(position, "expected '" + symbol + "'");
            }
            take();
        }

        private void skipBlanks() {
            Matcher blanks = BLANKS.matcher(text).region(position, text.length());
            position = blanks.lookingAt() ? blanks.end() : position;
        }

        private Optional<Matcher> match(Pattern pattern) {
            Matcher matcher = pattern.matcher(text).region(position, text.length());
            if (!matcher.lookingAt()) {
                return Optional.empty();
            }
            position = matcher.end();
            skipBlanks();
            return Optional.of(matcher);
        }

        void requireEnd() {
            if (position < text.length()) {
                throw error(position, "expected an operator or the end");
            }
        }

        private FormulaException error(int place, String what) {
            return new FormulaException("character " + (place + 1) + ": " + what);
        }
    }
}
