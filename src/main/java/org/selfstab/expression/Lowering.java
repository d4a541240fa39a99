package org.selfstab.expression;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;

/**
 * Turns expressions into instructions; equal instructions are emitted once (value numbering). In a product the factors
 * without varying inputs are multiplied first, so that their product does not vary either.
 */
final class Lowering implements ExpressionVisitor<Integer> {

    private final List<Instruction> instructions = new ArrayList<>();
    private final Map<List<Object>, Integer> indexOf = new HashMap<>();
    private final IdentityHashMap<Expression, Integer> lowered = new IdentityHashMap<>();
    private final Map<String, Integer> inputIndex = new HashMap<>();
    private final Set<Integer> varyingInputs;
    private final BitSet varying = new BitSet();

    /**
     * Starts after the instructions of a program.
     *
     * @param inputs the program's inputs
     * @param emitted its instructions
     * @param varyingSymbols those of the inputs that change more often than the others
     */
    Lowering(List<Symbol> inputs, List<Instruction> emitted, Set<Symbol> varyingSymbols) {
        for (Symbol input : inputs) {
            inputIndex.put(input.name(), inputIndex.size());
        }
        varyingInputs = varyingSymbols.stream()
                .map(symbol -> inputIndex.get(symbol.name()))
                .collect(Collectors.toUnmodifiableSet());
        emitted.forEach(this::emit);
    }

    /** Whether an instruction depends on a varying input. */
    boolean varies(int instruction) {
        return varying.get(instruction);
    }

    int size() {
        return instructions.size();
    }

    List<Instruction> instructions() {
        return instructions;
    }

    int lower(Expression expression) {
        Integer known = lowered.get(expression);
        if (known == null) {
            known = expression.accept(this);
            lowered.put(expression, known);
        }
        return known;
    }

    private int emit(Instruction instruction) {
        return indexOf.computeIfAbsent(
                List.of(instruction.operation(), instruction.operands()), unknown -> append(instruction));
    }

    private int append(Instruction fresh) {
        int index = instructions.size();
        if (index >= ExpressionLimit.MAX_INSTRUCTIONS) {
            throw new ExpressionLimitException(
                    "more than " + ExpressionLimit.MAX_INSTRUCTIONS + " operations with the derivatives",
                    "write the loss shorter or with fewer variables");
        }
        boolean readsVarying = fresh instanceof Instruction.LoadInput load && varyingInputs.contains(load.index());
        varying.set(index, readsVarying || fresh.operands().stream().anyMatch(varying::get));
        instructions.add(fresh);
        return index;
    }

    private int binary(Operation operation, int left, int right) {
        return emit(new Instruction.Binary(operation, left, right));
    }

    @Override
    public Integer visitConstant(Constant constant) {
        return emit(new Instruction.LoadConstant(constant.value()));
    }

    @Override
    public Integer visitPi(Pi pi) {
        return emit(new Instruction.LoadPi());
    }

    @Override
    public Integer visitSymbol(Symbol symbol) {
        Integer index = inputIndex.get(symbol.name());
        if (index == null) {
            throw new IllegalArgumentException("not an input of the program: " + symbol.name());
        }
        return emit(new Instruction.LoadInput(index));
    }

    @Override
    public Integer visitSum(Sum sum) {
        List<Expression> positive = new ArrayList<>();
        List<Expression> negative = new ArrayList<>();
        sum.terms().forEach(term -> (term.hasNegativeSign() ? negative : positive).add(term));
        if (positive.isEmpty()) {
            return emit(new Instruction.Negate(
                    lowerSum(negative.stream().map(Expression::negate).toList())));
        }
        int total = lowerSum(positive);
        for (Expression term : negative) {
            total = binary(Operation.SUBTRACT, total, lower(term.negate()));
        }
        return total;
    }

    private int lowerSum(List<Expression> terms) {
        int total = lower(terms.get(0));
        for (Expression term : terms.subList(1, terms.size())) {
            total = binary(Operation.ADD, total, lower(term));
        }
        return total;
    }

    @Override
    public Integer visitProduct(Product product) {
        BigFraction coefficient = product.coefficient();
        List<Expression> numerator = new ArrayList<>();
        List<Expression> denominator = new ArrayList<>();
        product.factors().forEach(factor -> {
            if (factor instanceof Power power && power.exponent().signum() < 0 && !isSechSquared(power)) {
                denominator.add(power.base().power(power.exponent().negate()));
            } else {
                numerator.add(factor);
            }
        });
        if (denominator.isEmpty()) {
            return scaled(coefficient, productOf(numerator));
        }
        int dividend = numerator.isEmpty()
                ? lower(Expression.constant(coefficient))
                : scaled(coefficient, productOf(numerator));
        return binary(Operation.DIVIDE, dividend, productOf(denominator));
    }

    /** The coefficient is applied last, so that equal products with different coefficients share their work. */
    private int scaled(BigFraction coefficient, int operand) {
        if (Rationals.isOne(coefficient)) {
            return operand;
        }
        if (coefficient.equals(BigFraction.MINUS_ONE)) {
            return emit(new Instruction.Negate(operand));
        }
        return binary(Operation.MULTIPLY, lower(Expression.constant(coefficient)), operand);
    }

    private int productOf(List<Expression> factors) {
        return factors.stream()
                .map(this::lower)
                .sorted(Comparator.comparing(this::varies))
                .reduce((left, right) -> binary(Operation.MULTIPLY, left, right))
                .orElseThrow();
    }

    @Override
    public Integer visitPower(Power power) {
        BigFraction exponent = power.exponent();
        if (isSechSquared(power)) {
            int argument = lower(((Application) power.base()).argument());
            int half = -exponent.getNumerator().intValueExact() / 2;
            return integerPower(emit(new Instruction.SechSquared(argument)), half);
        }
        if (exponent.signum() < 0) {
            return binary(
                    Operation.DIVIDE, lower(Expression.ONE), lower(power.base().power(exponent.negate())));
        }
        int base = lower(power.base());
        if (Rationals.isInteger(exponent)) {
            return integerPower(base, exponent.getNumerator().intValueExact());
        }
        if (exponent.getDenominator().equals(BigInteger.TWO)) {
            int root = emit(new Instruction.SquareRoot(base));
            return integerPower(root, exponent.getNumerator().intValueExact());
        }
        return emit(new Instruction.RationalPower(base, exponent));
    }

    /** Whether a power is {@code cosh(x)^-2} or a power of it, as the derivatives of tanh have them. */
    private static boolean isSechSquared(Power power) {
        return power.base() instanceof Application application
                && application.function() == ElementaryFunction.COSH
                && power.exponent().signum() < 0
                && Rationals.isInteger(power.exponent())
                && !power.exponent().getNumerator().testBit(0);
    }

    /** Repeated squaring; the intermediate powers are shared with other powers of the same base. */
    private int integerPower(int base, int exponent) {
        if (exponent == 1) {
            return base;
        }
        int half = integerPower(base, exponent / 2);
        int square = binary(Operation.MULTIPLY, half, half);
        return exponent % 2 == 0 ? square : binary(Operation.MULTIPLY, square, base);
    }

    @Override
    public Integer visitApplication(Application application) {
        return emit(new Instruction.Call(application.function(), lower(application.argument())));
    }

    @Override
    public Integer visitShared(Shared shared) {
        return lower(shared.content());
    }
}
